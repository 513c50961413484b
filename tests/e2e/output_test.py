#!/usr/bin/env python3
"""Formats, inputs and the terminal."""
import fcntl
import json
import os
import pty
import struct
import subprocess
import termios
import unicodedata
import unittest

from program import PATIENCE, PROGRAM, REPORT, SOURCE, Folder, casus, environment


def on_terminal(*arguments, columns=80, env=None, stdin=subprocess.DEVNULL):
    """The output on a terminal of that width, standard error with it."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [PROGRAM, *map(str, arguments)], stdin=stdin, stdout=follower, stderr=follower, env=env or environment(TERM="xterm")
    )
    os.close(follower)
    output = b""
    while True:
        try:
            block = os.read(leader, 1 << 16)
        except OSError:  # how a terminal ends
            break
        if not block:
            break
        output += block
    os.close(leader)
    return process.wait(PATIENCE), output.decode("utf8").replace("\r\n", "\n")


def columns_of(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


class Formats(Folder):
    def test_json_is_an_object_for_one_report_and_an_array_for_several(self):
        a = self.write("a.txt", REPORT)
        b = self.write("b.txt", REPORT + "Talks go on.")
        self.assertIsInstance(casus("read", a, "--format", "json").json, dict)
        self.assertIsInstance(casus("read", self.write("one/a.txt", REPORT).parent, "--format", "json").json, dict)
        both = casus("read", a, b, "--format", "json").json
        self.assertEqual([record["document"]["text"] for record in both], [REPORT, REPORT + "Talks go on."])
        with_failure = casus("read", a, self.folder / "missing", "--format", "json")
        self.assertEqual((len(with_failure.json), with_failure.status), (1, 2))
        self.assertEqual(casus("read", self.folder / "x", self.folder / "y", "--format", "json").json, [])

    def test_jsonl_in_records_out(self):
        reports = [{"id": f"r{i}", "text": REPORT, "title": f"Talks, part {i}", "outlet": "Northern Wire", "published": "2031-05-04",
                    "url": f"https://example.org/{i}"} for i in range(5)]
        lines = "".join(json.dumps(report) + "\n" for report in reports)
        for arguments in (["-"], [self.write("reports.jsonl", lines)]):
            result = casus("read", *arguments, "--format", "jsonl", stdin=lines)
            self.assertEqual((result.status, result.err), (0, ""))
            for report, record in zip(reports, result.jsonl, strict=True):
                document = record["document"]
                self.assertEqual({name: document[name] for name in ("id", "title", "outlet", "url")},
                                 {name: report[name] for name in ("id", "title", "outlet", "url")})
                self.assertEqual(document["published"], {"value": "2031-05-04", "from": "metadata", "spans": []})
                self.assertTrue(document["text"].startswith(report["title"] + "\n"))

    def test_options_say_what_the_report_does_not(self):
        line = json.dumps({"text": REPORT, "published": "2031-01-02"})
        document = casus("read", "-", "--format", "json", "--published", "2031-05-04", "--outlet", "The Wire", stdin=line).json["document"]
        self.assertEqual((document["published"]["value"], document["outlet"]), ("2031-01-02", "The Wire"))
        document = casus("read", "-", "--format", "json", "--published", "2031-05-04", "--title", "Talks", stdin=REPORT).json["document"]
        self.assertEqual(document["published"], {"value": "2031-05-04", "from": "option", "spans": []})
        self.assertTrue(document["text"].startswith("Talks\n"))

    def test_all_spans_lie_in_the_text_and_words_are_the_texts(self):
        text = "\ufeff" + REPORT.replace("\n", "\r\n").replace("talks", "ta\u00adlks \U0001f600 e\u0301")
        record = casus("read", "-", "--format", "json", stdin=text).json
        self.assertEqual(record["document"]["text"], text[1:].replace("\r\n", "\n"))
        length = len(record["document"]["text"])

        def check(value):
            if isinstance(value, list):
                for item in value:
                    check(item)
            elif isinstance(value, dict):
                for start, end in value.get("spans", []) + ([value["span"]] if "span" in value else []):
                    self.assertTrue(0 <= start < end <= length, value)
                if value.keys() == {"text", "spans"}:
                    self.assertEqual(value["text"], " ".join(record["document"]["text"][s:e] for s, e in value["spans"]))
                for item in value.values():
                    check(item)

        check(record)

    def test_html_is_one_page_with_the_records(self):
        a = self.write("a.txt", REPORT)
        b = self.write("b.txt", REPORT + "</script><script>alert(1)</script> & <!-- \u2028 \u202e \U0001f600")
        for files in ([a], [a, b], [a, self.folder / "missing", b]):
            page = casus("read", *files, "--format", "html").text
            self.assertTrue(page.startswith("<!doctype html>") and page.endswith("</html>\n"))
            inside = page.split('<script type="application/json" id="records">')[1].split("</script>")[0]
            self.assertEqual(json.loads(inside), casus("read", *[f for f in files if f.exists()], "--format", "jsonl").jsonl)
            self.assertEqual(page.count("<script"), 2)
            self.assertNotIn("alert(1)<", page)

    def test_tsv_is_a_table(self):
        result = casus("read", self.write("a.txt", REPORT), self.write("b.txt", REPORT), "--format", "tsv", "--published", "2031-05-04")
        header, *rows = [line.split("\t") for line in result.text.splitlines()]
        self.assertEqual(header[:2], ["document", "outlet"])
        self.assertIn("status", header)
        self.assertEqual({len(row) for row in rows} - {len(header)}, set())
        self.assertGreaterEqual(len(rows), 2)

    def test_files_folders_and_standard_input_say_the_same(self):
        path = self.write("in/a.txt", REPORT)
        expected = casus("read", path).out
        self.assertIn(b"ACTORS", expected)
        for arguments in (["-"], [], [path.parent]):
            self.assertEqual(casus("read", *arguments, stdin=REPORT).out, expected)

    def test_output_file(self):
        path = self.write("a.txt", REPORT)
        target = self.folder / "out.json"
        result = casus("read", path, "--format", "json", "--output", target)
        self.assertEqual((result.status, result.out), (0, b""))
        self.assertEqual(target.read_bytes(), casus("read", path, "--format", "json").out)
        result = casus("read", path, "--output", self.folder / "none" / "out.json")
        self.assertEqual(result.status, 2)
        self.assertOneLine(result, "cannot be written")

    def test_the_number_of_jobs_changes_nothing(self):
        for i in range(12):
            self.write(f"in/{i:02}.txt", REPORT * (1 + i % 3) if i % 5 else b"\xff")
        one, *others = [casus("read", self.folder / "in", "--format", "jsonl", "--jobs", jobs) for jobs in (1, 2, 7)]
        self.assertEqual(one.status, 2)
        self.assertEqual(len(one.error_lines), 3)
        for other in others:
            self.assertEqual((other.out, other.err, other.status), (one.out, one.err, one.status))

    def test_sections(self):
        path = self.write("a.txt", REPORT)
        text = casus("read", path, "--show", "contacts,statements").text
        self.assertIn("\nSTATEMENTS", text)
        self.assertIn("\nCONTACTS", text)
        self.assertNotIn("\nACTORS", text)


class Terminal(Folder):
    def report(self):
        text = REPORT.replace("Jon Aske", "Jon \u30a2\u30b9\u30b1") + "\x1b[31mRed\x1b[0m was the colour of their flags, the minister said. " + "It went on and on " * 20
        return self.write("report.txt", text.replace("It went", "Tolk said that it went"))

    def test_lines_are_cut_to_the_width(self):
        for columns in (40, 80, 100):
            status, text = on_terminal("read", self.report(), "--color", "never", columns=columns)
            self.assertEqual(status, 0)
            self.assertIn("\u2026", text)
            for line in text.splitlines():
                self.assertLessEqual(columns_of(line), columns, line)

    def test_columns_wins(self):
        text = casus("read", self.report(), env=environment(COLUMNS=60)).text
        self.assertLessEqual(max(map(columns_of, text.splitlines())), 60)

    def test_a_pipe_is_neither_cut_nor_coloured(self):
        text = casus("read", self.report(), env=environment(TERM="xterm")).text
        self.assertNotIn("\x1b", text)
        self.assertGreater(max(map(columns_of, text.splitlines())), 120)

    def test_colours(self):
        report = self.report()
        coloured = lambda text: "\x1b[" in text
        self.assertTrue(coloured(on_terminal("read", report)[1]))
        self.assertFalse(coloured(on_terminal("read", report, env=environment(TERM="xterm", NO_COLOR=1))[1]))
        self.assertTrue(coloured(on_terminal("read", report, env=environment(TERM="xterm", NO_COLOR=""))[1]))
        self.assertFalse(coloured(on_terminal("read", report, env=environment(TERM="dumb"))[1]))
        self.assertFalse(coloured(on_terminal("read", report, "--color", "never")[1]))
        self.assertTrue(coloured(casus("read", report, "--color", "always", env=environment(NO_COLOR=1)).text))

    def test_nothing_in_a_text_moves_the_cursor(self):
        report = self.write("report.txt", REPORT.replace("Lutz", "Lu\x1b]0;x\x07tz\u009b2J").replace("We will", "We \x1b[2Jwill\u202e"))
        for arguments in (["--color", "never"], ["--format", "json"], ["--format", "tsv"]):
            text = on_terminal("read", report, *arguments)[1]
            self.assertEqual([c for c in text if unicodedata.category(c) in ("Cc",) and c not in "\n\t"], [])

    def test_a_bar_while_there_is_more(self):
        for i in range(3):
            self.write(f"in/{i}.txt", REPORT)
        status, text = on_terminal("read", self.folder / "in", "--output", self.folder / "out", "--jobs", 1)
        self.assertEqual(status, 0)
        self.assertIn("  33 %  ", text)
        self.assertIn(" 1 report\x1b[K", text)
        self.assertTrue(text.endswith("\r\x1b[K"), text[-100:])

    def test_somebody_who_types_is_told(self):
        leader, follower = pty.openpty()
        try:
            status, text = on_terminal("read", stdin=follower)
        finally:
            os.close(leader)
            os.close(follower)
        self.assertEqual(status, 2)
        self.assertIn("nothing to read", text)


class Examples(unittest.TestCase):
    def test_every_example_is_read(self):
        result = casus("read", *sorted((SOURCE / "examples").glob("*.txt")), "--format", "jsonl")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertGreaterEqual(len(result.jsonl), 3)
        for record in result.jsonl:
            self.assertGreater(len(record["actors"]), 3)
            self.assertGreater(len(record["events"]), 3)
            self.assertGreater(len(record["statements"]), 3)


if __name__ == "__main__":
    unittest.main()
