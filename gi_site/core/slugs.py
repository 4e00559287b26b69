"""ASCII slugs for Chinese titles."""

from django.utils.text import slugify
from pypinyin import lazy_pinyin


def ascii_slug(text: str, max_length: int = 80) -> str:
    """`text` as a slug, Chinese characters by their pinyin: 惠东马铃薯 -> hui-dong-ma-ling-shu."""
    return slugify(" ".join(lazy_pinyin(text)))[:max_length].strip("-")
