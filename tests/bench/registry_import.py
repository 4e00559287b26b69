"""`make bench-import`: time and memory of checking, importing and undoing 10,000 rows.

Each stage runs in a process of its own, as in the worker, on a scratch database or on the one
that BENCH_DATABASE_URL names. Prints a table for docs/import.md.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROWS = int(os.environ.get("BENCH_ROWS", "10000"))
STAGES = {
    "check-new": "dry run, {rows} new rows (XLSX)",
    "import-new": "import, {rows} new rows",
    "check-same": "dry run, {rows} unchanged rows (CSV)",
    "check-changed": "dry run, {rows} changed rows (CSV)",
    "import-changed": "import, {rows} changed rows",
    "undo-changed": "undo of the changes",
    "undo-new": "undo of the new rows",
}


def main():
    """Run all stages one after the other and print what each took."""
    with tempfile.TemporaryDirectory(prefix="gi_site-bench-") as scratch:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "gi_site.settings.dev",
            "DATA_DIR": scratch,
            "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL")
            or f"sqlite:///{scratch}/bench.sqlite3",
        }
        run(environment, "prepare")
        print("| what | seconds | of that on a processor | peak memory, MB |\n|---|---|---|---|")
        for stage, label in STAGES.items():
            seconds, busy, megabytes = run(environment, stage)
            name = label.format(rows=f"{ROWS:,}")
            print(f"| {name} | {seconds:.1f} | {busy:.1f} | {megabytes:.0f} |", flush=True)


def run(environment: dict, stage: str) -> tuple[float, float, float]:
    """Seconds, seconds on a processor, megabytes; the start of the process included."""
    began = time.monotonic()
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.registry_import", stage], env=environment, cwd=ROOT
    )
    _pid, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"{stage} failed")
    busy = usage.ru_utime + usage.ru_stime
    return time.monotonic() - began, busy, usage.ru_maxrss / 1024


def work(stage: str):
    """One stage, in its own process."""
    import django

    django.setup()
    from django.core.management import call_command

    from gi_site.accounts.models import User
    from products.registry.enums import BatchState
    from products.registry.importing import apply, tasks
    from products.registry.models import Authorisation, ImportBatch

    if stage == "prepare":
        call_command("migrate", verbosity=0)
        from tests.registry.import_files import product

        product()
        for name in ("first", "second"):
            User.objects.create(username=name)
        return
    first, second = User.objects.order_by("pk")[:2]
    action, kind = stage.split("-")
    if action == "check":
        from tests.registry.import_files import csv_file, upload, xlsx_file

        rows = bench_rows(valid_until="2030-12-31" if kind == "changed" else "")
        batch = upload((xlsx_file if kind == "new" else csv_file)(*rows), by=first)
        tasks.check_batch.call(batch.pk)
        batch.refresh_from_db()
        assert batch.report["counts"][{"same": "unchanged"}.get(kind, kind)] == ROWS
    elif action == "import":
        batch = ImportBatch.objects.latest("pk")
        batch.state, batch.closed_by = BatchState.IMPORTING, second
        batch.save()
        tasks.import_batch.call(batch.pk)
        batch.refresh_from_db()
        assert batch.state == BatchState.CONFIRMED, batch.report.get("notice")
    else:
        apply.undo(ImportBatch.objects.filter(state=BatchState.CONFIRMED).latest("pk"), second)
        assert Authorisation.objects.filter(valid_until=None).count() == (
            ROWS if kind == "changed" else 0
        )


def bench_rows(**values) -> list[dict]:
    """Rows of 100 firms to a notice."""
    from tests.registry.import_files import row

    return [
        row(
            number,
            notice_number=f"国家知识产权局公告第{400 + number // 100}号",
            address=f"惠州市惠阳区镇隆镇第{number}号",
            **values,
        )
        for number in range(ROWS)
    ]


if __name__ == "__main__":
    work(sys.argv[1]) if len(sys.argv) > 1 else main()
