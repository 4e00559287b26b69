"""The answers of the registry in whole sentences: nothing is pieced together from fragments."""

import datetime

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from gi_site.core.templatetags.formats import announcement, long_date
from products.registry.enums import EventKind, Status
from products.registry.models import Authorisation, Standing

REASONS = {
    EventKind.EXPIRED: _("its term ran out"),
    EventKind.SURRENDERED: _("the firm gave it up"),
    EventKind.CANCELLED: _("the authority cancelled it"),
    EventKind.BASE_RIGHT_ENDED: _("the right on which it rests has ended"),
}
TODAY = {
    Status.IN_FORCE: _(
        "{firm} is authorised to use the GI mark for {product} since {since}, by {notice}."
    ),
    Status.SUSPENDED: _(
        "{firm} must not use the GI mark for {product} at present: suspended since {since}."
    ),
    Status.ENDED: _(
        "{firm} may no longer use the GI mark for {product}: the authorisation ended on {since}"
        " because {reason}."
    ),
    Status.APPLIED: _(
        "{firm} has applied to use the GI mark for {product} and is not authorised yet."
    ),
    Status.REPORTED: _(
        "A report names {firm} as a user of the GI mark for {product}; the notice has not been"
        " found, so this is to be verified."
    ),
    Status.NOT_YET: _(
        "{firm} is not authorised yet to use the GI mark for {product}: the authorisation has"
        " not begun."
    ),
}
THAT_DAY = {
    Status.IN_FORCE: _(
        "On {day} {firm} was authorised to use the GI mark for {product}, since {since}, by"
        " {notice}."
    ),
    Status.SUSPENDED: _(
        "On {day} {firm} was not allowed to use the GI mark for {product}: suspended since {since}."
    ),
    Status.ENDED: _(
        "On {day} {firm} was no longer authorised to use the GI mark for {product}: the"
        " authorisation ended on {since} because {reason}."
    ),
    Status.APPLIED: _(
        "On {day} {firm} had applied to use the GI mark for {product} and was not authorised yet."
    ),
    Status.REPORTED: _(
        "A report names {firm} as a user of the GI mark for {product}; no notice proves how it"
        " stood on {day}."
    ),
    Status.NOT_YET: _(
        "On {day} {firm} was not authorised to use the GI mark for {product}: the authorisation"
        " had not begun."
    ),
}
SUSPENDED_BECAUSE = _(
    "{firm} must not use the GI mark for {product} at present: suspended since {since}, because:"
    " {reason}"
)
SUSPENDED_THAT_DAY_BECAUSE = _(
    "On {day} {firm} was not allowed to use the GI mark for {product}: suspended since {since},"
    " because: {reason}"
)
ENDED_SOME_DAY = _(
    "{firm} may no longer use the GI mark for {product}: the authorisation has ended because"
    " {reason}; the day is not known."
)
VERDICTS = {
    Status.IN_FORCE: pgettext_lazy("verdict", "Authorised"),
    Status.SUSPENDED: pgettext_lazy("verdict", "Not allowed: suspended"),
    Status.ENDED: pgettext_lazy("verdict", "Not allowed: ended"),
    Status.APPLIED: pgettext_lazy("verdict", "Not authorised yet"),
    Status.REPORTED: pgettext_lazy("verdict", "To be verified"),
    Status.NOT_YET: pgettext_lazy("verdict", "Not authorised yet"),
}


def status_sentence(entry: Authorisation, standing: Standing, day: datetime.date) -> SafeString:
    """How `entry` stands on `day`, with its date, its reason and its notice."""
    template = (TODAY if day == timezone.localdate() else THAT_DAY)[standing.status]
    reason = REASONS.get(standing.ended, "")
    if standing.status == Status.ENDED and standing.since is None:
        template = ENDED_SOME_DAY
    if standing.status == Status.SUSPENDED and (reason := standing.event.reason):
        is_today = template is TODAY[Status.SUSPENDED]
        template = SUSPENDED_BECAUSE if is_today else SUSPENDED_THAT_DAY_BECAUSE
    return format_html(
        str(template),
        firm=firm_name(entry),
        product=entry.product.name,
        since=long_date(standing.since),
        notice=announcement(standing.notice.number) if standing.notice else "",
        reason=reason,
        day=long_date(day),
    )


def firm_name(entry: Authorisation) -> SafeString:
    """The name as printed in the notice; for English readers with its English name if known."""
    printed = format_html("<b>{}</b>", chinese(entry.name_as_printed))
    english = entry.producer.name_en if entry.producer else ""
    if get_language() == "en" and english:
        return format_html("{} ({})", printed, english)
    return printed


def chinese(text: str) -> SafeString | str:
    """`text` marked as Chinese where the page is not."""
    return format_html('<span lang="zh-Hans">{}</span>', text) if get_language() == "en" else text
