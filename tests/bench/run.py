"""`make bench`: requests a second and times of the main pages, beside a bare Django view.

Everything runs on one machine: gunicorn with two sync workers and wrk with eight clients, one
after the other, on a database of its own. Writes docs/performance.md.
"""

import contextlib
import datetime
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
REPORT = ROOT / "docs" / "performance.md"
SECONDS = int(os.environ.get("BENCH_SECONDS", "8"))
CLIENTS = 8
WORKERS = 2
PRODUCTS = 19
FAST = bool(os.environ.get("BENCH_FAST"))

# Address and the share of the bare view's requests a second it has to reach uncached. A parameter
# that no page knows keeps an answer out of the page cache.
PAGES = {
    "list": ("/products/", 0.033),
    "product": ("/products/zhenlong-lychee/", 0.055),
    "search": ("/search/?q=%E8%8D%94%E6%9E%9D", 0.033),
    "404": ("/products/nowhere/", 0.2),
}
UNCACHED = "_=1"
# Searches nobody has made before, one of them a typing error: what was found is remembered.
WORDS = (
    "荔枝 甜 龙门 博罗 惠东 柑 梅菜 米 鸡 茶 糖 皮薄 果肉 lychee rice salted zhenlong lz mc 立枝"
)


@dataclass
class Row:
    """One measurement; times in milliseconds, sizes in bytes."""

    name: str
    rate: float
    p50: float
    p99: float
    queries: str = ""
    plain: int = 0
    wire: int = 0


def milliseconds(text: str) -> float:
    """wrk's `312.00us`, `4.1ms` or `1.2s`."""
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def measure(name: str, url: str) -> Row:
    """Warm `url` up, then load it for SECONDS."""
    for _ in range(2 * WORKERS + 2):
        fetch(url)
    output = subprocess.run(
        [
            "wrk",
            "-t1",
            f"-c{CLIENTS}",
            f"-d{SECONDS}s",
            "--latency",
            "-H",
            "Accept-Encoding: br, gzip",
            url,
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])
    # At the beginning of a line: elsewhere a share may end in 50 % as well.
    p50, p99 = (
        milliseconds(re.search(rf"^ +{part}%\s+(\S+)", output, re.MULTILINE)[1])
        for part in (50, 99)
    )
    headers, plain = fetch(url, {"X-Count-Queries": "1"})
    _headers, wire = fetch(url, {"Accept-Encoding": "br, gzip"})
    return Row(name, rate, p50, p99, headers.get("X-Queries", "0"), len(plain), len(wire))


def fetch(url: str, headers: dict | None = None):
    """Headers and raw body, whatever the status."""
    request = urllib.request.Request(url, headers=headers or {})
    try:
        with urllib.request.urlopen(request) as response:
            return response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.headers, error.read()


