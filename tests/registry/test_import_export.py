"""What the site gives out it takes back, and large files are no trouble."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from products.registry.enums import EventKind
from products.registry.models import Authorisation
from tests.factories import DistrictFactory, ProtectionFactory
from tests.registry.factories import (
    AuthorisationEventFactory,
    AuthorisationFactory,
    NoticeFactory,
)
from tests.registry.import_files import checked, csv_file, imported, product, row

pytestmark = pytest.mark.django_db
SIZE = 1_000


@pytest.fixture
def entries(registry):
    """One entry of every kind."""
    right = ProtectionFactory()
    ProtectionFactory(product=right.product)  # the export must say which one is meant
    plain = AuthorisationFactory(protection=right, district=DistrictFactory())
    AuthorisationFactory(
        protection=right,
        notice=NoticeFactory(authority_zh="广东省市场监督管理局", authority_en="Guangdong AMR"),
        valid_from=datetime.date(2022, 4, 1),
        valid_until=datetime.date(2025, 3, 31),
        note_zh="说明，带“引号”",
        note_en="-begins like a formula",
        name_as_printed="=firm",
    )
    AuthorisationFactory(reported=True, protection=right)
    AuthorisationFactory(
        protection=right, notice=None, lawful_kind="", applied_on=datetime.date(2026, 1, 5)
    )
    AuthorisationFactory(protection=right, credit_code_as_printed="91350211M0000XUF46")
    AuthorisationFactory(protection=right, successor_of=plain)
    ended = AuthorisationFactory(protection=right)
    AuthorisationEventFactory(authorisation=ended, kind=EventKind.CANCELLED)
    paused = AuthorisationFactory(protection=right)
    AuthorisationEventFactory(authorisation=paused)
    return Authorisation.objects.all()


@pytest.mark.parametrize("home", ["", "en/"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_exported_file_changes_nothing(client, entries, kind, home):
    response = client.get(f"/{home}registry/export/{kind}/")
    batch = checked(b"".join(response.streaming_content))
    assert batch.report["problems"] == []
    assert batch.report["counts"]["unchanged"] == len(entries)


def test_a_thousand_rows_take_no_more_queries_than_a_hundred():
    product()

    def queries(size):
        content = csv_file(*map(row, range(size)))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            imported(content)
        # Rows go in by hundreds and progress is told every 250 rows.
        return len(captured)

    assert queries(SIZE) < queries(100) + SIZE / 20
    assert Authorisation.objects.count() == SIZE
