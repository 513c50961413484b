"""Treebanks as `compare` and its worker read them."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tools"))
from raw_text import read_sentences, surface  # noqa: E402


def treebank_documents(path):
    """A list a document of (comments, rows, lines) a sentence."""
    documents = []
    for sentence in read_sentences([path]):
        if not documents or any(re.match(r"# newdoc( |$)", comment) for comment in sentence[0]):
            documents.append([])
        documents[-1].append(sentence)
    return documents


def raw_text(document):
    text = ""
    for comments, rows, _ in document:
        if text and any(re.match(r"# newpar( |$)", comment) for comment in comments):
            text = text.rstrip(" ") + "\n\n"
        text += surface(rows)
    return text.rstrip(" ") + "\n"


def word_rows(rows):
    """Without multi-word tokens and empty nodes."""
    return [row for row in rows if row[0].isdigit()]


def spaces_after(rows):
    """Whether a space follows, for each of the word_rows; inside a multi-word token none does."""
    spaces, last_of_token, token_has_space = [], 0, True
    for row in rows:
        has_space = "SpaceAfter=No" not in row[9].split("|")
        if "-" in row[0]:
            last_of_token, token_has_space = int(row[0].split("-")[1]), has_space
        elif row[0].isdigit():
            number = int(row[0])
            spaces.append(has_space if number > last_of_token else number == last_of_token and token_has_space)
    return spaces
