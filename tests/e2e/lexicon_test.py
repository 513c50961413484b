#!/usr/bin/env python3
"""casus lexicon check: rows that are wrong, counts, coverage of texts."""
import os
import re
import shutil
import unittest

from program import DATA, Folder, casus, environment

HEADER = "id\tpredicate\targuments\tconditions\ttype\tmode\tcameo\tstatus\texample\texpected\n"
ROW = "{id}\t{predicate}\tactor=subject recipient=object\t\t{type}\t\t\t\t{example}\t{expected}\n"


class Check(Folder):
    """A lexicon of few rows, with the parts of ours."""

    def setUp(self):
        super().setUp()
        self.data = self.folder / "data"
        shutil.copytree(DATA / "rules", self.data / "rules")
        for path in (self.data / "rules/lexicon").glob("*.tsv"):
            path.unlink()
        operators = self.data / "rules/lexicon/parts/operators.tsv"
        operators.write_text("id\tpredicate\tcontent\tstatus\texample\texpected\n", "utf8")
        for name in ("kb", "models", "casus.kb"):
            if (DATA / name).exists():
                os.symlink(DATA / name, self.data / name)
        self.env = environment(CASUS_DATA=self.data)

    def rows(self, *rows):
        path = self.data / "rules/lexicon/a.tsv"
        path.write_text(HEADER + "".join(ROW.format(**row) for row in rows), "utf8")

    @staticmethod
    def row(name, predicate, event_type="ASSAULT", example="Mali shelled Chad.", expected="ASSAULT MLI -> TCD"):
        return {"id": name, "predicate": predicate, "type": event_type, "example": example, "expected": expected}

    def check(self, *arguments):
        return casus("lexicon", "check", *arguments, env=self.env)

    def errors(self, result):
        return [line for line in result.error_lines if not line.startswith("casus: hint: ")]

    def test_it_counts_and_names_what_is_missing(self):
        self.rows(self.row("shell", "shell|pound"), self.row("with", "shell with:@weapon"))
        result = self.check()
        self.assertEqual((result.status, self.errors(result)), (0, []))
        self.assertRegex(result.text, r"\n  all +2 +2 +3\n")
        self.assertRegex(result.text, r"\n  ASSAULT +2 +2 +3\n")
        self.assertRegex(result.text, r"\nno row has .*CONSULT phone, ")

    def test_a_row_that_never_wins_is_an_error(self):
        self.rows(self.row("weapon", "shell with:@weapon"), self.row("rocket", "shell with:rocket"))
        result = self.check()
        self.assertEqual(result.status, 2)
        self.assertEqual(len(self.errors(result)), 1, result.err)
        self.assertIn("a.tsv:3: never wins: a.weapon (a.tsv:2) fits wherever it does", result.err)

    def test_a_row_of_the_ontology_that_never_decides_is_an_error(self):
        table = self.data / "rules/ontology/embedding.tsv"
        *_, last = table.read_text("utf8").splitlines()
        table.write_text(table.read_text("utf8") + last + "\n", "utf8")
        self.rows(self.row("shell", "shell"))
        result = self.check()
        self.assertEqual(result.status, 2)
        self.assertEqual(len(self.errors(result)), 1, result.err)
        self.assertRegex(result.err, r"/ontology/embedding\.tsv:\d+: never decides: line \d+ fits wherever it does; ")

    def test_a_hint_is_no_failure(self):
        words = self.data / "rules/lexicon/parts/words.tsv"
        words.write_text(words.read_text("utf8") + "spoon\tspoon\n", "utf8")
        self.rows(self.row("shell", "shell"))
        result = self.check()
        self.assertEqual((result.status, self.errors(result)), (0, []))
        self.assertRegex(result.err, r"casus: hint: \S+/parts/words\.tsv:\d+: no row uses the class 'spoon'; leave it out\n")

    def test_a_table_that_cannot_be_read_is_one_line(self):
        self.rows(self.row("shell", "shell", event_type="ASSALT"))
        result = self.check()
        self.assertEqual((result.status, result.out), (2, b""))
        self.assertOneLine(result, "a.tsv:2: unknown type 'ASSALT'")

    def test_examples_are_read(self):
        self.rows(self.row("shell", "shell"), self.row("help", "help", "AID", "Kenya helped Uganda.", "AID KEN -> TZA"))
        result = self.check("--examples")
        self.assertEqual(result.status, 2)
        self.assertIn("a.tsv:3: Kenya helped Uganda.\n  expected AID KEN -> TZA\n  found    AID KEN -> UGA asserted  (lexicon/a.help)\n", result.text)
        self.assertIn("1 of 2 examples come out as expected\n", result.text)

    def test_texts_show_what_no_row_covers(self):
        self.rows(self.row("shell", "shell"), self.row("pound", "pound", example="Mali pounded Chad."))
        self.write("texts/a.txt", "Eritrea shelled Ethiopia. Kenya sued Uganda. Mali praised Chad.")
        self.write("texts/b.txt", "Niger sued Togo.")
        result = self.check(self.folder / "texts")
        self.assertEqual(result.status, 0, result.err)
        self.assertIn("\n2 reports, 4 sentences; between two actors, and in no row:\n", result.text)
        self.assertRegex(result.text, r"\n +2  sue/VERB +\S.* sentence \d\)\n")
        self.assertNotRegex(result.text, r"shell/VERB")
        self.assertIn("\n1 of 2 rows never fit:\n  a.pound\n", result.text)
        self.assertEqual(len(re.findall(r"/VERB ", self.check(self.folder / "texts", "--most", "1").text)), 1)

    def test_ours_is_sound(self):
        result = casus("lexicon", "check")
        self.assertEqual((result.status, self.errors(result)), (0, []))


if __name__ == "__main__":
    unittest.main()
