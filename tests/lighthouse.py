"""`make lighthouse`: Lighthouse (mobile) on home, finder and product; writes docs/lighthouse.md.

Needs Node 20 or newer; npx brings Lighthouse.
"""

import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from tests.browser.chromium import CHROMIUM_FLAGS, chromium_path
from tests.browser.scratch import ROOT, prepared, served

LIGHTHOUSE = "lighthouse@12.8.2"  # the last one for Node 20
ATTEMPTS = 4  # now and then Chromium's trace lacks its start, and Lighthouse asks to be run again
REPORT = ROOT / "docs" / "lighthouse.md"
PAGES = {
    "home": "/",
    "finder": "/products/",
    "product": "/products/zhenlong-lychee/",
    "home, English": "/en/",
    "finder, English": "/en/products/",
    "product, English": "/en/products/zhenlong-lychee/",
}
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def audit(url: str) -> dict:
    """Lighthouse's result for one address."""
    # As nearly every visitor meets it: from the page cache.
    urllib.request.urlopen(urllib.request.Request(url, headers={"Accept-Encoding": "br"})).close()
    flags = " ".join(["--headless=new", *CHROMIUM_FLAGS])
    command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json"]
    for _ in range(ATTEMPTS):
        done = subprocess.run(
            [*command, f"--chrome-flags={flags}"], stdout=subprocess.PIPE, text=True
        )
        if done.returncode == 0:
            return json.loads(done.stdout)
    sys.exit(f"Lighthouse could not measure {url}.")


def failures(result: dict) -> list[str]:
    """Audits that cost points outside the performance category."""
    counted = {
        ref["id"]
        for name, category in result["categories"].items()
        if name != "performance"
        for ref in category["auditRefs"]
        if ref["weight"]
    }
    audits = (result["audits"][name] for name in sorted(counted))
    return [audit["title"] for audit in audits if audit["score"] not in (1, None)]


def row(name: str, result: dict) -> tuple[str, bool]:
    """A line of the report, and whether the page reaches what it has to."""
    scores = {key: round(100 * result["categories"][key]["score"]) for key in LEAST}
    numbers = (
        result["audits"][key]["displayValue"]
        for key in ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    )
    cells = [name, *map(str, scores.values()), *numbers]
    return f"| {' | '.join(cells)} |", all(scores[key] >= LEAST[key] for key in LEAST)


def main():
    """Measure all pages; ends with an error if one is below what it has to reach."""
    if not shutil.which("npx"):
        sys.exit("Node 20 or newer is needed.")
    if path := chromium_path():
        os.environ["CHROME_PATH"] = path
    lines, good = [], True
    with (
        tempfile.TemporaryDirectory(prefix="gi_site-lighthouse-") as scratch,
        served(prepared(Path(scratch), with_all_pictures=True), "lighthouse") as site,
    ):
        for name, path in PAGES.items():
            result = audit(site.address + path)
            line, reached = row(name, result)
            print(line, *failures(result), sep="\n  ", flush=True)
            lines.append(line)
            good &= reached
    least = ", ".join(f"{key.replace('-', ' ')} {value}" for key, value in LEAST.items())
    REPORT.write_text(
        f"""# Lighthouse

Measured by `make lighthouse` on {datetime.date.today():%d %B %Y} with {LIGHTHOUSE}, mobile and its
simulated slow network, against gunicorn with production settings. To reach: {least}.

| page | performance | accessibility | best practices | SEO | LCP | TBT | CLS |
|---|---|---|---|---|---|---|---|
{chr(10).join(lines)}
""",
        encoding="utf-8",
    )
    sys.exit(not good)


if __name__ == "__main__":
    main()
