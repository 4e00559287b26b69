"""`python -m tests.browser.prepare FOLDER [--all-pictures]`: content, samples, staff, pictures."""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model, login  # noqa: E402
from django.contrib.auth.models import Group  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from gi_site.core.images import PRESETS, preset_specs  # noqa: E402
from gi_site.ops.translations import compile_catalogues  # noqa: E402
from products.catalogue.models import GIProduct  # noqa: E402
from products.inquiries.letters import email_of  # noqa: E402
from products.inquiries.routing import lawful_authorisations  # noqa: E402
from products.producers.models import Producer  # noqa: E402
from products.registry.models import Authorisation  # noqa: E402

PASSWORD = "a password for the browser"
# Its pages are measured, so it has all its pictures; the others have what cards show.
MEASURED = "zhenlong-lychee"


def make_pictures(everything: bool):
    """Renditions, which a worker makes on a real site; AVIF, slow to make, where it counts.

    What waits for a worker is struck off: the first test that runs one would take minutes.
    """
    for product in GIProduct.objects.select_related("image"):
        full = everything or product.slug == MEASURED
        presets, skipped = (("card", "plate"), "webp") if full else (("card",), "avif")
        for preset in presets:
            for name, specs in preset_specs(product.image, PRESETS[preset]).items():
                if name != skipped:
                    product.image.get_renditions(*specs)
    DBTaskResult.objects.filter(queue_name="images").delete()


def make_staff() -> str:
    """An editor who signs in; the session key of an administrator who is signed in already."""
    users = get_user_model().objects
    editor = users.create_user("editor", password=PASSWORD)
    editor.groups.add(Group.objects.get(name="editor"))
    request = HttpRequest()
    request.session = SessionStore()
    user = users.create_superuser("administrator", password=PASSWORD)
    user.backend = settings.AUTHENTICATION_BACKENDS[0]
    login(request, user)
    request.session.save()
    return request.session.session_key


def lawful_sample() -> dict:
    """An invented producer that receives inquiries."""
    producer = lawful_authorisations(GIProduct.objects.all(), is_sample=True)[0].producer
    return {"slug": producer.slug, "email": email_of(producer)}


def main(folder: Path, *, everything: bool):
    """Fill the database and the folder; write `facts.json` last, as the sign of success."""
    compile_catalogues()
    call_command("migrate", verbosity=0)
    call_command("load_huizhou", verbosity=0)
    call_command("load_samples", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    make_pictures(everything)
    facts = {
        "session": make_staff(),
        "editor_password": PASSWORD,
        "producer": Producer.objects.filter(is_sample=False).earliest("pk").slug,
        "sample_producer": Producer.objects.filter(is_sample=True).earliest("pk").slug,
        "lawful_sample": lawful_sample(),
        "entry": Authorisation.objects.earliest("pk").public_number,
    }
    connection.close()  # so that the file alone holds everything
    (folder / "facts.json").write_text(json.dumps(facts), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), everything="--all-pictures" in sys.argv)
