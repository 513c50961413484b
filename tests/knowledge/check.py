#!/usr/bin/env python3
"""Read the sentence of every check with casus, as of its day, and tell which actors come out right.

    check.py CASUS [--checks FILE] [--half tuning|figure] [--only ID] [--shares]

CASUS is the program. Prints each failure with what was found, then the shares; exits with 1 below the share asked for with --least.
"""
import argparse, csv, itertools, json, pathlib, re, subprocess, sys, unicodedata

CHECKS = pathlib.Path(__file__).with_name('checks.tsv')
NOBODY, NONE = 'nobody', 'none'
HALVES = {'tuning': 1, 'figure': 0}
STATELESS = ('IGO', 'NGO', 'IMG', 'MNC')


def checks(path):
    with open(path, encoding='utf8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


def is_in_half(check, half):
    return half is None or int(re.sub(r'\D', '', check['id'])) % 2 == HALVES[half]


def records(casus, rows):
    reports = ''.join(json.dumps({'id': r['id'], 'text': r['text'], 'published': r['date']}) + '\n' for r in rows)
    done = subprocess.run([casus, 'read', '-', '--format', 'jsonl', '--jobs', '1'], input=reports, capture_output=True, text=True, check=True)
    return {record['document']['id']: record for record in map(json.loads, done.stdout.splitlines())}


def slug(name):
    name = unicodedata.normalize('NFD', name.translate(str.maketrans('ıøłđə', 'iolda')))
    return re.sub(r'[^a-z0-9]+', '-', ''.join(c for c in name if not unicodedata.combining(c)).lower()).strip('-')


def span_of(words, text, occurrence=1):
    places = list(re.finditer(rf'(?<!\w){re.escape(words)}(?!\w)', text, re.IGNORECASE))
    if len(places) < occurrence:
        raise ValueError(f'"{words}" does not stand {occurrence} times in "{text}": correct the name or the occurrence')
    return places[occurrence - 1].span()


def actors_at(record, span):
    """The actors of the closest mention that overlaps with the span: several where it is a group's, none where nobody has one there."""
    start, end = span
    mentions = [((abs(s - start) + abs(e - end), s, e), a) for a in record['actors'] for s, e in (m['span'] for m in a['mentions']) if s < end and start < e]
    closest = min((place for place, _ in mentions), default=None)
    return [a for place, a in mentions if place == closest]


def alternatives(cell):
    """Each right answer as the list of what it says of the actors meant."""
    return [answer.split('+') for answer in cell.split('|')] if cell else []


def is_right_code(actor, code):
    if code == NONE:
        return actor['country'] is None and not (actor['code'] or '').startswith(STATELESS)
    return actor['country'] == code if re.fullmatch('[A-Z]{3}', code) and actor['country'] else (actor['code'] or '').startswith(code)


def is_right_person(actor, name):
    return actor['knowledge_id'] is None if name == NOBODY else actor['knowledge_id'] == 'person/' + slug(name)


def has_sectors(actor, sectors):
    return not actor['sectors'] if sectors == [NONE] else all(s in actor['sectors'] for s in sectors)


def are_one_for_one(actors, answer, is_right):
    return len(actors) == len(answer) and any(all(map(is_right, actors, order)) for order in itertools.permutations(answer))


def faults(actors, check, record):
    """What is wrong with the actors, a word for each column that fails."""
    expected = {column: alternatives(check.get(column)) for column in ('kind', 'code', 'sector', 'office', 'person', 'same_as')}
    if not actors:
        return [] if ['place'] in expected['kind'] or [NONE] in expected['kind'] else ['missing']
    is_any = {
        'kind': lambda answer: all(actor['kind'] in answer for actor in actors),
        'code': lambda answer: are_one_for_one(actors, answer, is_right_code),
        'sector': lambda answer: all(has_sectors(actor, answer) for actor in actors),
        'office': lambda answer: all(any(role['office'] in answer for role in actor['roles']) for actor in actors),
        'person': lambda answer: are_one_for_one(actors, answer, is_right_person),
        'same_as': lambda answer: {a['id'] for a in actors} == {a['id'] for words in answer for a in actors_at(record, span_of(words, check['text']))},
    }
    return [column for column, answers in expected.items() if answers and not any(map(is_any[column], answers))]


def summary(actor):
    return {key: actor[key] for key in ('kind', 'code', 'sectors', 'knowledge_id')} | {'roles': [role['office'] for role in actor['roles']]}


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('casus')
    args.add_argument('--checks', type=pathlib.Path, default=CHECKS, help='the table of checks')
    args.add_argument('--half', choices=HALVES, help='only the checks with an odd number (tuning) or an even one (figure)')
    args.add_argument('--only', help='the id of one check')
    args.add_argument('--shares', action='store_true', help='print no failures')
    args.add_argument('--least', type=float, default=0, help='the least share that must be right, 0 to 1')
    args = args.parse_args()
    try:
        rows = [r for r in checks(args.checks) if args.only in (None, r['id']) and is_in_half(r, args.half)]
        if not rows:
            print(f'check.py: {args.checks.name} has no check of this id and half', file=sys.stderr)
            return 2
        spans = {r['id']: span_of(r['name'], r['text'], int(r.get('occurrence') or 1)) for r in rows}
        read = records(args.casus, rows)
    except ValueError as error:
        print(f'check.py: {args.checks.name}: {error}', file=sys.stderr)
        return 2
    except (OSError, subprocess.CalledProcessError) as error:
        print(f'check.py: the checks could not be read: {getattr(error, "stderr", "") or error}', file=sys.stderr)
        return 2
    right, wrong_persons, wrong_columns = 0, 0, {}
    for check in rows:
        actors = actors_at(read[check['id']], spans[check['id']])
        wrong = faults(actors, check, read[check['id']])
        right += not wrong
        wrong_persons += 'person' in wrong and any(actor['knowledge_id'] is not None for actor in actors)
        for column in wrong:
            wrong_columns[column] = wrong_columns.get(column, 0) + 1
        if wrong and not args.shares:
            print(f'{check["id"]} {check["name"]} {check["date"]}: {", ".join(wrong)}: {check["text"]}\n     found {list(map(summary, actors))}')
    print(f'{right} of {len(rows)} right ({100 * right / len(rows):.1f} %), {wrong_persons} taken for somebody else')
    print(', '.join(f'{column} {count}' for column, count in sorted(wrong_columns.items())))
    return 0 if right >= args.least * len(rows) else 1


if __name__ == '__main__':
    sys.exit(main())
