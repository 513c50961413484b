#!/usr/bin/env python3
"""Read the sentence of every check with casus, as of its day, and tell which actors come out right.

    check.py CASUS [--only ID]

CASUS is the program. Prints each failure with what was found, then the shares; exits with 1 below the share asked for with --least.
"""
import argparse, csv, json, pathlib, re, subprocess, sys, unicodedata

CHECKS = pathlib.Path(__file__).with_name('checks.tsv')
NOBODY, NONE = 'nobody', 'none'


def checks():
    with open(CHECKS, encoding='utf8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))


def records(casus, rows):
    reports = ''.join(json.dumps({'id': r['id'], 'text': r['text'], 'published': r['date']}) + '\n' for r in rows)
    done = subprocess.run([casus, 'read', '-', '--format', 'jsonl', '--jobs', '1'], input=reports, capture_output=True, text=True, check=True)
    return {record['document']['id']: record for record in map(json.loads, done.stdout.splitlines())}


def slug(name):
    name = unicodedata.normalize('NFD', name.translate(str.maketrans('ıøłđə', 'iolda')))
    return re.sub(r'[^a-z0-9]+', '-', ''.join(c for c in name if not unicodedata.combining(c)).lower()).strip('-')


def actor_named(record, check):
    """The actor of the closest mention that overlaps with the name; none where nobody has one there."""
    start = check['text'].lower().index(check['name'].lower())
    end = start + len(check['name'])
    mentions = [(abs(s - start) + abs(e - end), a['id'], a) for a in record['actors'] for s, e in (m['span'] for m in a['mentions']) if s < end and start < e]
    return min(mentions)[2] if mentions else None


def is_right_person(actor, expected):
    if actor['knowledge_id'] is None:
        return NOBODY in expected
    return actor['knowledge_id'] in {'person/' + slug(name) for name in expected}


def faults(actor, check):
    """What is wrong with the actor, a word for each column that fails."""
    expected = {column: check[column].split('|') if check[column] else [] for column in ('kind', 'code', 'sector', 'office', 'person')}
    if actor is None:
        return [] if expected['kind'] == ['place'] else ['missing']
    code_is_right = any((actor['country'] == code) if re.fullmatch('[A-Z]{3}', code) and actor['country'] else (actor['code'] or '').startswith(code) for code in expected['code'])
    wrong = {
        'kind': actor['kind'] not in expected['kind'],
        'code': not code_is_right,
        'sector': expected['sector'] and not any(s in actor['sectors'] or s == NONE and not actor['sectors'] for s in expected['sector']),
        'office': expected['office'] and not any(role['office'] in expected['office'] for role in actor['roles']),
        'person': expected['person'] and not is_right_person(actor, expected['person']),
    }
    return [column for column, is_wrong in wrong.items() if is_wrong]


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('casus')
    args.add_argument('--only', help='the id of one check')
    args.add_argument('--least', type=float, default=0, help='the least share that must be right, 0 to 1')
    args = args.parse_args()
    rows = [r for r in checks() if args.only in (None, r['id'])]
    if not rows:
        print(f'check.py: no check has the id {args.only}: see checks.tsv', file=sys.stderr)
        return 2
    try:
        read = records(args.casus, rows)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f'check.py: casus did not read the checks: {getattr(error, "stderr", "") or error}', file=sys.stderr)
        return 2
    right, wrong_persons, wrong_columns = 0, 0, {}
    for check in rows:
        actor = actor_named(read[check['id']], check)
        wrong = faults(actor, check)
        right += not wrong
        wrong_persons += 'person' in wrong and actor['knowledge_id'] is not None
        for column in wrong:
            wrong_columns[column] = wrong_columns.get(column, 0) + 1
        if wrong:
            found = {key: actor[key] for key in ('kind', 'code', 'sectors', 'knowledge_id')} | {'roles': [role['office'] for role in actor['roles']]} if actor else None
            print(f'{check["id"]} {check["name"]} {check["date"]}: {", ".join(wrong)}: {check["text"]}\n     found {found}')
    print(f'{right} of {len(rows)} right ({100 * right / len(rows):.1f} %), {wrong_persons} taken for somebody else')
    print(', '.join(f'{column} {count}' for column, count in sorted(wrong_columns.items())))
    return 0 if right >= args.least * len(rows) else 1


if __name__ == '__main__':
    sys.exit(main())
