#!/usr/bin/env python3
"""casus eval: predictions that are written are scored as they were when they were made."""
import hashlib
import json
import unittest

from program import REPORT, Folder, casus


def tables(text):
    return {table.split("\n")[0].split(", ")[-1]: table.split("\n")[1:] for table in text.rstrip("\n").split("\n\n")}


class Eval(Folder):
    def test_written_predictions_score_as_they_did(self):
        start = REPORT.index("We will go on")
        gold = {"id": "talks", "text": REPORT, "attributions": [{"source": [], "cue": [], "content": [[start, start + len("We will go on")]]}]}
        gold = self.write("gold.jsonl", json.dumps(gold) + "\n")
        found = self.folder / "found.jsonl"
        for kind in ("attributions", "statements"):
            with self.subTest(kind=kind):
                made = casus("eval", gold, "--kind", kind, "--write-predictions", found)
                self.assertEqual((made.status, made.err), (0, ""))
                self.assertTrue(json.loads(found.read_text("utf8"))["attributions"])
                scored = casus("eval", gold, "--kind", kind, "--predicted", found)
                self.assertEqual((scored.status, scored.err), (0, ""))
                for form in ("all", "direct", "mixed", "indirect"):
                    self.assertEqual(tables(scored.text)[form], tables(made.text)[form])
                self.assertIn("100.00", tables(made.text)["direct"][1])

    def test_a_folder_of_entities_is_all_its_sources(self):
        for source in ("army", "press"):
            self.write(f"{source}/documents.json", json.dumps({"_id": source, "text": REPORT}) + "\n")
            begin = REPORT.index("Maren Tolk")
            entity = {"documentId": source, "begin": begin, "end": begin + len("Maren Tolk"), "type": "Person", "confidence": 1}
            self.write(f"{source}/entities.json", json.dumps(entity) + "\n")
        result = casus("eval", "--kind", "entities", self.folder)
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertTrue(result.text.splitlines()[0].endswith(", 2 documents"))
        self.assertRegex(result.text, r"\nPerson +[\d.]+ +100\.00 ")
        self.assertIn(", 1 document\n", casus("eval", self.folder / "army/entities.json").text)

    def test_the_status_of_events_is_told_by_row(self):
        text = "Lund and Sarno did not hold talks."
        start = text.index("hold")
        row = {"id": "a", "text": text, "trigger": [start, start + len("hold talks")], "type": "CONSULT", "status": "negated"}
        gold = self.write("gold.jsonl", json.dumps(row) + "\n")
        event = {"trigger": [start, start + 4], "type": "CONSULT", "status": "asserted"}
        predicted = self.write("predicted.jsonl", json.dumps({"id": "a", "events": [event]}) + "\n")
        scored = casus("eval", gold, "--kind", "status", "--predicted", predicted)
        self.assertEqual((scored.status, scored.err), (0, ""))
        self.assertRegex(scored.text, r"\n +value +95 % interval +right +wrong +no event\nnegated +0\.000 +0\.000 to 0\.000 +0 +1 +0\n")
        self.assertRegex(scored.text, r"\ntype +1\.000 ")
        found = self.folder / "found.jsonl"
        made = casus("eval", gold, "--kind", "status", "--write-predictions", found)
        self.assertEqual((made.status, made.err), (0, ""))
        self.assertEqual(casus("eval", gold, "--kind", "status", "--predicted", found).text, made.text)

    def test_dates_are_told_by_value(self):
        text = "Lund called Sarno on Monday."
        start = text.index("Monday")
        row = {"id": "a", "published": "2020-10-07", "text": text, "dates": [{"span": [start, len(text) - 1], "value": "2020-10-05"}]}
        gold = self.write("gold.jsonl", json.dumps(row) + "\n")
        found = self.folder / "found.jsonl"
        made = casus("eval", gold, "--kind", "dates", "--write-predictions", found)
        self.assertEqual((made.status, made.err), (0, ""))
        self.assertRegex(made.text, r"\nright value +1\.000 +1\.000 to 1\.000 +1 +0 +0\n")
        self.assertEqual(casus("eval", gold, "--kind", "dates", "--predicted", found).text, made.text)
        row["dates"][0]["value"] = "2020-10-12"
        self.assertIn(" 0      1", casus("eval", self.write("gold.jsonl", json.dumps(row) + "\n"), "--kind", "dates", "--predicted", found).text)

    def test_events_are_scored_on_the_part_of_the_text_that_was_marked(self):
        marked = "On Monday Russia bombed Syria."
        text = marked + " On Tuesday France bombed Libya."
        self.write("corpora/data/press/documents.json", json.dumps({"_id": "a", "text": text}) + "\n")
        start = text.index("bombed")
        event = {"trigger": [start, start + 6], "type": "ASSAULT", "mode": None, "actors": ["RUS"], "recipients": ["SYR"], "status": "asserted"}
        row = {"id": "re3d-a", "source": "data/press/documents.json", "published": "2016-09-14", "read": len(marked), "events": [event],
               "sha256": hashlib.sha256(text.encode("utf8")).hexdigest()}
        gold, found = self.write("gold.jsonl", json.dumps(row) + "\n"), self.folder / "found.jsonl"
        arguments = ["eval", gold, "--kind", "events", "--corpora", self.folder / "corpora"]
        made = casus(*arguments, "--write-predictions", found)
        self.assertEqual((made.status, made.err), (0, ""))
        self.assertRegex(made.text, r"\ntype, countries, status +100\.00 +100\.00 +100\.00 +100\.00 to 100\.00 +1 +0 +0\n")
        self.assertEqual(casus("eval", gold, "--kind", "events", "--predicted", found).text, made.text)
        self.write("gold.jsonl", json.dumps({**row, "sha256": "0" * 64}) + "\n")
        changed = casus(*arguments)
        self.assertEqual(changed.status, 2)
        self.assertOneLine(changed, "the text of re3d-a is not the one that was marked")

    def test_events_in_ordinary_news_are_false_alarms(self):
        text = "The play opens in May. Russia bombed Syria."
        self.write("corpora/data/press/documents.json", json.dumps({"_id": "a", "text": text}) + "\n")
        sentences = [text[:22], text[23:]]
        rows = [{"source": "data/press/documents.json", "document": "re3d-a", "span": [text.index(one), text.index(one) + len(one)],
                 "sha256": hashlib.sha256(one.encode("utf8")).hexdigest()} for one in sentences]
        gold, found = self.write("gold.jsonl", "".join(json.dumps(row) + "\n" for row in rows)), self.folder / "found.jsonl"
        arguments = ["eval", gold, "--kind", "ordinary", "--corpora", self.folder / "corpora"]
        made = casus(*arguments, "--write-predictions", found)
        self.assertEqual((made.status, made.err), (0, ""))
        self.assertRegex(made.text, r"\nany event +0\.500 +0\.000 to 1\.000 +1 +2\n")
        self.assertEqual([len(json.loads(line)["events"]) for line in found.read_text("utf8").splitlines()], [0, 1])
        self.assertEqual(casus("eval", gold, "--kind", "ordinary", "--predicted", found).text, made.text)
        self.write("gold.jsonl", json.dumps({**rows[0], "span": [0, 20]}) + "\n")
        changed = casus(*arguments)
        self.assertEqual(changed.status, 2)
        self.assertOneLine(changed, "the text of re3d-a is not the one that was marked")

    def test_events_of_sentences_are_scored_as_written(self):
        gold = self.write("gold.jsonl", json.dumps({"id": "a", "text": "Russia bombed Syria.", "events": [
            {"type": "ASSAULT", "mode": None, "source": "RUS", "target": ["SYR"]}]}) + "\n")
        found = self.folder / "found.jsonl"
        made = casus("eval", gold, "--kind", "plover", "--write-predictions", found)
        self.assertEqual((made.status, made.err), (0, ""))
        self.assertRegex(made.text, r"\nSTRICT +100\.00 ")
        self.assertEqual(casus("eval", gold, "--kind", "plover", "--predicted", found).text, made.text)

    def test_what_cannot_be_is_one_line(self):
        written = self.folder / "found"
        for arguments, part in [
            (["--kind", "names", "--write-predictions", written, self.write("a.bio", "A\tO\n")], "is for attributions and events"),
            (["--kind", "entities", self.folder], "entities.json"),
            (["--kind", "events", self.write("e.jsonl", "")], "--corpora"),
            (["--kind", "status", self.write("s.jsonl", '{"type": "FLEE"}\n')], "s.jsonl:1: "),
            (["--kind", "plover", self.write("p.jsonl", '{"id": "a"}\n')], "p.jsonl:1: "),
            (["--write-predictions", self.folder / "none/found", self.write("a.jsonl", '{"id": "a", "text": "A.", "attributions": []}\n')], "none/found"),
        ]:
            result = casus("eval", *arguments)
            self.assertEqual(result.status, 2)
            self.assertOneLine(result, part)


if __name__ == "__main__":
    unittest.main()
