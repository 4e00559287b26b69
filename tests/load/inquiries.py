"""`make load`: inquiries sent to a server that is killed again and again (ARGS=number of them).

Buyers send forms at the same time while the server, with everything it has begun, gets SIGKILL
at random moments and is started again. Whoever gets no answer presses once more, as people do.
In the end every inquiry that was acknowledged has to be in the database with its mails in the
queue, and none twice.
"""

import contextlib
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import django
from django.core import signing

django.setup()

from gi_site.intake.form_key import KEY_SALT  # noqa: E402
from tests.browser.scratch import ROOT, copied, prepared  # noqa: E402

BUYERS = 4
ATTEMPTS = 40
PAUSE = 0.25  # seconds until a buyer without an answer presses again
CSRF = "a" * 32
SECRET_KEY = "a-key-for-a-scratch-site-that-nobody-else-reaches"
COUNT = """
import json
from gi_site.ops.models import OutgoingMail
from products.inquiries.models import Inquiry
keys = Inquiry.objects.real().values_list("submission_key", "pk")
print(json.dumps([[str(key), pk] for key, pk in keys]))
print(json.dumps(list(OutgoingMail.objects.exclude(key=None).values_list("key", flat=True))))
"""


@dataclass
class Outcome:
    """What was sent, what was acknowledged and what is there; keys are those of the forms."""

    sent: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    stored: list[str] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    without_mail: set[str] = field(default_factory=set)
    mails: list[str] = field(default_factory=list)
    kills: int = 0
    refused: list[str] = field(default_factory=list)


class Server:
    """gunicorn with two workers in a process group of its own, so that all of it can be killed."""

    def __init__(self, environment: dict):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.environment = environment | {"WEB_WORKERS": "2", "TRUSTED_PROXIES": "1"}
        self.process = None

    def start(self):
        command = [sys.executable, "-m", "gunicorn", "--config", "python:gi_site.gunicorn"]
        self.process = subprocess.Popen(
            [*command, "--bind", f"127.0.0.1:{self.port}", "gi_site.wsgi"],
            cwd=ROOT,
            env=self.environment,
            start_new_session=True,
            stderr=subprocess.DEVNULL,
        )

    def kill(self):
        """SIGKILL to the master and all workers at once: nothing can be tidied up."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def is_up(self) -> bool:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            connection.request("GET", "/healthz", headers={"Host": "127.0.0.1"})
            return connection.getresponse().status == 200
        return False

    def wait(self):
        deadline = time.monotonic() + 60
        while not self.is_up():
            if time.monotonic() > deadline:
                raise RuntimeError("The server did not start.")
            time.sleep(0.1)


def send(port: int, product: str, number: int, outcome: Outcome):
    """One buyer's form, pressed again until it is acknowledged."""
    key = uuid.uuid4()
    mark = {"key": key.hex, "at": time.time() - 60}
    body = urlencode(
        {
            "csrfmiddlewaretoken": CSRF,
            "step": "send",
            "key": signing.dumps(mark, key=SECRET_KEY, salt=KEY_SALT),
            "form-TOTAL_FORMS": "1",
            "form-INITIAL_FORMS": "0",
            "form-0-product": product,
            "form-0-quantity": "100",
            "form-0-unit": "kg",
            "route": "office",
            "buyer_name": f"买家{number}",
            "contact_channel": "email",
            "contact": f"buyer{number}@example.org",
            "language": "zh-hans",
            "consent": "on",
        }
    )
    headers = {
        "Host": "127.0.0.1",
        "Cookie": f"csrftoken={CSRF}",
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
    }
    outcome.sent.add(str(key))
    for _attempt in range(ATTEMPTS):
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("POST", "/inquiries/new/", body, headers)
            response = connection.getresponse()
            text = response.read()
            if response.status == 302:
                outcome.acknowledged.add(str(key))
                return
            if response.status != 503:
                outcome.refused.append(f"{response.status} {text[:300]!r}")
                return
        time.sleep(PAUSE)


def run(folder: Path, amount: int, kills: int) -> Outcome:
    """`amount` inquiries and about `kills` kills on a copy of the site prepared in `folder`."""
    outcome, dice = Outcome(), random.Random()
    with copied(folder, "load") as environment:
        server = Server(environment)
        server.start()
        server.wait()
        done = threading.Event()

        def killer():
            while not done.is_set() and outcome.kills < kills:
                # At any time after the first answers; the next one not before the start.
                if done.wait(dice.uniform(0.2, 1.5)):
                    return
                server.kill()
                outcome.kills += 1
                server.start()
                server.wait()

        thread = threading.Thread(target=killer)
        thread.start()
        with ThreadPoolExecutor(BUYERS) as buyers:
            for number in range(amount):
                buyers.submit(send, server.port, "zhenlong-lychee", number, outcome)
        done.set()
        thread.join()
        server.kill()
        listed = subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-c", COUNT],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.splitlines()
    inquiries, outcome.mails = (json.loads(line) for line in listed[-2:])
    outcome.stored = [key for key, _pk in inquiries]
    outcome.lost = outcome.acknowledged - set(outcome.stored)
    outcome.without_mail = {
        key for key, pk in inquiries if f"inquiry-{pk}-received" not in outcome.mails
    }
    return outcome


def main():
    """The large form: 1,000 inquiries, or as many as are asked for."""
    amount = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory(prefix="gi_site-load-") as scratch:
        outcome = run(prepared(Path(scratch)), amount, kills=amount // 20)
    print(
        f"{len(outcome.sent)} sent, {len(outcome.acknowledged)} acknowledged,"
        f" {len(outcome.stored)} stored, {len(outcome.mails)} mails, {outcome.kills} kills;"
        f" lost {len(outcome.lost)}, twice {len(outcome.stored) - len(set(outcome.stored))},"
        f" without mail {len(outcome.without_mail)}, refused {len(outcome.refused)}"
    )
    if outcome.lost or outcome.without_mail or outcome.refused:
        sys.exit(1)


if __name__ == "__main__":
    main()
