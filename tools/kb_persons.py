#!/usr/bin/env python3
"""Make kb/persons.tsv and kb/terms.tsv: who held which of the highest offices, from when to when.

    kb_persons.py TABLES [--kb FOLDER]

TABLES is a folder with office-holders.tsv, leaders-2026.tsv and foreign-ministers-2023.tsv (all from Wikidata); what these lack or have wrong
is in tools/kb_persons.tsv, kept by hand, which wins. Taken are heads of state and of government, foreign and defence ministers.
An end that the tables leave open means "in office when the table was taken": that day is the term's as_of, except where
another person's term in the same office begins later, which then ends it.
"""
import argparse, csv, pathlib, re, sys, unicodedata

# What the tables call an office -> what casus calls it.
OFFICES = [
    (r'President|Interim President|Acting President|President of Ireland|Federal President', 'president'),
    (r'Prime Minister|Premier|Taoiseach|Chairman of the Council of Ministers', 'prime minister'),
    (r'Chancellor|Federal Chancellor', 'chancellor'),
    (r'King', 'king'), (r'Queen', 'queen'), (r'Emir', 'emir'), (r'Sultan', 'sultan'), (r'Emperor', 'emperor'),
    (r'Supreme Leader', 'supreme leader'),
    (r'Vice President', 'vice president'),
    (r'(Federal )?Minister (of|for) Foreign( and European)? Affairs( and .*|, .*)?|Minister (of|for) (External|Europe and Foreign) Affairs|Foreign Minister', 'foreign minister'),
    (r'(Federal )?Minister (of|for) (the )?(National )?(Defence|Defense|Armed Forces)', 'defence minister'),
]
OF_ONE_STATE = {('USA', 'Secretary of State'): 'foreign minister', ('USA', 'Secretary of Defense'): 'defence minister',
                ('GBR', 'Secretary of State for Foreign and Commonwealth Affairs'): 'foreign minister',
                ('GBR', 'Secretary of State for Foreign, Commonwealth and Development Affairs'): 'foreign minister',
                ('GBR', 'Secretary of State for Defence'): 'defence minister',
                ('PHL', 'Secretary of Foreign Affairs'): 'foreign minister', ('MEX', 'Secretary of Foreign Affairs'): 'foreign minister'}
FAMILY_NAME_FIRST = {'CHN', 'TWN', 'KOR', 'PRK', 'VNM', 'KHM'}
SHARED_OFFICES = {'CHE', 'BIH', 'SMR', 'AND'}  # several hold them at once, or in turns by law
OFFICES_OF_MANY = {'spokesperson', 'adviser'}  # a state has several at a time
PARTICLES = {'van', 'von', 'der', 'den', 'de', 'da', 'dos', 'di', 'del', 'la', 'le', 'bin', 'ibn', 'al', 'el'}
HAND = pathlib.Path(__file__).with_suffix('.tsv')


