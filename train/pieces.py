"""Word pieces and shapes of words: what the encoder sees. Kept equal to the C++ engine's."""

import unicodedata

SPECIALS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
SHAPES = ("none", "lower", "title", "upper", "mixed", "digits", "alphanumeric", "other", "title-initial")
MAX_CHARACTERS = 100
MAX_PIECES = 8
EXTRA = set("‘’‚“”„†‡•…′″–—―‐‑−‒€£¥©®°§¶«»¡¿·×÷¢½¼¾±²³µ™₤₹")


def keep_piece(piece):
    """News in English needs Latin letters, digits and punctuation: the rest of the base vocabulary is dropped."""
    if piece in SPECIALS:
        return True
    if piece.startswith("["):
        return piece == "["
    body = piece[2:] if piece.startswith("##") and len(piece) > 2 else piece
    return all(c in EXTRA or "!" <= c <= "~" or (c.isalpha() and unicodedata.name(c, "").startswith("LATIN")) for c in body)


def is_punctuation(c):
    return ("!" <= c <= "~" and not c.isalnum()) or unicodedata.category(c).startswith("P")


def clean(word):
    word = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")
    return "".join(c for c in word.lower() if not unicodedata.category(c).startswith(("C", "Z")))


def chunks(word):
    """Splits at punctuation, each mark a chunk of its own."""
    out = []
    joined = False
    for c in word:
        if is_punctuation(c):
            out.append(c)
            joined = False
        elif joined:
            out[-1] += c
        else:
            out.append(c)
            joined = True
    return out


class Pieces:
    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.index = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown = self.index["[UNK]"]
        self.cls = self.index["[CLS]"]
        self.sep = self.index["[SEP]"]
        self.memory = {}

    def of_word(self, word):
        if word not in self.memory:
            ids = [i for chunk in chunks(clean(word)) for i in self._of_chunk(chunk)]
            self.memory[word] = ids[:MAX_PIECES] or [self.unknown]
        return self.memory[word]

    def _of_chunk(self, chunk):
        if len(chunk) > MAX_CHARACTERS:
            return [self.unknown]
        out, start = [], 0
        while start < len(chunk):
            for end in range(len(chunk), start, -1):
                piece = ("##" if start else "") + chunk[start:end]
                if piece in self.index:
                    out.append(self.index[piece])
                    start = end
                    break
            else:
                return [self.unknown]
        return out


def shape(word, first):
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        name = "alphanumeric" if letters else "digits"
    elif not letters:
        name = "other"
    elif not any(c.isupper() for c in letters):
        name = "lower"
    elif letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        name = "title-initial" if first else "title"
    elif all(c.isupper() for c in letters):
        name = "upper"
    else:
        name = "mixed"
    return SHAPES.index(name)
