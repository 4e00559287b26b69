"""`manage.py load_huizhou`: the real content of the site."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from home.knowledge.loading import load_knowledge
from home.loading import load_content_pages, load_home_body, load_site_tree
from home.open_data.page_loading import load_data_page
from home.programme.loading import load_programme
from home.protect.loading import load_protect_page
from home.stories.loading import load_stories
from products.catalogue.loading.catalogue import load_catalogue
from products.catalogue.loading.schema import CONTENT_DIR, ContentError
from products.producers.loading import load_list, load_producers
from products.registry.page_loading import load_registry_page
from products.registry.reported import load_reported


class Command(BaseCommand):
    help = (
        "Loads Huizhou's GI products, their reported producers and the site's own pages from the"
        " content files. May be run again at any time: what staff have changed or deleted is left"
        " as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--content", type=Path, default=CONTENT_DIR, help="Folder of the content files."
        )

    def handle(self, *args, **options):
        try:
            with transaction.atomic():
                home = load_site_tree()
                report = load_catalogue(home, options["content"])
                pages = load_content_pages(home)
                terms, questions, tools = load_knowledge(home)
                load_list(home)
                load_registry_page(home)
                programme = load_programme(home)
                load_protect_page(home)
                load_data_page(home)
                producers, users = load_producers(), load_reported()
                stories = load_stories(home)
                composed = load_home_body(home)
        except ContentError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        self.stdout.write(f"{producers} producers written, {users} reported mark users created.")
        self.stdout.write(f"{programme} pages and records of the programme written.")
        self.stdout.write(
            f"{terms} terms, {questions} quiz questions, {tools} pages of knowledge created."
        )
        self.stdout.write(
            f"{report.terms} districts and classes, {report.sources} sources, "
            f"{pages} content pages, {stories} stories{', home page' if composed else ''} created."
        )
        for outcome, note in {
            "created": "created",
            "updated": "updated from their files",
            "unchanged": "unchanged",
            "kept": "kept as staff left them",
        }.items():
            slugs = getattr(report, outcome)
            if slugs:
                self.stdout.write(f"{len(slugs)} products {note}: {', '.join(slugs)}")
