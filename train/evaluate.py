"""Prints the dev figures of a model file, with the weights as the file stores them.

evaluate.py [--model models/casus.safetensors] [--part ewt gum gap attribution] [--json scores.json]
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from data import DATA, MASKED, ROLES, apply_script, collate, cut, read_bio, read_ewt, read_gap, read_gum
from data import read_polnear, spans_of, windows
from export import load_exported
from paths import MODELS
from prepare import cut_pieces
from ranges import best_ranges
from trees import best_tree


def viterbi(scores, labels):
    """The best BIOES labels that leave no span broken."""
    opens = [name == "O" or name[0] in "BS" for name in labels]
    closed = [name == "O" or name[0] in "ES" for name in labels]
    allowed = np.array(
        [
            [closed[i] and opens[j] or (not closed[i] and not opens[j] and a[2:] == b[2:]) for j, b in enumerate(labels)]
            for i, a in enumerate(labels)
        ]
    )
    step = np.where(allowed, 0.0, -np.inf)
    best, back = np.where(opens, scores[0], -np.inf), []
    for row in scores[1:]:
        through = best[:, None] + step
        back.append(through.argmax(0))
        best = through.max(0) + row
    best = np.where(closed, best, -np.inf)
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [labels[i] for i in reversed(path)]


def name_spans(bioes):
    bio = [("B" if t[0] in "BS" else "I") + t[1:] if t != "O" else t for t in bioes]
    return {(a, b, kind) for a, b, kind in spans_of(bio)}


@torch.no_grad()
def predict(model, documents, pieces):
    """(batch, vectors of the words, window) for each window of the documents."""
    for document in documents:
        for sentence in document.sentences:
            cut_pieces(sentence, pieces)
        for begin, end in windows(document):
            window = cut(document, begin, end)
            # Labels are not needed as numbers here.
            layers = [s.layers for s in window.sentences]
            for s in window.sentences:
                s.layers = {}
            batch = collate([window], pieces.cls, pieces.sep)
            for s, kept in zip(window.sentences, layers):
                s.layers = kept
            yield batch, model(batch), window


def f1(right, predicted, gold):
    p, r = right / max(predicted, 1), right / max(gold, 1)
    return 100 * p, 100 * r, 200 * right / max(predicted + gold, 1)


@torch.no_grad()
def treebank(model, labels, documents, pieces):
    count, right, fact = 0, Counter(), []
    spans = Counter()
    for batch, x, window in predict(model, documents, pieces):
        guesses = {n: model.heads[n](x).argmax(1).tolist() for n in ("upos", "xpos", "feats", "lemma")}
        names = model.heads["names"](x).numpy()
        values = model.heads["factuality"](x).tolist()
        arcs = model.heads["arc"](x, batch.sentence_words).numpy()
        first = 0
        for sentence, scores in zip(window.sentences, arcs):
            n = len(sentence.words)
            heads = best_tree(scores[:n, : n + 1])
            index = torch.arange(first, first + n)
            head_words = torch.from_numpy(np.where(heads == 0, -1, first + heads - 1))
            relations = model.heads["relation"](x, index, head_words).argmax(1).tolist()
            count += n
            for i in range(n):
                guess = {name: labels[name][values[first + i]] for name, values in guesses.items()}
                for name in ("upos", "xpos", "feats"):
                    right[name] += guess[name] == sentence.layers[name][i]
                gold_lemma = apply_script(sentence.layers["lemma"][i], sentence.words[i])
                right["lemma"] += apply_script(guess["lemma"], sentence.words[i]) == gold_lemma
                attached = heads[i] == sentence.heads[i]
                relation, gold = labels["relation"][relations[i]], sentence.layers["relation"][i]
                right["UAS"] += attached
                right["LAS"] += attached and relation.split(":")[0] == gold.split(":")[0]
                right["LAS with subtypes"] += attached and relation == gold
            fact += [(values[first + i], value) for i, value, _ in sentence.factuality]
            if "names" in sentence.layers:
                kinds = ("PER", "ORG", "LOC")
                found = {s for s in name_spans(viterbi(names[first : first + n], labels["names"])) if s[2] in kinds}
                gold = {s for s in name_spans(sentence.layers["names"]) if s[2] in kinds}
                spans.update(right=len(found & gold), predicted=len(found), gold=len(gold))
            first += n
    scores = {name: 100 * value / count for name, value in right.items()}
    scores["names P"], scores["names R"], scores["names F1"] = f1(spans["right"], spans["predicted"], spans["gold"])
    scores["names gold"] = spans["gold"]
    if fact:
        a, b = np.array(fact).T
        scores["factuality Pearson"] = float(np.corrcoef(a, b)[0, 1])
        scores["factuality MAE"] = float(np.abs(a - b).mean())
    return scores


@torch.no_grad()
def attribution(model, labels, documents, pieces):
    counts = {role: Counter() for role in ROLES}
    links = {"source": Counter(), "content": Counter()}
    exact = {"source": Counter(), "content": Counter()}
    for batch, x, window in predict(model, documents, pieces):
        for role in ROLES:
            guess = (model.heads[role](x).argmax(1) != 0).tolist()
            gold = [tag for s in window.sentences for tag in s.layers[role]]
            for g, t in zip(guess, gold):
                if t != MASKED:
                    counts[role].update(right=g and t != "O", predicted=g, gold=t != "O")
        if len(batch.pivots):
            scores = model.heads["link"](x, batch.pivots, batch.link_words).numpy()
            for pivot, gold in zip(scores, batch.link_targets.numpy()):
                for k, role in enumerate(links):
                    guess, right = np.array(best_ranges(pivot[k])), gold[k]
                    links[role].update(right=int((guess * right).sum()), predicted=int(guess.sum()), gold=int(right.sum()))
                    exact[role].update(right=bool((guess == right).all()), all=1)
    scores = {}
    for prefix, table in (("", counts), ("link ", links)):
        for role, c in table.items():
            names = (f"{prefix}{role} P", f"{prefix}{role} R", f"{prefix}{role} F1")
            scores.update(zip(names, f1(c["right"], c["predicted"], c["gold"])))
    for role, c in exact.items():
        scores[f"link {role} exact"] = 100 * c["right"] / max(c["all"], 1)
    return scores


@torch.no_grad()
def coreference(model, documents, pieces):
    """How often the best candidate of a window, or none of them, is right; for words with an antecedent there, and for pronouns."""
    count, right = Counter(), Counter()
    for batch, x, window in predict(model, documents, pieces):
        if not batch.candidates.numel():
            continue
        scores = model.heads["antecedent"](x, batch.anaphors, batch.candidates)
        tags = [t for s in window.sentences for t in s.layers.get("xpos", ["PRP"] * len(s.words))]
        scores = torch.cat([torch.zeros(len(scores), 1), scores], 1)
        for word, row, gold in zip(batch.anaphors.tolist(), scores, batch.antecedents):
            best = int(row.argmax())
            good = bool(gold[best - 1]) if best else not gold.any()
            groups = ["all", "with antecedent" if gold.any() else "without"]
            groups += ["pronouns with antecedent"] if gold.any() and tags[word].startswith("PRP") else []
            for group in groups:
                count[group] += 1
                right[group] += good
    return {group: 100 * right[group] / n for group, n in count.items()}


def missing_names(documents, ids):
    """Gold spans of sentences whose words differ from the treebank's: they count as not found."""
    used = {i for d, di in zip(documents, ids) for s, i in zip(d.sentences, di) if "names" in s.layers}
    return sum(len(spans_of(tags)) for i, _, tags in read_bio(DATA / "ner/uner-ewt-dev.bio") if i not in used)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODELS / "casus.safetensors")
    parser.add_argument("--part", nargs="*", default=["ewt", "gum", "gap", "attribution"])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model, labels, pieces, metadata = load_exported(args.model)
    results = {}
    if "ewt" in args.part:
        documents, ids = read_ewt("dev")
        results["EWT dev (gold tokens)"] = treebank(model, labels, documents, pieces)
        results["EWT dev (gold tokens)"]["names in sentences left out"] = missing_names(documents, ids)
    if "gum" in args.part:
        results["GUM dev (gold tokens)"] = treebank(model, labels, read_gum("dev"), pieces)
        results["GUM dev (antecedents in a window)"] = coreference(model, read_gum("dev"), pieces)
    if "gap" in args.part:
        results["GAP validation (of the two names, or neither)"] = coreference(model, read_gap("validation")[0], pieces)
    if "attribution" in args.part:
        results["PolNeAR dev (words)"] = attribution(model, labels, read_polnear("dev"), pieces)
    print(f"model {metadata['version']} {metadata['xxh3_64']}")
    for title, scores in results.items():
        print(title)
        for name, value in scores.items():
            print(f"  {name:28} {value:7.2f}")
    if args.json:
        args.json.write_text(json.dumps({"model": metadata["xxh3_64"], "scores": results}, indent=1) + "\n")


if __name__ == "__main__":
    main()
