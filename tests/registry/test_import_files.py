"""Only plain tables are read, whatever their name says."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from openpyxl import Workbook, load_workbook

from products.registry.importing import files
from products.registry.importing.blank_files import FILLED_IN, blank_csv, blank_xlsx
from products.registry.importing.files import FileError, inspect, read_rows
from products.registry.importing.rows import read_header
from tests.registry.import_files import csv_file, xlsx_file

ROW = {"name": "惠州市果香农业有限公司"}
CSV, XLSX = csv_file(ROW), xlsx_file(ROW)


def with_part(name: str, content: bytes = b"<x/>", base: bytes = XLSX) -> bytes:
    """A workbook with one more part, or with another content of a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def rows(content: bytes):
    return list(read_rows(ContentFile(content)))


@pytest.mark.parametrize(
    "content",
    [CSV, b"\xef\xbb\xbf" + CSV, csv_file(ROW, encoding="gb18030"), CSV.replace(b",", b";"), XLSX],
    ids=["utf-8", "utf-8 with mark", "gb18030", "semicolons", "xlsx"],
)
def test_the_usual_forms_are_read(content):
    assert rows(content)[1] == (2, ["惠州市果香农业有限公司"])


def test_the_kind_follows_from_the_content():
    assert (inspect(ContentFile(CSV)), inspect(ContentFile(XLSX))) == ("csv", "xlsx")


@pytest.mark.parametrize(
    "content",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"%PDF-1.7\n\x00\xff\xfe",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        CSV.decode().encode("utf-16"),
        b"PK\x03\x04 broken",
        b"\xff\xff\xff",
    ],
    ids=["old xls", "pdf", "png", "utf-16", "broken zip", "bytes"],
)
def test_what_is_no_table_is_refused(content):
    with pytest.raises(FileError):
        rows(content)


@pytest.mark.parametrize(
    "part",
    [
        "xl/vbaProject.bin",
        "xl/macrosheets/sheet1.xml",
        "xl/externalLinks/externalLink1.xml",
        "xl/embeddings/oleObject1.bin",
        "xl/activeX/activeX1.xml",
        "xl/connections.xml",
        "XL/VBAPROJECT.BIN",
    ],
)
def test_a_workbook_with_active_content_is_refused(part):
    with pytest.raises(FileError):
        inspect(ContentFile(with_part(part)))


def test_a_zip_that_is_no_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(FileError):
        inspect(ContentFile(out.getvalue()))


def test_a_zip_bomb_is_refused():
    bomb = with_part("xl/sharedStrings.xml", b"0" * (files.MAX_UNPACKED + 1))
    assert len(bomb) < files.MAX_BYTES
    with pytest.raises(FileError):
        inspect(ContentFile(bomb))


def test_a_workbook_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(files, "MAX_PARTS", 3)
    with pytest.raises(FileError):
        inspect(ContentFile(XLSX))


def test_entities_are_not_expanded():
    sheet = b"""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""
    with pytest.raises(FileError):
        rows(with_part("xl/worksheets/sheet1.xml", sheet))


def test_a_broken_sheet_is_refused():
    with pytest.raises(FileError):
        rows(with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"))


def test_a_wrong_size_stated_in_the_sheet_does_not_matter():
    with zipfile.ZipFile(io.BytesIO(XLSX)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    lying = sheet.replace(b'ref="A1:A2"', b'ref="A1:A1"')
    assert lying != sheet
    assert len(rows(with_part("xl/worksheets/sheet1.xml", lying))) == 2


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    with pytest.raises(FileError):
        inspect(ContentFile(CSV))


@pytest.mark.parametrize("make", [csv_file, xlsx_file])
def test_a_file_with_too_many_rows_is_refused(monkeypatch, make):
    monkeypatch.setattr(files, "MAX_ROWS", 2)
    assert len(rows(make(ROW, ROW))) == 3
    with pytest.raises(FileError):
        rows(make(ROW, ROW, ROW))


def test_a_row_far_below_the_others_does_not_take_for_ever(monkeypatch):
    monkeypatch.setattr(files, "MAX_ROWS", 2)
    workbook = load_workbook(io.BytesIO(XLSX))
    workbook.active.cell(1_048_576, 1, "x")
    out = io.BytesIO()
    workbook.save(out)
    with pytest.raises(FileError):
        rows(out.getvalue())


def test_only_the_first_visible_sheet_is_read():
    workbook = Workbook()
    workbook.active.sheet_state = "hidden"
    workbook.create_sheet("b").append(["visible"])
    out = io.BytesIO()
    workbook.save(out)
    assert rows(out.getvalue()) == [(1, ["visible"])]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_rows(content):
    assert rows(content) == []


def test_a_quotation_mark_that_never_closes_is_refused():
    with pytest.raises(FileError):
        rows(b'a,b\n"' + b"x" * 200_000)


@pytest.mark.django_db
@pytest.mark.parametrize("make", [blank_csv, blank_xlsx])
def test_a_template_has_all_columns_and_no_rows(make):
    [(line, headings)] = rows(make())
    assert line == 1
    columns = read_header([heading for heading in headings if heading]).columns
    assert list(columns.values()) == FILLED_IN


@pytest.mark.django_db
def test_the_template_keeps_codes_as_text():
    sheet = load_workbook(io.BytesIO(blank_xlsx())).worksheets[0]
    place = next(cell for cell in sheet[1] if cell.value == "统一社会信用代码")
    assert sheet.column_dimensions[place.column_letter].number_format == "@"
