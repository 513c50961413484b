#!/usr/bin/env python3
"""The codebooks of the examples: their rows' own sentences, a report, what the record and the schema say of them, and what is wrong with a
broken one."""
import json
import pathlib
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


def table(path):
    lines = [line.split("\t") for line in path.read_text("utf8").splitlines() if line and not line.startswith("#")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def types_of(codebook):
    return {row["type"] for row in table(codebook / "ontology/types.tsv")}


def frames_of(codebook):
    return [{"place": f"{file.name}: {row['id']}", **row} for file in sorted((codebook / "lexicon").glob("*.tsv")) for row in table(file)]


def codes_of(record, ids):
    codes = {actor["id"]: actor["code"] or "" for actor in record["actors"]}
    return [codes[each] for each in ids]


def comes_out(expected, record):
    """As tests/lexicon reads it: TYPE [mode] [ACTORS] [-> RECIPIENTS]."""
    left, _, recipients = expected.partition(" -> ")
    kind, *rest = left.split()
    mode = next((word for word in rest if word[0].islower()), None)
    actors = next((word for word in rest if not word[0].islower()), "*")

    def all_there(wanted, ids):
        return all(any(code.startswith(each) for code in codes_of(record, ids)) for each in wanted.split("+") if each not in ("*", ""))

    return any(
        event["type"] == kind and (mode is None or event["mode"] == mode) and event["status"] == "asserted"
        and all_there(actors, event["actors"]) and all_there(recipients, event["recipients"])
        for event in record["events"]
    )


def read(text, codebook):
    return casus("read", "-", "--codebook", codebook, "--format", "json", stdin=text).json


class Codebook(unittest.TestCase):
    def test_rows_find_what_their_examples_expect(self):
        for codebook in sorted(CODEBOOKS.iterdir()):
            frames = frames_of(codebook)
            self.assertGreater(len(frames), 15, codebook.name)
            lines = "\n".join(json.dumps({"text": frame["example"], "published": "2020-10-07"}) for frame in frames)
            records = casus("read", "-", "--codebook", codebook, "--format", "jsonl", stdin=lines).jsonl
            missed = [frame["place"] for frame, record in zip(frames, records, strict=True) if not comes_out(frame["expected"], record)]
            self.assertLessEqual(len(missed), (1 - SHARE_WANTED) * len(frames), f"{codebook.name}: {missed}")

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
