#!/usr/bin/env python3
"""Make kb/persons.tsv, kb/terms.tsv and kb/person_names.tsv: who held which office, from when to when, and by what names.

    kb_persons.py TABLES [--kb FOLDER]

TABLES is a folder with office-holders.tsv, leaders-2026.tsv and foreign-ministers-2023.tsv (all from Wikidata), countries.tsv, and for spellings
phoenix-countries.tsv, leaders-archigos.tsv and leaders-reign.tsv. Beside this script, kept by hand: kb_persons.tsv holds what the tables lack or have
wrong, and wins; kb_person_names.tsv other names; kb_persons_wrong.tsv the terms of the tables that are wrong or do harm (without an office: all of
that person there); kb_office_titles.tsv which title is which office, the first that fits; kb_international.tsv which body that is no state a title
belongs to. Ids that persons have in kb/ already are kept.

The same Wikidata item is the same person, and so are the same sound in the same state unless the birthdays differ. An end that the tables leave
open means "in office when the table was taken": that day is the term's as_of, except where another person's term under the same title
begins later, which then ends it. An open term that has lasted longer than a minister's ever does is left out, but for heads of state.
"""
import argparse, collections, csv, difflib, pathlib, re, sys, unicodedata

HERE = pathlib.Path(__file__).resolve().parent
FIRST_END = '1991'  # terms that ended before are left out
LONGEST_OPEN = 17  # years; an open term of a minister that is older has lost its end
LONGEST_TO_DEATH = 10  # the same, of one who has died since
SHORTEST_NAME = 4  # letters, of other names; shorter ones are words too often
FOR_LIFE = {'king', 'queen', 'emir', 'sultan', 'emperor', 'grand duke', 'crown prince', 'supreme leader', 'president', 'prime minister', 'governor-general'}
RULERS = FOR_LIFE - {'president', 'prime minister', 'governor-general', 'supreme leader'}
REGIONAL = {'governor', 'mayor', 'chief minister', 'head of regional government'}  # taken only for those who hold another office too
SHARED_OFFICES = {'CHE', 'BIH', 'SMR', 'AND', 'UNK'}  # several hold them at once, or in turns by law
OFFICES_OF_MANY = {'spokesperson', 'adviser', 'minister', 'deputy prime minister', 'deputy foreign minister', 'negotiator', 'envoy'}
OFFICES_OF_SEVERAL = {'governor', 'mayor', 'legislator', 'intelligence chief', 'security chief', 'speaker', 'vice president', 'ambassador', 'finance minister', 'economy minister'}
FAMILY_NAME_FIRST = {'CHN', 'TWN', 'KOR', 'PRK', 'VNM', 'KHM'}
KNOWN_BY_GIVEN_NAME_TOO = {'ISL', 'ETH', 'ERI', 'MYS', 'BRN', 'IDN', 'THA', 'LAO'}  # the first word
KNOWN_BY_LAST_WORD_TOO = {'VNM', 'KHM', 'THA', 'LAO'}
WRITTEN_BOTH_WAYS = {'JPN', 'HUN'}
TWO_SURNAMES = {'ARG', 'BOL', 'CHL', 'COL', 'CRI', 'CUB', 'DOM', 'ECU', 'ESP', 'GNQ', 'GTM', 'HND', 'MEX', 'NIC', 'PAN', 'PER', 'PRY', 'SLV', 'URY', 'VEN'}
PARTICLES = {'van', 'von', 'der', 'den', 'de', 'da', 'dos', 'di', 'del', 'la', 'le', 'du', 'bin', 'ibn', 'ben', 'ter', 'te', 'ten', 'zu'}
ARTICLES = r"^(al|el|as|ad|ar|at|az|an|ash|es|ed|ez)[-’'ʻ ]"
HONORIFICS = r'^(Sir|Dame|Lord|Lady|Sheikh|Sheikha|Dr\.?|Prince|Princess|Pengiran|Dato\S*|Tun|Tan Sri|Ratu|Baron|Baroness|General|Gen\.|Haji|Alhaji) '
TITLE_WORDS = 'president prime minister chancellor king queen emir sultan general colonel secretary state foreign former mr dr sheikh crown prince leader vice premier defense defence speaker'
SUFFIXES = r',? (Jr|Sr|Jnr|Snr|MD|QC|MP)\.?$|(?<=\w\w) (II|III|IV)$'


