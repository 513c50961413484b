"""Draws the documents of the event gold: draw.py [--set first|more|third|fourth] [SHARED_FOLDER] prints one JSON line a document, without events.

first: half of each corpus's share goes to tuning.jsonl, half to figure.jsonl. more: further ones of PolNeAR's training half, all for
tuning, in turn to more_even.jsonl and more_odd.jsonl. third: documents that neither has, all for tuning, re3d and GUM to
third_reports.jsonl, PolNeAR's training half to third_news.jsonl. fourth: still others of PolNeAR's training half, for tuning and for
training, to fourth_1.jsonl, fourth_2.jsonl and fourth_3.jsonl.
"""
import argparse
import json
import random
import re
import sys

import texts

SEED = 20201007
SHARES = {"re3d": 8, "gum": 4, "polnear": 12}
SEED_MORE = 20261126
SHARE_MORE = 24
SEED_THIRD = 20261127
SHARES_THIRD_REPORTS = {"re3d": 10, "gum": 4}
SHARE_THIRD_NEWS = 12
SEED_FOURTH = 20261128
SHARE_FOURTH = 42
MOST_WORDS = 800         # a longer text is cut at the last paragraph or sentence end before
LEAST_WORDS_RE3D = 90    # shorter ones are captions and stubs
LEAST_KEYWORDS = 12      # foreign affairs and violence: words of the list in a PolNeAR text ...
LEAST_DENSITY = 0.02     # ... and their share of its words

KEYWORDS = re.compile(
    r"\b(?:ambassadors?|air ?strikes?|allies|alliance|armed|army|arrest(?:ed|s)?|attack(?:s|ed|ers?)?|border|bomb(?:s|ed|ing|ings)?|"
    r"ceasefire|china|chinese|condemn(?:s|ed)?|curfew|diploma(?:t|ts|tic|cy)|embassy|europe(?:an)?|explosi(?:on|ons|ve|ves)|"
    r"foreign|gun(?:man|men|fire)?|hack(?:ed|ers|ing)?|invasion|iran(?:ian)?|iraq|islamic state|israel|killed|killing|"
    r"korean?|military|militants?|missiles?|mexic(?:o|an)|moscow|national guard|nato|nuclear|peace|police|protest(?:s|ed|ers|ing)?|"
    r"putin|rebels?|refugees?|riot(?:s|ers)?|russian?s?|sanctions?|shooting|shot|soldiers?|summit|syrian?s?|"
    r"terror(?:ism|ist|ists)?|treaty|troops|ukrain(?:e|ian)|united nations|u\.n\.|violence|war|weapons?)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?=\s)")


def words(text: str) -> int:
    return len(text.split())


def on_foreign_affairs_or_violence(text: str) -> bool:
    found = len(KEYWORDS.findall(text))
    return found >= LEAST_KEYWORDS and found >= LEAST_DENSITY * words(text)


def length_read(text: str) -> int:
    """Code points to read: the whole text, or up to the last sentence end within MOST_WORDS, a paragraph's by preference."""
    if words(text) <= MOST_WORDS:
        return len(text)
    limit = [word.end() for word in re.finditer(r"\S+", text)][MOST_WORDS - 1]
    paragraph = text.rfind("\n\n", 0, limit)
    if paragraph > 0.8 * limit:
        return paragraph
    return [end.end() for end in SENTENCE_END.finditer(text, 0, limit)][-1]


def candidates(documents: dict) -> dict:
    pools = {corpus: [] for corpus in SHARES}
    for document in documents.values():
        if document.id.startswith("re3d-") and words(document.text) >= LEAST_WORDS_RE3D:
            pools["re3d"].append(document)
        elif document.id.startswith("GUM_"):
            pools["gum"].append(document)
        elif document.source == texts.POLNEAR_DEV and on_foreign_affairs_or_violence(document.text):
            pools["polnear"].append(document)
    return pools


def drawn(document: texts.Document, part: str) -> dict:
    return {"id": document.id, "set": part, "source": document.source, "published": document.published,
            "sha256": texts.checksum(document.text), "read": length_read(document.text)}


def draw_first(documents: dict) -> dict:
    chance = random.Random(SEED)
    rows = {"tuning": [], "figure": []}
    for corpus, pool in candidates(documents).items():
        chosen = chance.sample(sorted(pool), SHARES[corpus])
        for number, document in enumerate(chosen):
            part = "tuning" if 2 * number < len(chosen) else "figure"
            rows[part].append(drawn(document, part))
    return rows


def further_news(documents: dict) -> list:
    return sorted(document for document in documents.values()
                  if document.source == texts.POLNEAR_TRAIN and on_foreign_affairs_or_violence(document.text))


def draw_more(documents: dict) -> dict:
    rows = [drawn(document, "tuning") for document in random.Random(SEED_MORE).sample(further_news(documents), SHARE_MORE)]
    return {"more_even": rows[0::2], "more_odd": rows[1::2]}


def draw_third(documents: dict) -> dict:
    taken = {row["id"] for rows in (draw_first(documents) | draw_more(documents)).values() for row in rows}
    chance = random.Random(SEED_THIRD)

    def sample(pool: list, share: int) -> list:
        return [drawn(document, "tuning") for document in chance.sample([d for d in pool if d.id not in taken], share)]

    pools = candidates(documents)
    reports = [row for corpus, share in SHARES_THIRD_REPORTS.items() for row in sample(sorted(pools[corpus]), share)]
    return {"third_reports": reports, "third_news": sample(further_news(documents), SHARE_THIRD_NEWS)}


def draw_fourth(documents: dict) -> dict:
    taken = {row["id"] for rows in (draw_first(documents) | draw_more(documents) | draw_third(documents)).values() for row in rows}
    pool = [document for document in further_news(documents) if document.id not in taken]
    rows = [drawn(document, "tuning") for document in random.Random(SEED_FOURTH).sample(pool, SHARE_FOURTH)]
    return {f"fourth_{number + 1}": rows[number::3] for number in range(3)}


SETS = {"first": draw_first, "more": draw_more, "third": draw_third, "fourth": draw_fourth}


def draw(documents: dict) -> dict:
    """The rows of each file of the gold, by its name without ending."""
    return {name: rows for draw_set in SETS.values() for name, rows in draw_set(documents).items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=SETS, default="first")
    parser.add_argument("shared", nargs="*", help="the folder of the corpora")
    options = parser.parse_args()
    for rows in SETS[options.set](texts.all_documents(texts.shared_folder(options.shared))).values():
        for row in rows:
            print(json.dumps(row))


if __name__ == "__main__":
    main()
