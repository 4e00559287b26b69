"""Keep a few processes running together and stop them together."""

import os
import signal
import subprocess
import time
from contextlib import suppress

GRACE_SECONDS = 30
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopRequested(Exception):  # noqa: N818 - not an error
    """Somebody asked for an end."""


def supervise(commands: list[list[str]]) -> int:
    """Run all `commands` until one ends or a stop signal comes; returns the exit code.

    Each command gets a session of its own: a Ctrl-C then reaches only this process, which ends
    the others in order, together with whatever they have started.
    """
    for number in STOP_SIGNALS:
        signal.signal(number, _raise_stop)
    children = []
    try:
        for command in commands:
            children.append(subprocess.Popen(command, start_new_session=True))  # noqa: S603
        while all(child.poll() is None for child in children):
            time.sleep(0.2)
        return next(child.returncode for child in children if child.returncode is not None) or 1
    except StopRequested:
        return 0
    finally:
        for number in STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        _end(children)


def _raise_stop(number, frame):
    raise StopRequested


def _end(children: list[subprocess.Popen]):
    """Ask every child to finish its work; after the grace period insist."""
    for child in children:
        _signal(child, signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(max(0, deadline - time.monotonic()))
        # Also what a child that ended early has left behind in its group.
        _signal(child, signal.SIGKILL)
        child.wait()


def _signal(child, number):
    with suppress(ProcessLookupError):
        os.killpg(child.pid, number)
