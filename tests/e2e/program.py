"""Runs the built program, for the tests in this folder."""
import json
import os
import pathlib
import resource
import subprocess
import tempfile
import unittest

PROGRAM = os.environ.get("CASUS_PROGRAM", "casus")
SOURCE = pathlib.Path(os.environ.get("CASUS_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
SANITIZED = bool(os.environ.get("CASUS_SANITIZED"))
# Where model, knowledge and rules are.
DATA = pathlib.Path(os.environ.get("CASUS_DATA", SOURCE))
# Seconds. A report of a few hundred words takes far less than one; what takes this long hangs.
PATIENCE = 600 if SANITIZED else 120

REPORT = """Vorland and Estmark resume talks

KESSEL, May 4 (Northern Wire) - Prime Minister Maren Tolk of Vorland spoke with Estmark's president, Jon Aske, by phone on Saturday.

"We will go on," she said. Aske denied that his army had shelled the town of Lutz.
"""
FRENCH = """Le président et le premier ministre se sont rencontrés mardi à la capitale pour parler de la paix. Ils ont dit que les
combats devaient cesser et que les réfugiés pourraient rentrer chez eux avant la fin de l'année.
"""


class Result:
    def __init__(self, completed):
        self.status = completed.returncode
        self.out = completed.stdout
        self.err = completed.stderr.decode("utf8", "replace")
        self.error_lines = self.err.splitlines()

    @property
    def text(self):
        return self.out.decode("utf8")

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def jsonl(self):
        return [json.loads(line) for line in self.out.splitlines()]


def environment(**changes):
    """The tests' own, without what changes the output; None takes a variable away."""
    result = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR")}
    for name, value in changes.items():
        result.pop(name, None)
        if value is not None:
            result[name] = str(value)
    return result


def limit_memory(megabytes):
    def limit():
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))

    return limit


def casus(*arguments, stdin=b"", env=None, megabytes=None):
    if isinstance(stdin, str):
        stdin = stdin.encode("utf8")
    return Result(
        subprocess.run(
            [PROGRAM, *map(str, arguments)],
            input=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=env or environment(),
            timeout=PATIENCE,
            preexec_fn=limit_memory(megabytes) if megabytes and not SANITIZED else None,
        )
    )


class Folder(unittest.TestCase):
    """A test with an empty folder of its own."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="casus-")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf8") if isinstance(content, str) else content)
        return path

    def assertOneLine(self, result, *parts):
        self.assertEqual(len(result.error_lines), 1, result.err)
        self.assertTrue(result.err.startswith("casus: "), result.err)
        for part in parts:
            self.assertIn(part, result.err)
