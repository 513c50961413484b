"""Writes a checkpoint as a model file (docs/formats/model.md) and the activations that the engine is tested against.

export.py [--checkpoint FILE] [--out models/casus.safetensors] [--activations tests/data/activations.safetensors]
Without a checkpoint the heads are untrained: a file of the right form, before there is anything to know.
"""

import argparse
import json
import struct
from pathlib import Path

import numpy as np
import torch
import xxhash

from data import WINDOW, Document, Sentence, collate, cut
from lemmas import lemma_endings
from model import ARC, ATTENTION_HEADS, DISTANCES, EPS, FFN, HIDDEN, LAYERS, LINK, RELATION, Model, load_base
from paths import BASE, MODELS, REPO, WORK
from pieces import MAX_PIECES, SHAPES, Pieces, keep_piece
from prepare import cut_pieces

# Small matrices and the arcs' own product stay as they are: bytes would save nothing there.
QUANTISED_FROM = 1 << 15
KEPT = ("heads.arc.bilinear",)

TEXTS = [
    # A headline in capitals, the dateline's sentence, a quotation.
    [
        "MINISTER SAYS RIVER ACCORD WITH VELDANIA `` ALL BUT DEAD ''",
        "The foreign minister of Ostria , Mara Lindqvist , said on Tuesday that talks on the river accord had not been resumed .",
        "“ We will never sign under fire , ” she told reporters in Port Alder .",
    ],
    [
        "Two soldiers were killed and at least 14 wounded when rebels shelled the U.N. base near Kharif , according to a spokesman for the mission .",
        "He did n't say whether the ceasefire of 3 May 2019 still holds .",
        "The Joint Monitoring Group , which oversees it , denied reports of a full-scale withdrawal .".replace("-", " - "),
        "Officials had warned that troops might cross the border .",
    ],
    ["Veldania agrees to free prisoners"],
    [
        "In a letter dated 12 March , President Aurelio Santángelo - Núñez urged both governments to lift the blockade , calling it “ an act of war ” ; his rival , Dr. T. K. Obi of the People 's Front , called the letter “ theatre ” .",
        "Neither Washington nor the E.U. responded immediately .",
    ],
]


def write_safetensors(path, tensors, metadata, checksum_key=None):
    header, parts, offset = {}, [], 0
    for name, array in sorted(tensors.items(), key=lambda item: (-item[1].dtype.itemsize, item[0])):
        kind = {"float32": "F32", "int8": "I8", "int32": "I32"}[array.dtype.name]
        raw = np.ascontiguousarray(array).tobytes()
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [offset, offset + len(raw)]}
        parts.append(raw)
        offset += len(raw)
    data = b"".join(parts)
    if checksum_key:
        metadata = {**metadata, checksum_key: xxhash.xxh3_64_hexdigest(data, seed=0)}
    head = json.dumps({"__metadata__": metadata, **header}, ensure_ascii=False, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(head)) + head + data)


def read_safetensors(path):
    raw = path.read_bytes()
    size = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8 : 8 + size])
    metadata = header.pop("__metadata__")
    types = {"F32": np.float32, "I8": np.int8, "I32": np.int32}
    data = raw[8 + size :]
    tensors = {
        name: np.frombuffer(data[slice(*entry["data_offsets"])], types[entry["dtype"]]).reshape(entry["shape"])
        for name, entry in header.items()
    }
    return tensors, metadata, xxhash.xxh3_64_hexdigest(data, seed=0)


def quantise(state):
    out = {}
    for name, tensor in state.items():
        if name == "guidelines":
            continue
        x = tensor.float().numpy()
        if x.ndim == 2 and x.size >= QUANTISED_FROM and name not in KEPT:
            scale = np.maximum(np.abs(x).max(1) / 127, 1e-12).astype(np.float32)
            out[name] = np.clip(np.rint(x / scale[:, None]), -127, 127).astype(np.int8)
            out[name + ".scale"] = scale
        else:
            out[name] = x.astype(np.float32)
    return out


def dequantise(tensors):
    out = {}
    for name, x in tensors.items():
        if name.endswith(".scale"):
            continue
        scale = tensors.get(name + ".scale")
        x = x.astype(np.float32) * scale[:, None] if scale is not None else x
        out[name] = torch.from_numpy(np.array(x))
    return out


