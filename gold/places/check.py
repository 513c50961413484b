"""Verifies the gold of places and prints each text with its places in brackets: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault. What the gazetteer of kb/ knows of an id is compared with the gold.
"""
import collections
import csv
import datetime
import math
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS_OF_NONE = ("accord", "company", "metonym", "newspaper", "organisation", "person", "ship", "team", "treaty")
FIELDS = {"id", "published", "text", "places", "none", "none_kinds", "split"}
PLACE_FIELDS = {"span", "name", "geonames_id", "latitude", "longitude", "country", "ambiguous"}
EVENT_FIELDS = ({"trigger", "place"}, {"trigger", "place", "vague"})
MENTIONS, AMBIGUOUS_MENTIONS = 150, 75
SPLITS = {"figure": True, "tuning": True, "more": False}  # whether the numbers of mentions are fixed
MOST_WITHOUT_ID = 10
DISTANCE_OF_GAZETTEERS_KM = 30
SIMILARITY_OF_COPIES = 0.3


def span_faults(span, text: str, what: str) -> list:
    if not (isinstance(span, list) and len(span) == 2 and 0 <= span[0] < span[1] <= len(text)):
        return [f"{what} {span} does not lie in the {len(text)} code points of the text"]
    start, end = span
    inside, before, after = text[start:end], text[max(0, start - 1):start], text[end:end + 1]
    if not (inside[0].isalnum() and inside[-1].isalnum()) or before.isalnum() or after.isalnum():
        return [f"{what} {span} {inside!r} does not begin and end with a word"]
    return []


def kilometres(one: tuple, other: tuple) -> float:
    latitude, longitude, latitude2, longitude2 = map(math.radians, one + other)
    chord = math.sin((latitude2 - latitude) / 2) ** 2 + math.cos(latitude) * math.cos(latitude2) * math.sin((longitude2 - longitude) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(chord))


def place_faults(place: dict, text: str, gazetteer: dict) -> list:
    if set(place) != PLACE_FIELDS:
        return [f"fields {sorted(set(place) ^ PLACE_FIELDS)} of a place are missing or unknown"]
    faults = span_faults(place["span"], text, "place")
    identity, position = place["geonames_id"], (place["latitude"], place["longitude"])
    if not (identity is None or isinstance(identity, int) and identity > 0):
        faults.append(f"{place['name']}: {identity!r} is no GeoNames id")
    if not (-90 <= position[0] <= 90 and -180 <= position[1] <= 180):
        faults.append(f"{place['name']} lies at {position}")
    if not (place["country"] is None and identity is None or re.fullmatch("[A-Z]{3}", place["country"] or "")):
        faults.append(f"{place['name']}: {place['country']!r} is no country")
    if not isinstance(place["ambiguous"], bool):
        faults.append(f"{place['name']}: ambiguous is neither true nor false")
    known = gazetteer.get(f"geonames/{identity}")
    if known and known["country"] != place["country"]:
        faults.append(f"{place['name']} {identity} lies in {known['country']}, and not in {place['country']}")
    # A state's point is the middle of its land here and the mean of its towns there.
    if known and not known["feature"].startswith("PCL") and kilometres(position, (float(known["latitude"]), float(known["longitude"]))) > DISTANCE_OF_GAZETTEERS_KM:
        faults.append(f"{place['name']} {identity} lies elsewhere in kb/places.tsv")
    return faults


def event_faults(event: dict, text: str, number_of_places: int) -> list:
    if set(event) not in EVENT_FIELDS:
        return ["fields of the event are missing or unknown"]
    faults = span_faults(event["trigger"], text, "trigger")
    if event["place"] is not None and not 0 <= event["place"] < number_of_places:
        faults.append(f"the event's place {event['place']} is none of the {number_of_places}")
    if "vague" in event and (event["place"] is not None or event["vague"] not in text):
        faults.append(f"vague {event['vague']!r} stands beside a place or not in the text")
    return faults


