"""`make bench-registry`: how long a check and a filtered list take with 100,000 authorisations.

One client, one process, every middleware, no page cache; on SQLite, or on the database that
DATABASE_URL names. What is to be reached: 95 of 100 answers within 80 ms. The last column leaves
out waiting: on a busy machine it tells more (with SQLite; PostgreSQL works elsewhere).
"""

import os
import random
import statistics
import sys
import tempfile
import time

SCRATCH = tempfile.TemporaryDirectory(prefix="gi_site-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
os.environ.setdefault("DATABASE_URL", f"sqlite:///{SCRATCH.name}/bench.sqlite3")
os.environ |= {
    "DATA_DIR": SCRATCH.name,
    "MEDIA_ROOT": f"{SCRATCH.name}/media",
    "LOG_LEVEL": "ERROR",
}

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from gi_site.accounts.models import User  # noqa: E402
from gi_site.ops.chores import refresh_statistics  # noqa: E402
from products.catalogue.models import District, GIProduct, Protection, Source  # noqa: E402
from products.registry.enums import EventKind, LawfulKind  # noqa: E402
from products.registry.models import Authorisation, AuthorisationEvent, Notice  # noqa: E402
from tests.producers.factories import credit_code  # noqa: E402

ENTRIES = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
ROUNDS = 60
TARGET = 80  # milliseconds
SURNAMES, WORDS = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "果香丰盛和泰源兴荣华茂顺达康瑞祥"
FORMS = ["农业有限公司", "果蔬专业合作社", "食品有限公司", "家庭农场"]


def fill(dice: random.Random):
    """Firms with one to three entries, a tenth of them suspended or ended."""
    people = [User.objects.create_user(f"bench-{n}") for n in range(2)]
    districts, products = list(District.objects.all()), list(GIProduct.objects.all())
    source = Source.objects.first()
    rights = [
        Protection.objects.create(product=product, scheme="gi_product", source=source)
        for product in products
    ]
    notices = Notice.objects.bulk_create(
        Notice(
            number=f"国家知识产权局公告第{n}号",
            issued_on=timezone.localdate() - timezone.timedelta(days=dice.randint(1, 2500)),
            authority_zh="国家知识产权局",
        )
        for n in range(1, 401)
    )
    checked = {"entered_by": people[0], "checked_by": people[1], "checked_at": timezone.now()}
    entries = []
    for n in range(ENTRIES):
        right = dice.choice(rights)
        words = "".join(dice.choices(WORDS, k=3))
        entry = Authorisation(
            public_number=f"HZ-GI-{n:06d}",
            product=right.product,
            protection=right,
            name_as_printed=f"惠州市{dice.choice(SURNAMES)}{words}{n % 977}{dice.choice(FORMS)}",
            credit_code_as_printed=credit_code(n // 2),
            district=dice.choice(districts),
            lawful_kind=dice.choice(LawfulKind.values),
            notice=dice.choice(notices),
            **checked,
        )
        entry.fill_derived()
        entries.append(entry)
    entries = Authorisation.objects.bulk_create(entries, batch_size=500, ignore_conflicts=True)
    saved = list(Authorisation.objects.values_list("pk", flat=True))
    AuthorisationEvent.objects.bulk_create(
        (
            AuthorisationEvent(
                authorisation_id=pk,
                kind=dice.choice([EventKind.SUSPENDED, EventKind.CANCELLED]),
                on=timezone.localdate() - timezone.timedelta(days=dice.randint(1, 300)),
                **checked,
            )
            for pk in dice.sample(saved, len(saved) // 10)
        ),
        batch_size=500,
    )


def cases(dice: random.Random) -> dict:
    """What is asked, by name: a function that makes an address."""
    names = list(Authorisation.objects.values_list("name_as_printed", flat=True)[:2000])
    slugs = list(GIProduct.objects.values_list("slug", flat=True))
    districts = list(District.objects.values_list("slug", flat=True))

    def code():
        return credit_code(dice.randint(0, ENTRIES // 2 - 1))

    def slip(text):
        place = dice.randrange(8, 17)
        return text[:place] + dice.choice("0123456789".replace(text[place], "")) + text[place + 1 :]

    def name():
        return dice.choice(names)

    check, listed = "/registry/check/?q=", "/registry/?"
    return {
        "check: code": lambda: check + code(),
        "check: mistyped code": lambda: check + slip(code()),
        "check: unknown code": lambda: check + credit_code(ENTRIES + dice.randint(1, 10**6)),
        "check: code on a day": lambda: f"{check}{code()}&on=2024-0{dice.randint(1, 9)}-15",
        "check: name": lambda: check + name(),
        "check: part of a name": lambda: check + name()[3:9],
        "check: misspelt name": lambda: check + name().replace("市", "").replace("果", "瓜")[:12],
        "check: unknown name": lambda: check + "深圳南海贸易" + str(dice.randint(1, 10**6)),
        "check: product": lambda: check + "罗浮山荔枝",
        "list: everything": lambda: f"{listed}page={dice.randint(1, 20)}",
        "list: product": lambda: f"{listed}product={dice.choice(slugs)}",
        "list: status": lambda: f"{listed}status={dice.choice(['in_force', 'suspended', 'ended'])}",
        "list: product, status, district": lambda: (
            f"{listed}product={dice.choice(slugs)}&status=in_force&district={dice.choice(districts)}"
        ),
        "list: by name": lambda: f"{listed}district={dice.choice(districts)}&sort=name",
        "list: newest": lambda: f"{listed}product={dice.choice(slugs)}&sort=newest",
        "list: code": lambda: f"{listed}q={code()}",
        "list: text": lambda: f"{listed}q={name()[3:7]}",
        "list: text and product": lambda: f"{listed}q={name()[3:7]}&product={dice.choice(slugs)}",
    }


def measure(name: str, address, dice: random.Random, unknown: str = "&_=1") -> float:
    """The 95th percentile of ROUNDS answers in milliseconds, the first of which only warms up."""
    client = Client()
    times, work = [], []
    for _round in range(ROUNDS + 3):
        # Each from another address: no one asks as often. A parameter nobody knows keeps the
        # answer out of the page cache; the API refuses one, so a header does it there.
        visitor = {"REMOTE_ADDR": f"10.{dice.randint(0, 255)}.{dice.randint(0, 255)}.9"}
        url = f"{address()}{unknown}"
        if not unknown:
            visitor["HTTP_AUTHORIZATION"] = "none"
        begun, begun_work = time.perf_counter(), time.process_time()
        response = client.get(url, headers={"host": "localhost"}, secure=True, **visitor)
        times.append((time.perf_counter() - begun) * 1000)
        work.append((time.process_time() - begun_work) * 1000)
        if response.status_code != 200:
            sys.exit(f"{name}: {response.status_code}")
    p95, p95_work = (statistics.quantiles(each[3:], n=20)[-1] for each in (times, work))
    print(
        f"| {name} | {statistics.median(times[3:]):.1f} | {p95:.1f} | {p95_work:.1f} |", flush=True
    )
    return p95


def prepare(dice: random.Random):
    """The site with its content and ENTRIES authorisations."""
    for command in (["migrate"], ["load_huizhou"], ["collectstatic", "--noinput"]):
        call_command(*command, verbosity=0)
    with transaction.atomic():
        fill(dice)
    refresh_statistics()  # as the worker does daily


def main():
    """Fill, measure, tell which are too slow."""
    dice = random.Random(4413)
    prepare(dice)
    print(f"{connection.vendor}, {Authorisation.objects.count():,} authorisations")
    print("| what | p50 ms | p95 ms | p95 ms of work in this process |\n|---|---|---|---|")
    slow = [name for name, case in cases(dice).items() if measure(name, case, dice) > TARGET]
    print(f"Slower than {TARGET} ms: {', '.join(slow) or 'none'}")


if __name__ == "__main__":
    main()
