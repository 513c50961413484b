#!/usr/bin/env python3
"""Help, versions, bad options; and that every flag and every note is documented."""
import re
import unittest

from program import SOURCE, casus

COMMANDS = ["read", "parse", "eval", "explain", "lexicon", "lexicon check", "kb", "kb build", "kb explain", "kb import", "kb export"]


def flags(help_text):
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z0-9-]*", help_text.split("Examples:")[0]))


class Help(unittest.TestCase):
    def test_help_comes_in_all_ways(self):
        general = casus("--help")
        self.assertEqual((general.status, general.err), (0, ""))
        for command in COMMANDS:
            *above, name = command.split()
            self.assertIn(f"\n  {name} ", casus("help", *above).text)
            result = casus(*command.split(), "--help")
            self.assertEqual((result.status, result.err), (0, ""))
            self.assertRegex(result.text, rf"^Usage: casus {command} (COMMAND )?\[OPTIONS\]")
            self.assertEqual(casus("help", *command.split()).text, result.text)
        for arguments in (["help"], [], ["-h"]):
            self.assertEqual(casus(*arguments).text, general.text)

    def test_help_fits_a_terminal(self):
        for arguments in ([], *(command.split() for command in COMMANDS)):
            for line in casus("help", *arguments).text.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_every_flag_is_documented(self):
        places = {
            "docs/cli.md": (SOURCE / "docs/cli.md").read_text("utf8"),
            "casus.1": (SOURCE / "apps/cli/casus.1").read_text("utf8").replace("\\-", "-"),
            "completions": (SOURCE / "apps/cli/completions/casus").read_text("utf8"),
        }
        for arguments in ([], *(command.split() for command in COMMANDS)):
            for flag in flags(casus("help", *arguments).text):
                for place, text in places.items():
                    self.assertRegex(text, rf"(?<![\w-]){flag}(?![\w-])", f"{flag} of casus {' '.join(arguments)} is not in {place}")

    def test_every_flag_documented_is_there(self):
        there = set().union(*(flags(casus("help", *arguments).text) for arguments in ([], *(command.split() for command in COMMANDS))))
        documented = set(re.findall(r"^\| `(--[a-z][a-z0-9-]*)", (SOURCE / "docs/cli.md").read_text("utf8"), re.MULTILINE))
        self.assertGreater(len(documented), 5)
        self.assertEqual(documented - there, set())

    def test_every_note_is_documented(self):
        documented = set(re.findall(r"^\| `([a-z-]+)` \|", (SOURCE / "docs/notes.md").read_text("utf8"), re.MULTILINE))
        written = set()
        for path in (SOURCE / "src").rglob("*.cc"):
            if not path.name.endswith("_test.cc"):
                text = path.read_text("utf8")
                written |= set(re.findall(r'\bnote\(\s*(?:\w+,\s*)?"([a-z-]+)"', text))
                written |= set(re.findall(r'notes\.(?:push_back|emplace_back)\(\{?\s*(?:\.code = )?"([a-z-]+)"', text))
        self.assertGreater(len(written), 3)
        self.assertEqual(written, documented)


class Version(unittest.TestCase):
    def test_it_names_program_model_and_knowledge(self):
        result = casus("--version")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertRegex(result.text, r"^casus \d+\.\d+\.\d+\nmodel \S.*\nknowledge \S.*\ninstruction set \S.*\n$")


class Options(unittest.TestCase):
    def test_bad_ones_are_one_line_with_a_remedy(self):
        for arguments, part in [
            (["read", "--formt", "json"], "--formt"),
            (["read", "--format", "xml", "-"], "xml"),
            (["read", "--format"], "--format"),
            (["read", "--color", "yes", "-"], "yes"),
            (["read", "--show", "actors,evnts", "-"], "evnts"),
            (["read", "--published", "7 October", "-"], "2020-10-07"),
            (["read", "--published", "2021-02-29", "-"], "2021-02-29"),
            (["read", "--jobs", "0", "-"], "--jobs"),
            (["read", "--jobs", "many", "-"], "--jobs"),
            (["parse", "--input", "pdf", "-"], "pdf"),
            (["raed", "x.txt"], "raed"),
            (["help", "raed"], "raed"),
            (["help", "kb", "biuld"], "biuld"),
            (["kb", "biuld"], "biuld"),
            (["lexicon", "chekc"], "chekc"),
            (["explain", "--event", "e1"], "REPORT"),
            (["explain", "-", "--sentence", "0"], "--sentence"),
            (["explain", "-", "--event", "e1", "--sentence", "1"], "--sentence"),
            (["explain", "-"], "--event"),
            (["read", "--kb"], "--kb"),
            (["--formt"], "--formt"),
        ]:
            with self.subTest(arguments):
                result = casus(*arguments, stdin="Troops left.")
                self.assertEqual((result.status, result.out), (2, b""))
                self.assertEqual(len(result.error_lines), 1, result.err)
                self.assertTrue(result.err.startswith("casus: "), result.err)
                self.assertIn(part, result.err)
                self.assertRegex(result.err, r": see casus( \w+)* --help\n$")


if __name__ == "__main__":
    unittest.main()
