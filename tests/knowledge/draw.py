#!/usr/bin/env python3
"""Draw candidates for checks.tsv from source tables: who or what, on which day, held what.

    draw.py TABLES [--seed N]

TABLES is a folder with office-holders.tsv, leaders-archigos.tsv, leaders-reign.tsv, leaders-2026.tsv, countries.tsv, states-cow.tsv,
conflicts-ucdp-dyads.tsv and phoenix-international.tsv. Prints a candidate a line. The same tables and seed give the same candidates.
What became of each is told in checks.tsv and dropped.tsv.
"""
import argparse, csv, datetime, pathlib, random, re, sys

SEED = 20261125
FIRST_DAY = datetime.date(1995, 1, 1)
REGIONS = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania']
MARGIN = datetime.timedelta(days=10)  # away from the ends of a term, where sources differ by some days

# Candidates for each region. A kind of office -> (the titles of the tables, how many for each region).
OFFICES = {
    'head': (r'President|Prime Minister|Premier|King|Chancellor|Federal Chancellor', 4),
    'foreign': (r'Minister (of|for) (Foreign|External) Affairs( and .*)?|Secretary of State|Foreign Minister', 3),
    'defence': (r'Minister (of|for) (the )?(National )?(Defence|Defense)|Secretary of Defense', 1),
    'interior': (r'Minister (of|for) (the )?(Interior|Internal Affairs|Justice|Finance)', 1),
    'force': (r'Chief of (the )?(General Staff|Defence|Army Staff|Defence Staff)|.*[Ii]ntelligence.*|Commissioner of Police', 1),
    'speaker': (r'Speaker of (the )?(Parliament|National Assembly|House.*)', 1),
}


def table(path):
    with open(path, encoding='utf8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


def day(text):
    return datetime.date.fromisoformat(text) if re.fullmatch(r'\d{4}-\d\d-\d\d', text or '') else None


def day_within(draw, start, end):
    """A day of the term; none where the dates are unknown or the term is too short."""
    if not start or not end:
        return None
    first, last = max(start + MARGIN, FIRST_DAY), end - MARGIN
    return first + datetime.timedelta(days=draw.randrange((last - first).days + 1)) if first <= last else None


def holders(draw, tables, regions):
    rows = [r for r in table(tables / 'office-holders.tsv') if r['iso3'] and ' ' in r['person']]
    for kind, (pattern, count) in OFFICES.items():
        for region in REGIONS:
            pool = [r for r in rows if regions.get(r['iso3']) == region and re.fullmatch(pattern, r['office'])]
            # A state first, then a row: large cabinets do not crowd out the others.
            states = sorted({r['iso3'] for r in pool})
            for state in draw.sample(states, min(count, len(states))):
                r = draw.choice([r for r in pool if r['iso3'] == state])
                date = day_within(draw, day(r['start']), day(r['end'] or r['as_of']))
                if date:
                    yield kind, r['person'], date, state, r['office'], 'office-holders.tsv'


def leaders(draw, tables, regions):
    for name, end, last in (('leaders-archigos.tsv', 'end', '2002'), ('leaders-reign.tsv', 'end_month', '2021')):
        pool = [r for r in table(tables / name) if r[end] >= '1995' and r['start'] < last]
        for region in REGIONS[:4]:
            for r in draw.sample([r for r in pool if regions.get(r['iso3']) == region], 2):
                final = day(r[end]) or day(r[end] + '-01')
                date = day_within(draw, day(r['start']), min(final, datetime.date(int(last), 12, 31)))
                if date:
                    yield 'leader', r['leader'], date, r['iso3'], 'leader', name


def current(draw, tables):
    for r in draw.sample(table(tables / 'leaders-2026.tsv'), 8):
        date = day_within(draw, day(r['start']), day(r['as_of']))
        if date:
            yield 'current', r['person'], date, r['iso2'], r['title'], 'leaders-2026.tsv'


def international(draw, tables):
    rows = [r for r in table(tables / 'office-holders.tsv') if not r['iso3'] and day(r['start'])]
    for r in draw.sample(rows, 7):
        date = day_within(draw, day(r['start']), day(r['end'] or r['as_of']))
        if date:
            yield 'international', r['person'], date, r['country'], r['office'], 'office-holders.tsv'


def states(draw, tables, regions):
    rows = table(tables / 'countries.tsv')
    for region in REGIONS:
        for r in draw.sample([r for r in rows if regions.get(r['iso3']) == region and r['un_member'] == 'True'], 3):
            for kind in draw.sample(['name', 'capital', 'demonym_m'], 1):
                yield kind, r[kind], date_any(draw), r['iso3'], '', 'countries.tsv'
    for r in draw.sample([r for r in table(tables / 'states-cow.tsv') if r['end'] >= '1989'], 2):
        yield 'historical', r['name'], day(r['start']), r['iso3'], '', 'states-cow.tsv'


def date_any(draw):
    return datetime.date(draw.randrange(1995, 2026), draw.randrange(1, 13), draw.randrange(1, 29))


def groups(draw, tables):
    rows = [r for r in table(tables / 'conflicts-ucdp-dyads.tsv') if not r['side_b'].startswith('Government') and int(r['last_year']) >= 1995]
    # Longer fights are those that the news tells of.
    rows = [r for r in rows if int(r['last_year']) - int(r['first_year']) >= 4]
    for r in draw.sample(rows, 16):
        year = draw.randrange(max(int(r['first_year']), 1995), int(r['last_year']) + 1)
        yield 'group', r['side_b'], datetime.date(year, draw.randrange(1, 13), draw.randrange(1, 29)), r['location'], r['side_a'], 'conflicts-ucdp-dyads.tsv'


def organisations(draw, tables):
    rows = [r for r in table(tables / 'phoenix-international.tsv') if r['code'].startswith('IGO') and not r['from']]
    for r in draw.sample(rows, 18):
        yield 'organisation', r['name'].title(), date_any(draw), r['code'], '', 'phoenix-international.tsv'


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('tables', type=pathlib.Path)
    args.add_argument('--seed', type=int, default=SEED)
    args = args.parse_args()
    draw = random.Random(args.seed)
    try:
        regions = {r['iso3']: r['region'] for r in table(args.tables / 'countries.tsv')}
        drawn = [*holders(draw, args.tables, regions), *leaders(draw, args.tables, regions), *current(draw, args.tables),
                 *international(draw, args.tables), *states(draw, args.tables, regions), *groups(draw, args.tables),
                 *organisations(draw, args.tables)]
    except (OSError, KeyError) as error:
        print(f'draw.py: cannot read its input: {error}: give the folder with the source tables', file=sys.stderr)
        return 2
    print('id\tkind\tname\tdate\tof\toffice\tsource')
    for n, (kind, name, date, of, office, source) in enumerate(drawn, 1):
        print(f'd{n:03}\t{kind}\t{name}\t{date}\t{of}\t{office}\t{source}')
    return 0


if __name__ == '__main__':
    sys.exit(main())
