#!/usr/bin/env python3
"""Make kb/given_names.tsv: the gender of first given names, from counts over office holders (Wikidata).

    kb_given_names.py given-names.tsv [--kb FOLDER]

A name is taken where at least 19 of 20 who bear it, and at least 2, have one gender; or one alone, where the name is longer than 3 letters.
"""
import argparse, csv, pathlib, re, sys, unicodedata


def fold(name):
    return ''.join(c for c in unicodedata.normalize('NFD', name) if not unicodedata.combining(c)).lower()


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('names', type=pathlib.Path)
    args.add_argument('--kb', type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent / 'kb')
    args = args.parse_args()
    counts = {}
    try:
        with open(args.names, encoding='utf8', newline='') as f:
            for row in csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE):
                name = fold(row['name'])
                if re.fullmatch(r"[a-z][a-z'-]+", name):
                    m, w = counts.get(name, (0, 0))
                    counts[name] = m + int(row['male']), w + int(row['female'])
    except (OSError, KeyError, ValueError) as error:
        print(f'kb_given_names.py: cannot read its input: {error}', file=sys.stderr)
        return 2
    with open(args.kb / 'given_names.tsv', 'w', encoding='utf8') as f:
        f.write('name\tgender\tsource\n')
        for name, (m, w) in sorted(counts.items()):
            if max(m, w) >= 19 * min(m, w) and (m + w >= 2 or len(name) > 3):
                f.write(f"{name}\t{'m' if m > w else 'f'}\toffice-holders\n")
    return 0


if __name__ == '__main__':
    sys.exit(main())
