#!/usr/bin/env python3
"""Count how many of the judged names of places the tables have, and for how many the most populous place of the name lies in the right country.

    places.py KB

KB is the folder kb/. Prints a line a draw: names, found, right. places.md says how the names were drawn and judged.
"""
import collections, csv, pathlib, re, sys, unicodedata


def table(path):
    with open(path, encoding='utf8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


def key(name):
    name = unicodedata.normalize('NFD', name.replace('’', "'"))
    name = ''.join(c for c in name if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9' ]+", ' ', name).strip()


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: places.py KB')
    kb = pathlib.Path(sys.argv[1])
    places = {row['id']: row for row in table(kb / 'places.tsv')}
    named = collections.defaultdict(list)
    for row in places.values():
        named[key(row['name'])].append(row)
    for row in table(kb / 'place_names.tsv'):
        named[key(row['name'])].append(places[row['place']])
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for row in table(pathlib.Path(__file__).with_name('places.tsv')):
        found = named[key(row['name'])]
        count = counts[row['draw']]
        count[0] += 1
        count[1] += bool(found)
        count[2] += bool(found) and max(found, key=lambda place: int(place['population'] or 0))['country'] == row['country']
    for draw, (names, found, right) in sorted(counts.items()):
        print(f'draw {draw}: {names} names, {found} found, {right} right')


if __name__ == '__main__':
    main()
