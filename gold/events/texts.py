"""The texts that the gold marks, rebuilt from the corpora, which stay where they are.

A document is what casus reads: code points, BOM dropped, CRLF made LF. Offsets count code points of it.
"""
import hashlib
import json
import os
import pathlib
import sys
from typing import Iterator, NamedTuple, Optional

RE3D_SOURCES = ("Australian_Department_of_Foreign_Affairs", "CENTCOM", "US_State_Department", "Wikipedia")
POLNEAR_DEV = "data/attribution/polnear_dev.jsonl"
POLNEAR_TRAIN = "data/attribution/polnear_train.jsonl"


class Document(NamedTuple):
    id: str
    source: str               # path under the shared folder
    published: Optional[str]  # ISO date, where the corpus gives one
    text: str


def shared_folder(arguments: list) -> pathlib.Path:
    """The folder that holds data/: the first argument, else CASUS_SHARED, else ../shared. Ends with status 77 where it is missing."""
    beside = pathlib.Path(__file__).resolve().parents[3] / "shared"
    folder = pathlib.Path(arguments[0] if arguments else os.environ.get("CASUS_SHARED", beside))
    if not (folder / "data").is_dir():
        print(f"{folder}: no corpora here; name the folder as argument or in CASUS_SHARED", file=sys.stderr)
        sys.exit(77)
    return folder


def as_read(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def checksum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def re3d(shared: pathlib.Path) -> Iterator[Document]:
    for name in RE3D_SOURCES:
        source = f"data/re3d/{name}/documents.json"
        with open(shared / source, encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield Document(f"re3d-{row['_id']}", source, None, as_read(row["text"]))


def polnear(shared: pathlib.Path, source: str) -> Iterator[Document]:
    with open(shared / source, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Document(f"polnear-{row['id']}", source, row["date"], as_read(row["text"]))


def polnear_news(shared: pathlib.Path) -> Iterator[Document]:
    for source in (POLNEAR_DEV, POLNEAR_TRAIN):
        yield from polnear(shared, source)


def gum(shared: pathlib.Path, split: str, genre: str) -> Iterator[Document]:
    source = f"data/ud/en_gum-{split}.conllu"
    for name, published, text in treebank_documents(shared / source):
        if name.startswith(f"GUM_{genre}_"):
            yield Document(name, source, published, as_read(text))


def gum_news(shared: pathlib.Path) -> Iterator[Document]:
    for split in ("train", "dev"):
        yield from gum(shared, split, "news")


def treebank_documents(path: pathlib.Path) -> Iterator[tuple]:
    """(id, date, text) of each document: sentences joined by a space, by nothing after SpaceAfter=No, a blank line at a paragraph."""
    name, published, text, glue, inside = None, None, "", "", 0
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id = "):
            if name:
                yield name, published, text
            name, published, text, glue = line.split(" = ", 1)[1], None, "", ""
        elif line.startswith("# meta::dateCreated = "):
            published = line.split(" = ", 1)[1]
        elif line.startswith("# newpar") and not line.startswith("# newpar_"):
            glue = "\n\n" if text else ""
        elif line.startswith("# text = "):
            text += glue + line.split(" = ", 1)[1]
            glue, inside = " ", 0
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if "-" in columns[0]:
                inside = int(columns[0].split("-")[1])
            elif columns[0].isdigit() and int(columns[0]) <= inside:
                continue  # the words of a contraction carry no space of their own
            glue = "" if "SpaceAfter=No" in columns[9].split("|") else " "
    if name:
        yield name, published, text


def all_documents(shared: pathlib.Path) -> dict:
    return {document.id: document for read in (re3d, gum_news, polnear_news) for document in read(shared)}
