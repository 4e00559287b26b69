"""Two people: what one of them enters or changes by hand another confirms.

A form is confirmed as a whole, so whoever saves a change to an entry vouches for all of it that
waits. A change to what was confirmed takes the entry off the public registry until it is
confirmed anew.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from gi_site.core.signals import rows_written
from gi_site.ops.page_cache import bump_page_cache
from products.producers.credit_codes import validate_credit_code
from products.registry.models import Authorisation, AuthorisationEvent

CONFIRM = "registry.change_authorisation"
PEOPLE = ("entered_by_id", "checked_by_id", "checked_at")


def waiting_parts(entry: Authorisation) -> list:
    """What waits for a second person: the entry itself, its events, both or nothing."""
    return [
        part
        for part in (entry, *entry.events.all())
        if part.entered_by_id and part.checked_at is None
    ]


def can_be_confirmed_by(entry: Authorisation, user) -> bool:
    """Whether something waits, nothing of it was entered by `user`, and no proof is missing."""
    parts = waiting_parts(entry)
    if entry in parts and lacks_proof_of_code(entry):
        return False
    return bool(parts) and all(part.entered_by_id != user.pk for part in parts)


def doubt_about_code(entry: Authorisation) -> str:
    """What is wrong with the credit code as printed, or nothing."""
    if entry.credit_code_as_printed:
        try:
            validate_credit_code(entry.credit_code_as_printed)
        except ValidationError as error:
            return error.messages[0]
    return ""


def lacks_proof_of_code(entry: Authorisation) -> bool:
    """Whether the code fails its check and neither file nor link shows how it is printed."""
    notice, source = entry.notice, entry.source
    has_proof = (notice and (notice.file_id or notice.url)) or (source and source.url)
    return bool(doubt_about_code(entry)) and not has_proof


def note_changes(entry: Authorisation, user):
    """Note in `entry`, which is about to be saved in a transaction, that `user` has changed it.

    Compares with what is stored and not with what the form was filled with: going back to an
    earlier version is a change too, and must not bring back the confirmation of that time.
    """
    entry.fill_derived()
    stored = Authorisation.objects.select_for_update(of=("self",)).filter(pk=entry.pk).first()
    stored_events = {event.pk: event for event in stored.events.all()} if stored else {}
    events = list(entry.events.all())
    pairs = [(event, stored_events.pop(event.pk, None)) for event in events]
    for part, old in ((entry, stored), *pairs):
        for name in PEOPLE:
            setattr(part, name, getattr(old, name, None))
    changed = [event for event, old in pairs if _differs(event, old)]
    # Taking back a suspension alone would make a firm a lawful user again.
    unsaid = any(event.checked_at for event in (*stored_events.values(), *changed))
    if unsaid or _differs(entry, stored):
        changed.append(entry)
    for part in changed:
        part.checked_by, part.checked_at, part.entered_by = None, None, user
    if changed or stored_events:
        for part in waiting_parts(entry):
            part.entered_by = user


@transaction.atomic
def confirm(entry: Authorisation, user) -> bool:
    """Confirm all that waits, unless `entry` was changed since it was read."""
    parts, now = waiting_parts(entry), timezone.now()
    check = {"checked_by": user, "checked_at": now}
    same = Authorisation.objects.filter(pk=entry.pk, changed_at=entry.changed_at)
    if not same.update(changed_at=now, **(check if entry in parts else {})):
        return False
    events = [part.pk for part in parts if part is not entry]
    AuthorisationEvent.objects.filter(pk__in=events).update(**check)
    rows_written.send(Authorisation, keys=[entry.pk])
    log(entry, "registry.confirm", user=user)
    bump_page_cache()
    return True


def _differs(part, old) -> bool:
    """Whether anything that a form can change is not as it was."""
    return old is None or any(
        getattr(part, field.attname) != getattr(old, field.attname)
        for field in part._meta.concrete_fields
        if field.editable and not field.primary_key
    )
