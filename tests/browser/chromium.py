"""Which browser to start, and how."""

import shutil

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The browser itself must be as silent as the pages it shows.
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str | None:
    """A Chromium of the system; without one Playwright starts its own."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def launch_options() -> dict:
    """Arguments for Playwright's `launch`."""
    path = chromium_path()
    return {"args": CHROMIUM_FLAGS} | ({"executable_path": path} if path else {})
