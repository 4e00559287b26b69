import sys
import time

import polib
import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gi_site.ops import supervisor
from gi_site.ops.management.commands import worker
from gi_site.ops.page_cache import current_generation
from gi_site.ops.translations import compile_catalogues


@pytest.fixture
def catalogue(settings, tmp_path):
    """A catalogue with one entry."""
    path = tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    entries = polib.POFile()
    entries.append(polib.POEntry(msgid="Lychee", msgstr="荔枝"))
    entries.save(str(path))
    settings.LOCALE_PATHS = [tmp_path]
    return path


def test_a_changed_catalogue_is_compiled_once(catalogue):
    (written,) = compile_catalogues()
    assert polib.mofile(str(written))[0].msgstr == "荔枝"
    assert compile_catalogues() == []


def test_the_command_names_what_it_has_compiled(catalogue, capsys):
    call_command("compile_translations")
    assert str(catalogue.with_suffix(".mo")) in capsys.readouterr().out


@pytest.fixture
def content(settings):
    """Content that is there already: loading it is tested elsewhere."""
    settings.FIRST_CONTENT = ("contenttypes.ContentType", "load_huizhou")
    settings.DEBUG = True


@pytest.mark.django_db
def test_the_first_account_is_made_once_and_its_password_shown_once(content, capsys):
    call_command("prepare")
    password = capsys.readouterr().out.split("password ")[1].split()[0]
    assert get_user_model().objects.get().check_password(password)
    call_command("prepare")
    assert "password" not in capsys.readouterr().out
    assert get_user_model().objects.count() == 1


@pytest.mark.django_db
def test_an_empty_database_gets_its_content(content, settings, monkeypatch):
    settings.FIRST_CONTENT = ("catalogue.ProductPage", "load_huizhou")
    called = []
    command = "gi_site.ops.management.commands.prepare.call_command"
    monkeypatch.setattr(command, lambda name, **options: called.append(name))
    call_command("prepare")
    assert called == ["migrate", "load_huizhou"]


@pytest.mark.django_db
def test_a_new_version_forgets_stored_pages(content, django_capture_on_commit_callbacks):
    before = current_generation()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("prepare")
    assert current_generation() != before


@pytest.mark.django_db
def test_a_new_version_tells_the_database_how_large_its_tables_are(
    content,
):
    with CaptureQueriesContext(connection) as queries:
        call_command("prepare")
    assert "ANALYZE" in [query["sql"] for query in queries]


@pytest.mark.parametrize(("debug", "server"), [(True, "runserver"), (False, "gunicorn")])
def test_start_runs_server_and_worker(settings, monkeypatch, debug, server):
    settings.DEBUG = debug
    started = []
    monkeypatch.setattr(
        "gi_site.ops.management.commands.start.call_command", lambda *args, **options: None
    )
    monkeypatch.setattr(
        "gi_site.ops.management.commands.start.supervise",
        lambda commands: started.extend(commands) or 0,
    )
    with pytest.raises(SystemExit):
        call_command("start", "127.0.0.1:8123")
    web, queue = started
    assert server in web
    assert "127.0.0.1:8123" in web
    assert queue[-1] == "worker"


@pytest.fixture
def keep_signals():
    """The supervisor takes over the signals of its process; here that is the test run."""
    kept = {number: supervisor.signal.getsignal(number) for number in supervisor.STOP_SIGNALS}
    yield
    for number, handler in kept.items():
        supervisor.signal.signal(number, handler)


@pytest.mark.usefixtures("keep_signals")
def test_when_one_process_ends_the_others_are_stopped():
    begun = time.monotonic()
    fails = [sys.executable, "-c", "raise SystemExit(3)"]
    sleeps = [sys.executable, "-c", "import time; time.sleep(60)"]
    assert supervisor.supervise([fails, sleeps]) == 3
    assert time.monotonic() - begun < 30


@pytest.mark.usefixtures("keep_signals")
def test_a_stop_signal_ends_all_with_success(monkeypatch):
    children = []
    popen = supervisor.subprocess.Popen

    def spy(*args, **options):
        children.append(popen(*args, **options))
        return children[-1]

    def stop(seconds):
        supervisor.signal.raise_signal(supervisor.signal.SIGTERM)

    monkeypatch.setattr(supervisor.subprocess, "Popen", spy)
    monkeypatch.setattr(supervisor.time, "sleep", stop)
    sleeps = [sys.executable, "-c", "import time; time.sleep(60)"]
    assert supervisor.supervise([sleeps, sleeps]) == 0
    assert all(child.returncode is not None for child in children)


def test_the_worker_does_the_chores_in_a_batch_too(monkeypatch):
    done = []
    monkeypatch.setattr(worker, "run_chores", lambda: done.append("chores"))
    monkeypatch.setattr(worker.db_worker.Command, "handle", lambda self, **options: done.append(1))
    worker.Command().handle(batch=True)
    assert done == ["chores", 1]
