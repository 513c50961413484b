"""Verifies the gold of numbers and prints each text with its figures in brackets: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault.
"""
import collections
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

TEXTS = {"figure": 100, "tuning": 100}
FIELDS = {"id", "published", "text", "numbers", "none", "split"}
NUMBER_FIELDS = {"span", "what", "low", "high", "unit", "of"}
FLAGS = {"part", "total", "superseded"}
KINDS = ("killed injured casualties missing captured arrested sentenced abducted freed displaced evacuated expelled protesters sanctioned "
         "troops vehicles aircraft ships missiles weapons homes territory aid money").split()
UNITS = {"troops": {None, "battalion", "brigade"}, "weapons": {None, "kg", "crate"}, "aid": {None, "kg", "t"}, "territory": {"km2"}}
NUMERAL = re.compile(r"\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
                     r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|million|billion|dozen|score)s?|lakh|couple|handful|"
                     r"several|half)\b", re.IGNORECASE)


def unit_faults(what: str, unit) -> list:
    allowed = re.fullmatch(r"[A-Z]{3}", unit or "") if what == "money" else unit in UNITS.get(what, {None})
    return [] if allowed else [f"unit {unit!r} is none of {what}"]


def number_faults(number: dict) -> list:
    if set(number) - FLAGS != NUMBER_FIELDS:
        return [f"fields {sorted(set(number) ^ NUMBER_FIELDS)} of a number are missing or unknown"]
    low, high = number["low"], number["high"]
    faults = unit_faults(number["what"], number["unit"])
    if number["what"] not in KINDS:
        faults.append(f"what {number['what']!r} is unknown")
    if low is None and high is None or None not in (low, high) and low > high:
        faults.append(f"low {low} and high {high} bound nothing")
    if number["of"] is not None and (not re.fullmatch(r"[A-Z]{3}", number["of"]) or number["what"] in ("money", "aid")):
        faults.append(f"of {number['of']!r} is no code of three letters, or stands with money or aid")
    if any(number[flag] is not True for flag in FLAGS & set(number)):
        faults.append("part, total and superseded are true where they are given")
    return faults


def span_faults(spans: list, text: str) -> list:
    outside = [span for span in spans if not sentences.lies_in(span, text)]
    if outside:
        return [f"span {span} does not lie in the {len(text)} code points of the text" for span in outside]
    faults = [f"span {span} {text[span[0]:span[1]]!r} cuts a word" for span in spans if sentences.cuts_a_word(span, text)]
    ordered = sorted(spans)
    faults += [f"spans {one} and {other} overlap" for one, other in zip(ordered, ordered[1:]) if other[0] < one[1]]
    return faults + [f"numeral {found[0]!r} is neither marked nor in none" for found in NUMERAL.finditer(text)
                     if not any(start <= found.start() < end for start, end in spans)]


def row_faults(row: dict, split: str) -> list:
    if set(row) != FIELDS:
        return [f"fields {sorted(set(row) ^ FIELDS)} are missing or unknown"]
    faults = [fault for number in row["numbers"] for fault in number_faults(number)]
    if not faults:
        faults += span_faults([number["span"] for number in row["numbers"]] + row["none"], row["text"])
    if row["split"] != split:
        faults.append(f"the text belongs to {row['split']}")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["published"]):
        faults.append(f"published {row['published']!r} is no day")
    return faults + sentences.text_faults(row["text"])


def show(row: dict) -> None:
    text = row["text"]
    marked = [(*number["span"], f"[{{}}]{number['what']}") for number in row["numbers"]] + [(*span, "<{}>") for span in row["none"]]
    for start, end, form in sorted(marked, reverse=True):
        text = text[:start] + form.format(text[start:end]) + text[end:]
    print(f"{row['id']:11} {text}")


def summarise(split: str, part: list) -> list:
    faults = []
    wanted = TEXTS[split]
    if len(part) != wanted:
        faults.append(f"{split}: {len(part)} texts, and not {wanted}")
    kinds = collections.Counter(number.get("what") for row in part for number in row.get("numbers", []))
    print(f"{split}: {len(part)} texts; {kinds.total()} figures: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
          + f"; {sum(len(row.get('none', [])) for row in part)} that count nothing")
    return faults


def main(arguments: list) -> int:
    return sentences.check(pathlib.Path(__file__).parent, TEXTS, row_faults, summarise, show, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
