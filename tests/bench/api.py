"""`make bench-api`: how long the lists of the API take with 100,000 authorisations.

Filled and measured as `tests.bench.registry` does it (one client, one process, every middleware,
no page cache). To reach: 95 of 100 answers of a list within 60 ms. The files are timed once.
"""

import random
import sys
import time

from tests.bench.registry import ENTRIES, measure, prepare  # first: it sets Django up

from django.db import connection  # isort: skip
from django.test import Client  # isort: skip

from home.open_data.selection import SIGNER  # isort: skip
from products.catalogue.models import District, GIProduct  # isort: skip
from products.registry.models import Authorisation  # isort: skip

TARGET = 60  # milliseconds
LIST = "/api/v1/authorisations?"


def cases(dice: random.Random) -> dict:
    """What is asked, by name: a function that makes an address; each is another one, as a rule."""
    columns = ("product_id", "name_as_printed", "pk")
    places = dice.sample(list(Authorisation.objects.values_list(*columns)), min(ENTRIES, 500))
    slugs = list(GIProduct.objects.values_list("slug", flat=True))
    districts = list(District.objects.values_list("slug", flat=True))
    numbers = list(Authorisation.objects.values_list("public_number", flat=True)[:2000])

    def cursor(order="product"):
        place = list(dice.choice(places))
        return SIGNER.sign_object(
            ["authorisations", order, *(place if order == "product" else place[1:])]
        )

    def day():
        return f"20{dice.randint(21, 25)}-0{dice.randint(1, 9)}-15"

    return {
        "first page": lambda: f"{LIST}limit={dice.randint(18, 22)}",
        "100 items": lambda: f"{LIST}limit=100&cursor={cursor()}",
        "anywhere in the list": lambda: f"{LIST}cursor={cursor()}",
        "anywhere, by name": lambda: f"{LIST}sort=name&cursor={cursor('name')}",
        "product": lambda: f"{LIST}product={dice.choice(slugs)}",
        "status": lambda: f"{LIST}status={dice.choice(['in_force', 'suspended', 'ended'])}",
        "status, anywhere": lambda: f"{LIST}status=suspended&cursor={cursor()}",
        "status on a day": lambda: f"{LIST}status=in_force&on={day()}&cursor={cursor()}",
        "product, status, district": lambda: (
            f"{LIST}product={dice.choice(slugs)}&status=in_force&district={dice.choice(districts)}"
        ),
        "district, anywhere": lambda: f"{LIST}district={dice.choice(districts)}&cursor={cursor()}",
        "scheme and kind": lambda: f"{LIST}scheme=gi_product&kind=mark_licensee&cursor={cursor()}",
        "one entry": lambda: f"/api/v1/authorisations/{dice.choice(numbers)}?",
        "products": lambda: "/api/v1/products?limit=100",
        "notices": lambda: f"/api/v1/notices?limit={dice.randint(90, 100)}",
        "producers": lambda: "/api/v1/producers?limit=100",
    }


def time_files():
    """How long the whole registry takes as a file."""
    for kind in ("csv", "json"):
        begun = time.perf_counter()
        response = Client().get(f"/data/authorisations.{kind}", secure=True, headers=HOST)
        size = sum(len(piece) for piece in response.streaming_content)
        seconds = time.perf_counter() - begun
        print(f"authorisations.{kind}: {seconds:.1f} s, {size / 1e6:.1f} MB")


HOST = {"host": "localhost"}


def main():
    """Fill, measure, tell which are too slow."""
    dice = random.Random(4413)
    prepare(dice)
    print(f"{connection.vendor}, {Authorisation.objects.count():,} authorisations")
    print("| what | p50 ms | p95 ms | p95 ms of work in this process |\n|---|---|---|---|")
    measured = {name: measure(name, case, dice, "") for name, case in cases(dice).items()}
    slow = [name for name, p95 in measured.items() if p95 > TARGET]
    print(f"Slower than {TARGET} ms: {', '.join(slow) or 'none'}")
    time_files()
    sys.exit(bool(slow))


if __name__ == "__main__":
    main()
