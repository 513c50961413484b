"""What the event head is trained on: sentences with labelled predicates, and for every word that may be one the features that the engine's
`src/eventhead` reads.

event_data.py --casus build/release/apps/cli/casus

Words and trees are those of `casus parse`, vectors those of the model file. Writes train/work/event_data.pkl.
"""

import argparse
import json
import pickle
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from data import DATA, Document, Sentence, collate, cut, windows
from export import load_exported
from model import Model, load_base
from paths import BASE, MODELS, REPO, WORK
from pieces import Pieces
from prepare import cut_pieces

sys.path.insert(0, str(REPO / "gold/events"))
import texts as gold_texts  # noqa: E402

STORED = WORK / "event_data.pkl"
LEXICAL = 64  # numbers of a lemma's vector
LEAST = 3  # times that a lemma of the corpora must be seen
OBJECTS = ("obj", "nsubj:pass")
# What the head sees of a word's place in its tree, by the names that the model file has for these lists.
LISTS = {
    "event_upos": ["VERB", "NOUN", "ADJ"],
    "event_xpos": ["VBD", "VBN", "VBZ", "VBP", "VB", "VBG", "NN", "NNS"],
    "event_relation": ["root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "conj", "obj", "obl", "nmod", "nsubj", "compound", "appos", "parataxis"],
    "event_child_relation": [
        "nsubj", "nsubj:pass", "aux:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "xcomp", "ccomp", "advcl", "acl", "acl:relcl",
        "compound", "compound:prt", "amod", "det", "nummod", "cop", "mark", "aux", "conj",
    ],
    "event_child_lemma": ["not", "no", "never", "to", "would", "will", "may", "could", "should", "up", "down", "off", "out", "back", "over", "be", "have"],
    "event_case": ["to", "of", "with", "against", "on", "for", "in", "from", "by", "at", "over", "into", "between", "as", "than"],
}
TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
)
NONE = len(TYPES)
NAMES_OF_2021 = {"FIGHT": "ASSAULT", "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
MODES_OF_2021 = {
    "demo-org": "demo", "demo-spon": "demo", "strike-hun": "hunger", "strike-gen": "strike", "riot-spon": "riot", "riot-org": "riot",
    "host": "visit", "confiscate": "seize", "detain": "arrest", "assassinate": "targeted", "political": "restrict",
}
UNKNOWN = -1
RELATIONS = "nsubj nsubj:pass obj obl obl:agent nmod nmod:poss xcomp ccomp advcl acl conj compound amod appos".split()


@dataclass
class Text:
    """A text and what is known of it: labels (span, type or None, mode or None); whether everything else in it is no event; of PLV the
    root and the spans of source and target."""

    id: str
    source: str  # plv, plover, invented, ordinary, document
    text: str
    labels: list = field(default_factory=list)
    complete: bool = False
    root: str | None = None
    pair: tuple = ((), ())


@dataclass
class Candidates:
    """Words of a text that may be predicates. `types`: index, NONE or UNKNOWN; `modes`: names or None; `links` of PLV: how each stands to
    source and target in the tree."""

    text: Text
    tokens: np.ndarray
    spans: list
    lemmas: list  # the candidate's and those of its objects
    bits: np.ndarray
    vectors: np.ndarray
    types: np.ndarray
    modes: list
    links: np.ndarray | None


def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def marked(text):
    """The text without its marks <s> and <t>, and the spans that they mark."""
    plain, spans = "", {"s": [], "t": []}
    for part in re.split(r"(</?[st]>)", text):
        if part in ("<s>", "<t>"):
            spans[part[1]].append([len(plain)])
        elif part in ("</s>", "</t>"):
            spans[part[2]][-1].append(len(plain))
        else:
            plain += part
    return plain, (spans["s"], spans["t"])


def plover_labels(record):
    """The words of `event_text` that stand in the text, each with the event's type and mode."""
    out = []
    for event in record["events"]:
        kind = NAMES_OF_2021.get(event["type"], event["type"])
        mode = MODES_OF_2021.get(event["mode"], event["mode"])
        for word in (event["event_text"] or "").split():
            for match in re.finditer(r"(?<!\w)" + re.escape(word) + r"(?!\w)", record["text"]):
                out.append((match.span(), kind, mode))
    return out


def read_texts():
    shared = DATA.parent
    for row in rows(DATA / "plover/plv_train.jsonl"):
        plain, pair = marked(row["marked"])
        yield Text(row["id"], "plv", plain, root=row["root"], pair=pair)
    for row in rows(DATA / "plover/plover_dev.jsonl"):
        yield Text(row["id"], "plover", row["text"], plover_labels(row))
    invented = {}
    for path in sorted((REPO / "train/events").glob("*.jsonl")):
        for row in rows(path):
            text = invented.setdefault(row["text"], Text(f"invented-{len(invented)}", "invented", row["text"], complete=True))
            if row["type"]:
                text.labels.append((tuple(row["trigger"]), row["type"], row["mode"]))
    yield from invented.values()
    documents = gold_texts.all_documents(shared) | {d.id: d for d in gold_texts.gum(shared, "train", "interview")}
    for path in sorted((REPO / "gold/events").glob("*.jsonl")):
        if path.stem == "figure":
            continue
        for row in rows(path):
            labels = [
                (tuple(span), event["type"], event["mode"]) for event in row["events"] for span in [event["trigger"], *event.get("also", [])]
            ]
            yield Text(row["id"], "document", documents[row["id"]].text[: row["read"]], labels, complete=True)
    for n, row in enumerate(rows(REPO / "gold/ordinary/tuning.jsonl")):
        first, last = row["span"]
        yield Text(f"ordinary-{n}", "ordinary", documents[row["document"]].text[first:last], complete=True)


def parse(casus, texts):
    """For each text its sentences, each a list of CoNLL-U rows."""
    given = "".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts))
    out = subprocess.run([casus, "parse", "-"], input=given, capture_output=True, text=True, check=True).stdout
    parsed = []
    for line in out.split("\n"):
        if line.startswith("# newdoc"):
            parsed.append([])
        elif line[:1].isdigit():
            columns = line.split("\t")
            if columns[0] == "1":
                parsed[-1].append([])
            parsed[-1][-1].append(columns)
    assert len(parsed) == len(texts), (len(parsed), len(texts))
    return parsed


