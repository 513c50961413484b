"""Draws sentences of news to be checked for events: draw.py [SHARED_FOLDER] prints one JSON line a sentence, with its text.

Two of three are drawn from PolNeAR, the third from GUM; documents of the event gold are left out.
"""
import json
import pathlib
import random
import re
import runpy
import sys
from typing import Iterator, NamedTuple

EVENTS = pathlib.Path(__file__).resolve().parents[1] / "events"
sys.path.append(str(EVENTS))
import texts

SEED = 20261126
DRAWN = 900
WORDS = range(8, 46)
GUM_GENRES = ("news", "interview")

# A sentence ends where its end mark is followed by a word that may begin one, and is not the full stop of an abbreviation.
END = re.compile(r"[.!?]+[\"”’')\]]*(?=\s+[\"“‘'(\[$]*[A-Z0-9])")
ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘-])(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]?|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Gov|Sen|Sens|Rep|Reps|Gen|Lt|Col|Maj|Capt|Sgt|"
    r"Adm|Jr|Sr|St|Mt|No|vs|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mass|Conn|Pa|Va|Fla|Ga|Calif|Ariz|Ark|Ala|Wash|"
    r"Wis|Minn|Mich|Ill|Ind|Tenn|Tex|Okla|Colo|Del|Md|Miss|Mo|Neb|Nev|Ore|Vt|Ky|La|Kan|Dist|Ave|Blvd|Ft)$")


class Sentence(NamedTuple):
    source: str
    document: str
    start: int  # code points of the text as read, half open
    end: int
    text: str


def sentences(document: texts.Document) -> Iterator[Sentence]:
    for paragraph in re.finditer(r"[^\n]+", document.text):
        start = paragraph.start()
        ends = [end.end() for end in END.finditer(document.text, paragraph.start(), paragraph.end())
                if not ABBREVIATION.search(document.text[start:end.start()])]
        for end in ends + [paragraph.end()]:
            words = document.text[start:end]
            first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
            if len(words.split()) in WORDS:
                yield Sentence(document.source, document.id, first, last, document.text[first:last])
            start = end


def pools(shared: pathlib.Path) -> dict:
    first_draw = runpy.run_path(str(EVENTS / "draw.py"))["draw_first"](texts.all_documents(shared))
    marked = {row["id"] for rows in first_draw.values() for row in rows}
    documents = {"polnear": list(texts.polnear(shared, texts.POLNEAR_TRAIN)),
                 "gum": [document for genre in GUM_GENRES for document in texts.gum(shared, "train", genre)]}
    return {corpus: sorted(sentence for document in found if document.id not in marked for sentence in sentences(document))
            for corpus, found in documents.items()}


def draw(shared: pathlib.Path) -> list:
    chance = random.Random(SEED)
    drawn = {corpus: iter(chance.sample(pool, DRAWN)) for corpus, pool in pools(shared).items()}
    return [next(drawn["gum" if number % 3 == 2 else "polnear"]) for number in range(DRAWN)]


if __name__ == "__main__":
    for sentence in draw(texts.shared_folder(sys.argv[1:])):
        print(json.dumps(sentence._asdict(), ensure_ascii=False))
