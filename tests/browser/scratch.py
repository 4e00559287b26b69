"""A site of its own for browsers: real content, production settings, gunicorn on a free port.

Used by the browser tests, `make screenshots` and `make lighthouse`. With SCRATCH_SITE=<folder>
the prepared site stays there and is used again: quick while working on templates and styles.
"""

import contextlib
import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 30


@dataclass(frozen=True)
class Site:
    """A running site; `facts` is what `tests.browser.prepare` found out about its content.

    With `environment`, commands work on the same site.
    """

    address: str
    facts: dict
    environment: dict


def prepared(folder: Path, *, with_all_pictures: bool = False) -> Path:
    """The folder of a site's data, made by the first process that asks.

    Database and content take a while, so every process copies them (`served`).
    """
    folder = Path(os.environ.get("SCRATCH_SITE", folder)).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    url = _database_url(folder, "template")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "facts.json").exists():
            _create_database(url)
            arguments = ["--all-pictures"] if with_all_pictures else []
            _run(folder, url, "-m", "tests.browser.prepare", str(folder), *arguments)
        elif "SCRATCH_SITE" in os.environ:
            _run(folder, url, "manage.py", "collectstatic", "--noinput", "-v0")
    return folder


@contextlib.contextmanager
def copied(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The environment of a copy called `name` of the site prepared in `folder`."""
    url = _database_url(folder, name)
    _create_database(url, template=_database_url(folder, "template"))
    try:
        yield _environment(folder, name, url)
    finally:
        _drop_database(url)


@contextlib.contextmanager
def served(folder: Path, name: str = "main") -> Iterator[Site]:
    """The site prepared in `folder` on a copy of its database called `name`."""
    with copied(folder, name) as environment:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            bind = f"127.0.0.1:{probe.getsockname()[1]}"
        command = [sys.executable, "-m", "gunicorn", "--config", "python:gi_site.gunicorn"]
        environment |= {"WEB_WORKERS": "1", "SITE_URL": f"http://{bind}"}
        process = subprocess.Popen(
            [*command, "--bind", bind, "--log-level", "error", "gi_site.wsgi"],
            cwd=ROOT,
            env=environment,
        )
        try:
            _wait_for(f"http://{bind}/healthz", process)
            facts = json.loads((folder / "facts.json").read_text("utf-8"))
            yield Site(f"http://{bind}", facts, environment)
        finally:
            process.terminate()
            process.wait(START_SECONDS)


def _run(folder: Path, url: str, *arguments: str):
    environment = _environment(folder, "template", url)
    subprocess.run([sys.executable, *arguments], check=True, cwd=ROOT, env=environment)


def _environment(folder: Path, name: str, database_url: str) -> dict[str, str]:
    data = folder / f"data-{name}"
    data.mkdir(exist_ok=True)
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "DATA_DIR": str(data),
        "MEDIA_ROOT": str(folder / "media"),
        "DATABASE_URL": database_url,
        "CACHE_URL": f"file://{data / 'cache'}",
        "SECRET_KEY": "a-key-for-a-scratch-site-that-nobody-else-reaches",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "LOG_LEVEL": "ERROR",
    }


def _wait_for(url: str, process):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(url).close()
            return
        time.sleep(0.1)
    raise RuntimeError("The scratch site did not start.")


def _database_url(folder: Path, name: str) -> str:
    """Beside the tests' own database: a file, or a database on the same PostgreSQL server."""
    parts = urlsplit(os.environ.get("DATABASE_URL", ""))
    if parts.scheme.startswith("postgres"):
        return urlunsplit(parts._replace(path=f"{parts.path}_browser_{name}"))
    return f"sqlite:///{folder / name}.sqlite3"


def _create_database(url: str, template: str | None = None):
    _drop_database(url)
    if _is_file(url):
        if template:
            shutil.copyfile(urlsplit(template).path[1:], urlsplit(url).path[1:])
        return
    source = f' TEMPLATE "{urlsplit(template).path[1:]}"' if template else ""
    _on_server(url, f'CREATE DATABASE "{urlsplit(url).path[1:]}"{source}')


def _drop_database(url: str):
    if _is_file(url):
        for ending in ("", "-wal", "-shm"):
            Path(urlsplit(url).path[1:] + ending).unlink(missing_ok=True)
    else:
        _on_server(url, f'DROP DATABASE IF EXISTS "{urlsplit(url).path[1:]}" WITH (FORCE)')


def _is_file(url: str) -> bool:
    return url.startswith("sqlite:")


def _on_server(url: str, statement: str):
    import psycopg

    server = urlunsplit(urlsplit(url)._replace(scheme="postgresql", path="/postgres"))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
