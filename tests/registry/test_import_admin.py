"""The import in the admin: who may do what, and the way of a file through two people."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from products.registry.enums import BatchState
from products.registry.importing.report import findings
from products.registry.importing.steps import Step
from products.registry.models import Authorisation, ImportBatch
from tests.factories import UserFactory
from tests.registry.import_files import checked, csv_file, imported, product, row, upload

pytestmark = pytest.mark.django_db
INDEX = "registry_imports:index"
ADD = "registry_imports:add"


@pytest.fixture(autouse=True)
def lychee():
    return product()


def report(client, batch):
    return client.get(reverse("registry_imports:inspect", args=[batch.pk]))


def take(client, batch, step, **choices):
    client.post(reverse("registry_imports:step", args=[batch.pk, step]), choices)
    batch.refresh_from_db()
    return batch.state


def send(client, content, name="list.csv", **fields):
    data = {"file": SimpleUploadedFile(name, content), "meant_as": "additions", **fields}
    return client.post(reverse(ADD), data)


@pytest.fixture
def upload_in_full(django_capture_on_commit_callbacks):
    """Uploads with the check that follows the commit."""

    def run(client, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return send(client, *args, **kwargs)

    return run


def test_an_upload_is_checked_and_reported(client, registrar, upload_in_full):
    response = upload_in_full(client, csv_file(row()))
    batch = ImportBatch.objects.get()
    assert response.url == reverse("registry_imports:inspect", args=[batch.pk])
    assert (batch.state, batch.uploaded_by) == (BatchState.CHECKED, registrar)
    assert "惠州市果香1农业有限公司" in report(client, batch).content.decode()


def test_the_way_through_two_people(client, registrar, django_capture_on_commit_callbacks):
    batch = checked(csv_file(row()), by=registrar)
    assert take(client, batch, Step.SUBMIT) == BatchState.WAITING
    assert not Authorisation.objects.exists()
    second = UserFactory(role="registrar")
    client.force_login(second)
    with django_capture_on_commit_callbacks(execute=True):
        take(client, batch, Step.CONFIRM)
    batch.refresh_from_db()
    assert (batch.state, batch.closed_by) == (BatchState.CONFIRMED, second)
    assert Authorisation.objects.get().checked_by == second


@pytest.mark.parametrize("role", ["registrar", "manager", "administrator"])
def test_nobody_confirms_the_own_upload(client, role):
    user = UserFactory(role=role)
    client.force_login(user)
    batch = checked(csv_file(row()), by=user)
    take(client, batch, Step.SUBMIT)
    assert take(client, batch, Step.CONFIRM) == BatchState.WAITING


def test_only_the_uploader_submits(client, registrar):
    batch = checked(csv_file(row()))
    assert take(client, batch, Step.SUBMIT) == BatchState.CHECKED


def test_nobody_undoes_the_own_import(client, registrar):
    batch = imported(csv_file(row()), by=registrar)
    assert take(client, batch, Step.UNDO) == BatchState.CONFIRMED


def test_another_registrar_undoes(client, registrar):
    batch = imported(csv_file(row()))
    assert take(client, batch, Step.UNDO) == BatchState.UNDONE
    assert not Authorisation.objects.exists()


@pytest.mark.parametrize(
    ("role", "may_upload", "may_look"),
    [
        ("editor", False, False),
        ("trade officer", False, False),
        ("registrar", True, True),
        ("manager", True, True),
    ],
)
def test_each_role_has_its_rights(client, role, may_upload, may_look):
    client.force_login(UserFactory(role=role))
    batch = checked(csv_file(row()))
    looks = [
        reverse(INDEX),
        *(
            reverse(f"registry_imports:{name}", args=[batch.pk])
            for name in ("inspect", "file", "findings")
        ),
    ]
    uploads = [reverse(ADD), reverse("registry_imports:template", args=["xlsx"])]
    assert {client.get(url).status_code == 200 for url in looks} == {may_look}
    assert {client.get(url).status_code == 200 for url in uploads} == {may_upload}


def test_an_editor_takes_no_step(client):
    client.force_login(UserFactory(role="editor"))
    batch = checked(csv_file(row()))
    ImportBatch.objects.filter(pk=batch.pk).update(state=BatchState.WAITING)
    assert take(client, batch, Step.CONFIRM) == BatchState.WAITING


def test_wrong_rows_are_left_out_only_on_purpose(client, registrar):
    batch = checked(csv_file(row(1), row(2, name="")), by=registrar)
    assert take(client, batch, Step.SUBMIT) == BatchState.CHECKED
    assert take(client, batch, Step.SUBMIT, only_good_rows="on") == BatchState.WAITING


def test_a_complete_list_with_a_wrong_row_is_not_submitted(client, registrar):
    end = {"missing_end_on": "2026-01-01", "missing_end_kind": "cancelled"}
    content = csv_file(row(1), row(2, name=""))
    batch = checked(content, by=registrar, is_complete=True, **end)
    assert take(client, batch, Step.SUBMIT, only_good_rows="on") == BatchState.CHECKED


def test_a_shrink_is_submitted_only_on_purpose(client, registrar):
    imported(csv_file(*map(row, range(10))))
    end = {"missing_end_on": "2026-01-01", "missing_end_kind": "cancelled"}
    batch = checked(csv_file(row(1)), by=registrar, is_complete=True, **end)
    assert take(client, batch, Step.SUBMIT) == BatchState.CHECKED
    assert take(client, batch, Step.SUBMIT, accept_shrink="on") == BatchState.WAITING


def test_a_complete_list_says_when_and_why_the_others_end(client, registrar):
    response = send(client, csv_file(row()), meant_as="complete")
    assert set(response.context["form"].errors) == {"missing_end_on", "missing_end_kind"}
    assert not ImportBatch.objects.exists()


def test_what_the_file_is_meant_as_must_be_said(client, registrar):
    assert "meant_as" in send(client, csv_file(row()), meant_as="").context["form"].errors


def test_a_running_import_looks_again_by_itself_and_shows_progress(client, registrar):
    batch = upload(csv_file(row()), by=registrar)
    ImportBatch.objects.update(state=BatchState.CHECKING, rows_total=10_000, rows_done=2_500)
    response = report(client, batch)
    assert response["Refresh"]
    assert 'value="2500" max="10000"' in response.content.decode()


def test_a_finished_import_does_not_look_again(client, registrar):
    assert "Refresh" not in report(client, checked(csv_file(row())))


def test_a_stuck_import_can_be_started_again(client, registrar, django_capture_on_commit_callbacks):
    batch = upload(csv_file(row()), by=registrar)
    ImportBatch.objects.update(state=BatchState.CHECKING, progress_at="2026-01-01T00:00Z")
    with django_capture_on_commit_callbacks(execute=True):
        take(client, batch, Step.RESTART)
    batch.refresh_from_db()
    assert batch.state == BatchState.CHECKED


def test_the_uploaded_file_is_kept_and_only_downloaded(client, registrar):
    content = csv_file(row())
    batch = checked(content)
    response = client.get(reverse("registry_imports:file", args=[batch.pk]))
    assert b"".join(response.streaming_content) == content
    assert response["Content-Disposition"].startswith("attachment")


def test_the_file_lies_outside_of_the_public_media(settings):
    assert not checked(csv_file(row())).file.path.startswith(str(settings.MEDIA_ROOT))


def test_findings_can_be_downloaded(client, registrar):
    batch = checked(csv_file(row(name="=1+1")))
    response = client.get(reverse("registry_imports:findings", args=[batch.pk]))
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "'=1+1" in text


def test_the_history_names_both_people(client, registrar):
    batch = checked(csv_file(row()), by=registrar)
    take(client, batch, Step.SUBMIT)
    second = UserFactory(role="manager")
    client.force_login(second)
    take(client, batch, Step.CONFIRM)
    url = reverse("registry_imports:history", args=[batch.pk])
    page = client.get(url).content.decode()
    assert registrar.username in page
    assert second.username in page


def test_the_report_speaks_the_language_of_its_reader():
    batch = checked(csv_file(row(name="")))
    with override("en"):
        [finding] = findings(batch.report)
    assert (finding.column, finding.message) == ("Name as printed", "This is needed.")


def test_there_is_no_other_template(client, registrar):
    url = reverse("registry_imports:template", args=["exe"])
    assert client.get(url).status_code == 404


def test_unknown_lists_and_pages_show_the_first(client, registrar):
    url = reverse("registry_imports:inspect", args=[checked(csv_file(row())).pk])
    assert client.get(f"{url}?show=nothing&p=abc").status_code == 200


def test_the_same_file_is_pointed_out(client, registrar, upload_in_full):
    for _time in range(2):
        upload_in_full(client, csv_file(row()))
    first, second = ImportBatch.objects.order_by("pk")
    url = reverse("registry_imports:inspect", args=[first.pk])
    assert url in report(client, second).content.decode()
