"""The content files, and what is said about broken ones."""

import shutil

import pytest
import yaml

from products.catalogue.loading import schema
from products.catalogue.loading.catalogue import read_all

GOOD = "zhenlong-lychee"


@pytest.fixture
def content(tmp_path):
    """A copy of the content of which one product can be broken."""
    shutil.copytree(schema.CONTENT_DIR, tmp_path / "content")
    for path in (tmp_path / "content" / "products").glob("*.yaml"):
        if path.stem != GOOD:
            path.unlink()
    return tmp_path / "content"


def broken(content, change):
    path = content / "products" / f"{GOOD}.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(schema.ContentError) as error:
        read_all(content)
    return str(error.value)


def test_every_content_file_is_good():
    _sources, products = read_all()
    states = [product.state for product, _checksum in products]
    assert states.count("listed") == 15
    assert states.count("candidate") == 4


def test_personal_health_and_superlative_words_stay_out():
    for path in (schema.CONTENT_DIR / "products").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for word in ("降血压", "血脂", "不上火", "驰名中外"):
            assert word not in text, f"{path.name}: {word}"


def test_misspelt_field_is_named(content):
    message = broken(content, lambda data: data.update(pinyinn="x"))
    assert "zhenlong-lychee.yaml: pinyinn: Extra inputs are not permitted" in message


def test_missing_field_is_named(content):
    assert "zhenlong-lychee.yaml: name.en:" in broken(content, lambda data: data["name"].pop("en"))


def test_unknown_source_is_named(content):
    def change(data):
        data["reason"]["sources"] = ["NOBODY"]

    assert "zhenlong-lychee.yaml: reason.sources: unknown source NOBODY" in broken(content, change)


def test_english_in_the_chinese_field_is_refused(content):
    def change(data):
        data["name"]["zh"] = "Lychee"

    assert "name.zh: Value error, has no Chinese character" in broken(content, change)


def test_chinese_in_the_english_field_is_refused(content):
    def change(data):
        data["reason"]["en"] = "荔枝很好"

    assert "reason.en: Value error, starts with a Chinese character" in broken(content, change)


def test_impossible_date_is_refused(content):
    def change(data):
        data["protections"][0]["announced"] = "2020-13"

    assert "protections.0.announced" in broken(content, change)


def test_half_month_25_is_refused(content):
    def change(data):
        data["seasons"][0]["end"] = 25

    assert "seasons.0.end" in broken(content, change)


def test_range_without_upper_value_is_refused(content):
    def change(data):
        data["quality_limits"][0].update(comparator="range", value_max=None)

    assert "value_max belongs to the comparator 'range'" in broken(content, change)


def test_slug_must_equal_the_file_name(content):
    assert "slug: must equal the file name" in broken(
        content, lambda data: data.update(slug="other")
    )


def test_broken_yaml_is_named(content):
    (content / "products" / f"{GOOD}.yaml").write_text("name: [", encoding="utf-8")
    with pytest.raises(schema.ContentError, match=r"zhenlong-lychee.yaml: not readable as YAML"):
        read_all(content)


def test_every_bad_file_is_in_the_report(content):
    (content / "products" / "a.yaml").write_text("name: [", encoding="utf-8")
    (content / "products" / "b.yaml").write_text("slug: b", encoding="utf-8")
    with pytest.raises(schema.ContentError) as error:
        read_all(content)
    assert "a.yaml" in str(error.value)
    assert "b.yaml" in str(error.value)