def table(path):
    with open(path, encoding='utf8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


LETTERS = {'ı': 'i', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'ə': 'a', 'æ': 'ae', 'œ': 'oe', 'ß': 'ss', 'þ': 'th', 'ħ': 'h'}


def fold(name):
    name = unicodedata.normalize('NFD', name.lower().translate(str.maketrans(LETTERS)))
    return ''.join(c for c in name if not unicodedata.combining(c)).lower()


def slug(label):
    """The part of an id; ids stay what they are, so this does as well."""
    name = unicodedata.normalize('NFD', label.translate(str.maketrans('ıøłđə', 'iolda')))
    return re.sub(r'[^a-z0-9]+', '-', ''.join(c for c in name if not unicodedata.combining(c)).lower()).strip('-')


def sound(name, spelling):
    """The name without what transliterations differ in, word by word as casus takes it."""
    words = re.sub(r"[^a-z0-9' ]+", ' ', with_plain_apostrophes(fold(name))).split()
    name = ' '.join(filter(None, (w.strip("'") for w in words)))
    for row in spelling:
        name = name.replace(row['from'], row['to'])
    return name


def with_plain_apostrophes(name):
    """So that reports write them; and without what is seen as a space or a Latin letter and is none."""
    return re.sub('[’ʻʼ‘`]', "'", name.translate(str.maketrans('асоеѕіуАСОЕ', 'acoesiyACOE', '\u200b')))


def is_latin(name):
    return not re.search('[^\\W\\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff]', name)


def clean(label):
    label = re.sub(r'\b[A-Z]{4,}\b', lambda word: word[0].title(), label)
    name = with_plain_apostrophes(re.sub(r'\s*\(.*?\)|,(?! (Jr|Sr)).*', '', label).strip()).lstrip("'")
    name = re.sub(r'(?<=\w) of (the )?(?=[A-Z]).*$', '', name)  # Abdullah II of Jordan
    return re.sub(SUFFIXES, '', re.sub(HONORIFICS, '', name)) if len(name.split()) > 2 else name


def surname_and_others(name, state, given):
    """The surname, and other names that he is called by."""
    words = name.split()
    if len(words) == 1:
        return name, []
    if re.fullmatch(r'[IVXL]+', words[-1]):
        return words[0], []
    if state in FAMILY_NAME_FIRST:
        return words[0], [words[-1]] if state in KNOWN_BY_LAST_WORD_TOO else []
    last = len(words) - 1
    while last > 1 and words[last - 1].lower() in PARTICLES:
        last -= 1
    surname, others = re.sub(ARTICLES, '', ' '.join(words[last:]), flags=re.I), []
    if state in TWO_SURNAMES and len(words) > 3 and words[-2] in ('y', 'i', 'e'):
        surname, others = words[-3], [words[-1]]
    elif state in TWO_SURNAMES and len(words) >= 3 and last == len(words) - 1 and len(words[-2]) > 2 and (len(words) > 3 or fold(words[1]) not in given):
        surname, others = words[-2], [words[-1]]
    if state in KNOWN_BY_GIVEN_NAME_TOO:
        others.append(words[0])
    if state in WRITTEN_BOTH_WAYS and len(words) == 2:
        others.append(f'{words[1]} {words[0]}')
    return surname, others


def day(value):
    return value if re.fullmatch(r'\d{4}(-\d\d(-\d\d)?)?', value or '') else ''


def title_rules():
    minister = r'(Acting |Interim |Federal |Union |Cabinet |Caretaker |Transitional |Senior |Coordinating )?Ministers? (of|for|in charge of) (the )?(?!State\b)'
    return [(row['state'], re.compile('(?i:' + row['title'].replace('MINISTER ', minister) + ')'), row['office']) for row in table(HERE / 'kb_office_titles.tsv')]


def office_of(rules, state, title, country=''):
    title = title.removesuffix(f' of {country}').removesuffix(f' of the {country}')
    """None for a title that is not taken."""
    return next((office or None for of, pattern, office in rules if of in ('', state) and pattern.fullmatch(title)), None)


def terms_of_holders(folder):
    rules = title_rules()
    bodies = table(HERE / 'kb_international.tsv')
    known = {}
    for row in table(folder / 'office-holders.tsv'):
        place = row['iso3'] or row['country']
        if (place, row['office']) not in known:
            body = next((b for b in bodies if b['country'] == place and b['title'] in ('', row['office'])), None)
            known[place, row['office']] = (body['of'], body['office'] or office_of(rules, '', row['office'])) if body else (row['iso3'], row['iso3'] and office_of(rules, place, row['office'], row['country']))
        of, office = known[place, row['office']]
        office = 'queen' if office == 'king' and row['gender'] == 'f' else office
        name, other = [n if is_latin(n) else '' for n in (clean(row['person']), clean(row['en_wikipedia']))]
        name, start, end = name or other, day(row['start']), day(row['end'])
        if not of or not office or not start or not slug(name) or re.fullmatch(r'Q\d+', name):
            continue
        if len(name.split()) < 2 and office not in RULERS | {'president', 'prime minister'}:
            continue
        if end and (end < start or end < FIRST_END):
            continue
        died = day(row['died'])
        if not end and not died and office not in FOR_LIFE and int(row['as_of'][:4]) - int(start[:4]) > LONGEST_OPEN:
            continue
        if not end and died and office not in FOR_LIFE and int(died[:4]) - int(start[:4]) > LONGEST_TO_DEATH:
            continue
        yield dict(by_hand=False, name=name, label=row['person'] if slug(row['person']) else name, other=other, surname='', gender=row['gender'], born=day(row['born']), office=office, title=row['office'], of=of,
                   start=start, end=end, died='' if end or (died and died < start) else died, as_of='' if end or died else row['as_of'], key=row['wikidata'], source='office-holders')


def terms_by_hand():
    for row in table(HERE / 'kb_persons.tsv'):
        yield dict(by_hand=True, name=with_plain_apostrophes(row['name']).lstrip("'"), label=row['name'], surname=row['surname'], gender=row['gender'], born='', office=row['office'], title='', of=row['of'],
                   start=row['from'], end=row['to'], died='', as_of=row['as_of'], key='', source=row['source'])


def terms_2026(folder, codes):
    offices = {'President': 'president', 'Prime Minister': 'prime minister', 'Premier': 'prime minister', 'Chancellor': 'chancellor'}
    for row in table(folder / 'leaders-2026.tsv'):
        office = offices.get(row['title'])
        # Newer entries of this machine-made table could not be checked against a second source.
        if office and row['iso2'] in codes and day(row['start']) and row['start'] < '2026':
            yield dict(by_hand=False, name=clean(row['person']), label=row['person'], surname='', gender='', born=day(row['born']), office=office, title='', of=codes[row['iso2']],
                       start=row['start'], end='', died='', as_of=row['as_of'], key=row['wikidata'], source='leaders-2026')


def foreign_ministers(folder, states, with_ministers):
    """Those of states that the table of office holders lacks."""
    for row in table(folder / 'foreign-ministers-2023.tsv'):
        of = states.get(row['countryLabel'])
        if of and of not in with_ministers and day(row['start']) and is_latin(row['name']) and ' ' in row['name']:
            yield dict(by_hand=False, name=clean(row['name']), label=row['name'], surname='', gender='', born='', office='foreign minister', title='', of=of,
                       start=row['start'], end='', died='', as_of='2023-01', key=row['person'], source='foreign-ministers-2023')


class Persons:
    """Who is who: terms in, persons out. Those by hand come last: their names are the ones that are shown."""

    def __init__(self, spelling, other_names, given):
        self.spelling, self.given = spelling, given
        self.other_names = collections.defaultdict(list)  # (sound, of) -> other names by hand
        for row in other_names:
            self.other_names[self.sound(row['name']), row['of']].append(row['other'])
            self.other_names[self.sound(row['other']), row['of']].append(row['name'])
        self.persons, self.by_key, self.by_sound, self.by_office = [], {}, collections.defaultdict(list), collections.defaultdict(list)

    def sound(self, name):
        return sound(name, self.spelling)

    def add(self, term):
        key, name = term['key'], term['name']
        names = [name] + [n for n in [term.get('other')] if n and ' ' in n]
        others = [n for n in self.other_names.get((self.sound(name), term['of']), ()) if ' ' in n]
        person = self.by_key.get(key) if key else None
        if person is None:
            alike = [p for n in names + others for p in self.by_sound[self.sound(n)] if self.is_same(p, term, key)]
            person = next((p for p in alike if term['of'] in p['ofs']), alike[0] if alike else None)
        if person is None and term['by_hand']:
            person = self.holder(term)
        if person is None:
            person = dict(names=[], ofs=set(), keys=set(), born='', gender='', surname='', terms=[], label=re.sub(r'\s*\(.*?\)|,.*', '', term['label']).strip())
            self.persons.append(person)
        if key:
            person['keys'].add(key)
            self.by_key[key] = person
        for n in names:
            if n not in person['names']:
                person['names'].append(n)
                self.by_sound[self.sound(n)].append(person)
        if term['by_hand']:
            person['names'].sort(key=lambda n: n != name)
            person['surname'] = person['surname'] or term['surname']
        person['ofs'].add(term['of'])
        person['born'] = max(person['born'], term['born'], key=len)
        person['gender'] = person['gender'] or term['gender']
        person['terms'].append(term)
        self.by_office[term['of'], term['office']].append((person, term))

    def holder(self, term):
        """Who is known to have held the office for most of the term, under much the same name."""
        def days(t):
            return number_of(t['start'], '-01'), number_of(t['end'] or t['died'] or t['as_of'], '-28')
        start, end = days(term)
        for person, other in self.by_office[term['of'], term['office']]:
            other_start, other_end = days(other)
            common = min(end, other_end) - max(start, other_start)
            if common > 0 and 2 * common >= min(end - start, other_end - other_start) and abs(start - other_start) < 400 and same_name(term['name'], person['names'], self):
                return person
        return None

    @staticmethod
    def is_same(person, term, key):
        born = term['born'] and person['born'] and term['born'][:4] != person['born'][:4]
        if born or key and person['keys'] and len(term['born']) == 10 and len(person['born']) == 10 and term['born'] != person['born']:
            return False
        anywhere = term['of'].startswith(('organisation/', 'territory/')) or any(of.startswith(('organisation/', 'territory/')) for of in person['ofs'])
        return term['of'] in person['ofs'] or anywhere


class OldIds:
    """An id stays with its person: those of the tables that stand in kb/."""

    def __init__(self, kb, persons):
        self.persons, ofs = persons, collections.defaultdict(set)
        for row in table(kb / 'terms.tsv'):
            ofs[row['person']].add(row['of'])
        self.ids = collections.defaultdict(list)
        for row in (row for row in table(kb / 'persons.tsv') if row['id'] != 'person/'):
            for of in ofs[row['id']]:
                self.ids[persons.sound(row['name']), of].append((row['id'], row['born'], row['name']))

    def of(self, person):
        known = [i for name in person['names'] for of in sorted(person['ofs']) for i in self.ids.get((self.persons.sound(name), of), ())]
        fitting = [(name != person['names'][0], i) for i, born, name in known if not born or not person['born'] or born == person['born']]
        return min(fitting)[1] if fitting else ''


def joined(terms):
    """One term where a re-election or an acting spell splits it, or where two tables give it; what is known by hand wins."""
    by_office = collections.defaultdict(list)
    for t in terms:
        by_office[t['of'], t['office'], t['id']].append(t)
    result = []
    for key in sorted(by_office):
        for cluster in clusters(by_office[key]):
            by_hand = [t for t in cluster if t['by_hand']]
            for trusted in clusters(by_hand) if by_hand else [cluster]:
                result.append(max(trusted, key=end_of) | {'start': min(t['start'] for t in trusted)})
    return result


def clusters(terms):
    """Terms that overlap or follow each other at once."""
    found, until = [], ''
    for t in sorted(terms, key=lambda t: (t['start'], end_of(t))):
        if not found or t['start'][:10] > until and t['start'][:7] != until[:7] and t['start'][:len(until)] != until:
            found.append([])
            until = ''
        found[-1].append(t)
        until = max(until, end_of(t))
    return found


def end_of(term):
    return term['end'] or term['died'] or '9999'


def with_ends(terms):
    """Where the end is open, or is only the day of death, the next one ends it: under the same title, or by hand in the same office."""
    starts = collections.defaultdict(list)
    for t in terms:
        starts[t['of'], t['title'] or t['office'], t['by_hand']].append((t['start'], t['id']))
    for t in terms:
        if not t['end'] and t['of'] not in SHARED_OFFICES and t['office'] not in OFFICES_OF_MANY and not t['of'].startswith('organisation/'):
            next_ones = [] if t['by_hand'] else starts[t['of'], t['title'], False]
            if t['office'] not in OFFICES_OF_SEVERAL:
                next_ones = next_ones + starts[t['of'], t['office'], True]
            later = [start for start, of_whom in next_ones if of_whom != t['id'] and start > t['start']]
            if later:
                t.update(end=min(later + ([t['died']] if t['died'] else [])), as_of='')
        t['end'] = t['end'] or t['died']
        t['as_of'] = '' if t['end'] else t['as_of']
    return terms


def spellings(folder, persons):
    """Other spellings of the same person from dictionaries, by name and state: (person, name)."""
    for row in table(folder / 'phoenix-countries.tsv'):
        names = [n.strip().title() for n in [row['name'], *(row['aliases'] or '').split('|')]]
        names = [n for n in names if re.fullmatch(r"[\w'’.-]+( [\w'’.-]+)+", n)]
        found = [p for n in names for p in persons.by_sound.get(persons.sound(n), ()) if row['code'][:3] in p['ofs']]
        if len({id(p) for p in found}) != 1:
            continue
        for n in names:
            yield found[0], n


def names_of_leaders(folder, kept, persons):
    """Fuller or other names of leaders in Archigos and REIGN, by state, last word and day: (person, name)."""
    by_state = collections.defaultdict(list)
    for p in kept:
        for t in p['terms']:
            if t['office'] in FOR_LIFE | {'head of state', 'leader', 'chancellor', 'head of government'}:
                by_state[t['of']].append((p, t))
    for file in ('leaders-archigos.tsv', 'leaders-reign.tsv'):
        for row in table(folder / file):
            name = clean(re.sub(r'(.+), (.+)', r'\2 \1', row['leader']))
            if ' ' not in name or not name.isascii():
                continue
            first, *others = persons.sound(name).split()
            found = {}
            for p, t in by_state[row['iso3']]:
                if t['start'][:7] <= row['start'][:7] <= (t['end'] or t['as_of'])[:7]:
                    given, _, last = p['names'][0].rpartition(' ')
                    if is_spelling(name, p['names'][0], persons):
                        found[id(p)] = p, name
                    elif row['iso3'] in TWO_SURNAMES and len(others) == 1 and first == persons.sound(last) and others[0] not in persons.sound(given).split():
                        found[id(p)] = p, f'{given} {name}'  # with the mother's surname
            if len(found) == 1:
                yield next(iter(found.values()))


def number_of(date, day_or_month):
    """Days, near enough to compare terms."""
    year, month, day_of_month = map(int, (date + day_or_month + day_or_month)[:10].replace('-28-28', '-12-28').split('-'))
    return 365 * year + 30 * month + day_of_month


def consonants(word):
    return re.sub('[aeiouh]', '', word)


def is_spelling(name, known, persons):
    """The same last word, but for vowels, and much the same first one, or its initial."""
    words, theirs = persons.sound(name).split(), persons.sound(known).split()
    if len(words) < 2 or len(theirs) < 2 or len(words) > len(theirs) + 2 or consonants(words[-1]) != consonants(theirs[-1]):
        return False
    first, other = words[0], theirs[0]
    return first == other[:1] or first[0] == other[0] and difflib.SequenceMatcher(None, first, other).ratio() > 0.6


def same_name(name, others, persons):
    """May the full name be a spelling of one of the others? The last words sound nearly alike, or two words sound alike."""
    words = persons.sound(name).split()
    for other in others:
        theirs = persons.sound(other).split()
        if is_spelling(name, other, persons) or len(set(words) & set(theirs)) > 1 or len(theirs) == 1 and theirs[0] in words:
            return True
    return False


def write(path, header, rows):
    with open(path, 'w', encoding='utf8') as f:
        f.write('\t'.join(header.split()) + '\n')
        for line in sorted({'\t'.join(row) for row in rows}, key=lambda text: text.encode()):
            f.write(line + '\n')


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('tables', type=pathlib.Path)
    args.add_argument('--kb', type=pathlib.Path, default=HERE.parent / 'kb')
    args = args.parse_args()
    try:
        countries = table(args.tables / 'countries.tsv')
        holders = list(terms_of_holders(args.tables))
        terms = holders + terms_elsewhere(args.tables, countries, {t['of'] for t in holders}) + list(terms_by_hand())
        persons = Persons(table(args.kb / 'spelling.tsv'), table(HERE / 'kb_person_names.tsv'),
                          {row['name'] for row in table(args.kb / 'given_names.tsv')})
        genders = {row['name']: row['gender'] for row in table(args.kb / 'given_names.tsv')}
        states = {row['code'] for row in table(args.kb / 'states.tsv')}
    except (OSError, KeyError) as error:
        print(f'kb_persons.py: cannot read its input: {error}: give the folder with the tables', file=sys.stderr)
        return 2
    wrong = {(row['person'], row['office'], row['of']) for row in table(HERE / 'kb_persons_wrong.tsv')}
    for t in terms:
        if not t['by_hand'] and {(t['label'], t['office'], t['of']), (t['label'], '', t['of'])} & wrong:
            continue
        if t['of'] in states or t['of'].startswith(('organisation/', 'territory/')):
            persons.add(t)
    kept = [p for p in persons.persons if any(t['office'] not in REGIONAL or t['by_hand'] for t in p['terms'])]
    ids = set()
    old = OldIds(args.kb, persons)
    for p in sorted(kept, key=lambda p: (not old.of(p), not any(t['by_hand'] for t in p['terms']))):
        p['id'] = old.of(p)
        if not p['id'] or p['id'] in ids:
            p['id'] = 'person/' + slug(p['label'])
        if p['id'] in ids:
            p['id'] += '-' + slug(p['terms'][0]['of']).removeprefix('organisation-').removeprefix('territory-')
        while p['id'] in ids:
            p['id'] += '-2'
        ids.add(p['id'])
        state = p['terms'][0]['of']
        surname, others = surname_and_others(p['names'][0], state, persons.given)
        p['others'] = others if not p['surname'] or state in WRITTEN_BOTH_WAYS else [o for o in [surname, *others] if state in KNOWN_BY_GIVEN_NAME_TOO]
        p['surname'] = p['surname'] or surname
        p['gender'] = p['gender'] or genders.get(fold(p['names'][0].split()[0]), '')
        for t in p['terms']:
            t['id'] = p['id']
    rows = with_ends(joined([t for p in kept for t in p['terms']]))
    rows = [t for t in rows if not t['end'] or t['end'] >= t['start'][:len(t['end'])]]
    write(args.kb / 'terms.tsv', 'person office of from to as_of source', ([t['id'], t['office'], t['of'], t['start'], t['end'], t['as_of'], t['source']] for t in rows))
    held = {t['id'] for t in rows}
    kept = [p for p in kept if p['id'] in held]
    write(args.kb / 'persons.tsv', 'id name surname gender born source', ([p['id'], p['names'][0], p['surname'], p['gender'], p['born'], p['terms'][0]['source']] for p in kept))
    write(args.kb / 'person_names.tsv', 'person name source', names_of(kept, persons, args.tables))
    return 0


def terms_elsewhere(folder, countries, states_of_holders):
    codes = {row['iso2']: row['iso3'] for row in countries}
    names = {row['name']: row['iso3'] for row in countries}
    return list(foreign_ministers(folder, names, states_of_holders)) + list(terms_2026(folder, codes))


def names_of(kept, persons, folder):
    """Rows of person_names.tsv: no name twice by its sound, and none that is another's in the same state."""
    by_identity = {id(p): p for p in kept}
    title_words = {persons.sound(word) for word in TITLE_WORDS.split()}
    found = []
    for p in kept:
        found += [(p, name, 'usage' if name in persons.other_names.get((persons.sound(p['names'][0]), p['terms'][0]['of']), ()) else p['terms'][0]['source']) for name in p['names'][1:]]
        found += [(p, name, 'usage') for known in p['names'] for of in sorted(p['ofs']) for name in persons.other_names.get((persons.sound(known), of), ())]
        found += [(p, name, 'usage') for name in p['others'] + [p['label']] * bool(re.search(SUFFIXES, p['label']))]
    found += [(p, name, 'phoenix') for p, name in spellings(folder, persons) if id(p) in by_identity and is_spelling(name, p['names'][0], persons) and not set(persons.sound(name).split()) & title_words]
    found += [(p, name, 'archigos') for p, name in names_of_leaders(folder, kept, persons)]
    taken = {(p['id'], persons.sound(name)) for p in kept for name in (p['names'][0], p['surname'], p['surname'].split()[-1])}
    for p, name, source in found:
        name = name.strip()
        if (p['id'], persons.sound(name)) not in taken and len(persons.sound(name)) >= SHORTEST_NAME:
            taken.add((p['id'], persons.sound(name)))
            yield [p['id'], name, source]


if __name__ == '__main__':
    sys.exit(main())
