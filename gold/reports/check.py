"""Verifies the reports of a folder with their facts and prints how many facts of each kind there are: check.py [--quiet] [FOLDER]

Without FOLDER, those beside this program. Exit status 0 where all is well, 1 with one line a fault.
"""
import collections
import datetime
import json
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

HERE = pathlib.Path(__file__).parent
SCHEMA = json.loads((sentences.ROOT / "schema" / "record-1.json").read_text(encoding="utf-8"))
WORDS, FACTS, FEWEST_ABSENT = range(350, 551), range(45, 81), 4
FIELDS_OF_FACT = {"id", "in", "where"}


def rows_of(table: str) -> list:
    lines = (sentences.ROOT / "kb" / table).read_text(encoding="utf-8").splitlines()
    return [dict(zip(lines[0].split("\t"), line.split("\t"))) for line in lines[1:]]


STATES = {row["code"] for row in rows_of("states.tsv")}
SECTORS = set(SCHEMA["$defs"]["actor"]["properties"]["sectors"]["items"]["enum"])
MODES_OF_TYPE = {rule["if"]["properties"]["type"]["const"]: rule["then"]["properties"]["mode"]["enum"]
                 for rule in SCHEMA["$defs"]["ploverEvent"]["allOf"]}


def resolved(node: dict) -> dict:
    """The schema behind references, and without the null that a field may be instead."""
    while "$ref" in node or "anyOf" in node:
        node = SCHEMA["$defs"][node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node["anyOf"][0]
    return node


def schema_at(collection: str, path: str):
    """None where the record has no such path."""
    node = resolved(SCHEMA["properties"][collection])
    node = resolved(node["items"]) if collection != "document" else node
    for part in path.split("."):
        listed = part.endswith("[]")
        node = node.get("properties", {}).get(part.removesuffix("[]"))
        if node is None:
            return None
        node = resolved(node)
        if listed:
            node = resolved(node["items"])
    return node


def is_code(value: str) -> bool:
    return value in STATES or value[:3] in STATES and value[3:] in SECTORS


def name_faults(names: list, text: str) -> list:
    return [f"{name!r} is no code and no name in the text" for name in names if not is_code(name) and name.lower() not in text.lower()]


def regex_faults(pattern: str, text: str) -> list:
    """No alternative is there in vain; where brackets hold some, the regex is tried as a whole."""
    faults = []
    for alternative in [pattern] if "(" in pattern else pattern.split("|"):
        try:
            if not re.search(alternative.removeprefix("^").removesuffix("$"), text, re.I | re.S):
                faults.append(f"regex {alternative!r} matches nothing in the text")
        except re.error as error:
            faults.append(f"regex {alternative!r}: {error}")
    return faults


def value_faults(collection: str, path: str, expected, text: str) -> list:
    node = schema_at(collection, path)
    if node is None:
        return [f"the record has no {path} in {collection}"]
    if isinstance(expected, list) and path == "sectors":
        return [f"{sector!r} is no sector" for sector in expected if sector not in SECTORS]
    if isinstance(expected, list):
        return name_faults(expected, text)
    if not isinstance(expected, str):
        return []
    if expected.startswith("~"):
        return regex_faults(expected[1:], text)
    choices = node.get("enum") or node.get("items", {}).get("enum")
    alternatives = expected.split("|")
    if choices:
        return [f"{path} cannot be {value!r}" for value in alternatives if value not in choices]
    if path in ("code", "country", "place.country", "roles[].of"):
        return [f"{value!r} is no code" for value in alternatives if not is_code(value)]
    if path.endswith(("actor", "initiator")):
        return name_faults(alternatives, text)
    if node.get("properties", {}).keys() >= {"value", "from"} or path.endswith("_date"):
        return [] if all(is_date(value) for value in alternatives) else [f"{expected!r} is no date"]
    return []


def is_date(value: str) -> bool:
    try:
        parts = [datetime.date.fromisoformat(part + "-01" * (2 - part.count("-"))) for part in value.split("/")]
    except ValueError:
        return False
    return len(parts) <= 2 and parts == sorted(parts)


def event_faults(where: dict) -> list:
    types = where["type"].split("|") if "type" in where else list(MODES_OF_TYPE)
    unknown = [f"type {name!r} is unknown" for name in types if name not in MODES_OF_TYPE]
    known = {mode for name in types for mode in MODES_OF_TYPE.get(name, [])}
    return unknown + [f"no {where.get('type')} has the mode {mode!r}" for mode in (where.get("mode") or "").split("|") if mode and mode not in known]


def fact_faults(fact: dict, text: str) -> list:
    if set(fact) - {"absent"} != FIELDS_OF_FACT or fact.get("absent", True) is not True:
        return ["fields are missing or unknown"]
    if fact["in"] not in SCHEMA["properties"]:
        return [f"the record has no {fact['in']}"]
    if not fact["where"]:
        return ["no condition"]
    faults = [fault for path, expected in fact["where"].items() for fault in value_faults(fact["in"], path, expected, text)]
    return faults + (event_faults(fact["where"]) if fact["in"] == "events" else [])


def report_faults(path: pathlib.Path, given: dict, text: str) -> list:
    faults, facts = [], given["facts"]
    if given["report"] != path.name.replace(".facts.json", ".txt") or not path.name.startswith(f"{given['report'][:-15]}-{given['published']}"):
        faults.append("name, report and day of publication do not agree")
    if len(text.split()) not in WORDS:
        faults.append(f"the text has {len(text.split())} words, and not {WORDS[0]} to {WORDS[-1]}")
    if len(facts) not in FACTS:
        faults.append(f"there are {len(facts)} facts, and not {FACTS[0]} to {FACTS[-1]}")
    if sum(fact.get("absent", False) for fact in facts) < FEWEST_ABSENT:
        faults.append(f"fewer than {FEWEST_ABSENT} facts are absent ones")
    faults += [f"id {name} is given twice" for name in sentences.repeated([fact.get("id") for fact in facts])]
    faults += [f"{where} is given twice" for where in sentences.repeated(
        [json.dumps([fact.get("in"), fact.get("where"), fact.get("absent")], sort_keys=True) for fact in facts])]
    faults += [f"{kind} have no cap" for kind in sorted({fact["in"] for fact in facts} - {"document"} - set(given["most"]))]
    return faults + [f"{fact.get('id')}: {fault}" for fact in facts for fault in fact_faults(fact, text)]


def main(arguments: list) -> int:
    folders = [argument for argument in arguments if argument != "--quiet"]
    folder = pathlib.Path(folders[0]) if folders else HERE
    faults, texts = [], []
    for path in sorted(folder.glob("*.facts.json")):
        given = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / given["report"]).read_text(encoding="utf-8")
        texts.append({"id": given["report"], "text": text})
        faults += [f"{path.name}: {fault}" for fault in report_faults(path, given, text)]
        if "--quiet" not in arguments:
            counts = collections.Counter("absent" if fact.get("absent") else fact["in"] for fact in given["facts"])
            print(f"{given['report']}: {len(given['facts'])} facts; " + ", ".join(f"{kind} {count}" for kind, count in counts.items()))
    reports = len(list(folder.glob("*.txt")))
    if not texts or len(texts) != reports:
        faults.append(f"{folder}: there are {len(texts)} lists of facts and {reports} texts, and not one for each")
    faults += sentences.faults_of_all(texts)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
