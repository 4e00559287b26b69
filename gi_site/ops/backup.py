"""One archive with the database and the uploads, and the way back."""

import os
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

NAMES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


def upload_folders() -> dict[str, Path]:
    """The folders of uploads on this machine, by their names in the archive."""
    folders = {"media": Path(settings.MEDIA_ROOT)}
    private = storages["private"]
    if isinstance(private, FileSystemStorage):
        folders["private"] = Path(private.location)
    return folders


def back_up(folder: Path) -> Path:
    """Write a new archive into `folder`; readers and writers go on meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"gi_site-{timezone.localtime():%Y%m%d-%H%M%S}.tar.gz"
    draft = target.with_suffix(".part")
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / NAMES[connection.vendor]
        _dump(copy)
        # It holds the staff's password hashes.
        draft.touch(mode=0o600)
        with tarfile.open(draft, "w:gz") as archive:
            archive.add(copy, copy.name)
            for name, uploads in upload_folders().items():
                if uploads.is_dir():
                    archive.add(uploads, name)
    draft.replace(target)
    return target


def restore(source: Path):
    """Put database and uploads back as they were; newer uploads stay."""
    name, folders = NAMES[connection.vendor], upload_folders()
    with tempfile.TemporaryDirectory() as scratch, tarfile.open(source) as archive:
        # Python 3.11 knows the filter only in its later releases.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        if name not in archive.getnames():
            raise CommandError(f"{source} holds no {name}: it is of another kind of database.")
        archive.extract(name, scratch)
        _load(Path(scratch) / name)
        for member in archive.getmembers():
            folder, _slash, inside = member.name.partition("/")
            if inside and folder in folders:
                member.name = inside
                archive.extract(member, folders[folder])


def copy_sqlite(source: str, target: str):
    """Copy a database page by page, also into one that is open elsewhere.

    A file put in its place would be ignored by those who have the old one open.
    """
    with (
        closing(sqlite3.connect(source)) as origin,
        closing(sqlite3.connect(target, timeout=20)) as copy,
        copy,
    ):
        origin.backup(copy)


def _dump(target: Path):
    if connection.vendor == "sqlite":
        copy_sqlite(connection.settings_dict["NAME"], str(target))
    else:
        _postgres("pg_dump", "--format=custom", "--no-owner", f"--file={target}")


def _load(source: Path):
    connection.close()
    if connection.vendor == "sqlite":
        copy_sqlite(str(source), connection.settings_dict["NAME"])
    else:
        options = ("--clean", "--if-exists", "--no-owner", "--single-transaction")
        _postgres("pg_restore", *options, f"--dbname={connection.settings_dict['NAME']}", source)


def _postgres(program: str, *arguments):
    """Run a PostgreSQL program; the password goes through the environment, never the list."""
    conf = connection.settings_dict
    given = {
        "PGHOST": conf["HOST"],
        "PGPORT": conf["PORT"],
        "PGUSER": conf["USER"],
        "PGPASSWORD": conf["PASSWORD"],
        "PGDATABASE": conf["NAME"],
    }
    environment = {**os.environ, **{name: str(value) for name, value in given.items() if value}}
    try:
        subprocess.run([program, *arguments], check=True, env=environment)  # noqa: S603
    except FileNotFoundError as error:
        raise CommandError(f"{program} is missing: install PostgreSQL's client.") from error
    except subprocess.CalledProcessError as error:
        raise CommandError(f"{program} failed with code {error.returncode}.") from error
