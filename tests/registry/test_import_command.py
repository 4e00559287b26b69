"""`manage.py import_registry`."""

import pytest
from django.core.management import CommandError, call_command

from products.registry.enums import BatchState
from products.registry.models import Authorisation, ImportBatch
from tests.factories import UserFactory
from tests.registry.import_files import csv_file, imported, product, row

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lychee():
    return product()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_bytes(csv_file(row(1), row(2)))
    return path


@pytest.fixture
def registrar():
    return UserFactory(role="registrar")


def test_a_dry_run_reports_and_keeps_nothing(file, capsys):
    call_command("import_registry", file, "--dry-run")
    assert "2" in capsys.readouterr().out
    assert not ImportBatch.objects.exists()


def test_a_dry_run_names_line_and_column(file, capsys):
    file.write_bytes(csv_file(row(1), row(2, name="")))
    call_command("import_registry", file, "--dry-run")
    assert "3\t企业名称" in capsys.readouterr().out


def test_a_good_file_waits_for_the_second_person(file, registrar):
    call_command("import_registry", file, user=registrar.username)
    batch = ImportBatch.objects.get()
    assert (batch.state, batch.file_name) == (BatchState.WAITING, "名单.csv")
    assert not Authorisation.objects.exists()


def test_a_file_with_wrong_rows_is_not_submitted(file, registrar):
    file.write_bytes(csv_file(row(1), row(2, name="")))
    with pytest.raises(CommandError):
        call_command("import_registry", file, user=registrar.username)
    assert ImportBatch.objects.get().state == BatchState.CHECKED


def test_its_good_rows_are_submitted_when_asked(file, registrar):
    file.write_bytes(csv_file(row(1), row(2, name="")))
    call_command("import_registry", file, "--good-rows", user=registrar.username)
    assert ImportBatch.objects.get().state == BatchState.WAITING


@pytest.mark.parametrize("role", ["editor", "trade officer"])
def test_other_roles_cannot_submit(file, role):
    with pytest.raises(CommandError):
        call_command("import_registry", file, user=UserFactory(role=role).username)


def test_the_uploader_must_be_named(file):
    with pytest.raises(CommandError):
        call_command("import_registry", file)
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\x00"])
def test_a_file_that_is_no_table_is_refused(file, content):
    file.write_bytes(content)
    with pytest.raises(CommandError):
        call_command("import_registry", file, "--dry-run")


def test_a_file_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(CommandError):
        call_command("import_registry", tmp_path / "nothing.csv", "--dry-run")


def test_a_complete_list_needs_a_reason(file):
    with pytest.raises(CommandError):
        call_command("import_registry", file, "--dry-run", "--complete", "2026-01-01")


def test_a_shrink_is_submitted_only_when_it_is_meant(file, registrar):
    imported(csv_file(*map(row, range(20))))
    options = ["--complete", "2026-01-01", "--because", "cancelled"]
    with pytest.raises(CommandError):
        call_command("import_registry", file, *options, user=registrar.username)
    call_command("import_registry", file, *options, "--accept-shrink", user=registrar.username)
    assert ImportBatch.objects.filter(state=BatchState.WAITING).exists()
