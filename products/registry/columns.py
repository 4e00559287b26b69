"""The columns of the registry's files: the one allow-list of template, import and export.

A file that was exported can be imported again; what an import does not take (`is_derived`) it
passes over. Names are part of the file format, not of the interface: hence no translations.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from products.registry.enums import END_EVENTS, EventKind, Status


class CellKind(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True)
class Column:
    """One column: its name in both languages, what it holds and how an entry fills it.

    `of(entry)` is a text, a date or None; entries come from `for_file()`.
    """

    key: str
    zh: str
    en: str
    of: Callable
    expected: str
    kind: CellKind = CellKind.TEXT
    max_length: int = 300
    example: str = ""
    aliases: tuple[str, ...] = ()
    is_derived: bool = False

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.en if get_language() == "en" else self.zh


def end_of(entry):
    """The recorded event by which `entry` ended, the earliest that counts."""
    ends = (event for event in entry.counting_events() if event.kind in END_EVENTS)
    return next(ends, None)


def _scheme(entry):
    return entry.protection.get_scheme_display() if entry.protection else ""


def _notice(field):
    return lambda entry: getattr(entry.notice, field) if entry.notice else None


def _ended_on(entry):
    end = end_of(entry)
    return end.on if end else None


def _end_kind(entry):
    end = end_of(entry)
    return str(EventKind(end.kind).label) if end else ""


def _status(entry):
    # A list that was asked for a day brings the status of that day along.
    return str(Status(getattr(entry, "status_known", None) or entry.status).label)


COLUMNS = (
    Column(
        "public_number",
        "登记号",
        "Public number",
        lambda entry: entry.public_number,
        _("The number of an entry of the registry, such as HZ-GI-7K3M9A; empty for a new one."),
        max_length=20,
    ),
    Column(
        "product",
        "产品",
        "Product",
        lambda entry: entry.product.name,
        _("The name of a GI product as in the catalogue."),
        CellKind.CHOICE,
        example="镇隆荔枝",
        aliases=("产品名称", "地理标志产品", "GI product"),
    ),
    Column(
        "scheme",
        "保护类型",
        "Protection scheme",
        _scheme,
        _("The kind of the base right."),
        CellKind.CHOICE,
        example="地理标志产品",
        aliases=("保护方式", "Scheme"),
    ),
    Column(
        "right_number",
        "权利编号",
        "Right number",
        lambda entry: entry.protection.number if entry.protection else "",
        _("Certificate or registration number; needed only if a product has several such rights."),
        max_length=60,
        aliases=("证书编号", "注册号"),
    ),
    Column(
        "name",
        "企业名称",
        "Name as printed",
        lambda entry: entry.name_as_printed,
        _("The name as printed in the notice."),
        max_length=200,
        example="惠州市某某农业有限公司",
        aliases=("用标主体名称", "名称", "Name"),
    ),
    Column(
        "address",
        "地址",
        "Address as printed",
        lambda entry: entry.address_as_printed,
        _("The address as printed in the notice."),
        example="惠州市惠阳区镇隆镇",
        aliases=("企业地址", "Address"),
    ),
    Column(
        "credit_code",
        "统一社会信用代码",
        "Unified social credit code",
        lambda entry: entry.credit_code_as_printed,
        _("18 digits and capital letters, never I O S V Z, in a cell formatted as text."),
        CellKind.CODE,
        max_length=40,
        example="91350100M000100Y43",
        aliases=("信用代码", "Credit code"),
    ),
    Column(
        "district",
        "所在县区",
        "District",
        lambda entry: entry.district.name if entry.district else "",
        _("A district, county or zone of the city; may stay empty."),
        CellKind.CHOICE,
        example="惠阳区",
        aliases=("县区", "区县"),
    ),
    Column(
        "lawful_kind",
        "用标主体类别",
        "Kind of lawful user",
        lambda entry: str(entry.get_lawful_kind_display()),
        _("One of the four kinds of lawful users."),
        CellKind.CHOICE,
        aliases=("合法使用人类别",),
    ),
    Column(
        "notice_number",
        "公告号",
        "Notice number",
        _notice("number"),
        _("The number of the notice as printed."),
        max_length=80,
        example="国家知识产权局公告第475号",
        aliases=("公告编号",),
    ),
    Column(
        "notice_date",
        "公告日期",
        "Notice date",
        _notice("issued_on"),
        _("A full date, such as 2024-03-01 or 2024年3月1日."),
        CellKind.DATE,
        example="2022-03-01",
    ),
    Column(
        "notice_authority",
        "公告机关",
        "Notice authority",
        _notice("authority_zh"),
        _("The authority that issued the notice, in Chinese as printed."),
        max_length=120,
        example="国家知识产权局",
        aliases=("发布机关",),
    ),
    Column(
        "applied_on",
        "申请日期",
        "Applied on",
        lambda entry: entry.applied_on,
        _("A full date, such as 2024-03-01 or 2024年3月1日; may stay empty."),
        CellKind.DATE,
    ),
    Column(
        "valid_from",
        "有效期起",
        "Valid from",
        lambda entry: entry.valid_from,
        _("A full date; only if it is another day than that of the notice."),
        CellKind.DATE,
    ),
    Column(
        "valid_until",
        "有效期止",
        "Valid until",
        lambda entry: entry.valid_until,
        _("A full date, the last day on which it holds; may stay empty."),
        CellKind.DATE,
    ),
    Column(
        "ended_on",
        "终止日期",
        "Ended on",
        _ended_on,
        _("A full date, the first day on which the mark may no longer be used; usually empty."),
        CellKind.DATE,
    ),
    Column(
        "end_kind",
        "终止原因",
        "Ended because",
        _end_kind,
        _("Why it ended; only together with the day."),
        CellKind.CHOICE,
    ),
    Column(
        "successor_of",
        "接续登记号",
        "Successor of",
        lambda entry: entry.successor_of.public_number if entry.successor_of else "",
        _("After a change of name or address: the number of the entry before the change."),
        max_length=20,
    ),
    Column(
        "note_zh",
        "备注",
        "Note (Chinese)",
        lambda entry: entry.note_zh,
        _("Shown in public; no personal data."),
        max_length=1000,
    ),
    Column(
        "note_en",
        "英文备注",
        "Note (English)",
        lambda entry: entry.note_en,
        _("Shown in public; no personal data."),
        max_length=1000,
    ),
    Column(
        "status",
        "状态",
        "Status",
        _status,
        _("Follows from the dates; an import passes it over."),
        is_derived=True,
    ),
)
BY_KEY = {column.key: column for column in COLUMNS}
