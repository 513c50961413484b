#!/usr/bin/env python3
"""What is no report: one clear line each, exit status 2, and everything else is read all the same."""
import json
import os
import pathlib
import shutil
import subprocess
import unittest

from program import DATA, FRENCH, PATIENCE, PROGRAM, REPORT, Folder, casus, environment

MEGABYTES = 1200  # of data: many times what a report takes, and far below what a text kept whole in wide form would

# name, content, exit status, and what the one line of standard error says (nothing: no line)
TABLE = [
    ("not_utf8.txt", REPORT.encode("utf8") + b"\xff\xfe broken", 2, "UTF-8"),
    ("latin1.txt", "Le pr\u00e9sident".encode("latin1"), 2, "UTF-8"),
    ("utf16.txt", REPORT.encode("utf16"), 2, "UTF-8"),
    ("empty.txt", b"", 2, "empty"),
    ("blank.txt", b" \n\t\n\r\n", 2, ""),
    ("nul.txt", b"Troops crossed\x00 the border.", 2, "NUL"),
    ("long_sentence.txt", b"a" * (50 << 20), 2, "longer than"),
    ("just_too_long.txt", b"Troops left. " * (1 << 17), 2, "longer than"),
    ("million_lines.txt", b"a b\n" * 1000000, 2, "longer than"),
    ("broken.jsonl", b'{"text": "Troops left.\n', 2, "broken.jsonl:1"),
    ("no_text.jsonl", b'{"title": "Troops left"}\n', 2, "no_text.jsonl:1"),
    ("deep_json.jsonl", b"[" * 100000 + b"\n", 2, "deep_json.jsonl:1"),
    # These are reports, if odd ones.
    ("quotes.txt", ('"' * 5000 + "Troops left, " + "he said " * 500).encode("utf8"), 0, None),
    ("nested_quotes.txt", ("\u201cHe said: \u2018" * 400 + "no" + "\u2019\u201d" * 400).encode("utf8"), 0, None),
    ("parentheses.txt", ("(" * 20000 + "troops" + ")" * 20000).encode("utf8"), 0, None),
    ("one_word.txt", b"Troops", 0, None),
    ("no_spaces.txt", b"troops" * 30000, 0, None),
    ("many_lines.txt", b"troops\n" * 20000, 0, None),
    ("only_marks.txt", ("\u0301" * 3000).encode("utf8"), 0, None),
    ("emoji.txt", ("\U0001f468\u200d\U0001f469\u200d\U0001f467 " * 500).encode("utf8"), 0, None),
    ("french.txt", FRENCH.encode("utf8"), 0, None),
    ("unfinished.txt", b"The president of", 0, None),
]


class BadInput(Folder):
    def test_table(self):
        for name, content, status, message in TABLE:
            with self.subTest(name):
                path = self.write(name, content)
                result = casus("read", path, "--format", "json", megabytes=MEGABYTES)
                self.assertEqual(result.status, status, result.err)
                if message is None:
                    self.assertEqual(result.err, "")
                    self.assertEqual(result.json["schema"], 1)
                else:
                    self.assertOneLine(result, name, message)
                    self.assertEqual(result.out, b"")

    def test_what_is_not_there(self):
        (self.folder / "none").mkdir()
        unreadable = self.write("only/picture.png", b"\x89PNG")
        for path, message in [
            (self.folder / "missing.txt", "no such file"),
            (self.folder / "none", "no reports"),
            (unreadable.parent, "no reports"),
            ("", "no such file"),
        ]:
            with self.subTest(path):
                result = casus("read", path)
                self.assertEqual(result.status, 2)
                self.assertOneLine(result, message)

    def test_the_others_are_read(self):
        good = self.write("a/good.txt", REPORT)
        bad = self.write("a/b/bad.txt", b"\xff")
        self.write("a/c/lines.jsonl", json.dumps({"id": "x", "text": REPORT}) + "\nno json\n" + json.dumps({"id": "y", "text": REPORT}))
        result = casus("read", self.folder / "missing", self.folder / "a", good, "--format", "jsonl")
        self.assertEqual(result.status, 2)
        self.assertEqual(len(result.error_lines), 3, result.err)
        ids = [record["document"]["id"] for record in result.jsonl]
        self.assertEqual(ids[:2], ["x", "y"])
        self.assertEqual(len(ids), 4)
        self.assertEqual(ids[2], ids[3])
        self.assertIn(str(bad), result.err)

    def test_control_characters_of_names_stay_harmless(self):
        result = casus("read", self.folder / "a\x1b[31m\nb")
        self.assertOneLine(result, "a\u241b[31m b")

    def test_another_language_is_an_empty_record_with_a_note(self):
        result = casus("read", "-", "--format", "json", stdin=FRENCH)
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertEqual(result.json["document"]["language"], "fr")
        self.assertEqual([note["code"] for note in result.json["notes"]], ["language-not-read"])
        for items in ("actors", "statements", "events", "situations", "contacts", "claims", "commitments"):
            self.assertEqual(result.json[items], [])

    def test_an_empty_record_says_why(self):
        result = casus("read", "-", "--format", "json", stdin="The weather was mild and the roads were dry in the whole of the county.")
        self.assertEqual(result.status, 0)
        self.assertIn("no-events", [note["code"] for note in result.json["notes"]])
        brief = casus("read", "-", stdin="The weather was mild and the roads were dry in the whole of the county.")
        self.assertIn("NOTES", brief.text)
        self.assertIn("no-events", brief.text)


