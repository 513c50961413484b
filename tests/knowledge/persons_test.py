#!/usr/bin/env python3
"""Checks the tables of persons: order, dates, offices that two hold at once, persons that stand twice, names that are no names.

    persons_test.py KB

What is right although it looks wrong is in persons_exempt.tsv, with the reason. Prints a line for each fault; exits with 1 where there is one.
"""
import collections, datetime, pathlib, re, sys, unicodedata

COLUMNS = {
    'persons.tsv': 'id name surname gender born source',
    'person_names.tsv': 'person name source',
    'terms.tsv': 'person office of from to as_of source',
    'office_order.tsv': 'order office source',
    'spelling.tsv': 'order from to source',
}
OF_ONE = {'president', 'prime minister', 'chancellor', 'king', 'queen', 'emir', 'sultan', 'head of state', 'supreme leader', 'foreign minister', 'defence minister'}
MOST_COMMON_DAYS = 60  # of two terms: sources differ by days, and some begin before their predecessor has left
LONGEST_TERM = 50  # years
DAYS_AND_MONTHS = set('monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split())
LETTERS = {'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'ə': 'a', 'æ': 'ae', 'œ': 'oe', 'ß': 'ss', 'þ': 'th', 'ħ': 'h', 'ı': 'i'}


def table(path, columns=None):
    header, *rows = [line.split('\t') for line in path.read_text(encoding='utf8').splitlines()]
    if columns and header != columns.split():
        raise ValueError(f'{path.name}:1: expected the header {columns}')
    return [dict(zip(header, row), line=number) for number, row in enumerate(rows, 2)]


def fold(name):
    name = unicodedata.normalize('NFD', name.lower().translate(str.maketrans(LETTERS)))
    return ''.join(c for c in name if not unicodedata.combining(c))


def sound(name, spelling):
    name = ' '.join(re.findall(r"[^\s.,/-]+", fold(name)))
    for row in spelling:
        name = name.replace(row['from'], row['to'])
    return name


def day(text, last):
    """The day a date stands for at the least: of a year as a start its end, as an end its start."""
    year, *rest = map(int, text.split('-'))
    month = rest[0] if rest else 1 if last else 12
    return datetime.date(year, month, rest[1] if len(rest) > 1 else 1 if last else 28)


def faults_of_rows(kb):
    for name, columns in COLUMNS.items():
        rows = table(kb / name, columns)
        lines = (kb / name).read_text(encoding='utf8').splitlines()
        for number in range(2, len(lines)):
            if lines[number].encode() <= lines[number - 1].encode():
                yield f'{name}:{number + 1}: out of order or twice; sort the lines bytewise'
        for row in rows:
            for column in ('name', 'surname'):
                if column in row and (not row[column].strip() or re.search('[^\\W\\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff]', row[column]) or row[column] != row[column].strip()):
                    yield f'{name}:{row["line"]}: no name in Latin letters: "{row[column]}"'


def faults_of_terms(terms, exempt):
    by_office = collections.defaultdict(list)
    for t in terms:
        end = t['to'] or t['as_of']
        if end < t['from'][:len(end)]:
            yield f'terms.tsv:{t["line"]}: ends before it starts: "{end}"'
        if int(end[:4]) - int(t['from'][:4]) > LONGEST_TERM and ('long', t['person']) not in exempt:
            yield f'terms.tsv:{t["line"]}: lasts more than {LONGEST_TERM} years: {t["person"]}'
        if t['office'] in OF_ONE and t['of'][:3].isupper() and ('shared', f'{t["of"]} {t["office"]}') not in exempt:
            by_office[t['of'], t['office']].append(t)
    for (of, office), held in sorted(by_office.items()):
        held.sort(key=lambda t: t['from'])
        for i, t in enumerate(held):
            for other in held[i + 1:]:
                common = min(day(t['to'] or t['as_of'], True), day(other['to'] or other['as_of'], True)) - max(day(t['from'], False), day(other['from'], False))
                if t['person'] != other['person'] and common.days > MOST_COMMON_DAYS:
                    yield f'terms.tsv:{other["line"]}: {other["person"]} and {t["person"]} are both {office} of {of} for {common.days} days'


def faults_of_persons(kb, persons, terms, exempt):
    spelling = table(kb / 'spelling.tsv')
    ofs = collections.defaultdict(set)
    for t in terms:
        ofs[t['person']].add(t['of'])
    states = {fold(row['words']) for row in table(kb / 'state_words.tsv') if row['form'] in ('short', 'name')} | {fold(row['name']) for row in table(kb / 'states.tsv')}
    nouns = {fold(row['words']) for row in table(kb / 'nominals.tsv')}
    seen = {}
    for p in persons:
        if p['id'] == 'person/':
            yield f'persons.tsv:{p["line"]}: the id is empty'
        if fold(p['surname'].split()[-1]) in DAYS_AND_MONTHS:
            yield f'persons.tsv:{p["line"]}: the surname of {p["id"]} is a day or a month, and would be read for it: "{p["surname"]}"'
        if fold(p['surname']) in states | nouns and ('surname', p['id']) not in exempt:
            yield f'persons.tsv:{p["line"]}: the surname of {p["id"]} is a state or a common noun: "{p["surname"]}"'
        for of in ofs[p['id']]:
            key = sound(p['name'], spelling), of
            twin = seen.setdefault(key, p)
            if twin is not p and (not p['born'] or not twin['born'] or p['born'] == twin['born']):
                yield f'persons.tsv:{p["line"]}: {p["id"]} and {twin["id"]} sound alike, in the same state'


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    kb = pathlib.Path(sys.argv[1])
    try:
        exempt = {(row['check'], row['subject']) for row in table(pathlib.Path(__file__).with_name('persons_exempt.tsv'))}
        persons, terms = table(kb / 'persons.tsv'), table(kb / 'terms.tsv')
        faults = [*faults_of_rows(kb), *faults_of_terms(terms, exempt), *faults_of_persons(kb, persons, terms, exempt)]
    except (OSError, KeyError, ValueError) as error:
        print(f'persons_test.py: cannot read the tables: {error}', file=sys.stderr)
        return 2
    print('\n'.join(faults) or 'the tables are sound')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
