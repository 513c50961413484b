"""Verifies the sentences without events and prints each: check.py [--quiet] [SHARED_FOLDER]

Exit status 0 where all is well, 1 with one line a fault, 77 where the corpora are missing.
"""
import json
import pathlib
import sys

import draw  # before texts: it knows where they are
import texts

SENTENCES = {"figure": 200, "tuning": 300}  # in the order of the draw
FIELDS = {"source", "document", "span", "sha256"}


def read(name: str) -> list:
    path = pathlib.Path(__file__).parent / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def row_faults(row: dict, places: dict, drawn: list) -> list:
    if set(row) != FIELDS:
        return [f"fields {sorted(set(row) ^ FIELDS)} are missing or unknown"]
    place = places.get((row["source"], row["document"], *row["span"]))
    if place is None:
        return ["the sentence is not drawn by draw.py"]
    if row["sha256"] != texts.checksum(drawn[place].text):
        return ["the text is not the one that was read (checksum)"]
    return []


def main(arguments: list) -> int:
    drawn = draw.draw(texts.shared_folder([argument for argument in arguments if argument != "--quiet"]))
    places = {(sentence.source, sentence.document, sentence.start, sentence.end): place for place, sentence in enumerate(drawn)}
    faults, taken = [], []
    for name, wanted in SENTENCES.items():
        rows = read(name)
        if len(rows) != wanted:
            faults.append(f"{name}.jsonl: {len(rows)} sentences, and not {wanted}")
        for number, row in enumerate(rows, 1):
            found = row_faults(row, places, drawn)
            faults += [f"{name}.jsonl:{number}: {fault}" for fault in found]
            if found:
                continue
            taken.append(places[(row["source"], row["document"], *row["span"])])
            if "--quiet" not in arguments:
                print(f"{name} {row['document']} {row['span']} {drawn[taken[-1]].text}")
    if taken != sorted(set(taken)):
        faults.append("the sentences are not in the order of the draw, or one is given twice")
    if taken:
        print(f"{len(taken)} of the first {taken[-1] + 1} sentences drawn")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
