"""Figures of the event head by five folds: rules alone, head alone, both.

event_head_folds.py [--casus build/release/apps/cli/casus] [--train]

Each text is read with weights that were trained without its fold (`--train` fits them; they stay in train/work). PLOVER's dev records and
the documents of gold/events are scored by `casus eval`; of PLV the type of the marked pair: the likeliest of what the head gives over the
words of the sentence, which an event of the rules between the two parties outweighs by a factor chosen on the other folds.
"""

import argparse
import json
import math
import subprocess
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

import event_data  # noqa: F401, for the pickle
from event_data import NONE, TYPES, marked, rows
from event_head import FOLDS, fold_of, links_of, load_data, roots_of, train, write
from paths import DATA, REPO, WORK

FOLDER = WORK / "event_folds"
FACTORS = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0)  # logarithms
THRESHOLD = 0.5  # of an event, of the head alone
STATUSES = ("asserted", "historical", "future")  # those that the gold of PLOVER codes


def weights(fold):
    return FOLDER / f"without-{fold}.safetensors"


def fit(stored, data):
    """Trains the folds; keeps what the head gives to the held-out pairs and words."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pairs, words = {}, {}
    for fold in range(FOLDS):
        outside = [t for t, c in enumerate(data.candidates) if fold_of(c.text.id) != fold]
        head = train(data, outside)
        write(head, stored, data.modes, weights(fold))
        held = [t for t, c in enumerate(data.candidates) if fold_of(c.text.id) == fold and len(c.tokens)]
        with torch.no_grad():
            marked_pairs = [t for t in held if data.candidates[t].text.root]
            index, of = data.words_of(marked_pairs)
            given = head.pair_types(data.inputs[index], links_of(data, marked_pairs), of, len(marked_pairs))
            pairs.update({data.candidates[t].text.id: row.tolist() for t, row in zip(marked_pairs, given)})
            for t in held:
                event, types, _ = head(data.inputs[slice(*data.ranges[t])])
                found = (torch.sigmoid(event)[:, None] * torch.softmax(types, 1)).tolist()
                words[data.candidates[t].text.id] = found
        print("fold", fold, "trained", flush=True)
    (FOLDER / "head.json").write_text(json.dumps({"pairs": pairs, "words": words}))


def evaluate(casus, kind, gold, head, out, *more):
    command = [casus, "eval", str(gold), "--kind", kind, "--event-head", str(head), "--write-predictions", str(out), *more]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def scored(casus, kind, gold, predicted, *more):
    command = [casus, "eval", str(gold), "--kind", kind, "--predicted", str(predicted), *more]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def by_folds(casus, kind, gold, *more):
    """Predictions of both for all texts, each by the weights of its fold."""
    lines = {row["id"]: row for row in rows(gold)} if kind != "ordinary" else {f"ordinary-{n}": row for n, row in enumerate(rows(gold))}
    out = []
    for fold in range(FOLDS):
        held = [row for identifier, row in lines.items() if fold_of(identifier) == fold]
        part, found = FOLDER / "gold.jsonl", FOLDER / "found.jsonl"
        part.write_text("".join(json.dumps(row) + "\n" for row in held))
        if held:
            evaluate(casus, kind, part, weights(fold), found, *more)
            out += rows(found)
    path = FOLDER / f"both-{kind}-{Path(gold).stem}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in out))
    return path


def head_alone(words, texts):
    return [
        {"id": t["id"], "events": [{"type": kind} for kind in sorted({TYPES[int(np.argmax(w))] for w in words.get(t["id"], []) if sum(w) > THRESHOLD})]}
        for t in texts
    ]


def touches(spans, others):
    return any(a < d and c < b for a, b in spans for c, d in others)


def rules_of_pairs(casus, texts):
    """For each sentence of PLV the types of the rules' events: whether they stand between the marked parties."""
    given = "".join(json.dumps({"id": t["id"], "text": t["text"]}) + "\n" for t in texts)
    out = subprocess.run([casus, "read", "--format", "jsonl", "-"], input=given, capture_output=True, text=True, check=True).stdout
    found = {}
    for line, text in zip(out.splitlines(), texts):
        record = json.loads(line)
        _, (sources, targets) = marked(text["marked"])
        mentions = {a["id"]: [m["span"] for m in a["mentions"]] for a in record["actors"]}
        side = lambda ids, spans: any(touches(mentions[i], spans) for i in ids)
        types = defaultdict(float)
        for event in record["events"]:
            if event["rule"].startswith("head.") or event["status"] not in STATUSES:
                continue
            parties = side(event["actors"], sources) + side(event["recipients"], targets)
            types[event["type"]] = max(types[event["type"]], (1 + parties) / 3)
        found[text["id"]] = dict(types)
    return found


