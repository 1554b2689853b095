"""The command as people run it: a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("hoadam")


def run(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `hoadam ARGUMENTS`."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "TMPDIR", "PYTHONPATH")}
    done = subprocess.run(
        [COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        env={**kept, "LANG": "C.UTF-8", **environment},
        timeout=120,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()
