"""Reads the corpora, numbers their labels, cuts words into pieces, and stores all in train/work/prepared.pkl."""

import hashlib
import json
import pickle
from collections import Counter

from data import DATA, MASKED, MAX_WORDS, POSITIONS, CROSSNER, Document, names_sentences, read_ewt, read_gap, read_gum, read_polnear
from paths import BASE, WORK
from pieces import Pieces, keep_piece, shape

KINDS = ("PER", "ORG", "LOC", "MISC")
NAMES = ["O"] + [f"{mark}-{kind}" for kind in KINDS for mark in "BIES"]


def chunk(sentences, size=40):
    """Running text without borders of documents, in stretches that a sample can draw from."""
    return [Document(sentences[i : i + size]) for i in range(0, len(sentences), size)]


def read_sources():
    return {
        "ewt": read_ewt("train")[0],
        "gum": read_gum("train"),
        "polnear": read_polnear("train", DATA / "ner/polnear-corenlp-silver.bio"),
        "wikigold": chunk(names_sentences(DATA / "ner/wikigold.bio", "wikigold")),
        "un": chunk(names_sentences(DATA / "ner/un-general-debate.bio", "un")),
        # Its sentences stand in no order, and its guideline differs from that of the others.
        "crossner": [
            Document([s])
            for split in ("train", "dev")
            for s in names_sentences(DATA / f"ner/crossner-politics-{split}.bio", "crossner", CROSSNER, weight=0.3)
        ],
        "gap": read_gap("development")[0],
    }


def label_lists(sources):
    counts = {name: Counter() for name in ("upos", "xpos", "feats", "lemma", "relation")}
    for documents in sources.values():
        for document in documents:
            for sentence in document.sentences:
                for name, counter in counts.items():
                    counter.update(sentence.layers.get(name, ()))
    labels = {name: [x for x, n in counter.most_common() if n >= 2] for name, counter in counts.items()}
    labels["names"] = NAMES
    labels["attribution"] = ["O", "B", "I"]
    return labels


def number(sentence, labels, index):
    for name, values in sentence.layers.items():
        of = index["attribution" if name in ("source", "cue", "content") else name]
        if name == "relation":
            values = [v if v in of else v.split(":")[0] for v in values]
        sentence.layers[name] = [of.get(v, MASKED) for v in values]


def cut_pieces(sentence, pieces):
    sentence.pieces = [pieces.of_word(w) for w in sentence.words]
    if sum(map(len, sentence.pieces)) > POSITIONS - 2:
        sentence.pieces = [p[:2] for p in sentence.pieces]
    sentence.shapes = [shape(w, i == 0) for i, w in enumerate(sentence.words)]


def checksums():
    return {
        str(path.relative_to(DATA)): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("ud", "ner", "attribution", "factuality", "coref")
        for path in sorted((DATA / folder).iterdir())
    }


def main():
    vocabulary = [p for p in (BASE / "vocab.txt").read_text(encoding="utf-8").split("\n") if p and keep_piece(p)]
    pieces = Pieces(vocabulary)
    sources = read_sources()
    labels = label_lists(sources)
    index = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
    for name, documents in sources.items():
        count = words = names = 0
        for document in documents:
            # Only treebank sentences can be longer: they hold no attributions whose places would move.
            if not document.links and not document.anaphors:
                document.sentences = [s for s in document.sentences if len(s.words) <= MAX_WORDS]
            for sentence in document.sentences:
                number(sentence, labels, index)
                cut_pieces(sentence, pieces)
                count += sum(map(len, sentence.pieces)) + 1
                words += len(sentence.words)
                names += len(sentence.words) if "names" in sentence.layers else 0
        print(f"{name:10} {len(documents):6} documents {words:8} words {count:8} pieces, names known for {names} words")
    print({name: len(values) for name, values in labels.items()}, "vocabulary", len(vocabulary))
    WORK.mkdir(parents=True, exist_ok=True)
    with open(WORK / "prepared.pkl", "wb") as file:
        pickle.dump(
            {"sources": sources, "labels": labels, "vocabulary": vocabulary, "checksums": checksums()}, file, protocol=5
        )
    (WORK / "labels.json").write_text(json.dumps(labels, ensure_ascii=False))


if __name__ == "__main__":
    main()
