"""Verifies the gold of contexts and prints each sentence with its trigger in brackets: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault.
"""
import collections
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

SENTENCES = {"figure": 70, "tuning": 70}
LEAST_OF_EACH_CONTEXT = 2
FIELDS = {"id", "published", "text", "trigger", "contexts", "doubtful", "split"}


def known_contexts() -> list:
    table = (sentences.ROOT / "rules" / "ontology" / "contexts.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in table if not line.startswith("#")][1:]


def row_faults(row: dict, split: str, known: list) -> list:
    if set(row) != FIELDS:
        return [f"fields {sorted(set(row) ^ FIELDS)} are missing or unknown"]
    text, trigger, given = row["text"], row["trigger"], row["contexts"] + row["doubtful"]
    faults = [f"context {context!r} is unknown" for context in given if context not in known]
    faults += [f"context {context!r} is given twice" for context in sentences.repeated(given)]
    if not sentences.lies_in(trigger, text) or sentences.cuts_a_word(trigger, text):
        faults.append(f"trigger {trigger} does not lie in the {len(text)} code points of the text, or cuts a word")
    if not row["contexts"]:
        faults.append("the sentence has no context")
    if row["split"] != split:
        faults.append(f"the sentence belongs to {row['split']}")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["published"]):
        faults.append(f"published {row['published']!r} is no day")
    return faults + sentences.text_faults(text)


def show(row: dict) -> None:
    text, (start, end) = row["text"], row["trigger"]
    doubtful = f" ({' '.join(row['doubtful'])})" if row["doubtful"] else ""
    print(f"{row['id']:11} {text[:start]}[{text[start:end]}]{text[end:]}  {' '.join(row['contexts'])}{doubtful}")


def summarise(split: str, part: list) -> list:
    faults = []
    wanted = SENTENCES[split]
    known = known_contexts()
    counts = collections.Counter(context for row in part for context in row.get("contexts", []))
    faults += [f"{split}: {counts[context]} sentences are {context}" for context in known if counts[context] < LEAST_OF_EACH_CONTEXT]
    if len(part) != wanted:
        faults.append(f"{split}: {len(part)} sentences, and not {wanted}")
    print(f"{split}: {len(part)} sentences; {counts.total()} contexts")
    return faults


def main(arguments: list) -> int:
    known = known_contexts()
    return sentences.check(pathlib.Path(__file__).parent, SENTENCES, lambda row, split: row_faults(row, split, known), summarise, show,
                           arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
