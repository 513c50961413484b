"""What the checks of sentences of our own have in common: reading them, texts met twice or outside of gold, spans."""
import collections
import datetime
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
OTHER_PLACES = ("docs", "examples", "rules", "src", "tests")


def read(path: pathlib.Path) -> list:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def words(text: str) -> str:
    """The words alone, so that line breaks, quotation marks and escapes make no difference."""
    return " " + " ".join(re.findall(r"[^\W_]+", text.lower())) + " "


def lies_in(span, text: str) -> bool:
    return isinstance(span, list) and len(span) == 2 and 0 <= span[0] < span[1] <= len(text)


def cuts_a_word(span: list, text: str) -> bool:
    start, end = span
    return text[max(0, start - 1):start + 1].isalnum() and start > 0 or text[end - 1:end + 1].isalnum() and end < len(text)


SECTORS = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
STATE_CODE = re.compile(rf"(?!IGO|NGO|UNO|EUR|IMG)[A-Z]{{3}}({'|'.join(SECTORS)})?")
OTHER_CODE = re.compile(r"UNO|EUR|IMG|(IGO|NGO)([A-Z]{3})?")


def codes_of_states() -> set:
    rows = ROOT.joinpath("kb", "states.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {row.split("\t")[0] for row in rows}


def is_actor_code(code: str) -> bool:
    return bool(OTHER_CODE.fullmatch(code)) or bool(STATE_CODE.fullmatch(code)) and code[:3] in codes_of_states()


def text_faults(text: str) -> list:
    return [] if text == " ".join(text.split()) else ["the text has spaces at its ends, in a row, or is broken into lines"]


def place_faults(row: dict, split: str) -> list:
    """Of the half that a text belongs to and the day it was published."""
    faults = [] if row["split"] == split else [f"the text belongs to {row['split']}"]
    try:
        datetime.date.fromisoformat(row["published"])
    except ValueError:
        faults.append(f"published {row['published']!r} is no day")
    return faults


def repeated(values: list) -> list:
    return [value for value, count in collections.Counter(values).items() if count > 1]


def met_elsewhere(rows: list) -> list:
    texts = [(row.get("id"), words(row.get("text", ""))) for row in rows]
    faults = []
    for folder in OTHER_PLACES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file():
                content = words(path.read_text(encoding="utf-8", errors="ignore"))
                faults += [f"{name}: the text stands in {path.relative_to(ROOT)}" for name, text in texts if text in content]
    return faults


def faults_of_all(rows: list) -> list:
    faults = [f"id {name} is given twice" for name in repeated([row.get("id") for row in rows])]
    faults += [f"a text stands twice:{text.rstrip()}" for text in repeated([words(row.get("text", "")) for row in rows])]
    return faults + met_elsewhere(rows)


def check(folder: pathlib.Path, splits, row_faults, summarise, show, arguments: list) -> int:
    """Reads the splits of a folder, prints their rows (but with --quiet) and, to standard error, their faults; the exit status.

    row_faults(row, split) gives the faults of a row, show(row) prints it, summarise(split, rows) prints a line on a split and gives its faults.
    """
    faults, rows = [], []
    for split in splits:
        path = folder / f"{split}.jsonl"
        part = read(path)
        for line, row in enumerate(part, 1):
            found = row_faults(row, split)
            faults += [f"{path.name}:{line}: {fault}" for fault in found]
            if not found and "--quiet" not in arguments:
                show(row)
        faults += summarise(split, part)
        rows += part
    faults += faults_of_all(rows)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0
