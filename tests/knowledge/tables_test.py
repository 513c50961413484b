#!/usr/bin/env python3
"""Checks the tables of treaties and memberships: form, order, dates, and that what they name is known.

    tables_test.py KB

Prints a line for each fault, with file, line and what is wrong; exits with 1 where there is one.
"""
import pathlib, re, sys

COLUMNS = {
    'treaties.tsv': 'id name other_names kind signed from to source',
    'treaty_parties.tsv': 'treaty party from to source',
    'treaty_duties.tsv': 'treaty article duty bound beneficiary condition territory source',
    'memberships.tsv': 'organisation member status from to source',
}
KINDS = {'defence', 'nonaggression', 'neutrality', 'consultation', 'aid', 'assurance', 'withdrawal', 'ceasefire'}
DUTIES = {'defence', 'nonaggression', 'neutrality', 'consultation', 'aid', 'withdrawal', 'ceasefire', 'disarmament', 'payment'}
STATUSES = {'member', 'suspended', 'associate', 'participant', 'co-chair'}
STATES_OF_THE_PAST = {'CSK', 'DDR', 'SUN', 'YUG'}  # ISO 3166-3


def lines(path):
    return [line.split('\t') for line in path.read_text(encoding='utf8').splitlines()]


def ids(path):
    return {row[0] for row in lines(path)[1:]}


def is_date(text):
    return re.fullmatch(r'(\d{4}(-\d\d(-\d\d)?)?)?', text) is not None


def faults_of(row, known, parties_of):
    """What is wrong with one row, as it stands in its file."""
    for column in ('signed', 'from', 'to'):
        if not is_date(row.get(column, '')):
            yield f'not an ISO 8601 date: "{row[column]}"'
    if row.get('to') and row.get('from') and row['to'] < row['from'][:len(row['to'])]:
        yield f'ends before it starts: "{row["to"]}"'
    if row['source'] not in known['sources']:
        yield f'source is not in sources.tsv: "{row["source"]}"'
    if row.get('treaty', '') and row['treaty'] not in known['treaties']:
        yield f'no such treaty: "{row["treaty"]}"'
    if row.get('organisation', '') and row['organisation'] not in known['organisations']:
        yield f'no such organisation: "{row["organisation"]}"'
    for column, allowed in (('kind', KINDS), ('duty', DUTIES), ('status', STATUSES)):
        if column in row and row[column] not in allowed:
            yield f'no such {column}: "{row[column]}"'
    for column in ('party', 'member', 'bound', 'beneficiary'):
        for name in filter(None, row.get(column, '').split('|')):
            if name not in known['parties']:
                yield f'no such state, organisation or territory: "{name}"'
            elif column in ('bound', 'beneficiary') and name not in parties_of.get(row['treaty'], ()) and not (column == 'beneficiary' and name in known['states']):
                yield f'is not a party to the treaty: "{name}"'


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    kb = pathlib.Path(sys.argv[1])
    states, organisations = ids(kb / 'states.tsv'), ids(kb / 'organisations.tsv')
    known = {'sources': ids(kb / 'sources.tsv'), 'treaties': ids(kb / 'treaties.tsv'), 'organisations': organisations, 'states': states,
             'parties': states | organisations | ids(kb / 'territories.tsv') | STATES_OF_THE_PAST}
    parties_of = {}
    for treaty, party, *_ in lines(kb / 'treaty_parties.tsv')[1:]:
        parties_of.setdefault(treaty, set()).add(party)
    faults = []
    for name, columns in COLUMNS.items():
        header, *rows = lines(kb / name)
        columns = columns.split()
        if header != columns:
            faults.append(f'{name}:1: expected the header {columns}')
            continue
        for number, row in enumerate(rows, 2):
            if len(row) != len(columns):
                faults.append(f'{name}:{number}: expected {len(columns)} columns, found {len(row)}')
                continue
            if number > 2 and '\t'.join(row).encode() <= '\t'.join(rows[number - 3]).encode():
                faults.append(f'{name}:{number}: out of order or twice; sort the lines bytewise')
            faults += [f'{name}:{number}: {fault}' for fault in faults_of(dict(zip(columns, row)), known, parties_of)]
    duties = {}
    for treaty, _, duty, *_ in lines(kb / 'treaty_duties.tsv')[1:]:
        duties.setdefault(treaty, set()).add(duty)
    faults += [f'treaties.tsv: {treaty} is of kind {kind} and has no such duty' for treaty, _, _, kind, *_ in lines(kb / 'treaties.tsv')[1:]
               if kind != 'assurance' and kind not in duties.get(treaty, ())]
    faults += [f'treaties.tsv: {treaty} has no {what}' for what, some in (('party', parties_of), ('duty', duties)) for treaty in sorted(known['treaties'] - set(some))]
    print('\n'.join(faults) or 'the tables are sound')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
