#!/usr/bin/env python3
"""The codebooks of the examples: their rows and these rows' own sentences, a report, what the record and the schema say of them, and what is wrong with a
broken one."""
import json
import pathlib
import re
import shutil
import tempfile
import unittest

from program import REPORT, SOURCE, casus

try:
    import jsonschema
except ImportError:
    jsonschema = None

CODEBOOKS = SOURCE / "examples/codebooks"
WATER = CODEBOOKS / "water"
# A trained parser is not perfect.
SHARE_WANTED = 0.9


def types_of(codebook):
    lines = (codebook / "ontology/types.tsv").read_text("utf8").splitlines()
    return {line.split("\t")[0] for line in lines if line and not line.startswith("#")} - {"type"}


def read(text, codebook):
    return casus("read", "-", "--codebook", codebook, "--format", "json", stdin=text).json


class Codebook(unittest.TestCase):
    def test_rows_are_sound_and_find_what_their_examples_expect(self):
        for codebook in sorted(CODEBOOKS.iterdir()):
            done = casus("lexicon", "check", "--codebook", codebook, "--examples")
            self.assertEqual([line for line in done.error_lines if "hint: " not in line], [], codebook.name)
            good, wanted = map(int, re.search(r"^(\d+) of (\d+) examples come out as expected$", done.text, re.MULTILINE).groups())
            self.assertGreater(wanted, 15)
            self.assertGreaterEqual(good, SHARE_WANTED * wanted, done.text)

    def test_a_report_is_coded_by_the_types_of_the_codebook_alone(self):
        record = casus("read", WATER / "ostra-dam.txt", "--codebook", WATER, "--published", "2026-04-14", "--format", "json").json
        self.assertEqual(record["codebook"], {"name": "water", "version": "1"})
        found = {(event["type"], event["mode"], event["status"]) for event in record["events"]}
        self.assertLessEqual({kind for kind, _, _ in found}, types_of(WATER))
        for expected in (
            ("DIVERT", "cut-flow", "asserted"),
            ("DISPUTE", "accuse", "asserted"),
            ("DISPUTE", "complain", "asserted"),
            ("REQUEST-WATER", None, "asserted"),
            ("PROTEST-WATER", None, "asserted"),
            ("ATTACK-INFRASTRUCTURE", "sabotage", "asserted"),
            ("TREATY", "sign", "historical"),
        ):
            self.assertIn(expected, found)
        self.assertIn("denied", {event["status"] for event in record["events"] if event["type"] == "DIVERT"})

    def test_what_a_codebook_leaves_out_is_null(self):
        event = read("Peru built a dam on the river.", WATER)["events"][0]
        self.assertEqual([event[field] for field in ("type", "cameo", "quad", "goldstein", "plover_score")], ["BUILD"] + 4 * [None])
        self.assertEqual(event["rule"], "lexicon/build.build-dam")

    def test_a_codebook_may_stand_on_plover(self):
        text = "Peru's ruling party bought votes in the north. Chile condemned Peru. Gunmen attacked a polling station in Peru."
        events = {event["type"]: event for event in read(text, CODEBOOKS / "elections")["events"]}
        self.assertEqual(set(events), {"RIG", "ACCUSE", "ASSAULT"})
        self.assertEqual((events["ASSAULT"]["mode"], events["ASSAULT"]["cameo"], events["ASSAULT"]["quad"]), ("destroy", "1712", 4))

    def test_the_one_of_the_documents_reads(self):
        text = (SOURCE / "docs/formats/codebook.md").read_text("utf8")
        tables = [re.sub("^ {7}", "", block, flags=re.MULTILINE) for block in re.findall(r"(?:^ {7}.*\n)+", text, re.MULTILINE)]
        with tempfile.TemporaryDirectory() as folder:
            for name, table in zip(("codebook.tsv", "ontology/types.tsv", "lexicon/rivers.tsv"), tables, strict=False):
                path = pathlib.Path(folder) / name
                path.parent.mkdir(exist_ok=True)
                path.write_text(table, "utf8")
            events = read("Water was diverted from Chile by Peru on Monday.", folder)["events"]
        self.assertEqual([(event["type"], event["rule"]) for event in events], [("DIVERT", "lexicon/rivers.divert")])

    def test_its_contacts_are_those_of_its_tables(self):
        self.assertEqual([contact["kind"] for contact in read("Peru and Chile discussed the dam.", WATER)["contacts"]], ["talks"])

    def test_the_brief_says_what_coded(self):
        self.assertIn("events coded by water 1", casus("read", "-", "--codebook", WATER, stdin=REPORT).text)

    def test_eval_takes_one(self):
        with tempfile.TemporaryDirectory() as folder:
            gold = pathlib.Path(folder) / "gold.jsonl"
            sentence = {"id": "a", "text": "Peru released water to Chile.", "trigger": [5, 13], "type": "RELEASE-WATER", "status": "asserted"}
            gold.write_text(json.dumps(sentence) + "\n", "utf8")
            rows = casus("eval", gold, "--kind", "status", "--codebook", WATER).text.splitlines()
        self.assertEqual([row.split()[1] for row in rows if row.startswith("type ")], ["1.000"])

    @unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
    def test_the_schema_is_open_for_a_codebook_and_closed_without(self):
        validator = jsonschema.Draft202012Validator(json.loads((SOURCE / "schema/record-1.json").read_text("utf8")))
        record = casus("read", WATER / "ostra-dam.txt", "--codebook", WATER, "--published", "2026-04-14", "--format", "json").json
        self.assertEqual([error.message for error in validator.iter_errors(record)], [])
        record["codebook"] = None
        self.assertFalse(validator.is_valid(record))

    def test_what_is_wrong_is_said_in_one_line(self):
        with tempfile.TemporaryDirectory() as folder:
            broken = pathlib.Path(folder) / "water"
            shutil.copytree(WATER, broken)
            with (broken / "lexicon/take.tsv").open("a", encoding="utf8") as file:
                file.write("steal\tsteal\tactor=subject\t\tDIVRT\t\t\t\tPeru stole water.\tDIVERT\n")
            for codebook, words in (
                (broken, "take.tsv:22: unknown type 'DIVRT'; types are in ontology/types.tsv"),
                (pathlib.Path(folder), "codebook.tsv: is not there: "),
                (pathlib.Path(folder) / "none", ": is no folder: name the folder of a codebook"),
            ):
                done = casus("read", "-", "--codebook", codebook, stdin=REPORT)
                self.assertEqual((done.status, len(done.error_lines)), (2, 1), done.err)
                self.assertIn(words, done.err)


if __name__ == "__main__":
    unittest.main()
