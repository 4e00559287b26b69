from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator


def enrolment_counts_as_second_factor(request, user, authenticator, **kwargs):
    """To enrol one enters a valid code; asking for another at once would only puzzle."""
    if authenticator.type == Authenticator.Type.TOTP:
        record_authentication(request, user, method="mfa", type=authenticator.type)
        # The signal comes on commit; the session may have been stored before.
        request.session.save()