class Trees:
    """The words of a text, sentence after sentence, with heads counted through the text."""

    def __init__(self, text, sentences):
        self.rows = [columns for sentence in sentences for columns in sentence]
        self.heads, self.spans, self.children = [], [], [[] for _ in self.rows]
        first, at = 0, 0
        for sentence in sentences:
            for columns in sentence:
                start = text.index(columns[1], at)
                at = start + len(columns[1])
                self.spans.append((start, at))
                self.heads.append(first + int(columns[6]) - 1 if columns[6] != "0" else None)
            first += len(sentence)
        for word, head in enumerate(self.heads):
            if head is not None:
                self.children[head].append(word)

    def lemma(self, word):
        return self.rows[word][2].lower()

    def relation(self, word):
        return self.rows[word][7]

    def is_candidate(self, word):
        upos = self.rows[word][3]
        return upos in LISTS["event_upos"] and not (upos == "ADJ" and self.relation(word) == "amod")

    def objects(self, word):
        return [child for child in self.children[word] if self.relation(child) in OBJECTS]

    def bits(self, word):
        row, children = self.rows[word], self.children[word]
        cases = {self.lemma(g) for child in children for g in self.children[child] if self.relation(g) == "case"}
        seen = {
            "event_upos": {row[3]},
            "event_xpos": {row[4]},
            "event_relation": {row[7]},
            "event_child_relation": {self.relation(child) for child in children},
            "event_child_lemma": {self.lemma(child) for child in children},
            "event_case": cases,
        }
        return [value in seen[name] for name, values in LISTS.items() for value in values]

    def path(self, one, other):
        """Words from `one` up to what both stand below, exclusive, and from there down to `other`; none in another sentence."""
        up = lambda word: [word] if self.heads[word] is None else [word, *up(self.heads[word])]
        above, below = up(one), up(other)
        common = next((word for word in above if word in below), None)
        return None if common is None else (above[: above.index(common)], below[: below.index(common)][::-1])

    def head_of(self, span):
        words = [w for w, (a, b) in enumerate(self.spans) if a < span[1] and b > span[0]]
        return next((w for w in words if self.heads[w] not in words and self.rows[w][3] != "PUNCT"), words[0])

    def links(self, word, pair):
        """How a word stands to the source and the target of a pair."""
        out = []
        for spans in pair:
            paths = [path for span in spans if (path := self.path(word, self.head_of(span)))]
            features = np.zeros(10 + 2 * len(RELATIONS), np.float32)
            if paths:
                up, down = min(paths, key=lambda path: len(path[0]) + len(path[1]))
                features[min(len(up) + len(down), 5)] = 1
                features[6], features[7] = not up, not down
                features[8], features[9] = min(len(up), 4) / 4, min(len(down), 4) / 4
                if down and self.relation(down[0]) in RELATIONS:
                    features[10 + RELATIONS.index(self.relation(down[0]))] = 1
                if up and self.relation(up[-1]) in RELATIONS:
                    features[10 + len(RELATIONS) + RELATIONS.index(self.relation(up[-1]))] = 1
            out.append(features)
        return np.concatenate(out)


