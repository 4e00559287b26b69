from itertools import chain, count

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import RevisionMixin
from wagtail.search import index

from gi_site.core.bilingual import Localised
from gi_site.core.fields import ChoicesField
from gi_site.core.slugs import ascii_slug
from gi_site.search.fields import TokenIndexed, token_search_fields
from products.producers import credit_codes
from products.producers.enums import Language, Market, ProducerKind, Role
from products.producers.querysets import ProducerQuerySet

from .claims import Claimed


def _degrees(label, low, high):
    return models.DecimalField(
        label,
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(low), MaxValueValidator(high)],
    )


class Producer(TokenIndexed, RevisionMixin, index.Indexed, ClusterableModel, Claimed):
    """Record: a body that grows, makes, packs or sells GI products.

    Whether it may use the mark is never stated here: that follows from the registry.
    """

    slug = models.SlugField(
        _("public id"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_(
            "Part of the address and of the open data; never changed. Left empty, it is made from"
            " the pinyin of the name."
        ),
    )
    legal_name_zh = models.CharField(
        _("legal name (Chinese)"), max_length=120, help_text=_("As in the business licence.")
    )
    name_en = models.CharField(_("English name"), max_length=160, blank=True)
    trading_name_zh = models.CharField(_("trading name (Chinese)"), max_length=120, blank=True)
    trading_name_en = models.CharField(_("trading name (English)"), max_length=160, blank=True)
    credit_code = models.CharField(
        _("unified social credit code"),
        max_length=40,
        unique=True,
        null=True,
        blank=True,
        help_text=_("18 characters; leave empty while it is not known."),
    )
    credit_code_evidence = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("evidence for the code"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Only for a real code that fails the check: a copy of the licence."),
    )
    credit_code_reviewer = models.ForeignKey(
        "accounts.User",
        verbose_name=_("code confirmed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(
        _("legal form"), max_length=12, choices=ProducerKind, default=ProducerKind.COMPANY
    )
    is_grower = models.BooleanField(Role.GROWER.label, default=False)
    is_processor = models.BooleanField(Role.PROCESSOR.label, default=False)
    is_packer = models.BooleanField(Role.PACKER.label, default=False)
    is_trader = models.BooleanField(Role.TRADER.label, default=False)
    is_exporter = models.BooleanField(Role.EXPORTER.label, default=False)
    products = ParentalManyToManyField(
        "catalogue.GIProduct", verbose_name=_("GI products"), blank=True, related_name="producers"
    )
    district = models.ForeignKey(
        "catalogue.District",
        verbose_name=_("district"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="producers",
    )
    town_zh = models.CharField(_("town or village (Chinese)"), max_length=80, blank=True)
    town_en = models.CharField(_("town or village (English)"), max_length=120, blank=True)
    latitude = _degrees(_("latitude (°N)"), 22, 25)
    longitude = _degrees(_("longitude (°E)"), 113, 116)
    languages = ChoicesField(_("languages"), choices=Language)
    export_markets = ChoicesField(_("export markets"), choices=Market)
    welcomes_visits = models.BooleanField(_("welcomes visits"), default=False)
    image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    entered_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Who last changed the credit code; another person confirms a failing one."),
    )
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)
    content_checksum = models.CharField(max_length=64, blank=True, editable=False)

    town = Localised()

    objects = ProducerQuerySet.as_manager()

    search_fields = [*token_search_fields(body=True), index.FilterField("is_sample")]

    class Meta(Claimed.Meta):
        abstract = False
        verbose_name = _("producer")
        verbose_name_plural = _("producers")
        ordering = ["legal_name_zh", "pk"]
        constraints = [
            *Claimed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                name="producer_point_complete",
                violation_error_message=_("Give latitude and longitude, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(credit_code_reviewer__isnull=True)
                | Q(credit_code_evidence__isnull=False),
                name="producer_code_review_has_evidence",
                violation_error_message=_("A code is confirmed only with a document attached."),
            ),
            models.CheckConstraint(
                condition=Q(credit_code_reviewer__isnull=True)
                | ~Q(credit_code_reviewer=models.F("entered_by")),
                name="producer_code_review_by_another",
                violation_error_message=_(
                    "Another person than the one who entered the code confirms it."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if self.credit_code_reviewer_id and self._has_new_code():
            self.credit_code_reviewer = None
        super().save(*args, **kwargs)

    def full_clean(self, *args, **kwargs):
        self._fill_slug()
        super().full_clean(*args, **kwargs)

    def _fill_slug(self):
        if self.slug or not self.legal_name_zh:
            return
        stem = ascii_slug(self.legal_name_zh, 70)
        taken = set(Producer.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
        numbered = (f"{stem}-{number}" for number in count(2))
        self.slug = next(slug for slug in chain([stem], numbered) if slug not in taken)

    def _has_new_code(self):
        if not self.pk:
            return False
        return not Producer.objects.filter(pk=self.pk, credit_code=self.credit_code).exists()

    def clean(self):
        super().clean()
        self.credit_code = credit_codes.normalise(self.credit_code) or None
        self._validate_credit_code()

    def _validate_credit_code(self):
        """A code that fails is kept only with a document; it counts once a second person agrees."""
        if not self.credit_code or self.credit_code_evidence_id:
            return
        try:
            credit_codes.validate_credit_code(self.credit_code)
        except ValidationError as error:
            raise ValidationError({"credit_code": error}) from error

    @property
    def name(self) -> str:
        """The name by which it is known, in the reader's language if there is one."""
        zh = self.trading_name_zh or self.legal_name_zh
        if get_language() == "en":
            return self.trading_name_en or self.name_en or zh
        return zh

    @property
    def place(self) -> str:
        """Town and district in the order of the reader's language; "" if neither is known."""
        parts = [self.district.name if self.district else "", self.town]
        if get_language() == "en":
            return ", ".join(filter(None, reversed(parts)))
        return "".join(parts)

    @property
    def confirmed_credit_code(self) -> str:
        """The credit code if it passes the check or a second person has confirmed it, else ""."""
        code = self.credit_code or ""
        return code if self.credit_code_reviewer_id or credit_codes.is_valid(code) else ""

    def can_be_confirmed_by(self, user) -> bool:
        """Whether `user` is a second person for a failing code that has its document."""
        return bool(
            self.credit_code
            and self.credit_code_evidence_id
            and not self.confirmed_credit_code
            and self.entered_by_id not in (None, user.pk)
        )

    @property
    def roles(self) -> list[Role]:
        """What it does."""
        return [role for role in Role if getattr(self, f"is_{role.value}")]

    @property
    def shown_languages(self) -> list[str]:
        """The languages in which it answers, by name."""
        return [language.label for language in Language if language.value in self.languages]

    @property
    def shown_markets(self) -> list[str]:
        """The markets to which it exports, by name."""
        return [market.label for market in Market if market.value in self.export_markets]

    @property
    def is_export_ready(self) -> bool:
        """Whether it names a market abroad."""
        return bool(self.export_markets)

    def search_titles(self):
        """Found by every name and by its credit code."""
        return [
            self.legal_name_zh,
            self.trading_name_zh,
            self.name_en,
            self.trading_name_en,
            self.confirmed_credit_code,
        ]

    def search_bodies(self):
        """Found by its products and its place."""
        terms = [*self.products.all(), *([self.district] if self.district else [])]
        names = [text for term in terms for text in (term.name_zh, term.name_en)]
        return [*names, self.town_zh, self.town_en]
