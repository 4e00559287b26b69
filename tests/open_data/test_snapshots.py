"""The monthly archive: made once, complete, the same bytes for the same data."""

import datetime
import hashlib
import io
import json
import zipfile

import pytest
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from gi_site.ops.chores import CHORES, snapshot_open_data
from home.open_data import snapshots
from home.open_data.datasets import DATASETS
from home.open_data.models import Snapshot
from home.open_data.snapshots import make_snapshot

DAY = datetime.date(2026, 11, 24)


def content(snapshot: Snapshot) -> bytes:
    with storages["private"].open(snapshot.file) as file:
        return file.read()


def test_an_archive_holds_everything_with_check_sums(records):
    snapshot = make_snapshot(DAY)
    archive = zipfile.ZipFile(io.BytesIO(content(snapshot)))
    names = set(archive.namelist())
    for dataset in DATASETS:
        ending = "geojson" if dataset.geometry else "json"
        assert {f"{dataset.name}.csv", f"{dataset.name}.{ending}"} <= names
    assert {"README.txt", "DICTIONARY.md", "dictionary.json", "SHA256SUMS"} <= names
    sums = dict(
        reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines()
    )
    assert set(sums) == names - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    assert json.loads(archive.read("authorisations.json"))["count"] == 3
    assert snapshot.counts["authorisations"] == 3
    assert snapshot.size == len(content(snapshot))
    assert snapshot.sha256 == hashlib.sha256(content(snapshot)).hexdigest()


def test_the_same_data_gives_the_same_bytes(records):
    first = make_snapshot(DAY)
    once = content(first)
    first.delete()
    assert content(make_snapshot(DAY)) == once


def test_a_month_has_one_archive(records):
    assert make_snapshot(DAY)
    assert make_snapshot(DAY + datetime.timedelta(days=2)) is None
    assert make_snapshot(datetime.date(2026, 12, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        Snapshot.objects.create(month=DAY.replace(day=1), made_on=DAY, size=1)


def test_of_two_workers_one_makes_the_archive(records, monkeypatch):
    """The second has looked before the first was done."""
    make_snapshot(DAY)
    files = storages["private"].listdir("open-data")[1]
    looked_too_early = Snapshot.objects.none()
    monkeypatch.setattr(snapshots.Snapshot.objects, "filter", lambda **kwargs: looked_too_early)
    assert make_snapshot(DAY) is None
    assert storages["private"].listdir("open-data")[1] == files
    assert Snapshot.objects.count() == 1


def test_the_worker_makes_the_archive_of_the_month(records):
    assert snapshot_open_data in [chore for _seconds, chore in CHORES]
    snapshot_open_data()
    call_command("make_snapshot")
    assert [each.month for each in Snapshot.objects.all()] == [timezone.localdate().replace(day=1)]


def test_an_archive_can_be_taken(client, records):
    snapshot = make_snapshot(DAY)
    response = client.get("/data/snapshots/2026-11.zip")
    assert b"".join(response.streaming_content) == content(snapshot)
    assert response["ETag"] == f'"{snapshot.sha256}"'
    assert response["Access-Control-Allow-Origin"] == "*"
    for month in ("2026-10", "2026-13", "x", "2026-11-24"):
        assert client.get(f"/data/snapshots/{month}.zip").status_code == 404


def test_a_month_is_given_by_its_first_day(db):
    with pytest.raises(IntegrityError), transaction.atomic():
        Snapshot.objects.create(month=DAY, made_on=DAY, size=1)
