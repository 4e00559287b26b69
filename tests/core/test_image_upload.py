"""What may be uploaded as a picture, and what must be said about it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from gi_site.core.models import SiteImage
from tests.factories import UserFactory, root_collection

pytestmark = pytest.mark.django_db

ADD_MANY = "wagtailimages:add_multiple"
ADD_IN_CHOOSER = "wagtailimages_chooser:create"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
STATEMENTS = {
    "title": "荔枝",
    "alt_zh": "一串荔枝",
    "alt_en": "A cluster of lychees",
    "author": "An Illustrator",
    "licence": "CC BY 4.0",
}


def picture(format="PNG"):
    buffer = BytesIO()
    Image.new("RGB", (8, 8), "red").save(buffer, format)
    return buffer.getvalue()


# File name, content, and what the admin says about it (in Chinese, its default).
BAD_FILES = {
    "svg_with_script": ("drawing.svg", SVG, "不支持的图片格式"),
    "svg_named_png": ("drawing.png", SVG, "png"),
    "gif_named_jpg": ("photo.jpg", picture("GIF"), "扩展名与文件格式不匹配"),
    "text_named_png": ("note.png", b"only words", "不是图片"),
}


@pytest.fixture
def staff(client):
    root_collection()
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.fixture(params=BAD_FILES)
def bad_file(request):
    name, content, message = BAD_FILES[request.param]
    return SimpleUploadedFile(name, content), message


def upload_many(client, file):
    return client.post(reverse(ADD_MANY), {"title": "x", "files[]": file}).json()


def upload_in_chooser(client, file, **statements):
    fields = {f"image-chooser-upload-{name}": value for name, value in statements.items()}
    fields |= {"image-chooser-upload-file": file}
    fields |= {"image-chooser-upload-collection": root_collection().pk}
    return client.post(reverse(ADD_IN_CHOOSER), fields)


def test_uploader_of_many_refuses_bad_file(staff, bad_file):
    file, message = bad_file
    answer = upload_many(staff, file)
    assert not answer["success"]
    assert message in answer["error_message"]
    assert not SiteImage.objects.exists()


def test_chooser_refuses_bad_file(staff, bad_file):
    file, message = bad_file
    response = upload_in_chooser(staff, file, **STATEMENTS)
    assert message in response.json()["htmlFragment"]
    assert not SiteImage.objects.exists()


def test_uploader_of_many_asks_before_picture_is_usable(staff):
    answer = upload_many(staff, SimpleUploadedFile("荔枝.png", picture()))
    assert answer["success"]
    for name in ("alt_zh", "alt_en", "author", "licence"):
        assert f"-{name}" in answer["form"]
    assert not SiteImage.objects.exists()


@pytest.mark.parametrize("missing", ["alt_zh", "alt_en", "author", "licence"])
def test_uploader_of_many_keeps_picture_back_until_all_is_said(staff, missing):
    upload_many(staff, SimpleUploadedFile("lychee.png", picture()))
    upload = UploadedFile.objects.get()
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[upload.pk])
    fields = {f"uploaded-image-{upload.pk}-{name}": text for name, text in STATEMENTS.items()}
    fields[f"uploaded-image-{upload.pk}-collection"] = root_collection().pk

    answer = staff.post(url, fields | {f"uploaded-image-{upload.pk}-{missing}": ""}).json()
    assert not answer["success"]
    assert not SiteImage.objects.exists()

    assert staff.post(url, fields).json()["success"]
    assert SiteImage.objects.get().author == "An Illustrator"


@pytest.mark.parametrize("missing", ["alt_zh", "alt_en", "author", "licence"])
def test_chooser_needs_every_statement(staff, missing):
    file = SimpleUploadedFile("lychee.png", picture())
    response = upload_in_chooser(staff, file, **STATEMENTS | {missing: ""})
    assert "error-message" in response.json()["htmlFragment"]
    assert not SiteImage.objects.exists()


def test_good_picture_is_taken(staff):
    file = SimpleUploadedFile("lychee.png", picture())
    assert upload_in_chooser(staff, file, **STATEMENTS).json()["step"] == "chosen"
    assert SiteImage.objects.get().alt_en == "A cluster of lychees"
