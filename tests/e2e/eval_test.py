#!/usr/bin/env python3
"""casus eval: predictions that are written are scored as they were when they were made."""
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
        made = casus("eval", gold, "--write-predictions", found)
        self.assertEqual((made.status, made.err), (0, ""))
        self.assertTrue(json.loads(found.read_text("utf8"))["attributions"])
        scored = casus("eval", gold, "--predicted", found)
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

    def test_what_cannot_be_is_one_line(self):
        written = self.folder / "found"
        for arguments, part in [
            (["--kind", "names", "--write-predictions", written, self.write("a.bio", "A\tO\n")], "is for attributions and events"),
            (["--kind", "entities", self.folder], "entities.json"),
            (["--write-predictions", self.folder / "none/found", self.write("a.jsonl", '{"id": "a", "text": "A.", "attributions": []}\n')], "none/found"),
        ]:
            result = casus("eval", *arguments)
            self.assertEqual(result.status, 2)
            self.assertOneLine(result, part)


if __name__ == "__main__":
    unittest.main()
