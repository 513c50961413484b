"""Verifies the status gold and prints each sentence with its trigger in brackets: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault.
"""
import collections
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

TYPES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
STATUSES = ("asserted", "alleged", "denied", "negated", "hypothetical", "future", "demanded", "historical")
SENTENCES_OF_EACH_STATUS = {"figure": 20, "tuning": 10, "more": 20}
FIELDS = {"id", "text", "trigger", "type", "status", "why", "split"}
MOST_WORDS_OF_WHY = 5


def trigger_faults(trigger, text: str) -> list:
    if not sentences.lies_in(trigger, text):
        return [f"trigger {trigger} does not lie in the {len(text)} code points of the text"]
    inside = text[trigger[0]:trigger[1]]
    if not (inside[0].isalnum() and inside[-1].isalnum()) or sentences.cuts_a_word(trigger, text):
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
    return faults + sentences.text_faults(row["text"])


def count_faults(rows: list, split: str) -> list:
    counts = collections.Counter(row.get("status") for row in rows)
    wanted = SENTENCES_OF_EACH_STATUS[split]
    return [f"{split}: {counts[status]} sentences are {status}, and not {wanted}" for status in STATUSES if counts[status] != wanted]


def show(row: dict) -> None:
    text, (start, end) = row["text"], row["trigger"]
    print(f"{row['id']:23} {row['type']:9} {text[:start]}[{text[start:end]}]{text[end:]}  ({row['why']})")


def summarise(split: str, part: list) -> list:
    faults = []
    faults += count_faults(part, split)
    print(f"{split}: {len(part)} sentences; " + ", ".join(f"{name} {count}" for name, count in
                                                        collections.Counter(row.get("type") for row in part).most_common()))
    return faults


def main(arguments: list) -> int:
    return sentences.check(pathlib.Path(__file__).parent, SENTENCES_OF_EACH_STATUS, row_faults, summarise, show, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
