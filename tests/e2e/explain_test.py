#!/usr/bin/env python3
"""casus explain: events, sentences without one, and what is asked for in vain."""
import re
import unittest

from program import FRENCH, Folder, casus

REPORT = """Chad and Niger resume talks

N'DJAMENA, May 4 (Northern Wire) - Eritrea attacked Ethiopia on Monday.

The weather stayed dry. Kenya agreed to help Uganda.
"""


class Explain(Folder):
    def setUp(self):
        super().setUp()
        self.report = self.write("report.txt", REPORT)

    def explain(self, *arguments):
        return casus("explain", self.report, *arguments)

    def test_every_event_of_the_record_has_its_reasons(self):
        events = casus("read", self.report, "--format", "json").json["events"]
        self.assertGreaterEqual(len(events), 2)
        for number, event in enumerate(events, 1):
            result = self.explain("--event", f"e{number}")
            self.assertEqual((result.status, result.err), (0, ""))
            self.assertTrue(result.text.startswith(f"e{number} {event['type']}"), result.text)
            self.assertIn(f"    {event['rule'].removesuffix('+head')} (", result.text)
            self.assertRegex(result.text, r"rules/lexicon/\w+\.tsv:\d+\): ")
            self.assertIn(f"\n  how it is meant: {event['status']}\n", result.text)
            self.assertIn(f"\n  confidence {event['confidence']:.2f}\n", result.text)
            self.assertRegex(result.text, r"\n    \S.* root +\S.*predicate|\n    .*predicate")
            self.assertRegex(result.text, r"\n  (the frames that lost|no other frame has this word)\n")

    def test_the_tree_has_every_word_of_the_sentence_once(self):
        text = self.explain("--event", self.id_of("ASSAULT")).text
        tree = text.split("\n\n")[1]
        words = [re.sub(r"^[\s│╭├╰─]*", "", line).split()[0] for line in tree.splitlines()]
        self.assertEqual(words[-6:], ["Eritrea", "attacked", "Ethiopia", "on", "Monday", "."])
        self.assertIn("recipient Ethiopia (ETH, a", text)

    def id_of(self, event_type):
        events = casus("read", self.report, "--format", "json").json["events"]
        return f"e{[event['type'] for event in events].index(event_type) + 1}"

    def test_what_is_inside_another_event_is_told(self):
        text = self.explain("--event", self.id_of("AGREE")).text
        self.assertRegex(text, r'holds AID by "help": becomes AGREE.* \(.*rules/ontology/embedding\.tsv:\d+\)')
        self.assertRegex(self.explain("--sentence", "5").text, r'lexicon/aid\.\S+ fits: a part of e\d+, AGREE by "agreed"')

    def test_a_sentence_without_event_says_why(self):
        result = self.explain("--sentence", "4")
        self.assertEqual((result.status, result.err), (0, ""))
        self.assertTrue(result.text.startswith("sentence 4 of 5: no event\n"), result.text)

    def test_options_change_what_is_read(self):
        result = self.explain("--sentence", "1", "--title", "Mali sleeps")
        self.assertIn("sentence 1 of 6:", result.text)
        self.assertIn("Mali", result.text)
        result = self.explain("--event", self.id_of("ASSAULT"), "--published", "2031-05-04")
        self.assertIn('on 2031-04-28, by "Monday"', result.text)

    def test_what_is_not_there_is_one_line(self):
        count = len(casus("read", self.report, "--format", "json").json["events"])
        for arguments, message in [
            (("--event", "e99"), f"there is no event e99: the report has {count} events, e1 to e{count}"),
            (("--event", "3"), "there is no event 3: "),
            (("--event", "e0"), "there is no event e0: "),
            (("--sentence", "9"), "there is no sentence 9: the report has 5 sentences"),
        ]:
            result = self.explain(*arguments)
            self.assertEqual((result.status, result.out), (2, b""))
            self.assertOneLine(result, str(self.report), message)
        for content, message in [("The weather stayed dry.", "the report has no event"), (FRENCH, "is not English (fr)"), ("", "report.txt: ")]:
            result = casus("explain", self.write("other/report.txt", content), "--event", "e1")
            self.assertEqual((result.status, result.out), (2, b""))
            self.assertOneLine(result, "other/report.txt", message)
        self.assertOneLine(casus("explain", "-", "--event", "e99", stdin=REPORT), "casus: standard input: there is no event e99")
        self.assertOneLine(casus("explain", self.folder / "none.txt", "--event", "e1"), "none.txt")
        two = self.write("two.jsonl", '{"text": "Eritrea attacked Ethiopia."}\n' * 2)
        self.assertOneLine(casus("explain", two, "--event", "e1"), "there is more than one report in it")


if __name__ == "__main__":
    unittest.main()
