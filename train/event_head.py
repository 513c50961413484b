"""Trains the event head on what event_data.py stored, and writes it as a model file of its own.

event_head.py [--out models/events.safetensors] [--without FOLD]

For a word that may be a predicate: its lemma and its objects' as fixed vectors, its own vector, and its place in the tree, through one
hidden layer to a type (or none) and a mode. Of PLV, which marks a pair and not a word, some word of the sentence is the predicate: which
one is learned along from how the words stand to source and target.
"""

import argparse
import hashlib
import json
import pickle
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from event_data import LEXICAL, LISTS, NONE, STORED, TYPES, UNKNOWN
from export import quantise, read_safetensors, write_safetensors
from model import FastDropout
from paths import MODELS

MEMBERS, HIDDEN = 4, 64  # an ensemble, whose logits are averaged: as a file one layer
VECTOR_SCALE, LEXICAL_SCALE = 1.0, 25.0
EPOCHS, TEXTS_A_STEP, RATE, DECAY = 30, 96, 6e-3, 0.02
INPUT_DROPOUT, HIDDEN_DROPOUT = 0.2, 0.3
NONE_WEIGHT = {"invented": 0.5, "ordinary": 0.5, "document": 0.5, "plover": 0.15}
FOLDS = 5


def fold_of(identifier):
    """Which of the folds a text is held out in; the same whatever else is read."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % FOLDS


def roots_of(name):
    return [TYPES.index(kind) for kind in (("CONCEDE", "RETREAT") if name == "YIELD" else (name,))]


class Data:
    """Candidates of all texts after each other, as tensors."""

    def __init__(self, stored, modes):
        self.candidates = stored["candidates"]
        self.modes = modes
        place = {lemma: i for i, lemma in enumerate(stored["lemmas"])}
        table = np.concatenate([stored["lexical"], np.zeros((1, LEXICAL), np.float32)])
        row = lambda lemma: place.get(lemma, len(place))
        inputs, ends = [], [0]
        for c in self.candidates:
            own = table[[row(lemma) for lemma, _ in c.lemmas]].reshape(-1, LEXICAL)
            objects = [table[[row(o) for o in found]].mean(0) if found else table[-1] for _, found in c.lemmas]
            objects = np.array(objects, np.float32).reshape(-1, LEXICAL)
            vectors = c.vectors.astype(np.float32).reshape(-1, c.vectors.shape[-1] if c.vectors.ndim == 2 else 384)
            bits = c.bits.reshape(len(c.tokens), -1) if len(c.tokens) else np.zeros((0, sum(map(len, LISTS.values()))), np.float32)
            inputs.append(np.concatenate([LEXICAL_SCALE * own, LEXICAL_SCALE * objects, VECTOR_SCALE * vectors, bits], 1))
            ends.append(ends[-1] + len(c.tokens))
        self.inputs = torch.from_numpy(np.concatenate(inputs).astype(np.float32))
        self.ranges = list(zip(ends, ends[1:]))
        self.types = torch.tensor([kind for c in self.candidates for kind in c.types])
        index = {name: i for i, name in enumerate(modes)}
        self.mode_labels = torch.tensor(
            [
                index.get(f"{TYPES[kind]}/{mode or ''}", -1) if 0 <= kind < NONE else -1
                for c in self.candidates
                for kind, mode in zip(c.types, c.modes)
            ]
        )
        self.weights = torch.tensor(
            [
                1.0 if 0 <= kind < NONE else NONE_WEIGHT.get(c.text.source, 0.0)
                for c in self.candidates
                for kind in c.types
            ]
        )
        self.targets = torch.where(self.types == UNKNOWN, NONE, self.types)

    def words_of(self, texts):
        words = torch.cat([torch.arange(*self.ranges[t]) for t in texts])
        of = torch.tensor([n for n, t in enumerate(texts) for _ in range(*self.ranges[t])])
        return words, of


def mode_names(candidates):
    """TYPE/MODE, and TYPE/ where none is told, of all types that have modes."""
    told = {(TYPES[kind], mode) for c in candidates for kind, mode in zip(c.types, c.modes) if 0 <= kind < NONE and mode}
    return sorted({f"{kind}/{mode}" for kind, mode in told} | {f"{kind}/" for kind, _ in told})


class EventHead(nn.Module):
    def __init__(self, inputs, links, modes):
        super().__init__()
        self.members = nn.ModuleList()
        for _ in range(MEMBERS):
            self.members.append(
                nn.ModuleDict(
                    {
                        "hidden": nn.Linear(inputs, HIDDEN),
                        "event": nn.Linear(HIDDEN, 1),
                        "types": nn.Linear(HIDDEN, NONE),
                        "modes": nn.Linear(HIDDEN, modes),
                        "links": nn.Linear(links, 1),
                    }
                )
            )

    def hidden(self, member, x):
        return F.dropout(F.gelu(member["hidden"](x)), HIDDEN_DROPOUT, self.training)

    def forward(self, x):
        """Logits, averaged: (of being an event, of its types, of its modes)."""
        hidden = [(m, self.hidden(m, x)) for m in self.members]
        mean = lambda name: torch.stack([m[name](h) for m, h in hidden]).mean(0)
        return mean("event").squeeze(1), mean("types"), mean("modes")

    def pair_types(self, x, links, of, texts):
        """Log probabilities of the types of a pair's event, averaged: [texts, types]."""
        return torch.logsumexp(torch.stack([member_pair_types(m, self.hidden(m, x), links, of, texts) for m in self.members]), 0) - np.log(
            MEMBERS
        )


