"""`python -m tests.bench.fill N`: as many generated products as are missing to N, with pages."""

import random
import sys

import django

django.setup()

from django.db import transaction  # noqa: E402
from django.db.models.signals import post_save  # noqa: E402
from modelsearch.index import get_indexed_models  # noqa: E402
from modelsearch.signal_handlers import post_save_signal_handler  # noqa: E402
from wagtail.models import Locale  # noqa: E402

from products.catalogue.models import (  # noqa: E402
    GIProduct,
    ProductIndexPage,
    ProductPage,
    Protection,
    SeasonWindow,
)


def fill(total: int):
    """Copies of the real products under other names, spread evenly over the year."""
    dice = random.Random(4413)
    originals = list(GIProduct.objects.filter(number__lt=100))
    pages = {
        page.product_id: page for page in ProductPage.objects.filter(locale=Locale.get_default())
    }
    finder = ProductIndexPage.objects.get(locale=Locale.get_default())
    source = originals[0].protections.first().source
    for number in range(GIProduct.objects.count() + 100, total + 100):
        original = dice.choice(originals)
        product = GIProduct(
            slug=f"generated-{number}",
            number=number,
            name_zh=f"{original.name_zh}{number}",
            name_en=f"{original.name_en} {number}",
            pinyin=original.pinyin,
            category=original.category,
            image=original.image,
        )
        start = dice.randint(1, 24)
        product.districts = list(original.districts.all())
        product.seasons = [
            SeasonWindow(kind="fresh", start=start, end=(start + 3) % 24 + 1, source=source)
        ]
        product.save()
        Protection.objects.create(
            product=product, scheme=dice.choice(["agi", "gi_product"]), source=source
        )
        page = ProductPage(
            product=product,
            title=product.name_zh,
            slug=product.slug,
            summary=pages[original.pk].summary,
            body=pages[original.pk].body,
        )
        finder.add_child(instance=page)


if __name__ == "__main__":
    for model in get_indexed_models():  # the index is rebuilt once at the end
        post_save.disconnect(post_save_signal_handler, sender=model)
    with transaction.atomic():
        fill(int(sys.argv[1]))