@contextlib.contextmanager
def server(environment: dict):
    """gunicorn on a free port; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "gi_site.wsgi",
            "--workers",
            str(WORKERS),
            "--worker-class",
            "sync",
            "--bind",
            f"127.0.0.1:{port}",
            "--log-level",
            "error",
        ],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            with contextlib.suppress(OSError):
                fetch(f"http://127.0.0.1:{port}/bench/bare/")
                break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def manage(environment: dict, *arguments: str):
    """Run a Python module or manage.py command quietly."""
    subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def measure_site(environment: dict) -> tuple[list[Row], list[float]]:
    """All rows for the database as it is, and the times of first searches."""
    manifest = (ROOT / "static_collected" / "staticfiles.json").read_text()
    css = re.search(r'"css/site.css": "([^"]+)"', manifest)[1]
    with server(environment) as address:
        for _ in range(2 * WORKERS + 2):
            fetch(f"{address}/search/?q=x&{UNCACHED}")
        searches = first_searches(address)
        rows = [
            measure("bare view", f"{address}/bench/bare/?{UNCACHED}"),
            measure("static file", f"{address}/static/{css}"),
        ]
        for name, (path, _share) in PAGES.items():
            joined = f"{path}{'&' if '?' in path else '?'}{UNCACHED}"
            rows.append(measure(f"{name}, uncached", f"{address}{joined}"))
            if name != "404":
                rows.append(measure(f"{name}, cached", f"{address}{path}"))
    return rows, searches


def first_searches(address: str) -> list[float]:
    """Milliseconds of each of WORDS, searched for the first time, one after the other."""
    times = []
    for word in WORDS.split():
        begun = time.perf_counter()
        fetch(f"{address}/search/?{urllib.parse.urlencode({'q': word})}")
        times.append((time.perf_counter() - begun) * 1000)
    return times


def table(rows: list[Row]) -> str:
    """The rows as Markdown."""
    bare = rows[0].rate
    lines = [
        "| what | requests/s | share of bare | p50 ms | p99 ms | queries | bytes | bytes sent |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.name} | {row.rate:,.0f} | {row.rate / bare:.3f} | {row.p50:.1f} | {row.p99:.1f}"
        f" | {row.queries} | {row.plain:,} | {row.wire:,} |"
        for row in rows
    ]
    return "\n".join(lines)


def verdicts(few: list[Row], many: list[Row]) -> str:
    """What was to be reached and what was."""
    small, large = ({row.name: row for row in rows} for rows in (few, many))
    lines = ["| to reach | reached |", "|---|---|"]
    for name, (_path, share) in PAGES.items():
        got = small[f"{name}, uncached"].rate / small["bare view"].rate
        lines.append(f"| {name} uncached at least {share} of the bare view | {got:.3f} |")
    static = small["static file"].rate
    for name in ("list", "product", "search"):
        got = small[f"{name}, cached"].rate / static
        lines.append(f"| {name} cached at least the static file | {got:.2f} of it |")
    for name in ("list", "product", "search"):
        key = f"{name}, uncached"
        cost = (small[key].rate / small["bare view"].rate) / (
            large[key].rate / large["bare view"].rate
        )
        lines.append(f"| {name}: 3,000 products cost at most 1.3 × of {PRODUCTS} | {cost:.2f} × |")
    return "\n".join(lines)


def main():
    """Prepare, measure with the real products and with 3,000, write the report."""
    if not shutil.which("wrk"):
        sys.exit("wrk is needed: apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="gi_site-bench-") as scratch:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
            "DATA_DIR": scratch,
            "MEDIA_ROOT": f"{scratch}/media",
            "DATABASE_URL": os.environ.get("BENCH_DATABASE_URL")
            or f"sqlite:///{scratch}/bench.sqlite3",
        }
        for command in (["migrate"], ["load_huizhou"], ["collectstatic", "--noinput"]):
            manage(environment, "manage.py", *command)
        if not FAST:
            manage(
                environment,
                "manage.py",
                "db_worker",
                "--batch",
                "--backend",
                "background",
                "--queue-name",
                "*",
            )
        few, few_searches = measure_site(environment)
        print(table(few), flush=True)
        manage(environment, "-m", "tests.bench.fill", "3000")
        manage(environment, "manage.py", "update_index")
        shutil.rmtree(Path(scratch) / "cache", ignore_errors=True)
        many, many_searches = measure_site(environment)
        print(table(many))
        database = environment["DATABASE_URL"].split(":")[0]
    report = f"""# Performance

Measured by `make bench` on {datetime.date.today():%d %B %Y}: {os.cpu_count()} cores
({platform.processor() or platform.machine()}), Python {platform.python_version()}, {database},
gunicorn with {WORKERS} sync workers and wrk with {CLIENTS} clients on the same machine,
{SECONDS} seconds each. Only shares within one table can be compared between machines.

“Uncached” means that the page cache is passed over; what a page remembers until something is
published (facet counts, the dossier of a product, what a search found) is warm, as on a live
site. {len(few_searches)} searches for other words, each made for the first time by a single client,
take {median(few_searches):.0f} ms (median; at most {max(few_searches):.0f}) with {PRODUCTS}
products and {median(many_searches):.0f} ms (at most {max(many_searches):.0f}) with 3,000.

{verdicts(few, many)}

## With the {PRODUCTS} products of the site

{table(few)}

## With 3,000 products

{table(many)}
"""
    REPORT.write_text(report, encoding="utf-8")


if __name__ == "__main__":
    main()
