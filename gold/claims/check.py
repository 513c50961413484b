"""Verifies the gold of claims and prints each text with its propositions and positions in brackets: check.py [--quiet]

Exit status 0 where all is well, 1 with one line a fault.
"""
import collections
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import sentences

TEXTS = {"figure": 60, "tuning": 60, "tuning_more": 80}
TEXTS_OF_TWO_CLAIMS = {"figure": 20, "tuning": 20, "tuning_more": 27}
FIELDS = {"id", "published", "text", "claims", "split"}
CLAIM_FIELDS = {"proposition", "event", "positions", "standing"}
POSITION_FIELDS = {"actor", "name", "stance", "span"}
FEWEST_POSITIONS, MOST_POSITIONS = 2, 4
TYPES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
STANCES = ("asserts", "implies", "denies", "doubts", "declines", "no-knowledge")
AGAINST, WITHOUT_WORD = {"denies", "doubts"}, {"declines", "no-knowledge"}


def standing_of(stances: set) -> str:
    """Every proposition here is told by somebody, if only by the report, so those who do not tell it decide."""
    return "contested" if stances & AGAINST else "unconfirmed" if stances & WITHOUT_WORD else "uncontested"


def position_faults(position: dict, text: str) -> list:
    if set(position) != POSITION_FIELDS:
        return [f"fields {sorted(set(position) ^ POSITION_FIELDS)} of a position are missing or unknown"]
    faults = [] if position["stance"] in STANCES else [f"stance {position['stance']!r} is unknown"]
    if position["actor"] is not None and not sentences.is_actor_code(position["actor"]):
        faults.append(f"actor {position['actor']!r} is no code")
    missing = set(sentences.words(position["name"]).split()) - set(sentences.words(text).split())
    return faults + [f"{word!r} of the name {position['name']!r} does not stand in the text" for word in sorted(missing)]


def span_faults(spans: list, text: str) -> list:
    outside = [span for span in spans if not sentences.lies_in(span, text)]
    if outside:
        return [f"span {span} does not lie in the {len(text)} code points of the text" for span in outside]
    faults = [f"span {span} {text[span[0]:span[1]]!r} cuts a word" for span in spans if sentences.cuts_a_word(span, text)]
    ordered = sorted({tuple(span) for span in spans})
    return faults + [f"spans {one} and {other} overlap" for one, other in zip(ordered, ordered[1:]) if other[0] < one[1]]


def claim_faults(claim: dict, text: str) -> list:
    if set(claim) != CLAIM_FIELDS:
        return [f"fields {sorted(set(claim) ^ CLAIM_FIELDS)} of a claim are missing or unknown"]
    faults = [fault for position in claim["positions"] for fault in position_faults(position, text)]
    if faults:
        return faults
    if not claim["proposition"] or not claim["positions"]:
        faults.append("a claim has no proposition or no position")
    if claim["event"] is not None and claim["event"] not in TYPES:
        faults.append(f"event {claim['event']!r} is unknown")
    expected = standing_of({position["stance"] for position in claim["positions"]})
    if claim["standing"] != expected:
        faults.append(f"standing is {claim['standing']!r} and the stances make it {expected!r}")
    given = [(position["actor"], position["name"], position["stance"], *position["span"]) for position in claim["positions"]]
    return faults + [f"a position is given twice: {position}" for position in sentences.repeated(given)]


def spans_of(claims: list) -> list:
    return [span for claim in claims for span in claim["proposition"] + [position["span"] for position in claim["positions"]]]


def row_faults(row: dict, split: str) -> list:
    if set(row) != FIELDS:
        return [f"fields {sorted(set(row) ^ FIELDS)} are missing or unknown"]
    faults = [fault for claim in row["claims"] for fault in claim_faults(claim, row["text"])]
    if not faults:
        faults += span_faults(spans_of(row["claims"]), row["text"])
        count = sum(len(claim["positions"]) for claim in row["claims"])
        if not FEWEST_POSITIONS <= count <= MOST_POSITIONS:
            faults.append(f"the text has {count} positions")
    if len(row["claims"]) not in (1, 2):
        faults.append(f"the text has {len(row['claims'])} claims")
    return faults + sentences.place_faults(row, split) + sentences.text_faults(row["text"])


def show(row: dict) -> None:
    text, labels = row["text"], collections.defaultdict(list)
    for number, claim in enumerate(row["claims"], 1):
        for span in claim["proposition"]:
            labels[tuple(span)].append(f"{number}")
        for position in claim["positions"]:
            labels[tuple(position["span"])].append(f"{number} {position['name']} {position['stance']}")
    for (start, end), of_span in sorted(labels.items(), reverse=True):
        text = f"{text[:start]}[{text[start:end]}]({'; '.join(of_span)}){text[end:]}"
    print(f"{row['id']:11} {text}  " + ", ".join(f"{claim['event']} {claim['standing']}" for claim in row["claims"]))


def summarise(split: str, part: list) -> list:
    faults = []
    wanted = TEXTS[split]
    if len(part) != wanted:
        faults.append(f"{split}: {len(part)} texts, and not {wanted}")
    of_two = sum(len(row.get("claims", [])) == 2 for row in part)
    if of_two != TEXTS_OF_TWO_CLAIMS[split]:
        faults.append(f"{split}: {of_two} texts have two claims, and not {TEXTS_OF_TWO_CLAIMS[split]}")
    claims = [claim for row in part for claim in row.get("claims", [])]
    stances = collections.Counter(position.get("stance") for claim in claims for position in claim.get("positions", []))
    standings = collections.Counter(claim.get("standing") for claim in claims)
    print(f"{split}: {len(part)} texts, {of_two} of two claims; {stances.total()} positions: "
          + ", ".join(f"{name} {count}" for name, count in stances.most_common()) + "; "
          + ", ".join(f"{name} {count}" for name, count in standings.most_common()))
    return faults


def main(arguments: list) -> int:
    return sentences.check(pathlib.Path(__file__).parent, TEXTS, row_faults, summarise, show, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
