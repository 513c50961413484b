"""Verifies the status gold and prints each sentence with its trigger in brackets: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault.
"""
import collections
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OTHER_PLACES = ("docs", "examples", "rules", "src", "tests")
TYPES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
STATUSES = ("asserted", "alleged", "denied", "negated", "hypothetical", "future", "demanded", "historical")
SENTENCES_OF_EACH_STATUS = {"figure": 20, "tuning": 10, "more": 20}
FIELDS = {"id", "text", "trigger", "type", "status", "why", "split"}
MOST_WORDS_OF_WHY = 5


def words(text: str) -> str:
    """The words alone, so that line breaks, quotation marks and escapes make no difference."""
    return " " + " ".join(re.findall(r"[^\W_]+", text.lower())) + " "


def trigger_faults(trigger, text: str) -> list:
    if not (isinstance(trigger, list) and len(trigger) == 2 and 0 <= trigger[0] < trigger[1] <= len(text)):
        return [f"trigger {trigger} does not lie in the {len(text)} code points of the text"]
    start, end = trigger
    inside, before, after = text[start:end], text[max(0, start - 1):start], text[end:end + 1]
    if not (inside[0].isalnum() and inside[-1].isalnum()) or before.isalnum() or after.isalnum():
        return [f"trigger {trigger} {inside!r} does not begin and end with a word"]
    return []


def row_faults(row: dict, split: str) -> list:
    if set(row) != FIELDS:
        return [f"fields {sorted(set(row) ^ FIELDS)} are missing or unknown"]
    faults = trigger_faults(row["trigger"], row["text"])
    if row["split"] != split:
        faults.append(f"the sentence belongs to {row['split']}")
    if row["type"] not in TYPES:
        faults.append(f"type {row['type']!r} is unknown")
    if row["status"] not in STATUSES:
        faults.append(f"status {row['status']!r} is unknown")
    if not 1 <= len(row["why"].split()) <= MOST_WORDS_OF_WHY:
        faults.append(f"why {row['why']!r} has not one to {MOST_WORDS_OF_WHY} words")
    if row["text"] != " ".join(row["text"].split()):
        faults.append("the text has spaces at its ends, in a row, or is broken into lines")
    return faults


def repeated(values: list) -> list:
    return [value for value, count in collections.Counter(values).items() if count > 1]


def count_faults(rows: list, split: str) -> list:
    counts = collections.Counter(row.get("status") for row in rows)
    wanted = SENTENCES_OF_EACH_STATUS[split]
    return [f"{split}: {counts[status]} sentences are {status}, and not {wanted}" for status in STATUSES if counts[status] != wanted]


def met_elsewhere(rows: list) -> list:
    texts = [(row.get("id"), words(row.get("text", ""))) for row in rows]
    faults = []
    for folder in OTHER_PLACES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file():
                content = words(path.read_text(encoding="utf-8", errors="ignore"))
                faults += [f"{name}: the text stands in {path.relative_to(ROOT)}" for name, text in texts if text in content]
    return faults


def show(row: dict) -> None:
    text, (start, end) = row["text"], row["trigger"]
    print(f"{row['id']:23} {row['type']:9} {text[:start]}[{text[start:end]}]{text[end:]}  ({row['why']})")


def main(arguments: list) -> int:
    faults, rows = [], []
    for split in SENTENCES_OF_EACH_STATUS:
        path = pathlib.Path(__file__).parent / f"{split}.jsonl"
        part = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for number, row in enumerate(part, 1):
            found = row_faults(row, split)
            faults += [f"{path.name}:{number}: {fault}" for fault in found]
            if not found and "--quiet" not in arguments:
                show(row)
        faults += count_faults(part, split)
        print(f"{split}: {len(part)} sentences; " + ", ".join(f"{name} {count}" for name, count in
                                                            collections.Counter(row.get("type") for row in part).most_common()))
        rows += part
    faults += [f"id {name} is given twice" for name in repeated([row.get("id") for row in rows])]
    faults += [f"a text stands twice:{text.rstrip()}" for text in repeated([words(row.get("text", "")) for row in rows])]
    faults += met_elsewhere(rows)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
