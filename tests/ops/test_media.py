import pytest
from django.core.files.storage import default_storage

from tests.factories import SiteDocumentFactory, SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def rendition():
    return SiteImageFactory().get_rendition("width-20")


def test_a_picture_is_served_for_long_and_harmlessly(client, rendition):
    response = client.get(rendition.url)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=2592000"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("original_images/x.png", 404),
        ("documents/x.pdf", 404),
        ("images/../documents/x.pdf", 400),
        ("images/", 404),
    ],
)
def test_only_published_folders_are_served(client, path, status):
    if not default_storage.exists("documents/x.pdf"):
        default_storage.save("documents/x.pdf", SiteDocumentFactory().file)
    assert client.get(f"/media/{path}").status_code == status


def test_a_document_is_a_download(client):
    response = client.get(SiteDocumentFactory().url)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"
