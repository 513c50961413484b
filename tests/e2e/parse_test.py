#!/usr/bin/env python3
"""casus parse: CoNLL-U out, of reports and of CoNLL-U."""
import unittest

from program import REPORT, Folder, casus

GOLD = """# newdoc id = d
# sent_id = weather-1
# text = Tolk's troops left.
1\tTolk\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\t's\t_\t_\t_\t_\t_\t_\t_\t_
3\ttroops\t_\t_\t_\t_\t_\t_\t_\t_
4\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
5\t.\t_\t_\t_\t_\t_\t_\t_\t_

# sent_id = weather-2
# text = ok
1\tok\t_\t_\t_\t_\t_\t_\t_\t_

"""


def sentences(text):
    return [[line.split("\t") for line in block.splitlines() if not line.startswith("#")] for block in text.split("\n\n") if block.strip()]


class Parse(Folder):
    def check_trees(self, text):
        for rows in sentences(text):
            self.assertEqual([row[0] for row in rows], [str(i + 1) for i in range(len(rows))])
            self.assertEqual({len(row) for row in rows}, {10})
            heads = {int(row[0]): int(row[6]) for row in rows}
            self.assertEqual(list(heads.values()).count(0), 1)
            for word in heads:
                for _ in range(len(rows) + 1):
                    word = heads.get(word, 0)
                self.assertEqual(word, 0, "a cycle")

    def test_text(self):
        result = casus("parse", "-", stdin=REPORT)
        self.assertEqual((result.status, result.err), (0, ""))
        self.check_trees(result.text)
        rows = [row for sentence in sentences(result.text) for row in sentence]
        form = lambda row: row[1] if "SpaceAfter=No" in row[9].split("|") else row[1] + " "
        self.assertEqual("".join(map(form, rows)).split(), REPORT.split())
        misc = {row[1]: row[9] for row in rows}
        self.assertIn("NER=B-PER", misc["Maren"])
        self.assertIn("NER=I-PER", misc["Tolk"])
        self.assertIn(":cue", misc["said"])

    def test_gold_words_are_kept(self):
        result = casus("parse", "--input", "conllu", self.write("gold.conllu", GOLD))
        self.assertEqual((result.status, result.err), (0, ""))
        self.check_trees(result.text)
        self.assertEqual([[row[1] for row in rows] for rows in sentences(result.text)], [["Tolk", "'s", "troops", "left", "."], ["ok"]])
        self.assertIn("# sent_id = weather-1\n# text = Tolk's troops left.\n", result.text)
        self.assertIn("# sent_id = weather-2\n# text = ok\n", result.text)
        self.assertEqual(casus("parse", "--input", "conllu", "-", stdin=GOLD).text, result.text)

    def test_broken_gold_is_one_line(self):
        good = self.write("gold.conllu", GOLD)
        for name, text in (("broken.conllu", "1\tTolk\n"), ("missing.conllu", None), ("other.conllu", "Troops left.\n")):
            path = self.write(name, text) if text else self.folder / name
            result = casus("parse", "--input", "conllu", path, good)
            self.assertEqual(result.status, 2)
            self.assertOneLine(result, name)
            self.assertIn("weather-2", result.text)

    def test_bad_text_is_one_line(self):
        result = casus("parse", self.write("bad.txt", b"\xff"), self.write("good.txt", REPORT))
        self.assertEqual(result.status, 2)
        self.assertOneLine(result, "bad.txt", "UTF-8")
        self.assertIn("# text", result.text)


if __name__ == "__main__":
    unittest.main()
