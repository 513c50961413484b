"""Verifies the gold of situations and prints each report with its situations: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault.
"""
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

REPORTS = {"figure": 40, "tuning": 40, "reports": 15}
LEAST_WITHOUT_ANY = {"figure": 10, "tuning": 10, "reports": 0}
FIELDS = {"id", "published", "text", "situations", "split"}
FIELDS_OF_SITUATION = {"kind", "names", "parties", "began", "ended", "status"}
KINDS = {"war", "conflict", "crisis", "negotiation", "sanctions", "protest-wave", "election", "disaster"}
STATUSES = {"ongoing", "ended", "unknown"}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def situation_faults(situation: dict, text: str) -> list:
    if set(situation) != FIELDS_OF_SITUATION:
        return [f"fields of a situation {sorted(set(situation) ^ FIELDS_OF_SITUATION)} are missing or unknown"]
    faults = [f"name {name!r} does not stand in the text" for name in situation["names"] if name not in text]
    if not situation["names"]:
        faults.append("a situation has no name")
    if situation["kind"] not in KINDS or situation["status"] not in STATUSES:
        faults.append(f"kind {situation['kind']!r} or status {situation['status']!r} is unknown")
    faults += [f"party {code!r} is no country" for code in situation["parties"] if not re.fullmatch(r"[A-Z]{3}", code)]
    dates = [situation[when] for when in ("began", "ended") if situation[when] is not None]
    return faults + [f"{date!r} is no day, month or year" for date in dates if not DATE.fullmatch(date)]


def row_faults(row: dict, split: str) -> list:
    if set(row) != FIELDS:
        return [f"fields {sorted(set(row) ^ FIELDS)} are missing or unknown"]
    faults = [fault for situation in row["situations"] for fault in situation_faults(situation, row["text"])]
    if row["split"] != split:
        faults.append(f"the report belongs to {row['split']}")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", row["published"]):
        faults.append(f"published {row['published']!r} is no day")
    return faults + sentences.text_faults(row["text"])


def show(row: dict) -> None:
    print(f"{row['id']:11} {row['published']} {row['text']}")
    for situation in row["situations"]:
        dates = f"{situation['began'] or ''}..{situation['ended'] or ''}"
        print(f"{'':11} {situation['kind']}: {' | '.join(situation['names'])} ({' '.join(situation['parties'])}) {dates} {situation['status']}")


def summarise(split: str, part: list) -> list:
    faults = []
    wanted = REPORTS[split]
    without = sum(not row.get("situations") for row in part)
    if len(part) != wanted or without < LEAST_WITHOUT_ANY[split]:
        faults.append(f"{split}: {len(part)} reports, {without} without situations; wanted {wanted} and {LEAST_WITHOUT_ANY[split]}")
    print(f"{split}: {len(part)} reports; {sum(len(row.get('situations', [])) for row in part)} situations")
    return faults


def main(arguments: list) -> int:
    return sentences.check(pathlib.Path(__file__).parent, REPORTS, row_faults, summarise, show, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
