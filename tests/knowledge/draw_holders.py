#!/usr/bin/env python3
"""Try casus on office holders drawn from tables that the knowledge base was not made from, and on people whom nobody knows.

    draw_holders.py CASUS TABLES SEED [--count N] [--failures]

CASUS is the program; TABLES a folder with leaders-archigos.tsv, leaders-reign.tsv, leaders-2022.tsv, phoenix-countries.tsv, countries.tsv and
given-names.tsv. Draws N holders over all regions and the years from 1995, a day within the term, and writes a sentence for each: with title
and country, with the title alone, or with the name alone. One in ten is made up: a given name of the state and a surname of it that nobody in the
tables bears together. Prints how many come out right, missing (no entry of the knowledge base), without an office on that day, of a wrong country, and as somebody else.
"""
import argparse, collections, csv, datetime, difflib, pathlib, random, re, subprocess, sys, unicodedata

import check

FIRST, LAST = datetime.date(1995, 1, 1), datetime.date(2025, 12, 31)
MARGIN = datetime.timedelta(days=20)  # away from the ends of a term, where sources differ
SENTENCES = {
    'title and country': "{country}'s {title}, {name}, spoke to reporters after the talks on Tuesday.",
    'title': '{title} {name} rejected the proposal on Tuesday.',
    'name': '{name} told reporters that the talks would go on.',
    'country': 'In {country}, {name} defended the plan.',
}
RANKS = ('colonel', 'general', 'deputy minister', 'police chief', 'professor', 'captain')