def sums_of_texts(values, of, texts):
    """Log of the sums of exponentials over the words of each text."""
    index = of[:, None].expand_as(values)
    highest = torch.full((texts, values.shape[1]), -1e9).scatter_reduce(0, index, values.detach(), "amax")
    return highest + torch.log(torch.zeros(texts, values.shape[1]).index_add(0, of, torch.exp(values - highest[of])) + 1e-30)


def member_word_types(member, hidden, links, of, texts):
    """Log probabilities that a word is the one that tells the pair's event, and this of a type: [words, types]."""
    which = member["links"](links) + F.logsigmoid(member["event"](hidden))
    return which - sums_of_texts(which, of, texts)[of] + F.log_softmax(member["types"](hidden), 1)


def member_pair_types(member, hidden, links, of, texts):
    return sums_of_texts(member_word_types(member, hidden, links, of, texts), of, texts)


def links_of(data, texts):
    return torch.from_numpy(np.concatenate([data.candidates[t].links for t in texts]))


def loss_of_pairs(head, data, texts, dropout):
    """Of the roots; and the words are events as far as they are the one that tells it."""
    words, of = data.words_of(texts)
    x, links = dropout(data.inputs[words]), links_of(data, texts)
    of_root = torch.zeros(len(texts), NONE, dtype=torch.bool)
    for n, t in enumerate(texts):
        of_root[n, roots_of(data.candidates[t].text.root)] = True
    loss = 0
    for member in head.members:
        hidden = head.hidden(member, x)
        found = member_word_types(member, hidden, links, of, len(texts)).masked_fill(~of_root[of], -1e9).logsumexp(1, keepdim=True)
        sums = sums_of_texts(found, of, len(texts))
        tells = torch.exp(found - sums[of]).detach()
        loss -= sums.sum() + (tells * F.logsigmoid(member["event"](hidden))).sum()
    return loss


def loss_of_words(head, data, texts, of_type, dropout):
    words, _ = data.words_of(texts)
    x, types = dropout(data.inputs[words]), data.targets[words]
    events = types != NONE
    with_mode = data.mode_labels[words] >= 0
    other_modes = ~of_type[data.types[words][with_mode]]
    loss = 0
    for member in head.members:
        hidden = head.hidden(member, x)
        loss += F.binary_cross_entropy_with_logits(member["event"](hidden).squeeze(1), events.float(), data.weights[words], reduction="sum")
        if events.any():
            loss += F.cross_entropy(member["types"](hidden[events]), types[events], reduction="sum")
        if with_mode.any():
            logits = member["modes"](hidden[with_mode]).masked_fill(other_modes, -1e9)
            loss += 0.5 * F.cross_entropy(logits, data.mode_labels[words][with_mode], reduction="sum")
    return loss