class Model(Folder):
    """Models that are none, in a copy of the data folder."""

    def data(self, change):
        data = self.folder / "data"
        for folder in ("kb", "rules"):
            (data / folder).parent.mkdir(exist_ok=True)
            if not (data / folder).exists():
                os.symlink(DATA / folder, data / folder)
        (data / "models").mkdir(exist_ok=True)
        model = data / "models" / "casus.safetensors"
        shutil.copyfile(DATA / "models" / "casus.safetensors", model)
        change(model)
        return environment(CASUS_DATA=data)

    def test_table(self):
        def cut(path, size):
            os.truncate(path, size)

        def damage(path):
            with open(path, "r+b") as file:
                file.seek(path.stat().st_size - 1000)
                file.write(b"\x5a" * 100)

        changes = {
            "cut in the middle": lambda path: cut(path, path.stat().st_size // 2),
            "cut by a byte": lambda path: cut(path, path.stat().st_size - 1),
            "cut in the header": lambda path: cut(path, 100),
            "empty": lambda path: cut(path, 0),
            "another file": lambda path: path.write_bytes(b"This is no model. " * 1000),
            "damaged": damage,
            "missing": os.unlink,
        }
        for name, change in changes.items():
            with self.subTest(name):
                result = casus("read", "-", stdin=REPORT, env=self.data(change))
                self.assertEqual(result.status, 2, result.err)
                self.assertOneLine(result, "casus.safetensors")
                self.assertEqual(result.out, b"")

    def test_no_data_at_all(self):
        result = casus("read", "-", stdin=REPORT, env=environment(CASUS_DATA=self.folder))
        self.assertEqual(result.status, 2)
        self.assertOneLine(result, str(self.folder))


class Descriptors(Folder):
    def shell(self, line):
        return subprocess.run(
            ["sh", "-c", line, "sh", PROGRAM, str(self.write("report.txt", REPORT))], capture_output=True, timeout=PATIENCE, env=environment()
        )

    def test_closed_standard_input(self):
        result = self.shell('"$1" read - <&-')
        self.assertEqual(result.returncode, 2)
        self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)
        self.assertIn(b"standard input", result.stderr)

    def test_closed_standard_output(self):
        result = self.shell('"$1" read "$2" >&-')
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"standard output: cannot be written", result.stderr)

    def test_closed_standard_error(self):
        result = self.shell('"$1" read "$2" missing 2>&-')
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"ACTORS", result.stdout)
        self.assertNotIn(b"casus: ", result.stdout)

    def test_full_disk(self):
        if not pathlib.Path("/dev/full").exists():
            self.skipTest("no /dev/full")
        result = self.shell('"$1" read "$2" >/dev/full')
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"No space left", result.stderr)

    def test_who_reads_may_leave(self):
        result = self.shell('{ "$1" read "$2" "$2" "$2" "$2" --jobs 1; echo "status $?" >&2; } | head -n 1')
        self.assertEqual(result.stderr, b"status 0\n")
        self.assertEqual(len(result.stdout.splitlines()), 1)


if __name__ == "__main__":
    unittest.main()
