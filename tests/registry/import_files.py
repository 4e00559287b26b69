"""Files to import and the way through, for tests.

batch = checked(csv_file(row(), row(name="…")))       # dry run done
batch = imported(batch)                               # confirmed by a second person
"""

import csv
import io

from django.core.files.base import ContentFile
from openpyxl import Workbook

from products.registry.columns import COLUMNS
from products.registry.enums import BatchState
from products.registry.importing import tasks
from products.registry.models import ImportBatch
from tests.factories import GIProductFactory, ProtectionFactory, UserFactory
from tests.producers.factories import credit_code

HEADINGS = {column.key: column.zh for column in COLUMNS if not column.is_derived}


def product(name="镇隆荔枝", **fields):
    """A product with one right, to which the rows of `row()` belong."""
    right = ProtectionFactory(product=GIProductFactory(name_zh=name, bare=True), **fields)
    return right.product


def row(number=1, **values) -> dict:
    """A row of a new entry that has no fault; `values` by column key."""
    return {
        "product": "镇隆荔枝",
        "scheme": "agi",
        "name": f"惠州市果香{number}农业有限公司",
        "address": "惠州市惠阳区镇隆镇",
        "credit_code": credit_code(number),
        "lawful_kind": "approved_producer",
        "notice_number": "国家知识产权局公告第475号",
        "notice_date": "2022-03-01",
        "notice_authority": "国家知识产权局",
    } | values


def csv_file(*rows, encoding="utf-8", headings=HEADINGS) -> bytes:
    """A CSV file with the columns that the rows have."""
    keys = list(dict.fromkeys(key for each in rows for key in each))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([headings.get(key, key) for key in keys])
    writer.writerows([[each.get(key, "") for key in keys] for each in rows])
    return text.getvalue().encode(encoding)


def xlsx_file(*rows, headings=HEADINGS) -> bytes:
    """The same as a workbook; values keep their types."""
    keys = list(dict.fromkeys(key for each in rows for key in each))
    workbook = Workbook()
    workbook.active.append([headings.get(key, key) for key in keys])
    for each in rows:
        workbook.active.append([each.get(key) for key in keys])
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def upload(content: bytes, **fields) -> ImportBatch:
    """A batch whose file nobody has looked at yet."""
    fields = {"uploaded_by": fields.pop("by", None) or UserFactory(), **fields}
    return ImportBatch.objects.create(
        file=ContentFile(content, "list.csv"), file_name="list.csv", **fields
    )


def checked(content: bytes, **fields) -> ImportBatch:
    """A batch after its dry run."""
    batch = upload(content, **fields)
    tasks.check_batch.call(batch.pk)
    batch.refresh_from_db()
    assert batch.state == BatchState.CHECKED
    return batch


def confirmed(batch: ImportBatch) -> ImportBatch:
    """The batch after a second person has agreed to it."""
    batch.state, batch.closed_by = BatchState.IMPORTING, UserFactory()
    batch.save()
    tasks.import_batch.call(batch.pk)
    batch.refresh_from_db()
    return batch


def imported(content: bytes, **fields) -> ImportBatch:
    """Upload, dry run and confirmation in one."""
    batch = confirmed(checked(content, **fields))
    assert batch.state == BatchState.CONFIRMED
    return batch


def problems(batch: ImportBatch) -> list[tuple]:
    """Line, column and message (untranslated) of what is wrong."""
    if broken := batch.report.get("file_problem"):
        return [(0, "", _filled(*broken))]
    return [
        (each["line"], each["field"], _filled(each["message"], each["params"]))
        for each in batch.report["problems"]
    ]


def _filled(message, params):
    return message % params if params else message
