"""Words and sentences of raw text by UD English conventions. The C++ tokenizer does this at run time; the corpora
that come as text, or with words that UD splits, pass through here before training."""

import re
from dataclasses import dataclass

ABBREVIATIONS = (
    "Mr Mrs Ms Dr Prof Sen Rep Gov Gen Lt Col Maj Capt Sgt Cmdr Adm Rev Hon Pres St Jr Sr Inc Corp Co Ltd Bros "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Ala Ariz Ark Calif Colo Conn "
    "Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo "
    "vs etc No Nos Ave Blvd Rd Mt Ft Dept Univ Assn approx est"
).split()
# "No." and "Miss." are words far more often than abbreviations, so they need a number or a capital after them.
AMBIGUOUS = {"No", "Nos", "Miss", "Ill", "Ind", "La", "Mo", "Ga", "Mass", "Wash", "Mar", "Sep", "Sun", "Fri", "est",
             "etc", "Co", "Inc", "Corp", "Ltd", "Jr", "Sr"}
PLAIN = "|".join(a for a in ABBREVIATIONS if a not in AMBIGUOUS)
NUMBERED = "|".join(sorted(AMBIGUOUS & {"No", "Nos", "Mar", "Sep", "Ill"}))
TRAILING = "Co|Inc|Corp|Ltd|Jr|Sr|etc"

PATTERN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | [@\#][A-Za-z_]\w*
  | (?:[A-Za-z]\.){{2,}}(?:[A-Z](?![a-z]))?
  | (?:{PLAIN})\.(?!\w)
  | (?:{NUMBERED})\.(?=\s?\d)
  | (?:{TRAILING})\.(?=\s+[a-z0-9]|,|\s*[)])
  | [A-Z]\.(?=\s+[A-Z])
  | [A-Za-z0-9-]+\.(?:com|org|net|gov|edu|co\.uk)\b
  | -LRB-|-RRB-|-LSB-|-RSB-
  | \d+(?:[.,:]\d+)*(?=(?:am|pm|km|kg|mm|cm|m|bn|K|k|M)\b)
  | [+]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_])
  | \.\d+
  | n['’]t\b
  | ['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b
  | ['’]\d0s\b
  | (?:[^\W_]|[\u0300-\u036f])+(?:['’](?=\w)(?:[^\W_]|[\u0300-\u036f])+)*
  | ``|''|\.{{2,}}|-{{2,}}|!{{2,}}|\?{{2,}}
  | \S
    """,
    re.VERBOSE,
)
CLITIC = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
CONTRACTIONS = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3}
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}

ENDS = re.compile(r"^(?:\.+|[!?]+|…)$")
CLOSERS = set("\"'”’)]»") | {"''"}


@dataclass(frozen=True)
class Token:
    text: str
    start: int
    end: int


def split_words(text, offset=0):
    """The tokens of `text`, their offsets raised by `offset`."""
    out = []
    for match in PATTERN.finditer(text):
        word, start = match.group(), offset + match.start()
        cuts = []
        if word.lower() in CONTRACTIONS:
            cuts = [CONTRACTIONS[word.lower()]]
        elif clitic := CLITIC.match(word):
            cuts = [clitic.start(2)]
        for a, b in zip([0, *cuts], [*cuts, len(word)]):
            out.append(Token(BRACKETS.get(word[a:b], word[a:b]), start + a, start + b))
    return out


def split_sentences(text):
    """Sentences as lists of tokens. A line break always ends one."""
    sentences = []
    for line in re.finditer(r"[^\n\r]+", text):
        current = []
        tokens = split_words(line.group(), line.start())
        for i, token in enumerate(tokens):
            current.append(token)
            if i + 1 == len(tokens):
                break
            following = tokens[i + 1]
            spaced = following.start > token.end
            ended = any(ENDS.match(t.text) for t in _tail(current))
            lower = following.text[0].islower()
            if ended and spaced and not lower:
                sentences.append(current)
                current = []
        if current:
            sentences.append(current)
    return sentences


def _tail(tokens):
    """The last token, or the one before the closing marks that end the list and hang on it."""
    i = len(tokens) - 1
    while i > 0 and tokens[i].text in CLOSERS and tokens[i].start == tokens[i - 1].end:
        i -= 1
    return tokens[i : i + 1]