def table(path):
    with open(path, encoding='utf8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


def fold(name):
    name = unicodedata.normalize('NFD', name.translate(str.maketrans('ıøłđəĐØŁ', 'ioldaDOL')))
    return ''.join(c for c in name if not unicodedata.combining(c)).lower()


def words(name):
    return [w for w in re.split(r"[^a-z']+", fold(name)) if len(w) > 1]


def day(text, last=False):
    parts = [int(p) for p in text.split('-')] if re.fullmatch(r'\d{4}(-\d\d){0,2}', text or '') else None
    return datetime.date(*(parts + ([12, 28] if last else [1, 1])[len(parts) - 1:])) if parts else None


def drawn_day(draw, start, end):
    first, last = max(start + MARGIN, FIRST), min(end - MARGIN, LAST)
    return first + datetime.timedelta(days=draw.randrange((last - first).days + 1)) if first <= last else None


def leaders(tables):
    for name, end, last in (('leaders-archigos.tsv', 'end', '2015-12-31'), ('leaders-reign.tsv', 'end_month', '2021-03-01')):
        for r in table(tables / name):
            if r['iso3']:
                yield name, re.sub(r'\(.*?\)', '', r['leader']).strip(), r['iso3'], 'leader', day(r['start']), day(r[end] or last), 'head'


def leaders_2022(tables, states):
    for r in table(tables / 'leaders-2022.tsv'):
        iso, title = states.get(r['country']), re.sub(r' of (the )?[A-Z].*', '', r['positionLabel'])
        if iso and re.fullmatch('(Prime Minister|President|Chancellor|Premier|King|Taoiseach)', title) and ' ' in r['officeholderLabel'] and ' of ' not in r['officeholderLabel']:
            yield 'leaders-2022.tsv', r['officeholderLabel'], iso, title, day(f'{int(r["start_year"] or 2021) + 1}'), day(r['end_year'] or '2022-10'), 'head'


def ministers(tables, codes):
    for r in table(tables / 'phoenix-countries.tsv'):
        if re.fullmatch('[A-Z]{3}GOV.*', r['code']) and r['code'][:3] in codes and r['from'] and ' ' in r['name'] and len(r['name'].split()) < 5 and 'GOV' in r['code']:
            yield 'phoenix-countries.tsv', r['name'].title(), r['code'][:3], 'Minister', day(r['from']), day(r['to'] or '2010-12-31', True), 'minister'


def strangers(draw, tables, codes, count):
    given, surnames, known = collections.defaultdict(list), collections.defaultdict(list), set()
    for r in table(tables / 'office-holders.tsv'):
        parts = r['person'].split()
        if r['iso3'] and len(parts) == 2:
            given[r['iso3']].append(parts[0])
            surnames[r['iso3']].append(parts[1])
            known.add(fold(r['person']))
    states = sorted(state for state in given if state in codes and len(given[state]) > 20)
    for _ in range(count):
        state = draw.choice(states)
        name = f'{draw.choice(given[state])} {draw.choice(surnames[state])}'
        if fold(name) not in known:
            yield 'made up', name, state, draw.choice(RANKS), draw_any(draw), 'nobody'


def draw_any(draw):
    return FIRST + datetime.timedelta(days=draw.randrange((LAST - FIRST).days))


def same_person(known_id, name):
    """Does the id of the knowledge base name whom the source names? Spellings differ, and some sources have surnames only."""
    theirs = known_id.removeprefix('person/').split('-')
    theirs += [a + b for a, b in zip(theirs, theirs[1:])]
    return any(difflib.SequenceMatcher(None, a.replace("'", ''), b).ratio() > 0.74 for a in words(name) for b in theirs if len(a) > 2 or a == b)


def verdict(actor, row):
    if row['kind'] == 'nobody':
        return 'right' if actor is None or actor['knowledge_id'] is None else 'somebody else'
    if actor is None or actor['knowledge_id'] is None or actor['kind'] != 'person':
        return 'missing'
    if not same_person(actor['knowledge_id'], row['name']):
        return 'somebody else'
    if actor['country'] != row['state']:
        return 'wrong country' if actor['country'] else 'no office that day'
    return 'right' if actor['roles'] and 'ELI' not in actor['sectors'] else 'out of office'


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('casus')
    args.add_argument('tables', type=pathlib.Path)
    args.add_argument('seed', type=int)
    args.add_argument('--count', type=int, default=400)
    args.add_argument('--failures', action='store_true', help='print what did not come out right')
    args = args.parse_args()
    draw = random.Random(args.seed)
    try:
        countries = table(args.tables / 'countries.tsv')
        regions = {r['iso3']: r['region'] for r in countries if r['un_member'] == 'True'}
        names = {r['iso3']: r['name'] for r in countries}
        pools = [list(leaders(args.tables)), list(leaders_2022(args.tables, {r['name']: r['iso3'] for r in countries})), list(ministers(args.tables, regions))]
        made_up = list(strangers(draw, args.tables, regions, args.count // 10))
    except (OSError, KeyError) as error:
        print(f'draw_holders.py: cannot read its input: {error}: give the folder with the source tables', file=sys.stderr)
        return 2
    rows = []
    for source, name, state, title, date, kind in made_up:
        rows.append(dict(source=source, name=name, state=state, title=title, date=date, kind=kind, form=draw.choice(sorted(SENTENCES))))
    while len(rows) < args.count:
        pool = draw.choice(pools)
        region = draw.choice(sorted(set(regions.values())))
        source, name, state, title, start, end, kind = draw.choice([p for p in pool if regions.get(p[2]) == region])
        date = start and end and drawn_day(draw, start, end)
        if date:
            # A surname alone means nobody.
            form = draw.choice([f for f in sorted(SENTENCES) if ' ' in name or f not in ('title', 'name')])
            title = title.lower() if form == 'title and country' else title.title()
            rows.append(dict(source=source, name=name, state=state, title=title, date=date, kind=kind, form=form))
    reports = [dict(id=str(n), name=r['name'], date=str(r['date']), text=SENTENCES[r['form']].format(title=r['title'], name=r['name'], country=names[r['state']])) for n, r in enumerate(rows)]
    try:
        read = check.records(args.casus, reports)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f'draw_holders.py: casus did not read the sentences: {getattr(error, "stderr", "") or error}', file=sys.stderr)
        return 2
    counts = collections.defaultdict(collections.Counter)
    for row, report in zip(rows, reports):
        actor = next(iter(check.actors_at(read[report['id']], check.span_of(report['name'], report['text']))), None)
        found = verdict(actor, row)
        counts[row['source']][found] += 1
        counts['form: ' + row['form']][found] += 1
        counts['all'][found] += 1
        if args.failures and found != 'right':
            shown = {key: actor[key] for key in ('name', 'code', 'knowledge_id')} | {'roles': [role['office'] for role in actor['roles']]} if actor else None
            print(f'{found}: {row["name"]} {row["state"]} {row["date"]} ({row["source"]}): {report["text"]}\n     {shown}')
    for source, results in sorted(counts.items(), key=lambda item: item[0] == 'all'):
        total = sum(results.values())
        print(f'{source}: {results["right"]} of {total} right ({100 * results["right"] / total:.1f} %); ' + ', '.join(f'{what} {n}' for what, n in sorted(results.items()) if what != 'right'))
    return 0


if __name__ == '__main__':
    sys.exit(main())
