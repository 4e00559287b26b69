"""The production server: few processes, some threads each; no personal data in its output."""

import os

bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
max_requests = 10_000
max_requests_jitter = 1_000
timeout = 60
graceful_timeout = 20
keepalive = 5
# Its place in the home directory is shared by all servers of a user.
control_socket_disable = True
# Requests are logged by the application, without addresses and search words.
accesslog = None
errorlog = "-"
# Heartbeats in memory: a slow disk must not stall a worker.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
