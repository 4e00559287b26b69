"""Errors as documents for programs (RFC 9457): what is wrong and which values are allowed."""

import json
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpResponse
from pydantic import BaseModel, Field

CONTENT_TYPE = "application/problem+json"
DETAILS = {
    404: "There is nothing at this address.",
    405: "This address can only be read: GET, HEAD or OPTIONS.",
    500: "Something went wrong on our side. It has been noted.",
}


@dataclass(frozen=True)
class Refusal:
    """One parameter that cannot be used, and what could."""

    parameter: str
    value: str
    detail: str
    allowed: tuple[str, ...] = ()


class Problem(Exception):  # noqa: N818 - it is answered, not raised to the top
    """Ends a request with `status`; `refusals` tell what is wrong with its parameters."""

    def __init__(self, status: int, detail: str, refusals: list[Refusal] = (), headers=None):
        super().__init__(detail)
        self.status, self.detail = status, detail
        self.refusals, self.headers = refusals, headers or {}


class RefusalSchema(BaseModel):
    """One parameter that cannot be used."""

    parameter: str = Field(description="Name of the parameter.")
    value: str = Field(description="What was sent.")
    detail: str = Field(description="Why it cannot be used.")
    allowed: list[str] = Field(description="The values it takes, if they can be told.")


class ProblemSchema(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(description="Always “about:blank”: the status says what kind it is.")
    title: str = Field(description="The status in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What went wrong, for people.")
    errors: list[RefusalSchema] = Field(description="The parameters that cannot be used.")


def problem_response(status: int, detail: str = "", refusals=(), headers=None) -> HttpResponse:
    """The answer to a request that failed; never stored."""
    title = HTTPStatus(status).phrase
    body = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail or DETAILS.get(status, title),
        "errors": [
            {
                "parameter": refusal.parameter,
                "value": refusal.value,
                "detail": refusal.detail,
                "allowed": list(refusal.allowed),
            }
            for refusal in refusals
        ],
    }
    return HttpResponse(
        json.dumps(body, ensure_ascii=False),
        status=status,
        content_type=CONTENT_TYPE,
        headers={"Cache-Control": "no-store", **(headers or {})},
    )