def train(data, texts, seed=0):
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    of_type = torch.tensor([[name.startswith(kind + "/") for name in data.modes] for kind in TYPES])
    links = next(c.links.shape[1] for c in data.candidates if c.links is not None and len(c.tokens))
    dropout = FastDropout(INPUT_DROPOUT)
    head = EventHead(data.inputs.shape[1], links, len(data.modes))
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    texts = [t for t in texts if data.ranges[t][0] < data.ranges[t][1]]
    steps = EPOCHS * -(-len(texts) // TEXTS_A_STEP)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / (steps + 1))
    for _ in range(EPOCHS):
        order = rng.permutation(texts).tolist()
        for first in range(0, len(order), TEXTS_A_STEP):
            drawn = order[first : first + TEXTS_A_STEP]
            pairs = [t for t in drawn if data.candidates[t].text.root]
            others = [t for t in drawn if not data.candidates[t].text.root]
            loss = loss_of_pairs(head, data, pairs, dropout) if pairs else 0
            loss += loss_of_words(head, data, others, of_type, dropout) if others else 0
            optimiser.zero_grad()
            (loss / len(drawn)).backward()
            optimiser.step()
            schedule.step()
    return head.eval()


def as_tensors(head, stored):
    """The ensemble as one layer; scales of the inputs become the weights'."""
    stack = lambda name, kind: torch.cat([getattr(m[name], kind) for m in head.members], 0 if name == "hidden" else 1)
    mean = lambda name: torch.stack([m[name].bias for m in head.members]).mean(0)
    hidden = stack("hidden", "weight").clone()
    hidden[:, : 2 * LEXICAL] *= LEXICAL_SCALE
    hidden[:, 2 * LEXICAL : 2 * LEXICAL + 384] *= VECTOR_SCALE
    return {
        "lemmas": torch.from_numpy(stored["lexical"]),
        "hidden.weight": hidden,
        "hidden.bias": stack("hidden", "bias"),
        "event.weight": stack("event", "weight") / MEMBERS,
        "event.bias": mean("event"),
        "types.weight": stack("types", "weight") / MEMBERS,
        "types.bias": mean("types"),
        "modes.weight": stack("modes", "weight") / MEMBERS,
        "modes.bias": mean("modes"),
    }


def write(head, stored, modes, path):
    as_json = lambda value: json.dumps(value, ensure_ascii=False)
    _, encoder, _ = read_safetensors(MODELS / "casus.safetensors")
    labels = {**LISTS, "event_types": TYPES, "event_modes": modes}
    metadata = {
        "format": encoder["format"], "version": encoder["version"], "config": encoder["config"],
        "vocabulary": as_json(stored["lemmas"]), "labels": as_json(labels), "encoder": encoder["xxh3_64"],
    }
    with torch.no_grad():
        tensors = as_tensors(head, stored)
        # Its inputs differ too much in size for the bytes that the engine would round a row of them to.
        hidden = {"hidden.weight": tensors.pop("hidden.weight").numpy()}
        write_safetensors(path, {**quantise(tensors), **hidden}, metadata, "xxh3_64")


def load_data():
    with open(STORED, "rb") as file:
        stored = pickle.load(file)
    return stored, Data(stored, mode_names(stored["candidates"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=MODELS / "events.safetensors")
    parser.add_argument("--without", type=int, help="a fold to leave out")
    args = parser.parse_args()
    torch.set_num_threads(1)
    stored, data = load_data()
    texts = [t for t, c in enumerate(data.candidates) if args.without is None or fold_of(c.text.id) != args.without]
    write(train(data, texts), stored, data.modes, args.out)
    print(args.out, args.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
