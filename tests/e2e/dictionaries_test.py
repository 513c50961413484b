#!/usr/bin/env python3
"""casus kb import and casus kb export, on dictionaries with every oddity (tests/golden/dictionaries).

    dictionaries_test.py --update      takes what the program makes now as golden
"""
import sys
import unittest

from program import SOURCE, Folder, casus

GOLDEN = SOURCE / "tests/golden/dictionaries"
ODD = [GOLDEN / "odd.actors.txt", GOLDEN / "latin1.actors.txt", "--agents", GOLDEN / "odd.agents.txt"]


def tables(folder):
    return "".join(f"== {path.name}\n{path.read_text('utf8')}" for path in sorted(folder.glob("*.tsv")))


class Dictionaries(Folder):
    def made(self):
        """The tables, and what was said, as one text."""
        overlay = self.folder / "overlay"
        result = casus("kb", "import", *ODD, "--output", overlay, "--source", "odd", "--as-of", "2014-06-30", "--force")
        self.assertEqual(result.status, 0, result.err)
        said = result.err.replace(str(GOLDEN) + "/", "")
        return tables(overlay) + "== standard error\n" + said

    def test_oddities(self):
        made = self.made()
        if "--update" in sys.argv:
            (GOLDEN / "overlay.txt").write_text(made, "utf8")
        self.assertEqual(made, (GOLDEN / "overlay.txt").read_text("utf8"))
        self.assertEqual(made, self.made())

    def test_tables_are_laid_over_ours(self):
        overlay = self.folder / "overlay"
        self.assertEqual(casus("kb", "import", *ODD, "--output", overlay).status, 0)
        built = casus("kb", "build", "--kb", overlay, "--quiet")
        self.assertEqual(built.status, 0, built.err)
        report = self.write("report.txt", "Testim Blagov met Otto Sample on Monday.\n")
        record = casus("read", report, "--published", "1998-06-01", "--format", "json", "--kb", overlay).json
        self.assertTrue(record["knowledge"].endswith("+overlay"), record["knowledge"])
        self.assertEqual([actor["code"] for actor in record["actors"] if actor["name"] == "Testim Blagov"], ["RUSGOV"])

    def test_report_has_all_that_is_left_out(self):
        report = self.folder / "lost.tsv"
        casus("kb", "import", *ODD, "--output", self.folder / "overlay", "--report", report)
        header, *rows = report.read_text("utf8").splitlines()
        self.assertEqual(header, "file\tline\twhat\ttext")
        self.assertGreater(len(rows), 20)
        for row in rows:
            self.assertEqual(row.count("\t"), 3, row)

    def test_tables_are_not_overwritten(self):
        overlay = self.folder / "overlay"
        self.assertEqual(casus("kb", "import", *ODD, "--output", overlay).status, 0)
        before = tables(overlay)
        again = casus("kb", "import", GOLDEN / "odd.actors.txt", "--output", overlay)
        self.assertEqual((again.status, tables(overlay)), (2, before))
        self.assertIn("is there already: name another folder, or replace it with --force", again.err)
        forced = casus("kb", "import", GOLDEN / "latin1.actors.txt", "--output", overlay, "--force")
        self.assertEqual(forced.status, 0)
        self.assertNotIn("Testing", tables(overlay))

    def test_what_cannot_be_is_one_line(self):
        empty = self.write("empty.txt", "")
        for arguments, part in [
            (["import", "--output", self.folder / "x"], "nothing to import"),
            (["import", self.folder / "none", "--output", self.folder / "x"], "none: cannot be opened"),
            (["import", empty, "--output", self.folder / "x"], "empty.txt: has no entry with a code"),
            (["import", ODD[0]], "--output is required"),
            (["import", ODD[0], "--output", empty], "empty.txt"),
            (["import", ODD[0], "--output", self.folder / "x", "--as-of", "2014"], "expected a day"),
            (["import", ODD[0], "--output", self.folder / "x", "--codes", "icews"], "icews"),
            (["export", "--format", "json", "--output", self.folder / "x"], "json"),
            (["export", "--output", empty], "empty.txt: cannot be made a folder"),
        ]:
            with self.subTest(arguments=arguments):
                result = casus("kb", *arguments)
                self.assertEqual(result.status, 2)
                self.assertIn(part, result.error_lines[-1])
                self.assertTrue(result.error_lines[-1].startswith("casus: "))
                self.assertFalse((self.folder / "x").exists())

    def test_export_is_imported_as_known(self):
        exported, overlay = self.folder / "exported", self.folder / "overlay"
        self.assertEqual(casus("kb", "export", "--format", "tabari", "--output", exported, "--codes", "plover").status, 0)
        actors, agents = exported / "casus.actors.txt", exported / "casus.agents.txt"
        self.assertIn("\nBELGIUM_\n+KINGDOM_OF_BELGIUM_\n", actors.read_text("ascii"))
        result = casus("kb", "import", actors, "--agents", agents, "--output", overlay, "--codes", "plover")
        self.assertEqual(result.status, 0, result.err)
        rows = sum(len(path.read_text("utf8").splitlines()) - 1 for path in overlay.glob("*.tsv"))
        known = int(next(line for line in result.text.splitlines() if line.endswith("known already")).split()[0])
        self.assertGreater(known, 3000)
        self.assertLess(rows, known / 200)


if __name__ == "__main__":
    unittest.main(argv=[argument for argument in sys.argv if argument != "--update"])
