#!/usr/bin/env python3
"""casus kb: building, explaining, overlays, and what is wrong with each."""
import os
import shutil
import unittest

from program import DATA, REPORT, SOURCE, Folder, casus, environment

SMALL_WORLD = SOURCE / "tests/data/knowledge"
STATES = "code\tname\tofficial\tsource\n"


class Kb(Folder):
    """A small knowledge base of its own, which the test may change."""

    def setUp(self):
        super().setUp()
        self.data = self.folder / "data"
        self.data.mkdir()
        shutil.copytree(SMALL_WORLD, self.data / "kb")
        for folder in ("rules", "models"):
            os.symlink(DATA / folder, self.data / folder)
        self.env = environment(CASUS_DATA=self.data)

    def kb(self, *arguments):
        return casus("kb", *arguments, env=self.env)

    def change(self, table, old, new):
        path = self.data / "kb" / table
        text = path.read_text("utf8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), "utf8")


class Build(Kb):
    def test_it_says_what_it_holds(self):
        result = self.kb("build")
        self.assertEqual(result.status, 0, result.err)
        self.assertTrue(result.text.startswith("knowledge 1.0.0\n        2  states\n"), result.text)
        self.assertIn("        5  persons\n", result.text)
        self.assertTrue(result.text.endswith("1 doubtful\n"), result.text)
        self.assertOneLine(result, 'doubtful: kb/organisation_names.tsv:3: "kessel"')

    def test_the_file_is_used_in_the_place_of_the_tables(self):
        compiled = self.data / "casus.kb"
        result = self.kb("build", "--output", compiled)
        self.assertEqual(result.status, 0, result.err)
        self.assertIn(f"{compiled}: {compiled.stat().st_size} bytes\n", result.text)
        self.assertEqual([path.name for path in self.data.iterdir() if path.name.startswith("casus.kb")], ["casus.kb"])
        first = compiled.read_bytes()
        self.assertEqual(self.kb("build", "--quiet", "-o", compiled).out, b"")
        self.assertEqual(compiled.read_bytes(), first)
        # Were the tables read, this would be an error.
        path = self.data / "kb/states.tsv"
        text = path.read_text("utf8")
        path.write_text(text.replace("code", "cord"), "utf8")
        os.utime(path, (compiled.stat().st_mtime - 5,) * 2)
        self.assertEqual(self.kb("explain", "Estmark").status, 0)
        os.utime(path, (compiled.stat().st_mtime + 5,) * 2)
        self.assertOneLine(self.kb("explain", "Estmark"), "states.tsv:1: expected the header")
        # One that was put back is older, and of another size.
        path.write_text(text + "ZET\tZetland\tZetland\tatlas\n", "utf8")
        os.utime(path, (compiled.stat().st_mtime - 5,) * 2)
        self.assertIn("the state Zetland", self.kb("explain", "Zetland").text)

    def test_a_broken_file_is_refused(self):
        compiled = self.data / "casus.kb"
        self.assertEqual(self.kb("build", "--quiet", "-o", compiled).status, 0)
        whole = compiled.read_bytes()
        damaged = bytearray(whole)
        damaged[len(whole) // 2] ^= 1
        for content, message in [
            (whole[:-1], "is cut short"),
            (b"", "is no knowledge base"),
            (b"x" * 5000, "is no knowledge base"),
            (bytes(damaged), "is damaged"),
        ]:
            compiled.write_bytes(content)
            for arguments in (("read", "-"), ("kb", "explain", "Estmark"), ("--version",)):
                result = casus(*arguments, stdin=REPORT, env=self.env)
                self.assertEqual(result.status, 2)
                self.assertOneLine(result, "casus.kb", message, "casus kb build")

    def test_every_wrong_row_is_said(self):
        self.change("terms.tsv", "foreign minister\tVOR\t2010\t2015-03-01", "foreign minister\tVOX\t2010\t2015-03-01")
        self.change("states.tsv", "atlas", "hearsay")
        self.change("treaty_duties.tsv", "\tdefence\t", "\tdefense\t")
        self.change("memberships.tsv", "1995\t2012-12-31", "2013\t2012-12-31")
        result = self.kb("build", "--output", self.folder / "new.kb")
        self.assertEqual((result.status, result.out), (2, b""))
        self.assertFalse((self.folder / "new.kb").exists())
        for message in (
            'states.tsv:2: source is not in sources.tsv: "hearsay"; add it there',
            'states.tsv:3: source is not in sources.tsv: "hearsay"; add it there',
            'terms.tsv:5: no such state, organisation or territory: "VOX"; add it to its table',
            'treaty_duties.tsv:3: no such duty: "defense"',
            'memberships.tsv:3: ends before it starts: "2012-12-31"',
        ):
            self.assertIn(f"casus: {self.data}/kb/{message}", result.err)
        self.assertEqual(len(result.error_lines), 5)

    def test_circles_and_dangling_names(self):
        self.change(
            "memberships.tsv",
            "organisation/pact\tEST\tmember\t1990-06-01",
            "organisation/pact\torganisation/pact\tmember\t1990-06-01",
        )
        path = self.data / "kb/memberships.tsv"
        header, *rows = path.read_text("utf8").splitlines()
        path.write_text("\n".join([header, *sorted(rows)]) + "\n", "utf8")
        self.assertOneLine(self.kb("build"), 'memberships.tsv:4: is a member of its own member: "organisation/pact"')

    def test_doubts_fail_where_one_is_strict(self):
        self.change("shared_offices.tsv", "foreign minister\tEST\tatlas\n", "")
        self.change("terms.tsv", "EST\t2017\t2019", "EST\t2017\t2019-12-31")
        result = self.kb("build", "--strict")
        self.assertEqual((result.status, result.out), (2, b""))
        self.assertEqual(len(result.error_lines), 2, result.err)
        self.assertIn("terms.tsv:7: Nina Aske becomes foreign minister of EST on 2018, while Lis Horn (kb/terms.tsv:3) is to 2019-12-31", result.err)

    def test_the_file_cannot_be_written(self):
        self.assertOneLine(self.kb("build", "--quiet", "-o", self.folder / "none/x.kb"), "none/x.kb")

    def test_ours_is_sound(self):
        result = casus("kb", "build")
        self.assertEqual(result.status, 0, result.err)
        self.assertNotIn("\n        0  states", result.text)


class Explain(Kb):
    def test_every_reading_has_its_facts(self):
        result = self.kb("explain", "Aske", "--date", "2020-10-07")
        self.assertEqual((result.status, result.err), (0, ""))
        for part in (
            '"Aske" on 2020-10-07, by knowledge 1.0.0\n',
            "the person Jon Aske (person/jon-aske), born 1960-02-01\n",
            "king of EST, since 2001-05-01, known to 2023-06-30: holds (kb/terms.tsv:2, source gazette)\n",
            "the person Nina Aske",
        ):
            self.assertIn(part, result.text)

    def test_moscow(self):
        result = casus("kb", "explain", "Moscow", "--date", "2020-10-07")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertIn("the capital of Russia (RUS): a place, or the government where it acts\n", result.text)
        self.assertRegex(result.text, r"kb/state_words\.tsv:\d+, source usage")

    def test_words_may_stand_alone(self):
        self.assertEqual(self.kb("explain", "prime", "minister").text, self.kb("explain", "prime minister").text)

    def test_bad_options(self):
        for arguments, part in [((), "WORDS"), (("x", "--date", "7 May"), "2020-10-07"), (("x", "--kb"), "--kb")]:
            result = self.kb("explain", *arguments)
            self.assertEqual((result.status, result.out), (2, b""))
            self.assertOneLine(result, part, "see casus kb explain --help")
        self.assertOneLine(self.kb(), "see casus kb --help")
        self.assertOneLine(self.kb("exclaim"), "see casus kb --help")


class Overlays(Kb):
    def overlay(self, name, **tables):
        for table, text in tables.items():
            self.write(f"{name}/{table}.tsv", text)
        return self.folder / name

    def test_a_record_names_what_it_was_read_with(self):
        zetland = self.overlay("zetland", states=STATES + "ZET\tZetland\tZetland\tatlas\n")
        result = casus("read", "-", "--format", "json", "--kb", zetland, stdin="Zetland accused Estmark of an attack.", env=self.env)
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertEqual(result.json["knowledge"], "1.0.0+zetland")
        self.assertEqual([actor["code"] for actor in result.json["actors"]], ["ZET", "EST"])

    def test_rows_are_added_replaced_and_removed(self):
        one = self.overlay("one", states=STATES + "VOR\tNew Vorland\tNew Vorland\tatlas\n")
        two = self.overlay("two", state_words="state\tform\twords\tfrom\tto\tsource\n-EST\tcapital\t\t\t\t\n")
        result = self.kb("explain", "Kessel", "--kb", one, "--kb", two)
        self.assertIn("by knowledge 1.0.0+one+two", result.text)
        self.assertIn("the capital of New Vorland (VOR)", result.text)
        self.assertIn("one/states.tsv:2, source atlas", result.text)
        self.assertIn("nothing is known by this name", self.kb("explain", "Newport", "--kb", two).text)
        self.assertIn("capital of Estmark", self.kb("explain", "Newport").text)

    def test_a_compiled_overlay(self):
        zetland = self.overlay("zetland", states=STATES + "ZET\tZetland\tZetland\tatlas\n")
        compiled = self.folder / "my.kb"
        self.assertEqual(self.kb("build", "--kb", zetland, "--quiet", "--output", compiled).status, 0)
        self.assertIn("by knowledge 1.0.0+zetland", self.kb("explain", "Zetland", "--kb", compiled).text)
        self.assertOneLine(self.kb("explain", "Zetland", "--kb", compiled, "--kb", zetland), "my.kb", "stands alone")

    def test_what_casus_kb_import_writes_is_an_overlay(self):
        actors = self.write("my.actors.txt", "ZETLAND_FRONT_ [VORREB 010101-201231]\nVORLANDIA_ [VOR]\n")
        mine = self.folder / "mine"
        self.assertEqual(self.kb("import", actors, "--codes", "plover", "--output", mine).status, 0)
        result = self.kb("explain", "Zetland Front", "--kb", mine)
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertIn("the group Zetland Front (VORREB)", result.text)

    def test_what_is_wrong_is_one_line(self):
        wrong = self.overlay("wrong", states=STATES + "ZETLAND\tZetland\tZetland\tatlas\n")
        for folder, parts in [
            (self.folder / "missing", ["missing", "No such file"]),
            (self.overlay("misnamed", state=STATES), ["misnamed/state.tsv", "none of the tables"]),
            (wrong, ["wrong/states.tsv:2", "ZETLAND"]),
            (self.overlay("nothing", states=STATES + "-ZET\t\t\t\n"), ["nothing/states.tsv:2", "removes nothing"]),
        ]:
            for arguments in (("read", "-"), ("kb", "explain", "x"), ("kb", "build")):
                result = casus(*arguments, "--kb", folder, stdin=REPORT, env=self.env)
                self.assertEqual((result.status, result.out), (2, b""))
                self.assertOneLine(result, *parts)


if __name__ == "__main__":
    unittest.main()
