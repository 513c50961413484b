"""Verifies the event gold and prints each event beside its words: check.py [--quiet] [SHARED_FOLDER]

Exit status 0 where all is well, 1 with one line a fault, 77 where the corpora are missing.
"""
import collections
import json
import pathlib
import re
import sys

import draw
import texts

MODES = {
    "AGREE": (), "CONSULT": ("visit", "third-party", "multilateral", "phone"), "SUPPORT": (), "CONCEDE": (), "COOPERATE": (), "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"), "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"), "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"),
    "ASSAULT": ("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
                "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
}
STATUSES = ("asserted", "alleged", "denied", "negated", "hypothetical", "future", "demanded", "historical")
SECTORS = ("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC").split()
BEYOND_STATES = "UNO EUR IGO NGO ISM IMG MNC".split()
BY_USAGE = "XKX".split()  # Kosovo: ISO 3166 has no code for it
SECTOR = "|".join(SECTORS)
CODE = re.compile(rf"(?:{SECTOR}|IGO[A-Z]{{3}}|[A-Z]{{3}}(?:{SECTOR})*)")
DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
DATE = re.compile(rf"{DAY}(?:/{DAY})?")
EVENT_FIELDS = {"trigger", "type", "mode", "actors", "recipients", "status", "date"}
OPTIONAL_FIELDS = {"also", "note"}


def countries(shared: pathlib.Path) -> set:
    with open(shared / "data/knowledge/countries.tsv", encoding="utf-8") as table:
        header = next(table).rstrip("\n").split("\t")
        column = next(i for i, name in enumerate(header) if name in ("iso3", "cca3"))
        return {line.split("\t")[column] for line in table}


def span_faults(span, text: str, read: int) -> list:
    if not (isinstance(span, list) and len(span) == 2 and 0 <= span[0] < span[1] <= read):
        return [f"span {span} does not lie in the {read} code points read"]
    start, end = span
    words = text[start:end]
    before, after = text[start - 1:start], text[end:end + 1]
    if words != words.strip() or (before.isalnum() and words[0].isalnum()) or (after.isalnum() and words[-1].isalnum()):
        return [f"span {span} {words!r} does not begin and end with a word"]
    return []


def code_faults(code: str, states: set) -> list:
    known = CODE.fullmatch(code) and (code in SECTORS or code[:3] in BEYOND_STATES + BY_USAGE or code[:3] in states)
    return [] if known else [f"code {code!r} is none of country and sector"]


def event_faults(event: dict, text: str, read: int, states: set) -> list:
    faults = []
    if not EVENT_FIELDS <= set(event) <= EVENT_FIELDS | OPTIONAL_FIELDS:
        return [f"fields {sorted(set(event) ^ EVENT_FIELDS)} are missing or unknown"]
    for span in [event["trigger"]] + event.get("also", []):
        faults += span_faults(span, text, read)
    if event["type"] not in MODES:
        faults.append(f"type {event['type']!r} is unknown")
    elif event["mode"] is not None and event["mode"] not in MODES[event["type"]]:
        faults.append(f"mode {event['mode']!r} is none of {event['type']}")
    for code in event["actors"] + event["recipients"]:
        faults += code_faults(code, states)
    if event["status"] not in STATUSES:
        faults.append(f"status {event['status']!r} is unknown")
    if event["date"] is not None and not DATE.fullmatch(event["date"]):
        faults.append(f"date {event['date']!r} is not ISO 8601")
    return faults


def document_faults(row: dict, drawn: dict, text: str, states: set) -> list:
    faults = [] if row["sha256"] == texts.checksum(text) else ["the text is not the one that was read (checksum)"]
    if drawn is None or any(row[field] != value for field, value in drawn.items()):
        faults.append("the document is not drawn so by draw.py")
    triggers = [event["trigger"] for event in row["events"]]
    if triggers != sorted(triggers):
        faults.append("the events are not in the order of their triggers")
    mentions = [tuple(span) for event in row["events"] for span in [event["trigger"]] + event.get("also", [])]
    faults += [f"span {list(span)} is marked {count} times" for span, count in collections.Counter(mentions).items() if count > 1]
    for event in row["events"]:
        faults += [f"event at {event['trigger']}: {fault}" for fault in event_faults(event, text, row["read"], states)]
    return faults


def line_of(text: str, span: list, width: int = 45) -> str:
    start, end = span
    return f"{text[max(0, start - width):start]}[{text[start:end]}]{text[end:end + width]}".replace("\n", " ")


def show(row: dict, text: str) -> None:
    print(f"== {row['set']} {row['id']} {row['published'] or ''} ({len(row['events'])} events)")
    for event in row["events"]:
        kind = event["type"] + ("/" + event["mode"] if event["mode"] else "")
        roles = f"{','.join(event['actors']) or '-'} > {','.join(event['recipients']) or '-'}"
        print(f"{kind:22} {roles:24} {event['status']:12} {event['date'] or '-':21} {line_of(text, event['trigger'])}"
              + (f"  ({event['note']})" if "note" in event else ""))
        for span in event.get("also", []):
            print(f"{'':82} {line_of(text, span)}")


def summary(rows: list, documents: dict) -> None:
    events = [event for row in rows for event in row["events"]]
    words = sum(draw.words(documents[row["id"]].text[:row["read"]]) for row in rows)
    print(f"{len(rows)} documents, {sum(not row['events'] for row in rows)} without events, {words} words, {len(events)} events")
    for field in ("type", "status"):
        print(", ".join(f"{name} {count}" for name, count in collections.Counter(event[field] for event in events).most_common()))


def main(arguments: list) -> int:
    quiet = "--quiet" in arguments
    shared = texts.shared_folder([argument for argument in arguments if argument != "--quiet"])
    documents, states = texts.all_documents(shared), countries(shared)
    draws = draw.draw(documents)
    faults, rows = [], []
    for path in sorted(pathlib.Path(__file__).parent.glob("*.jsonl")):
        drawn = {row["id"]: row for row in draws.get(path.stem, [])}
        part = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for number, row in enumerate(part, 1):
            text = documents[row["id"]].text if row["id"] in documents else ""
            faults += [f"{path.name}:{number}: {fault}" for fault in document_faults(row, drawn.get(row["id"]), text, states)]
            if not quiet:
                show(row, text)
        if [row["id"] for row in part] != list(drawn):
            faults.append(f"{path.name}: the documents drawn and those marked differ: run draw.py and compare ids")
        print(f"{path.stem}: ", end="")
        summary(part, documents)
        rows += part
    print("all: ", end="")
    summary(rows, documents)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
