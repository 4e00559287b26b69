import shutil
import sqlite3
import tarfile
from contextlib import closing

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from gi_site.ops.backup import upload_folders

sqlite_only = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own way")


@pytest.fixture
def live(tmp_path, monkeypatch, settings):
    """A database file with one row and an upload, in the place of the site's."""
    path = tmp_path / "live.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE product (name)")
        database.execute("INSERT INTO product VALUES ('荔枝')")
        database.commit()
    # A copy: the connection of the tests has its database in memory, where closing loses it.
    database = connection.copy()
    database.settings_dict["NAME"] = str(path)
    monkeypatch.setattr("gi_site.ops.backup.connection", database)
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "media" / "images").mkdir(parents=True)
    (tmp_path / "media" / "images" / "a.png").write_bytes(b"picture")
    return path


def names(path):
    with closing(sqlite3.connect(path)) as database:
        return [name for (name,) in database.execute("SELECT name FROM product")]


def change(path):
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE product SET name = '龙眼'")
        database.commit()


@pytest.fixture
def archive(live, tmp_path):
    call_command("backup", tmp_path / "backups")
    (path,) = (tmp_path / "backups").iterdir()
    return path


@sqlite_only
@pytest.mark.django_db
def test_what_was_backed_up_comes_back(live, archive, settings):
    change(live)
    shutil.rmtree(settings.MEDIA_ROOT)
    call_command("restore", archive, yes=True)
    assert names(live) == ["荔枝"]
    assert (settings.MEDIA_ROOT / "images" / "a.png").read_bytes() == b"picture"


@sqlite_only
@pytest.mark.django_db
def test_private_files_come_back(live, tmp_path):
    file = upload_folders()["private"] / "registry" / "list.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"rows")
    call_command("backup", tmp_path / "backups")
    file.unlink()
    (archive,) = (tmp_path / "backups").iterdir()
    call_command("restore", archive, yes=True)
    assert file.read_bytes() == b"rows"


@sqlite_only
@pytest.mark.django_db
def test_a_restore_reaches_those_who_have_the_database_open(live, archive):
    change(live)
    with closing(sqlite3.connect(live)) as reader:
        assert reader.execute("SELECT name FROM product").fetchall() == [("龙眼",)]
        call_command("restore", archive, yes=True)
        assert reader.execute("SELECT name FROM product").fetchall() == [("荔枝",)]
        assert reader.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@sqlite_only
def test_a_restore_that_is_not_confirmed_changes_nothing(live, archive, monkeypatch):
    change(live)
    monkeypatch.setattr("builtins.input", lambda prompt: "no")
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("restore", archive)
    assert names(live) == ["龙眼"]


@sqlite_only
def test_only_its_owner_can_read_an_archive(archive):
    assert archive.stat().st_mode & 0o077 == 0


@sqlite_only
def test_an_archive_of_another_kind_of_database_is_refused(live, tmp_path):
    path = tmp_path / "other.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        archive.add(live, "database.dump")
    with pytest.raises(CommandError, match="another kind"):
        call_command("restore", path, yes=True)


def test_a_missing_archive_is_named(tmp_path):
    with pytest.raises(CommandError, match="no file"):
        call_command("restore", tmp_path / "gone.tar.gz", yes=True)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's own way")
@pytest.mark.django_db
def test_postgresql_is_dumped(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "none"
    call_command("backup", tmp_path)
    (path,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        assert archive.extractfile("database.dump").read(5) == b"PGDMP"