def load_exported(path):
    """The model of a file, as the engine has it: (model, labels, pieces, metadata)."""
    tensors, metadata, checksum = read_safetensors(path)
    if checksum != metadata["xxh3_64"]:
        raise ValueError(f"{path}: checksum {checksum} is not {metadata['xxh3_64']}")
    labels, vocabulary = json.loads(metadata["labels"]), json.loads(metadata["vocabulary"])
    model = Model(labels, len(vocabulary))
    model.load_state_dict({**dequantise(tensors), "guidelines": model.guidelines})
    return model.eval(), labels, Pieces(vocabulary), metadata


@torch.no_grad()
def activations(path, out):
    model, _, pieces, metadata = load_exported(path)
    tensors, windows = {}, []
    for n, text in enumerate(TEXTS):
        document = Document([Sentence(line.split()) for line in text])
        for sentence in document.sentences:
            cut_pieces(sentence, pieces)
        batch = collate([cut(document, 0, len(text))], pieces.cls, pieces.sep)
        x = model(batch)
        words = [w for s in document.sentences for w in s.words]
        pivot = next((i for i, w in enumerate(words) if w in ("said", "according", "urged", "agrees")), 0)
        put = lambda name, value: tensors.__setitem__(f"{n}.{name}", value.numpy())
        put("pieces", batch.pieces[0].int())
        put("shapes", batch.shapes[0].int())
        put("vectors", x)
        for name in ("upos", "xpos", "feats", "lemma", "names", "source", "cue", "content", "factuality"):
            put(name, model.heads[name](x))
        every = torch.arange(len(words)).unsqueeze(0)
        put("link", model.heads["link"](x, torch.tensor([pivot]), every)[0].flatten(0, 1))
        put("antecedent", model.heads["antecedent"](x, torch.tensor([len(words) // 2]), every)[0])
        first = 0
        for m, sentence in enumerate(document.sentences):
            index = torch.arange(first, first + len(sentence.words))
            scores = model.heads["arc"](x, index.unsqueeze(0))[0]
            allowed = scores.clone()
            allowed[torch.arange(len(index)), 1 + torch.arange(len(index))] = -torch.inf
            heads = allowed.argmax(1)
            put(f"{m}.arc", scores)
            put(f"{m}.heads", heads.int())
            put(f"{m}.relation", model.heads["relation"](x, index, torch.where(heads == 0, -1, first + heads - 1)))
            first += len(index)
        windows.append({"sentences": [s.words for s in document.sentences], "pivot": pivot})
    write_safetensors(
        out, tensors, {"model": metadata["xxh3_64"], "windows": json.dumps(windows, ensure_ascii=False)}
    )
    print(out, out.stat().st_size, "bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--weights", choices=("model", "average"), default="average")
    parser.add_argument("--out", type=Path, default=MODELS / "casus.safetensors")
    parser.add_argument("--activations", type=Path, default=REPO / "tests/data/activations.safetensors")
    parser.add_argument("--version", default="2026-11-25.1")
    args = parser.parse_args()

    if args.checkpoint:
        stored = torch.load(args.checkpoint, weights_only=False)
        state, labels, vocabulary = stored[args.weights], stored["labels"], stored["vocabulary"]
    else:
        torch.manual_seed(0)
        labels = json.loads((WORK / "labels.json").read_text())
        vocabulary = [p for p in (BASE / "vocab.txt").read_text(encoding="utf-8").split("\n") if p and keep_piece(p)]
        model = Model(labels, len(vocabulary))
        load_base(model, BASE, vocabulary)
        state = model.state_dict()
    config = {
        "hidden": HIDDEN, "layers": LAYERS, "attention_heads": ATTENTION_HEADS, "ffn": FFN, "positions": 512,
        "window": WINDOW, "layer_norm_eps": EPS, "arc": ARC, "relation": RELATION, "link": LINK,
        "distances": DISTANCES, "shapes": SHAPES, "max_pieces_per_word": MAX_PIECES,
    }
    as_json = lambda value: json.dumps(value, ensure_ascii=False)
    metadata = {
        "format": "casus-model-2", "version": args.version, "config": as_json(config),
        "vocabulary": as_json(vocabulary), "labels": as_json(labels),
        "lemma_endings": as_json(lemma_endings(labels)),
    }
    write_safetensors(args.out, quantise(state), metadata, "xxh3_64")
    print(args.out, args.out.stat().st_size, "bytes")
    activations(args.out, args.activations)


if __name__ == "__main__":
    main()