@torch.no_grad()
def vectors(model, pieces, sentences):
    document = Document([Sentence([columns[1] for columns in sentence]) for sentence in sentences])
    for sentence in document.sentences:
        cut_pieces(sentence, pieces)
    return np.concatenate(
        [model(collate([cut(document, *window)], pieces.cls, pieces.sep)).numpy() for window in windows(document)]
    )


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


def candidates_of(text, sentences, words):
    trees = Trees(text.text, sentences)
    tokens = [w for w in range(len(trees.rows)) if trees.is_candidate(w)]
    types, modes = [], []
    for token in tokens:
        label = next((label for label in text.labels if overlap(label[0], trees.spans[token])), None)
        types.append(TYPES.index(label[1]) if label else NONE if text.complete else UNKNOWN)
        modes.append(label[2] if label else None)
    return Candidates(
        text=text,
        tokens=np.array(tokens),
        spans=[trees.spans[token] for token in tokens],
        lemmas=[(trees.lemma(token), [trees.lemma(child) for child in trees.objects(token)]) for token in tokens],
        bits=np.array([trees.bits(token) for token in tokens], np.float32),
        vectors=words[tokens].astype(np.float16),
        types=np.array(types),
        modes=modes,
        links=np.array([trees.links(token, text.pair) for token in tokens]) if text.root else None,
    )


@torch.no_grad()
def lexical_vectors(lemmas):
    """[lemmas, LEXICAL]: what the base model, which learned what sentences mean, makes of a lemma that stands alone."""
    vocabulary = [p for p in (BASE / "vocab.txt").read_text(encoding="utf-8").split("\n") if p]
    labels = load_exported(MODELS / "casus.safetensors")[1]
    model, pieces = Model(labels, len(vocabulary)), Pieces(vocabulary)
    load_base(model, BASE, vocabulary)
    model.eval()
    out = []
    for first in range(0, len(lemmas), 256):
        ids = [[pieces.cls, *pieces.of_word(lemma), pieces.sep] for lemma in lemmas[first : first + 256]]
        longest = max(map(len, ids))
        batch = torch.tensor([row + [0] * (longest - len(row)) for row in ids])
        mask = torch.tensor([[True] * len(row) + [False] * (longest - len(row)) for row in ids])
        x = model.embeddings(batch, torch.zeros_like(batch))
        for layer in model.layers:
            x = layer(x, mask[:, None, None, :])
        out.append(F.normalize((x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=1))
    x = torch.cat(out)
    x = x - x.mean(0)
    return (x @ torch.linalg.svd(x.T @ x)[0][:, :LEXICAL]).numpy()


def known_lemmas(parsed, required):
    counts = Counter(
        columns[2].lower() for document in parsed for sentence in document for columns in sentence if columns[3] in LISTS["event_upos"]
    )
    plain = re.compile(r"[a-z]+(-[a-z]+)*")
    return sorted(lemma for lemma, n in counts.items() if plain.fullmatch(lemma) and (n >= LEAST or lemma in required))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--casus", default=str(REPO / "build/release/apps/cli/casus"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    texts = list(read_texts())
    parsed = parse(args.casus, [text.text for text in texts])
    model, _, pieces, _ = load_exported(MODELS / "casus.safetensors")
    candidates = [candidates_of(t, p, vectors(model, pieces, p)) for t, p in zip(texts, parsed) if p]
    news = parse(args.casus, [row["text"] for row in rows(DATA / "attribution/polnear_train.jsonl")])
    trained = {lemma for c in candidates for own, objects in c.lemmas for lemma in (own, *objects)}
    lemmas = known_lemmas(news + parsed, trained)
    STORED.parent.mkdir(exist_ok=True)
    with open(STORED, "wb") as file:
        pickle.dump({"candidates": candidates, "lemmas": lemmas, "lexical": lexical_vectors(lemmas)}, file)
    print(Counter(c.text.source for c in candidates), sum(len(c.tokens) for c in candidates), "candidates,", len(lemmas), "lemmas")


if __name__ == "__main__":
    # What is stored names the module of its classes: this one, not __main__.
    import event_data

    event_data.main()
