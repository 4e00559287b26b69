from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.models import Orderable, PageManager
from wagtail_localize.fields import SynchronizedField

from gi_site.core.fields import StreamField
from gi_site.core.models import BasePage
from home.stories.blocks import StoryBody
from home.stories.enums import Kind
from home.stories.panels import EntryForm
from home.stories.querysets import StoryEntryQuerySet
from products.catalogue.models import GIProduct
from products.producers.models import Producer

# From an entry to the page of its own class.
OWN_CLASSES = {"storypage": Kind.STORY, "newspage": Kind.NEWS, "eventpage": Kind.EVENT}


class StoryEntry(BasePage):
    """What stories, news and events share, so that one list holds them all; never made itself."""

    date = models.DateField(_("date"), default=timezone.localdate)
    picture = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    products = ParentalManyToManyField(
        GIProduct, verbose_name=_("GI products"), blank=True, related_name="stories"
    )
    body = StreamField(StoryBody(), verbose_name=_("text"), blank=True)
    shows_people = models.BooleanField(
        _("names or shows a living person"),
        default=False,
        help_text=_("Also in a quotation or a picture. Names from the press are never taken over."),
    )
    consent_note = models.CharField(
        _("consent"),
        max_length=300,
        blank=True,
        help_text=_("Who has agreed to what, and where the paper is kept. Never published."),
    )
    consent_on = models.DateField(_("consent given on"), null=True, blank=True)

    objects = PageManager.from_queryset(StoryEntryQuerySet)()

    base_form_class = EntryForm
    is_creatable = False
    parent_page_types = []
    subpage_types = []
    search_group = "story"
    kind: Kind

    override_translatable_fields = [
        SynchronizedField(name)
        for name in (
            "slug",
            "date",
            "picture",
            "products",
            "related_producers",
            "shows_people",
            "consent_note",
            "consent_on",
        )
    ]

    class Meta:
        verbose_name = _("story, news or event")
        verbose_name_plural = _("stories, news and events")
        constraints = [
            models.CheckConstraint(
                condition=Q(shows_people=False)
                | (Q(consent_on__isnull=False) & ~Q(consent_note="")),
                name="story_person_has_consent",
                violation_error_message=_(
                    "A person is named or shown only with consent: say who agreed to what, and on"
                    " which day."
                ),
            )
        ]

    @property
    def own(self) -> "StoryEntry":
        """This entry as its own class; no query after `for_listing()`."""
        if type(self) is not StoryEntry:
            return self
        return next(getattr(self, name) for name in OWN_CLASSES if hasattr(self, name))

    def clean(self):
        super().clean()
        self._validate_quotations()
        self._validate_consent_day()

    def _validate_consent_day(self):
        """Today is nothing that a database constraint knows."""
        if self.consent_on and self.consent_on > timezone.localdate():
            raise ValidationError({"consent_on": _("This day has not come yet.")})

    def _validate_quotations(self):
        """Somebody's words rest on a text, or on that person's consent."""
        if self.shows_people:
            return
        for block in self.body:
            if block.block_type == "quotation" and not block.value["sources"]:
                raise ValidationError(
                    {
                        "shows_people": _(
                            "A quotation without a source is somebody's own words: tick this and"
                            " note the consent, or give the source."
                        )
                    }
                )

    def get_context(self, request, *args, **kwargs):
        from_products = GIProduct.objects.filter(pk__in=self.products.values("pk"))
        context = super().get_context(request, *args, **kwargs)
        return context | {
            "products": list(from_products.for_listing(self.locale).order_by("number", "pk")),
            "producers": self.shown_producers(),
        }

    def shown_producers(self) -> list[Producer]:
        """The producers it is about, in the editors' order."""
        return [row.producer for row in self.related_producers.select_related("producer")]

    def search_bodies(self):
        """Found by the words of its text and by its products."""
        products = [
            name for product in self.products.all() for name in (product.name_zh, product.name_en)
        ]
        return [
            *super().search_bodies(),
            *products,
            *self.body.stream_block.get_searchable_content(self.body),
        ]


class StoryProducer(Orderable):
    """A producer that an entry is about."""

    entry = ParentalKey(StoryEntry, on_delete=models.CASCADE, related_name="related_producers")
    producer = models.ForeignKey(
        Producer, verbose_name=_("producer"), on_delete=models.CASCADE, related_name="story_rows"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("producer of a story")
        verbose_name_plural = _("producers of a story")
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "producer"],
                name="story_producer_once",
                violation_error_message=_("This producer is already in the list."),
            )
        ]

    def __str__(self):
        return str(self.producer)
