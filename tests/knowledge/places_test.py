#!/usr/bin/env python3
"""Checks the gazetteer: kb/places.tsv and kb/place_names.tsv.

    places_test.py KB TOOLS

Prints a line for each fault, with file and what is wrong; exits with 1 where there is one.
"""
import collections, pathlib, re, statistics, sys, unicodedata

PLACE_COLUMNS = 'id name feature country admin1 latitude longitude population from to source'.split()
NAME_COLUMNS = 'place name source'.split()
LARGE = 100_000
# Of the feature codes of GeoNames, those that are used.
FEATURES = set('PCL PCLI ADM1 ADM2 AIRB AIRP BAY BDG BLDG CHN CMPRF CNL CONT CSTL DAM DLTA DSRT FCL FRST GLCR GULF HBR INDS ISL ISLS ISTH LK MILB MSQE MT MTS NVB OCN PASS '
               'PEN PLAT PPL PPLC PPLX PRK PRT PSN PSTB RF RGN RSV SEA SHOL SQR STM STRT TMPL TNL VAL ZNB'.split())
# Territories without a city that GeoNames has.
EMPTY = {'ATA', 'BVT', 'HMD', 'UMI'}
# A place may lie this many degrees outside the box of its state's cities: coasts, islands, deserts.
MARGIN = 3.5
FAR_OFF = {'place/franz-josef-land', 'place/novaya-zemlya'}


def lines(path):
    return [line.split('\t') for line in path.read_text(encoding='utf8').splitlines()]


def table(path, columns, faults):
    header, *rows = lines(path)
    if header != columns:
        faults.append(f'{path.name}:1: expected the header {columns}')
        return []
    for number, (before, row) in enumerate(zip([[]] + rows, rows), 2):
        if len(row) != len(columns):
            faults.append(f'{path.name}:{number}: expected {len(columns)} columns, found {len(row)}')
        if before and '\t'.join(row).encode() <= '\t'.join(before).encode():
            faults.append(f'{path.name}:{number}: out of order or twice; sort the lines bytewise')
    return [dict(zip(columns, row)) for row in rows if len(row) == len(columns)]


def folded(text):
    text = unicodedata.normalize('NFD', text.replace('ı', 'i').replace('’', "'").replace('‘', "'").replace('ʼ', "'"))
    return ' '.join(re.sub(r"[^\w' ]", '', ''.join(c for c in text if unicodedata.category(c) != 'Mn').lower().replace('-', ' ')).split())


def boxes(places):
    """The least and greatest latitude and longitude of each state's towns; none for states across the date line."""
    towns = collections.defaultdict(list)
    for place in places:
        if place['feature'] in ('PPL', 'PPLC') and place['id'].startswith('geonames/'):
            towns[place['country']].append((float(place['latitude']), float(place['longitude'])))
    box = {}
    for country, points in towns.items():
        latitudes, longitudes = zip(*points)
        if len(points) >= 5 and max(longitudes) - min(longitudes) < 180:
            box[country] = (min(latitudes), max(latitudes), min(longitudes), max(longitudes))
    return box


