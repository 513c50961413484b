#!/usr/bin/env python3
"""Holds the documents to the tree and the program: links, folders, the README's commands, codes of notes."""
import os
import pathlib
import re
import shlex
import subprocess
import unittest

ROOT = pathlib.Path(os.environ["CASUS_SOURCE"])
PROGRAM = os.environ["CASUS_PROGRAM"]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "bench/README.md"]
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


def casus(*arguments, stdin=""):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, text=True, encoding="utf8", cwd=ROOT, check=False)


class Documents(unittest.TestCase):
    def test_links_lead_somewhere(self):
        for document in DOCUMENTS:
            for target in re.findall(r"\]\(([^)#]+)[^)]*\)", document.read_text(encoding="utf8")):
                if not target.startswith("http"):
                    self.assertTrue((document.parent / target).exists(), f"{document.relative_to(ROOT)}: {target}")

    def test_every_folder_of_src_has_its_sentence(self):
        architecture = (ROOT / "docs/architecture.md").read_text(encoding="utf8")
        described = set(re.findall(r"^\| `src/(\w+)/` \| .+[.?] \|$", architecture, re.MULTILINE))
        folders = {path.name for path in (ROOT / "src").iterdir() if path.is_dir()}
        self.assertEqual(described, folders)

    def test_commands_of_the_readme_run(self):
        commands = re.findall(r"^    \./casus (.*examples/.*)$", (ROOT / "README.md").read_text(encoding="utf8"), re.MULTILINE)
        self.assertGreaterEqual(len(commands), 2)
        for command in commands:
            done = casus(*shlex.split(command, comments=True))
            self.assertEqual((done.returncode, done.stderr), (0, ""), command)
            self.assertGreater(len(done.stdout.splitlines()), 10, command)

    def test_codes_of_notes_are_described(self):
        described = set(re.findall(r"^\| `([a-z-]+)`", (ROOT / "docs/notes.md").read_text(encoding="utf8"), re.MULTILINE))
        texts = [path.read_text(encoding="utf8") for path in EXAMPLES]
        texts += ["Der Minister sagte, die Truppen seien abgezogen, und das sei gut so.", "Nothing here. " + "and so on " * 400 + "."]
        met = set()
        for text in texts:
            done = casus("read", "-", "--format", "json", stdin=text)
            self.assertEqual(done.returncode, 0, done.stderr)
            met |= set(re.findall(r'"code": "([a-z]+-[a-z-]+)"', done.stdout))
        self.assertLessEqual(met, described)
        self.assertIn("language-not-read", met)
        self.assertIn("sentence-cut", met)

    def test_options_are_in_the_manual_page_and_in_the_completion(self):
        manual = (ROOT / "apps/cli/casus.1").read_text(encoding="utf8").replace("\\-", "-")
        completion = (ROOT / "apps/cli/completions/casus").read_text(encoding="utf8")
        for command in ("read", "parse", "eval", "explain", "lexicon check", "kb build", "kb explain", "kb import", "kb export"):
            options = set(re.findall(r"--[a-z][a-z0-9-]*", casus(*command.split(), "--help").stdout.split("Examples:")[0]))
            self.assertGreater(len(options), 1, command)
            for option in sorted(options):
                self.assertIn(option, manual, f"casus {command}")
                self.assertIn(option, completion, f"casus {command}")


if __name__ == "__main__":
    unittest.main()
