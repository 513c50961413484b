#!/usr/bin/env python3
"""Score the countries of actors on sentences with gold PLOVER events.

usage: tools/score_actors.py GOLD.jsonl [--casus PATH] [--errors]

GOLD has one sentence a line with "id", "text", "events" and perhaps "date"; each is read as a report of its own by `casus read`.
mentions: of the gold's sources (targets) with a country, how many have a mention at their words whose actor has that country (or IGO, NGO ...).
events: of the records with such a source (target), how many have an event of casus, of whatever type, with one of the gold's countries on that side.
"""
import argparse, json, os, subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
# Codes of the gold that are not ISO 3166, and those of the organisations that PLOVER counts as IGO.
AS_ISO = {'JAP': 'JPN', 'ITL': 'ITA', 'VTN': 'VNM', 'ROM': 'ROU', 'ZAR': 'COD', 'KSV': 'XKX', 'UNO': 'IGO', 'INT': 'IGO', 'EUR': 'IGO'}


def country(code):
    code = (code or '')[:3].upper()
    return AS_ISO.get(code, code)


def read(casus, rows):
    reports = ''.join(json.dumps({'id': r['id'], 'text': r['text'], **({'published': r['date']} if r.get('date') else {})}) + '\n' for r in rows)
    done = subprocess.run([casus, 'read', '-', '--format', 'jsonl', '--jobs', '1'], input=reports, stdout=subprocess.PIPE, text=True, check=True)
    return {record['document']['id']: record for record in map(json.loads, done.stdout.splitlines())}


def actors_at(record, start, end):
    """The actors of the mention that is closest to the words; of those as close, the longest."""
    near = [((abs(s - start) + abs(e - end), s - e), a) for a in record['actors'] for s, e in (m['span'] for m in a['mentions']) if s < end and start < e]
    closest = min((key for key, _ in near), default=None)
    return [a for key, a in near if key == closest]


def code_of(actor):
    return country(actor['country'] or actor['code'])


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('gold')
    args.add_argument('--casus', default=os.path.join(HERE, '..', 'build', 'release', 'apps', 'cli', 'casus'))
    args.add_argument('--errors', action='store_true', help='print each mention that is wrong')
    args = args.parse_args()
    rows = [json.loads(line) for line in open(args.gold, encoding='utf-8') if line.strip()]
    records = read(args.casus, rows)
    for side, field in (('source', 'actors'), ('target', 'recipients')):
        right = wrong = missing = hit = asked = 0
        for row in rows:
            record = records[row['id']]
            actors = {a['id']: a for a in record['actors']}
            for event in row['events']:
                wanted = [(g['text'], country(g.get('country') or g.get('org') or g.get('code'))) for g in event[side]]
                wanted = [(text, code) for text, code in wanted if code and not code.startswith('---')]
                if not wanted:
                    continue
                asked += 1
                sides = {field, 'actors'} if event.get('reciprocal') else {field}
                found = {code_of(actors[i]) for e in record['events'] for f in sides for i in e[f]}
                hit += bool(found & {code for _, code in wanted})
                for text, code in wanted:
                    start = record['document']['text'].find(text)
                    if start < 0:
                        continue
                    there = actors_at(record, start, start + len(text))
                    codes = [code_of(actor) for actor in there]
                    if code in codes:
                        right += 1
                        continue
                    wrong += any(codes)
                    missing += not any(codes)
                    if args.errors:
                        found = '; '.join(f'{actor["name"]} {code_of(actor) or "-"}' for actor in there) or 'nobody'
                        print(f'{row["id"]} {side} "{text}" {code}: {found}: {row["text"]}')
        total = right + wrong + missing
        print(f'{side}: mentions {right} of {total} right ({100 * right / total:.1f} %), {wrong} another country, {missing} none; '
              f'events {hit} of {asked} ({100 * hit / asked:.1f} %)')


if __name__ == '__main__':
    main()
