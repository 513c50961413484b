"""Verifies the gold of dates and prints each text with its expressions in brackets: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault.
"""
import calendar
import datetime
import pathlib
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

DATES_OF_EACH_SPLIT = {"figure": 200, "tuning": 200}
FIELDS = {"id", "published", "text", "dates", "none", "split"}
WEEKDAYS, MONTHS = "|".join(calendar.day_name), "|".join(calendar.month_name[1:])
WEEKDAY = re.compile(rf"\b(?:{WEEKDAYS})\b")
# What may name a day, month or year: each stands inside a span.
WORD_OF_TIME = re.compile(rf"\b(?:(?:{WEEKDAYS})s?|{MONTHS}|(?:19|20)\d\d|(?i:yesterday|today|tomorrow|tonight|overnight|ago|"
                          r"(?:last|next|this|past|coming|previous|following) (?:\w+ )?"
                          r"(?:day|night|week|weekend|month|quarter|year|decade)s?))\b")


def day(value: str):
    """The day of an ISO date, None where it is not one."""
    try:
        return datetime.date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
    except ValueError:
        return None


def value_faults(value: str, words: str) -> list:
    first, slash, last = value.partition("/")
    if slash:
        ends = day(first), day(last)
        return [] if None not in ends and ends[0] < ends[1] else [f"{value!r} is no interval of two days, the earlier first"]
    if re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", value):
        return []
    if day(value) is None:
        return [f"{value!r} is no day, month, year or interval"]
    return [f"{words!r} and {value}, a {day(value):%A}, differ" for name in WEEKDAY.findall(words) if name != f"{day(value):%A}"]


def span_faults(spans: list, text: str) -> list:
    outside = [span for span in spans if not sentences.lies_in(span, text)]
    if outside:
        return [f"span {span} does not lie in the {len(text)} code points of the text" for span in outside]
    faults = [f"span {span} {text[span[0]:span[1]]!r} cuts a word" for span in spans if sentences.cuts_a_word(span, text)]
    faults += [f"spans {one} and {other} overlap" for one, other in zip(spans, spans[1:]) if other[0] < one[1]]
    return faults + [f"{found[0]!r} is neither marked nor in none" for found in WORD_OF_TIME.finditer(text)
                     if not any(start < found.end() and found.start() < end for start, end in spans)]


def row_faults(row: dict, split: str) -> list:
    if set(row) != FIELDS or any(set(date) != {"span", "value"} for date in row["dates"]):
        return ["fields are missing or unknown"]
    text = row["text"]
    faults = span_faults(sorted([date["span"] for date in row["dates"]] + row["none"]), text)
    if faults:
        return faults
    for date in row["dates"]:
        faults += value_faults(date["value"], text[slice(*date["span"])])
    if row["split"] != split:
        faults.append(f"the text belongs to {row['split']}")
    if day(row["published"]) is None:
        faults.append(f"published {row['published']!r} is no day")
    if not row["dates"] and not row["none"]:
        faults.append("nothing is marked")
    return faults + sentences.text_faults(text)


def show(row: dict) -> None:
    marks = [(*date["span"], f"[{{}}]={date['value']}") for date in row["dates"]] + [(*span, "{{{}}}") for span in row["none"]]
    text = row["text"]
    for start, end, mark in sorted(marks, reverse=True):
        text = text[:start] + mark.format(text[start:end]) + text[end:]
    print(f"{row['id']} {day(row['published']):%a %Y-%m-%d} {text}")


def summarise(split: str, part: list) -> list:
    faults = []
    wanted = DATES_OF_EACH_SPLIT[split]
    dates, none = (sum(len(row.get(field, [])) for row in part) for field in ("dates", "none"))
    if dates != wanted:
        faults.append(f"{split}: {dates} expressions, and not {wanted}")
    print(f"{split}: {len(part)} texts, {dates} expressions, {none} that are none")
    return faults


def main(arguments: list) -> int:
    return sentences.check(pathlib.Path(__file__).parent, DATES_OF_EACH_SPLIT, row_faults, summarise, show, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