def best_root(given, ruled, factor):
    roots = sorted({"YIELD" if kind in ("CONCEDE", "RETREAT") else kind for kind in TYPES})
    value = lambda root: math.log(sum(math.exp(given[k]) for k in roots_of(root)) + 1e-12) + factor * max(ruled.get(TYPES[k], 0) for k in roots_of(root))
    return max(roots, key=value)


def report_pairs(casus):
    texts = rows(DATA / "plover/plv_train.jsonl")
    given = json.loads((FOLDER / "head.json").read_text())["pairs"]
    nothing = [-math.log(NONE)] * NONE
    ruled = rules_of_pairs(casus, texts)
    right = lambda factor, fold, inside: sum(
        best_root(given.get(t["id"], nothing), ruled[t["id"]], factor) == t["root"] for t in texts if (fold_of(t["id"]) == fold) == inside
    )
    both = sum(right(max(FACTORS, key=lambda factor: right(factor, fold, False)), fold, True) for fold in range(FOLDS))
    alone = sum(right(0.0, fold, True) for fold in range(FOLDS))
    rules = sum(bool(ruled[t["id"]]) and best_root(nothing, ruled[t["id"]], FACTORS[-1]) == t["root"] for t in texts)
    for name, n in (("rules alone", rules), ("head alone", alone), ("both", both)):
        print(f"PLV, type of the marked pair, {name}: {n / len(texts):.3f} ({n} of {len(texts)})")


def head_of_table(text, lines):
    return "\n".join(line for line in text.splitlines() if line.split(" ")[0] in lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--casus", default=str(REPO / "build/release/apps/cli/casus"))
    parser.add_argument("--train", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    if args.train:
        fit(*load_data())
    report_pairs(args.casus)
    dev = DATA / "plover/plover_dev.jsonl"
    shown = ("TYPE", "STRICT", "SRC", "TGT", "EMPTY", "MODE")
    alone = FOLDER / "head-plover.jsonl"
    alone.write_text("".join(json.dumps(row) + "\n" for row in head_alone(json.loads((FOLDER / "head.json").read_text())["words"], rows(dev))))
    print("PLOVER dev, rules alone\n" + head_of_table(evaluate(args.casus, "plover", dev, "none", FOLDER / "rules.jsonl"), shown))
    print("PLOVER dev, head alone\n" + head_of_table(scored(args.casus, "plover", dev, alone), ("TYPE", "EMPTY")))
    print("PLOVER dev, both\n" + head_of_table(scored(args.casus, "plover", dev, by_folds(args.casus, "plover", dev)), shown))
    corpora = ("--corpora", str(DATA.parent))
    for gold in sorted((REPO / "gold/events").glob("*.jsonl")):
        if gold.stem == "figure":
            continue
        print(f"documents of {gold.name}, rules alone\n" + evaluate(args.casus, "events", gold, "none", FOLDER / "rules.jsonl", *corpora))
        print(f"documents of {gold.name}, both\n" + scored(args.casus, "events", gold, by_folds(args.casus, "events", gold, *corpora), *corpora))


if __name__ == "__main__":
    main()
