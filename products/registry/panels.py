"""The admin forms of the registry."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList, Panel

from gi_site.core.admin_forms import RecordForm, RowsPanel, show_constraints_at
from products.catalogue.panels import both, group, row
from products.registry import two_people
from products.registry.models import Authorisation
from products.registry.owners import Owners

show_constraints_at(
    authorisation_announced_has_right="protection",
    authorisation_ends_after_it_begins="valid_until",
    authorisation_event_once="on",
    authorisation_has_footing="notice",
    authorisation_once_per_notice="credit_code_as_printed",
    notice_once="number",
)


class NoticeForm(RecordForm):
    """A notice; what proves confirmed entries stays as it is."""

    proof = ("number", "issued_on", "authority_zh")

    def __init__(self, *args, instance=None, **kwargs):
        is_proof = bool(instance and instance.pk) and _proves_something(instance)
        if is_proof:
            # An earlier version of the notice must not bring back its earlier date either.
            instance.refresh_from_db(fields=self.proof)
        super().__init__(*args, instance=instance, **kwargs)
        for name in self.proof if is_proof else ():
            self.fields[name].disabled = True


def _proves_something(notice) -> bool:
    confirmed = {"checked_at__isnull": False}
    return (
        notice.authorisations.filter(**confirmed).exists()
        or notice.events.filter(**confirmed).exists()
    )


class AuthorisationForm(RecordForm):
    """An entry with its events; notes who has entered what."""

    def save(self, commit=True):
        entry = super().save(commit=False)
        two_people.note_changes(entry, self.for_user)
        if not entry.producer_id:
            entry.producer = Owners([entry]).of(entry)
        if commit:
            entry.save()
            self.save_m2m()
        return entry


class TwoPeoplePanel(Panel):
    """Who has entered and who has confirmed this entry."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "registry/admin/two_people_panel.html"

        def is_shown(self):
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            stored = Authorisation.objects.prefetch_related(
                "events__entered_by", "events__checked_by"
            ).get(pk=self.instance.pk)
            return super().get_context_data(parent_context) | {
                "parts": [stored, *stored.events.all()],
                "waits": bool(two_people.waiting_parts(stored)),
                "doubt": two_people.doubt_about_code(stored),
                "lacks_proof": two_people.lacks_proof_of_code(stored),
                "may_confirm": two_people.can_be_confirmed_by(stored, self.request.user),
            }


AUTHORISATION_PANELS = ObjectList(
    [
        TwoPeoplePanel(heading=_("Two people")),
        HelpPanel(
            _(
                "What you save here is public only after another person has confirmed it. A"
                " change to a confirmed entry takes it off the public registry until then."
            )
        ),
        group(
            _("Product and right"),
            row("product", "protection"),
            FieldPanel("lawful_kind"),
        ),
        group(
            _("Firm"),
            HelpPanel(
                _(
                    "Copy name, address and credit code exactly as the notice prints them, also"
                    " where they look wrong. After a change of name or address make a new entry"
                    " that follows this one."
                )
            ),
            FieldPanel("name_as_printed"),
            FieldPanel("address_as_printed"),
            FieldRowPanel(
                [
                    FieldPanel(
                        "credit_code_as_printed",
                        help_text=_("18 characters; empty if the notice gives none."),
                    ),
                    FieldPanel("district", widget=forms.Select),
                ]
            ),
            FieldPanel(
                "producer", help_text=_("The firm's own record, if there is one on this site.")
            ),
            FieldPanel("successor_of"),
        ),
        group(
            _("Basis and validity"),
            FieldPanel("notice", help_text=_("Without a notice nobody counts as a lawful user.")),
            FieldPanel("source"),
            FieldPanel("applied_on"),
            row("valid_from", "valid_until"),
        ),
        RowsPanel(
            "events",
            [row("kind", "on"), both("reason"), FieldPanel("notice")],
            heading=_("Events"),
            help_text=_(
                "What happened after the announcement. Each event counts once another person"
                " has confirmed it. “From” is the first day on which it holds."
            ),
        ),
        group(_("Note"), FieldPanel("note_zh"), FieldPanel("note_en"), classname="collapsed"),
    ],
    base_form_class=AuthorisationForm,
)

NOTICE_PANELS = ObjectList(
    [
        HelpPanel(
            _(
                "Number, date and authority stay as they are as soon as a confirmed entry rests"
                " on them. If they are wrong, record the right notice and change the entries."
            )
        ),
        row("number", "issued_on"),
        both("authority"),
        FieldPanel("title_zh"),
        FieldPanel("title_en"),
        FieldPanel("file"),
        FieldPanel("url"),
        FieldPanel("source"),
    ],
    base_form_class=NoticeForm,
)