def table(path):
    with open(path, encoding='utf8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


def fold(name):
    name = unicodedata.normalize('NFD', name.replace('ı', 'i').replace('ø', 'o').replace('ł', 'l').replace('đ', 'd').replace('ə', 'a'))
    return ''.join(c for c in name if not unicodedata.combining(c)).lower()


def slug(name):
    return re.sub(r'[^a-z0-9]+', '-', fold(name)).strip('-')


def sound(name, spelling):
    """The name without what transliterations differ in: Sergey and Sergei, Zelenskyy and Zelensky."""
    name = slug(name)
    for row in spelling:
        name = name.replace(row['from'], row['to'])
    return name


def office_of(state, title):
    if (state, title) in OF_ONE_STATE:
        return OF_ONE_STATE[state, title]
    return next((office for pattern, office in OFFICES if re.fullmatch(pattern, title)), None)


def clean(name):
    return re.sub(r'\s*\(.*?\)|,.*', '', name).strip()


def surname(name, state):
    words = name.split()
    if state in FAMILY_NAME_FIRST:
        return words[0]
    if re.fullmatch(r'[IVXL]+', words[-1]):
        return ' '.join(words[-2:])
    last = len(words) - 1
    while last > 1 and words[last - 1].lower() in PARTICLES - {'al', 'el'}:
        last -= 1
    return re.sub(r'^(al|el|Al|El|as|ad|ar)-', '', ' '.join(words[last:]))


def day(value):
    return value if re.fullmatch(r'\d{4}(-\d\d(-\d\d)?)?', value or '') else ''


def terms_of_tables(folder):
    for row in table(folder / 'office-holders.tsv'):
        office = office_of(row['iso3'], row['office']) if row['iso3'] else None
        name = clean(row['person'])
        start, end = day(row['start']), day(row['end'])
        if not office or len(name.split()) < 2 and office not in ('king', 'queen', 'emperor') or not start or (end and end < start) or re.fullmatch(r'Q\d+', name):
            continue
        if row['died'] and not end:
            end = day(row['died'])
        yield dict(name=name, surname=surname(name, row['iso3']), gender=row['gender'], office=office, of=row['iso3'],
                   start=start, end=end, as_of='' if end else row['as_of'], key=row['wikidata'], source='office-holders')


def terms_by_hand():
    for row in table(HAND):
        yield dict(name=row['name'], surname=row['surname'], gender=row['gender'], office=row['office'], of=row['of'],
                   start=row['from'], end=row['to'], as_of=row['as_of'], key='', source='public-record')


def terms_2026(folder, codes):
    offices = {'President': 'president', 'Prime Minister': 'prime minister', 'Premier': 'prime minister', 'Chancellor': 'chancellor'}
    for row in table(folder / 'leaders-2026.tsv'):
        office = offices.get(row['title'])
        # Newer entries of this machine-made table could not be checked against a second source.
        if office and row['iso2'] in codes and day(row['start']) and row['start'] < '2026':
            state = codes[row['iso2']]
            yield dict(name=row['person'], surname=surname(row['person'], state), gender='', office=office, of=state, start=row['start'],
                       end='', as_of=row['as_of'], key=row['wikidata'], source='leaders-2026')


def joined(terms):
    """One term where a re-election or an acting spell splits it, where two tables give it, and with the ends that successors imply."""
    by_office = {}
    for t in terms:
        by_office.setdefault((t['of'], t['office'], t['person']), []).append(t)
    result = []
    for key in sorted(by_office):
        spells = sorted(by_office[key], key=lambda t: (t['start'], t['end'] or '9999'))
        merged = [spells[0]]
        for t in spells[1:]:
            last = merged[-1]
            if last['end'] and t['start'][:10] > last['end'] and t['start'][:7] != last['end'][:7]:
                merged.append(t)
                continue
            hand = [x for x in (last, t) if x['source'] == 'public-record']
            newest = hand[-1] if hand else max(last, t, key=lambda x: x['end'] or x['as_of'] or '9999')
            last.update(end=newest['end'], as_of=newest['as_of'] or '', source=newest['source'])
        result += merged
    for t in result:
        if t['end'] or t['of'] in SHARED_OFFICES or t['office'] in OFFICES_OF_MANY or t['of'].startswith('organisation'):
            continue
        later = [o['start'] for o in result if (o['of'], o['office']) == (t['of'], t['office']) and o['person'] != t['person'] and o['start'] > t['start']]
        if later and t['source'] != 'leaders-2026':
            t.update(end=min(later), as_of='')
    return result


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('tables', type=pathlib.Path)
    args.add_argument('--kb', type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent / 'kb')
    args = args.parse_args()
    try:
        codes = {}
        for row in table(args.tables / 'countries.tsv'):
            codes[row['iso2']] = row['iso3']
        hand = list(terms_by_hand())
        terms = hand + list(terms_of_tables(args.tables)) + list(terms_2026(args.tables, codes))
    except (OSError, KeyError) as error:
        print(f'kb_persons.py: cannot read its input: {error}', file=sys.stderr)
        return 2
    spelling = table(args.kb / 'spelling.tsv')
    states = {row['code'] for row in table(args.kb / 'states.tsv')}
    persons, ids = {}, {}
    for t in terms:
        if not t['of'].startswith(('organisation/', 'territory/')) and t['of'] not in states:
            continue
        # The same sound in the same country, or the same item: the same person.
        # Nor does one become somebody else at the head of an organisation.
        name, of = sound(t['name'], spelling), t['of']
        in_organisation = of.startswith('organisation/')
        key = ids.get((name, of)) or (t['key'] and ids.get(t['key'])) or ids.get((name, 'anywhere' if in_organisation else 'organisation'))
        if not key:
            key = 'person/' + slug(t['name'])
            if key in persons:
                key += '-' + slug(t['of']).removeprefix('organisation-') if not t['of'].startswith('organisation') else ''
            persons.setdefault(key, dict(name=t['name'], surname=t['surname'], gender=t['gender'], source=t['source']))
        ids[name, of] = ids[name, 'anywhere'] = key
        if in_organisation:
            ids[name, 'organisation'] = key
        if t['key']:
            ids[t['key']] = key
        persons[key]['gender'] = persons[key]['gender'] or t['gender']
        t['person'] = key
    given = {row['name']: row['gender'] for row in table(args.kb / 'given_names.tsv')}
    for p in persons.values():
        p['gender'] = p['gender'] or given.get(fold(p['name'].split()[0]), '')
    rows = joined([t for t in terms if 'person' in t])
    with open(args.kb / 'persons.tsv', 'w', encoding='utf8') as f:
        f.write('id\tname\tsurname\tgender\tborn\tsource\n')
        for key in sorted(persons):
            p = persons[key]
            f.write('\t'.join([key, p['name'], p['surname'], p['gender'], '', p['source']]) + '\n')
    with open(args.kb / 'terms.tsv', 'w', encoding='utf8') as f:
        f.write('person\toffice\tof\tfrom\tto\tas_of\tsource\n')
        for line in sorted({'\t'.join([t['person'], t['office'], t['of'], t['start'], t['end'], t['as_of'], t['source']]) for t in rows}):
            f.write(line + '\n')
    return 0


if __name__ == '__main__':
    sys.exit(main())
