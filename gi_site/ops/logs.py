"""Log lines: JSON for machines in production, plain text for people in development."""

import structlog

from .secrets import masked


def mask_secrets(logger, method, event_dict):
    """Lines of Django name paths as well: “Internal Server Error: /…”."""
    event_dict["event"] = masked(str(event_dict["event"]))
    return event_dict


SHARED = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    mask_secrets,
]


def configure(*, json: bool, level: str) -> dict:
    """Set up structlog; returns Django's `LOGGING`, which sends everything through it."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    if json:
        last = [
            # As text: the dictionary form would show local variables, people's data among them.
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    else:
        last = [structlog.dev.ConsoleRenderer(colors=False)]
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "default": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    *last,
                ],
            },
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "default"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Warns at every HEAD answer that it leaves out the body.
            "gunicorn.http.wsgi": {"level": "ERROR"},
            # Each saved record would be several lines: queued, worked, edited.
            "django_tasks": {"level": "WARNING"},
            "wagtail": {"level": "WARNING"},
            # Instead of Django's own handlers, which mail whole requests to administrators.
            "django": {"handlers": [], "level": level, "propagate": True},
            # 4xx answers have their own line already.
            "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
            # The development server repeats what the request line says, with the query.
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
        },
    }
