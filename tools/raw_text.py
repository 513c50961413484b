#!/usr/bin/env python3
"""Rebuild the raw text of a CoNLL-U treebank, to measure tokens and sentences from raw text.

    raw_text.py TREEBANK.conllu... [--genres news,interview] [--text OUT.txt] [--gold OUT.conllu]

Sentences are joined by a space (by nothing where SpaceAfter=No ends one), with a blank line at "# newpar" and "# newdoc".
--genres keeps the documents whose "# newdoc id" has one of the words between its underscores ("GUM_news_iodine").
The text goes to standard output unless --text names a file; --gold writes the sentences that were kept.
"""
import argparse
import re
import sys


def read_sentences(paths):
    """Yields (comments, rows, lines) for each sentence."""
    for path in paths:
        comments, rows, lines = [], [], []
        with open(path, encoding="utf8") as treebank:
            for line in treebank:
                line = line.rstrip("\n")
                if not line:
                    if rows:
                        yield comments, rows, lines
                    comments, rows, lines = [], [], []
                    continue
                lines.append(line)
                if line.startswith("#"):
                    comments.append(line)
                else:
                    rows.append(line.split("\t"))
        if rows:
            yield comments, rows, lines


def surface(rows):
    """The sentence's characters, with the space after its last word where there is one."""
    pieces, inside_until = [], 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            inside_until = int(row[0].split("-")[1])
        elif int(row[0]) <= inside_until:
            continue
        pieces.append(row[1])
        if not re.search(r"(^|\|)SpaceAfter=No(\||$)", row[9]):
            pieces.append(" ")
    return "".join(pieces)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", nargs="+")
    parser.add_argument("--genres", default="")
    parser.add_argument("--text")
    parser.add_argument("--gold")
    options = parser.parse_args()
    genres = set(filter(None, options.genres.split(",")))

    text, gold, kept, start = [], [], not genres, True
    for comments, rows, lines in read_sentences(options.treebanks):
        for comment in comments:
            document = re.match(r"# newdoc id = (.*)", comment)
            if document and genres:
                kept = bool(genres & set(document.group(1).split("_")))
        if not kept:
            continue
        if any(re.match(r"# new(par|doc)( |$)", comment) for comment in comments) and not start:
            text[-1] = text[-1].rstrip(" ")
            text.append("\n\n")
        text.append(surface(rows))
        gold.append("\n".join(lines) + "\n\n")
        start = False

    raw = "".join(text).rstrip(" ") + "\n"
    if options.text:
        with open(options.text, "w", encoding="utf8") as out:
            out.write(raw)
    else:
        sys.stdout.write(raw)
    if options.gold:
        with open(options.gold, "w", encoding="utf8") as out:
            out.writelines(gold)


if __name__ == "__main__":
    main()