def row_faults(row: dict, split: str, gazetteer: dict) -> list:
    if set(row) - {"event"} != FIELDS:
        return [f"fields {sorted(set(row) - {'event'} ^ FIELDS)} are missing or unknown"]
    text, faults = row["text"], []
    if row["split"] != split:
        faults.append(f"the text belongs to {row['split']}")
    try:
        datetime.date.fromisoformat(row["published"])
    except ValueError:
        faults.append(f"published {row['published']!r} is no day")
    if text != " ".join(text.split()):
        faults.append("the text has spaces at its ends, in a row, or is broken into lines")
    for place in row["places"]:
        faults += place_faults(place, text, gazetteer)
    for span in row["none"]:
        faults += span_faults(span, text, "none")
    if len(row["none"]) != len(row["none_kinds"]) or set(row["none_kinds"]) - set(KINDS_OF_NONE):
        faults.append(f"none_kinds {row['none_kinds']} has an unknown kind or not one for each span")
    if "event" in row:
        faults += event_faults(row["event"], text, len(row["places"]))
    spans = sorted([place["span"] for place in row["places"]] + row["none"])
    if [place["span"] for place in row["places"]] != sorted(place["span"] for place in row["places"]):
        faults.append("the places are not in the order of the text")
    faults += [f"{one} and {other} overlap" for one, other in zip(spans, spans[1:]) if other[0] < one[1]]
    return faults


def count_faults(places: list, split: str) -> list:
    ambiguous, without_id = sum(place["ambiguous"] for place in places), sum(place["geonames_id"] is None for place in places)
    faults = []
    if SPLITS[split] and (len(places), ambiguous) != (MENTIONS, AMBIGUOUS_MENTIONS):
        faults.append(f"{split}: {ambiguous} of {len(places)} mentions are ambiguous, and not {AMBIGUOUS_MENTIONS} of {MENTIONS}")
    if SPLITS[split] and without_id > MOST_WITHOUT_ID:
        faults.append(f"{split}: {without_id} mentions have no GeoNames id, more than {MOST_WITHOUT_ID}")
    return faults


def contradictions(rows: list) -> list:
    """One id has one name, country and position everywhere."""
    facts = collections.defaultdict(set)
    for row in rows:
        for place in row["places"]:
            if place["geonames_id"]:
                facts[place["geonames_id"]].add((place["name"], place["country"], place["latitude"], place["longitude"]))
    return [f"GeoNames id {identity} is told in two ways" for identity, told in facts.items() if len(told) > 1]


def near_copies(rows: list) -> list:
    """Texts that share many of their runs of three words."""
    runs = []
    for row in rows:
        text = sentences.words(row["text"]).split()
        runs.append(set(zip(text, text[1:], text[2:])))
    return [f"{rows[i]['id']} and {rows[j]['id']} are nearly the same text" for i in range(len(rows)) for j in range(i)
            if len(runs[i] & runs[j]) > SIMILARITY_OF_COPIES * max(1, min(len(runs[i]), len(runs[j])))]


def show(row: dict) -> None:
    marks = [(place["span"], "[", f" {place['geonames_id']}]") for place in row["places"]]
    marks += [(span, "{", "}") for span in row["none"]]
    text = row["text"]
    for (start, end), left, right in sorted(marks, reverse=True):
        text = text[:start] + left + text[start:end] + right + text[end:]
    print(f"{row['id']:10} {text}")


def read_gazetteer() -> dict:
    with (ROOT / "kb" / "places.tsv").open(encoding="utf-8", newline="") as table:
        return {row["id"]: row for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)}


def main(arguments: list) -> int:
    gazetteer, faults, rows = read_gazetteer(), [], []
    for split in SPLITS:
        path = pathlib.Path(__file__).parent / f"{split}.jsonl"
        part = sentences.read(path)
        sound = []
        for number, row in enumerate(part, 1):
            found = row_faults(row, split, gazetteer)
            faults += [f"{path.name}:{number}: {fault}" for fault in found]
            sound += [] if found else [row]
        places = [place for row in sound for place in row["places"]]
        faults += count_faults(places, split)
        events = [row["event"] for row in sound if "event" in row]
        print(f"{split}: {len(part)} texts, {len(places)} mentions in {len({place['country'] for place in places} - {None})} countries, "
              f"{sum(place['ambiguous'] for place in places)} ambiguous, {sum(place['geonames_id'] is None for place in places)} without id, "
              f"{sum(len(row['none']) for row in sound)} names of no place; {len(events)} events, "
              f"{sum(event['place'] is not None for event in events)} with a place, {sum('vague' in event for event in events)} vague")
        rows += sound
    if "--quiet" not in arguments:
        for row in rows:
            show(row)
    faults += [f"id {name} is given twice" for name in sentences.repeated([row["id"] for row in rows])]
    faults += contradictions(rows) + near_copies(rows) + sentences.met_elsewhere(rows)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
