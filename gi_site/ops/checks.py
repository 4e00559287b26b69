from django.conf import settings
from django.core.checks import Tags, Warning, register


@register(Tags.security, deploy=True)
def mail_leaves_the_machine(app_configs, **kwargs):
    """On a public site letters in a folder reach nobody."""
    if "smtp" in settings.MAIL_TRANSPORT:
        return []
    return [
        Warning(
            "Mail is not sent but written to files.",
            hint="Set EMAIL_URL, for example submission://user:password@mail.example.org:587",
            id="ops.W001",
        )
    ]
