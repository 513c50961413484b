"""Verifies the gold of duties and prints each text with its commitments: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault.
"""
import collections
import csv
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

TEXTS, TEXTS_WITHOUT = {"figure": 40, "tuning": 40, "tuning_more": 80}, {"figure": 8, "tuning": 8, "tuning_more": 10}
FIELDS = {"id", "published", "text", "commitments", "none", "split"}
COMMITMENT_FIELDS = {"bound", "beneficiaries", "instrument", "knowledge_id", "duty", "condition", "includes", "excludes", "triggered",
                     "because", "speakers"}
DUTIES = "defence neutrality nonaggression consultation aid ceasefire withdrawal disarmament inspection payment release access".split()
TRIGGERED = ("yes", "no", "disputed", "unknown")


def knowledge(table: str) -> list:
    with open(sentences.ROOT / "kb" / f"{table}.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


STATES = {row["code"] for row in knowledge("states")}
TERRITORIES = {row["country"] + row["sector"] for row in knowledge("territories")}
ORGANISATIONS = {row["code"] for row in knowledge("organisations")}
TREATIES = {row["id"]: row for row in knowledge("treaties")}


def is_actor(code: str) -> bool:
    return code in STATES | ORGANISATIONS | TERRITORIES


def speaks(code: str) -> bool:
    return code in ORGANISATIONS or code[:3] in STATES and code[3:] in ("GOV", "LEG", "MIL")


def span_faults(spans, text: str) -> list:
    if spans is None:
        return []
    outside = [span for span in spans if not sentences.lies_in(span, text)]
    if outside or not spans:
        return [f"spans {spans} do not lie in the {len(text)} code points of the text"]
    return [f"span {span} {text[span[0]:span[1]]!r} cuts a word" for span in spans if sentences.cuts_a_word(span, text)]


def words_faults(words: str, text: str) -> list:
    return [] if re.search(rf"\b{re.escape(words)}\b", text) else [f"{words!r} is not in the text"]


def code_faults(commitment: dict) -> list:
    faults = [f"{code!r} is no actor of the knowledge" for code in commitment["bound"] + commitment["beneficiaries"] if not is_actor(code)]
    faults += [f"{code!r} is no speaker" for code in commitment["speakers"] if not speaks(code)]
    return faults + [f"{scope['code']!r} is no code of a scope" for scope in commitment["includes"] + commitment["excludes"]
                     if scope["code"] is not None and not is_actor(scope["code"])]


def treaty_faults(commitment: dict, published: str) -> list:
    if commitment["knowledge_id"] is None:
        return []
    treaty = TREATIES.get(commitment["knowledge_id"])
    if treaty is None or commitment["instrument"] is None:
        return [f"{commitment['knowledge_id']} is no treaty of the knowledge, or has no name in the text"]
    begins, ends = treaty["from"] or treaty["signed"], treaty["to"] or "9999"
    return [] if begins <= published <= ends else [f"{commitment['knowledge_id']} is not in force on {published}"]


def commitment_faults(commitment: dict, row: dict) -> list:
    if set(commitment) != COMMITMENT_FIELDS:
        return [f"fields {sorted(set(commitment) ^ COMMITMENT_FIELDS)} of a commitment are missing or unknown"]
    faults = code_faults(commitment) + treaty_faults(commitment, row["published"])
    faults += span_faults(commitment["condition"], row["text"]) + span_faults(commitment["because"], row["text"])
    names = [commitment["instrument"]] if commitment["instrument"] is not None else []
    for words in names + [scope["text"] for scope in commitment["includes"] + commitment["excludes"]]:
        faults += words_faults(words, row["text"])
    if not commitment["bound"]:
        faults.append("nobody is bound")
    if commitment["duty"] not in DUTIES or commitment["triggered"] not in TRIGGERED:
        faults.append(f"duty {commitment['duty']!r} or triggered {commitment['triggered']!r} is unknown")
    if commitment["because"] is not None and commitment["triggered"] == "unknown":
        faults.append("because stands where triggered is unknown")
    return faults


def row_faults(row: dict, split: str) -> list:
    if set(row) != FIELDS:
        return [f"fields {sorted(set(row) ^ FIELDS)} are missing or unknown"]
    faults = [fault for commitment in row["commitments"] for fault in commitment_faults(commitment, row)]
    if faults:
        return faults
    faults = [f"the commitment {key} stands twice" for key in sentences.repeated(
        [str((sorted(it["bound"]), sorted(it["beneficiaries"]), it["instrument"], it["duty"])) for it in row["commitments"]])]
    if row["none"] != (not row["commitments"]):
        faults.append("none is true where there are no commitments, and only there")
    if row["split"] != split:
        faults.append(f"the text belongs to {row['split']}")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["published"]):
        faults.append(f"published {row['published']!r} is no day")
    return faults + sentences.text_faults(row["text"])


def show(row: dict) -> None:
    def words(spans):
        return " ... ".join(row["text"][start:end] for start, end in spans or [])

    def scope(places):
        return ", ".join(f"{place['text']} ({place['code']})" for place in places)

    print(f"{row['id']} {row['published']} {row['text']}")
    for it in row["commitments"]:
        print(f"    {'+'.join(it['bound'])} -> {'+'.join(it['beneficiaries'])}: {it['duty']}, by {it['instrument']} ({it['knowledge_id']}); "
              f"if: {words(it['condition'])}; in: {scope(it['includes'])}; not: {scope(it['excludes'])}; {it['triggered']}: "
              f"{words(it['because'])}; says {'+'.join(it['speakers'])}")


def summarise(split: str, part: list) -> list:
    faults = []
    without = sum(row.get("none") is True for row in part)
    if (len(part), without) != (TEXTS[split], TEXTS_WITHOUT[split]):
        faults.append(f"{split}: {len(part)} texts, {without} without a duty, and not {TEXTS[split]} and {TEXTS_WITHOUT[split]}")
    duties = collections.Counter(commitment.get("duty") for row in part for commitment in row.get("commitments", []))
    print(f"{split}: {len(part)} texts; {duties.total()} commitments: "
          + ", ".join(f"{duty} {count}" for duty, count in duties.most_common()))
    return faults


def main(arguments: list) -> int:
    return sentences.check(pathlib.Path(__file__).parent, tuple(TEXTS), row_faults, summarise, show, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
