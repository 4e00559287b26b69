import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from gi_site.ops import health


def test_alive_asks_neither_database_nor_cache(client, monkeypatch):
    monkeypatch.setattr("django.core.cache.cache.get", None)
    response = client.get("/healthz")
    assert response.json() == {"status": "ok"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready_names_every_part(client):
    response = client.get("/readyz")
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "cache": "ok",
        "media": "ok",
        "oldest_job_seconds": None,
    }
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["database", "migrations", "cache", "media"])
def test_a_failing_part_makes_the_site_unready(client, monkeypatch, part):
    def fail():
        raise OSError("secret detail")

    monkeypatch.setattr(health, f"check_{part}", fail)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()[part] == "failing"
    assert "secret" not in response.text


@pytest.mark.django_db
def test_a_media_folder_that_cannot_be_written_is_noticed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "gone"
    assert not health.check_media()


@pytest.mark.django_db
def test_a_missing_migration_is_noticed(monkeypatch):
    monkeypatch.setattr(health, "_migrations_applied", False)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'accounts'")
    assert not health.check_migrations()


@pytest.mark.django_db
def test_the_cache_must_give_back_what_it_got(monkeypatch):
    monkeypatch.setattr(cache, "set", lambda *args: None)
    assert not health.check_cache()


@pytest.mark.django_db
@pytest.mark.parametrize("scheduled", [True, False])
def test_the_age_of_the_oldest_due_job_is_told(client, scheduled):
    due = timezone.now() - datetime.timedelta(minutes=2)
    job = DBTaskResult.objects.create(
        args_kwargs={}, run_after=due if scheduled else get_date_max()
    )
    DBTaskResult.objects.filter(pk=job.pk).update(enqueued_at=due)
    DBTaskResult.objects.create(
        args_kwargs={}, run_after=timezone.now() + datetime.timedelta(days=1)
    )
    assert 119 <= client.get("/readyz").json()["oldest_job_seconds"] <= 125