def outlying(places):
    """Towns far from all others of their state: a wrong code of the state shows so."""
    towns = collections.defaultdict(list)
    for place in places:
        if place['feature'] in ('PPL', 'PPLC'):
            towns[place['country']].append(place)
    for country, some in towns.items():
        if len(some) < 50 or country in ('USA', 'RUS', 'FRA', 'NLD', 'GBR', 'NOR', 'CHL', 'ECU', 'NZL', 'ESP', 'PRT', 'AUS', 'BRA', 'CAN', 'JPN', 'YEM'):
            continue
        for column in ('latitude', 'longitude'):
            values = [float(place[column]) for place in some]
            middle, spread = statistics.median(values), statistics.pstdev(values)
            yield from (place for place, value in zip(some, values) if abs(value - middle) > max(8 * spread, 3))


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    kb, tools = map(pathlib.Path, sys.argv[1:])
    faults = []
    places, names = table(kb / 'places.tsv', PLACE_COLUMNS, faults), table(kb / 'place_names.tsv', NAME_COLUMNS, faults)
    hand_rows = lines(tools / 'kb_places.tsv')[1:]
    hand = {row[0] for row in hand_rows}
    states, sources = ({row[0] for row in lines(kb / f'{name}.tsv')[1:]} for name in ('states', 'sources'))
    ids = collections.Counter(place['id'] for place in places)
    faults += [f'places.tsv: {number} stands twice' for number, times in ids.items() if times > 1]
    divisions = {(place['country'], place['admin1']) for place in places if place['id'].startswith('geonames/')}
    divisions |= {(place['country'], place['name']) for place in places if place['feature'] == 'ADM1'}
    box, names_of = boxes(places), collections.defaultdict(set)
    for place in places:
        where, number = f"places.tsv: {place['id']} ({place['name']})", place['id']
        names_of[number].add(folded(place['name']))
        if not re.fullmatch(r'geonames/[1-9]\d*|place/[a-z0-9]+(-[a-z0-9]+)*', number):
            faults.append(f'{where}: not an id')
        if place['feature'] not in FEATURES:
            faults.append(f"{where}: no such feature code: {place['feature']}")
        if place['country'] and place['country'] not in states:
            faults.append(f"{where}: no such state: {place['country']}")
        if place['source'] not in sources:
            faults.append(f"{where}: no such source: {place['source']}")
        if place['admin1'] and (place['country'], place['admin1']) not in divisions:
            faults.append(f"{where}: no such division: {place['admin1']}")
        if not (re.fullmatch(r'-?\d+(\.\d{1,2})?', place['latitude']) and re.fullmatch(r'-?\d+(\.\d{1,2})?', place['longitude'])):
            faults.append(f'{where}: not coordinates in degrees, of two decimals at most')
        elif place['country'] in box and place['feature'] not in ('ADM1', 'PCL', 'PCLI') and number not in FAR_OFF:
            south, north, west, east = box[place['country']]
            if not (south - MARGIN <= float(place['latitude']) <= north + MARGIN and west - MARGIN <= float(place['longitude']) <= east + MARGIN):
                faults.append(f"{where}: outside of {place['country']}")
        if len(folded(place['name'])) <= 2 and int(place['population'] or 0) < LARGE and number not in hand and place['feature'] != 'ADM1' and place['feature'] != 'PPLC':
            faults.append(f'{where}: a short name that means other things')
    faults += [f"places.tsv: {place['id']} ({place['name']}): far from all other towns of {place['country']}" for place in outlying(places)]
    for name in names:
        if name['place'] not in ids:
            faults.append(f"place_names.tsv: no such place: {name['place']}")
        if name['source'] not in sources:
            faults.append(f"place_names.tsv: no such source: {name['source']}")
        if folded(name['name']) in names_of[name['place']]:
            faults.append(f"place_names.tsv: {name['place']} has the name {name['name']} already")
        if len(name['name']) <= 3 and name['place'] not in hand:
            faults.append(f"place_names.tsv: {name['place']}: a short name that means other things: {name['name']}")
        names_of[name['place']].add(folded(name['name']))
    countries = collections.defaultdict(set)
    for place in places:
        for name in names_of[place['id']]:
            countries[name].add(place['country'])
    inhabited = {place['country'] for place in places}
    faults += [f'places.tsv: {state} has no place' for state in sorted(states - inhabited - EMPTY)]
    for state, form, words, _, to, *_ in lines(kb / 'state_words.tsv')[1:]:
        if form in ('capital', 'city') and not to and state not in countries[folded(words)]:
            faults.append(f'places.tsv: {state} lacks its capital {words}')
    faults += [f'kb_places.tsv: {row[0]} is not in places.tsv: run tools/kb_places.py' for row in hand_rows if row[0] not in ids]
    print('\n'.join(faults) or f'{len(places)} places and {len(names)} other names are sound')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
