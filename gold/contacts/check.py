"""Verifies the gold of contacts and prints each text with its contacts: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault.
"""
import collections
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

TEXTS = {"figure": 50, "tuning": 50}
LEAST_WITHOUT_ANY = 8
LEAST_WITH_SEVERAL = 8
FIELDS = {"id", "published", "text", "contacts", "split"}
CONTACT_FIELDS = {"kind", "status", "parties", "initiator", "date", "place", "ordinal", "topics", "outcomes", "readouts"}
PARTY_FIELDS = {"code", "name"}
ORDINAL_FIELDS = {"n", "since", "since_date"}
KINDS = ("call", "meeting", "visit", "letter", "talks")
STATUSES = ("held", "planned")
WITHOUT_PLACE = {"call", "letter"}
SPANS = ("topics", "outcomes", "readouts")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def party_faults(parties: list, text: str) -> list:
    if any(set(party) != PARTY_FIELDS for party in parties):
        return ["fields of a party are missing or unknown"]
    faults = [f"party {party['code']!r} is no code" for party in parties if party["code"] is not None and not sentences.is_actor_code(party["code"])]
    faults += [f"name {party['name']!r} does not stand in the text" for party in parties if party["name"] not in text]
    return faults if len(parties) > 1 else faults + ["a contact has fewer than two parties"]


def date_faults(dates: list) -> list:
    return [f"{date!r} is no day, month, year or interval" for date in dates if date is not None and not DATE.fullmatch(date)]


def span_faults(spans: list, text: str) -> list:
    outside = [span for span in spans if not sentences.lies_in(span, text)]
    if outside:
        return [f"span {span} does not lie in the {len(text)} code points of the text" for span in outside]
    return [f"span {span} {text[span[0]:span[1]]!r} cuts a word" for span in spans if sentences.cuts_a_word(span, text)]


def ordinal_faults(ordinal: dict, text: str) -> list:
    if set(ordinal) != ORDINAL_FIELDS:
        return ["fields of an ordinal are missing or unknown"]
    faults = [] if isinstance(ordinal["n"], int) and ordinal["n"] > 0 else [f"n {ordinal['n']!r} counts nothing"]
    return faults + span_faults([ordinal["since"]] if ordinal["since"] else [], text) + date_faults([ordinal["since_date"]])


def contact_faults(contact: dict, text: str) -> list:
    if set(contact) != CONTACT_FIELDS:
        return [f"fields {sorted(set(contact) ^ CONTACT_FIELDS)} of a contact are missing or unknown"]
    faults = party_faults(contact["parties"], text) + date_faults([contact["date"]])
    kinds = contact["kind"].split("|")
    if not set(kinds) <= set(KINDS) or contact["status"] not in STATUSES:
        faults.append(f"kind {contact['kind']!r} or status {contact['status']!r} is unknown")
    if contact["initiator"] is not None and contact["initiator"] not in [party["name"] for party in contact["parties"]]:
        faults.append(f"initiator {contact['initiator']!r} is no party")
    if contact["place"] is not None and (contact["place"] not in text or set(kinds) & WITHOUT_PLACE):
        faults.append(f"place {contact['place']!r} does not stand in the text, or belongs to no {contact['kind']}")
    if contact["ordinal"] is not None:
        faults += ordinal_faults(contact["ordinal"], text)
    return faults + [fault for field in SPANS for fault in span_faults(contact[field], text)]


def row_faults(row: dict, split: str) -> list:
    if set(row) != FIELDS:
        return [f"fields {sorted(set(row) ^ FIELDS)} are missing or unknown"]
    faults = [fault for contact in row["contacts"] for fault in contact_faults(contact, row["text"])]
    return faults + sentences.place_faults(row, split) + sentences.text_faults(row["text"])


def show(row: dict) -> None:
    text = row["text"]
    print(f"{row['id']:11} {row['published']} {text}")
    for contact in row["contacts"]:
        parties = " + ".join(f"{party['name']} ({party['code']})" for party in contact["parties"])
        print(f"{'':11} {contact['status']} {contact['kind']}: {parties}, by {contact['initiator']}, {contact['date']}, {contact['place']}")
        if contact["ordinal"]:
            start, end = contact["ordinal"]["since"] or (0, 0)
            print(f"{'':13} number {contact['ordinal']['n']} {text[start:end]} ({contact['ordinal']['since_date']})")
        for field in SPANS:
            if contact[field]:
                print(f"{'':13} {field}: " + " | ".join(text[start:end] for start, end in contact[field]))


def summarise(split: str, part: list) -> list:
    faults = []
    counts = [len(row.get("contacts", [])) for row in part]
    without, several = counts.count(0), sum(count > 1 for count in counts)
    if len(part) != TEXTS[split] or without < LEAST_WITHOUT_ANY or several < LEAST_WITH_SEVERAL:
        faults.append(f"{split}: {len(part)} texts, {without} without contacts, {several} with several; "
                      f"wanted {TEXTS[split]}, {LEAST_WITHOUT_ANY} and {LEAST_WITH_SEVERAL}")
    kinds = collections.Counter(contact.get("kind") for row in part for contact in row.get("contacts", []))
    print(f"{split}: {len(part)} texts, {without} without contacts, {several} with several; {kinds.total()} contacts: "
          + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    return faults


def main(arguments: list) -> int:
    return sentences.check(pathlib.Path(__file__).parent, TEXTS, row_faults, summarise, show, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
