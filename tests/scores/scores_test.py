#!/usr/bin/env python3
"""Compares `casus eval --predicted` with the corpora's own scorers, on predictions made by damaging gold with a fixed seed.

    scores_test.py CASUS

The corpora are looked for in $CASUS_SHARED, else in ../shared; without them the test is skipped (exit status 77).
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

SHARED = pathlib.Path(os.environ.get("CASUS_SHARED", "../shared"))
TREEBANK = SHARED / "data/ud/en_ewt-dev.conllu"
ARTICLES = SHARED / "data/attribution/polnear_dev.jsonl"
RECORDS = SHARED / "data/plover/plover_dev.jsonl"
ROOTS = SHARED / "data/plover/plv_train.jsonl"
MEASURES = {  # of `casus eval`, and what the corpus's scorer calls them
    "content, exact": "content exact",
    "content, soft": "content soft",
    "content, IoU >= .5": "content IoU>=.5",
    "source given content, exact": "source|content exact",
    "source given content, IoU >= .5": "source|content iou",
    "attribution, exact": "attribution exact",
    "attribution, IoU >= .5": "attribution IoU>=.5",
}
CASUS = sys.argv.pop(1) if len(sys.argv) > 1 else "casus"


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf8", check=False)
    if done.returncode:
        raise AssertionError(f"{command}: {done.stderr}")
    return done.stdout


def casus_tables(gold, predicted):
    """{last word of the title: {measure: (precision, recall, F1)}} in per cent."""
    tables = {}
    for table in run(CASUS, "eval", gold, "--predicted", predicted).split("\n\n"):
        rows = re.findall(r"^(\S.*?) +([\d.]+) +([\d.]+) +([\d.]+) +[\d.]+ to [\d.]+$", table, re.MULTILINE)
        tables[table.split("\n")[0].split()[-1]] = {name: tuple(map(float, figures)) for name, *figures in rows}
    return tables


def damaged_treebank(text, chance):
    """Wrong tags, relations and heads, words glued to the next, sentences cut in two and joined."""
    sentences = []
    for block in text.strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        words = [row for row in rows if "." not in row[0]]
        if not any("-" in row[0] for row in words):
            words = glue(words, chance)
        for row in words:
            if "-" in row[0]:
                continue
            for column, other in ((3, "X"), (4, "FW"), (2, "_"), (7, "dep"), (7, row[7].split(":")[0])):
                if chance.random() < 0.05:
                    row[column] = other
        plain = not any("-" in row[0] for row in words)
        if plain and len(words) > 4 and chance.random() < 0.1:
            at = chance.randrange(1, len(words))
            sentences += [renumbered(words[:at]), renumbered(words[at:])]
        else:
            sentences.append(words)
    return "".join("".join("\t".join(row) + "\n" for row in words) + "\n" for words in sentences)


def glue(words, chance):
    kept = []
    for row in words:
        if kept and chance.random() < 0.03:
            kept[-1][1] += row[1]
        else:
            kept.append(row)
    return renumbered(kept)


def renumbered(words):
    """New ids; heads that are gone become the first word, which is the root."""
    ids = {row[0]: str(i + 1) for i, row in enumerate(words)}
    out = []
    for i, row in enumerate(words):
        head = ids.get(row[6], "1")
        if i == 0 or row[6] == "0":
            head = "0"
        out.append([str(i + 1), *row[1:6], head if i else "0", *row[7:]])
    return out if is_tree(out) else [[*row[:6], "0" if i == 0 else "1", *row[7:]] for i, row in enumerate(out)]


def is_tree(words):
    for row in words:
        seen = set()
        while row[6] != "0":
            if row[0] in seen:
                return False
            seen.add(row[0])
            row = words[int(row[6]) - 1]
    return True


def damaged_articles(lines, chance):
    for line in lines:
        article = json.loads(line)
        kept = []
        for one in article["attributions"]:
            if chance.random() < 0.2:
                continue
            content = [[max(0, start + chance.randrange(-12, 12)), end + chance.randrange(-12, 12)] for start, end in one["content"]]
            source = [[max(0, start + chance.choice((0, 0, -9, 9))), end] for start, end in one["source"]] if chance.random() < 0.9 else []
            kept.append({"source": [s for s in source if s[0] < s[1]], "cue": one["cue"], "content": [s for s in content if s[0] < s[1]]})
        yield json.dumps({"id": article["id"], "attributions": kept})


def damaged_events(lines, chance):
    """Events left out, wrong types, wrong modes, sides taken away, swapped and joined."""
    for line in lines:
        sentence = json.loads(line)
        kept = []
        for event in sentence.get("events") or [{"type": sentence["root"], "mode": None, "source": [], "target": []}]:
            if chance.random() < 0.1:
                continue
            event = {part: event[part] for part in ("type", "mode", "source", "target")}
            if chance.random() < 0.15:
                event["mode"] = None
            if chance.random() < 0.2:
                kept.append({**event, "type": chance.choice(("RETREAT", "CONCEDE", "AID", "ASSAULT", "REQUEST")), "source": None})
            if chance.random() < 0.2:
                event["source"], event["target"] = event["target"], event["source"]
            if chance.random() < 0.1:
                event["target"] = [*event["target"], "FRAGOV"]
            kept.append(event)
        yield json.dumps({"id": sentence["id"], "events": kept})


class Scores(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def written(self, name, text):
        path = pathlib.Path(self.folder.name) / name
        path.write_text(text, encoding="utf8")
        return path

    def test_treebank_agrees_with_the_shared_task_measure(self):
        predicted = self.written("p.conllu", damaged_treebank(TREEBANK.read_text(encoding="utf8"), random.Random(1)))
        theirs = run(sys.executable, SHARED / "score/score_conllu.py", TREEBANK, predicted)
        (ours,) = casus_tables(TREEBANK, predicted).values()
        rows = re.findall(r"^(\S+) +P +([\d.]+) +R +([\d.]+) +F1 +([\d.]+)$", theirs, re.MULTILINE)
        self.assertGreaterEqual(len(rows), 8)
        for name, *figures in rows:
            name = {"LEMMA": "lemmas"}.get(name, name)
            for mine, other in zip(ours[name], map(float, figures)):
                self.assertAlmostEqual(mine, other, delta=0.011, msg=name)
            self.assertLess(float(figures[2]), 100, f"{name} is not damaged")

    def test_attributions_agree_by_form(self):
        lines = ARTICLES.read_text(encoding="utf8").splitlines()
        predicted = self.written("p.jsonl", "\n".join(damaged_articles(lines, random.Random(1))) + "\n")
        out = self.written("theirs.json", "")
        run(sys.executable, SHARED / "score/score_attr.py", ARTICLES, predicted, "--boot", "0", "--quiet", "--json", out)
        theirs = json.loads(out.read_text(encoding="utf8"))
        ours = casus_tables(ARTICLES, predicted)
        self.agrees(ours["articles"]["content"], theirs["content token|all"], "words of contents")
        for form, their_form in (("all", "all"), ("direct", "direct"), ("mixed", "mixed"), ("indirect", "unquoted")):
            self.assertEqual(set(ours[form]), set(MEASURES))
            for measure, their_measure in MEASURES.items():
                self.agrees(ours[form][measure], theirs[f"{their_measure}|{their_form}"], f"{measure}, {form}")
                self.assertLess(ours[form][measure][2], 100, f"{measure}, {form} is not damaged")

    def test_events_agree_with_the_scorer_of_plover(self):
        for gold, figures, shares in (
            (RECORDS, ("type", "quad", "strict", "src", "tgt"), ("exact", "hit", "empty", "macro_f1", "mode")),
            (ROOTS, ("type", "quad"), ("exact", "hit", "empty", "macro_f1")),
        ):
            lines = gold.read_text(encoding="utf8").splitlines()
            predicted = self.written("p.jsonl", "\n".join(damaged_events(lines, random.Random(1))) + "\n")
            scheme = ("--scheme", "plv") if gold == ROOTS else ()
            theirs = json.loads(run(sys.executable, SHARED / "score/score_plover.py", gold, predicted, "--json", *scheme))
            ours = {name: tuple(map(float, row.split())) for name, row in re.findall(
                r"^(\S+|macro F1) +([\d. ]+?) {3,}[\d.]+ to ", run(CASUS, "eval", gold, "--kind", "plover", "--predicted", predicted), re.MULTILINE)}
            for name in figures:
                for mine, other in zip(ours[name.upper()], theirs[name], strict=True):
                    self.assertAlmostEqual(mine, 100 * other, delta=0.0051, msg=name)
                self.assertLess(theirs[name][2], 1, f"{name} is not damaged")
            theirs["mode"] = theirs["mode"][0] / max(1, theirs["mode"][1])
            for name in shares:
                mine = ours["macro F1" if name == "macro_f1" else name.upper()]
                self.assertAlmostEqual(mine[0], theirs[name], delta=0.00051, msg=name)
            for name, counts in theirs["per"].items():
                found, false, missed = counts
                f1 = 2 * found / max(1, 2 * found + false + missed)
                self.assertAlmostEqual(ours[name][2], 100 * f1, delta=0.0051, msg=name)

    def agrees(self, ours, theirs, what):
        for mine, side in zip(ours, ("P", "R", "F1")):
            self.assertAlmostEqual(mine, 100 * theirs[side], delta=0.011, msg=f"{what}: {side}")


if __name__ == "__main__":
    if not TREEBANK.is_file():
        print(f"skipped: no corpora in {SHARED}")
        sys.exit(77)
    unittest.main()
