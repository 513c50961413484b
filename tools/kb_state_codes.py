#!/usr/bin/env python3
"""Make kb/state_codes.tsv: the code that another scheme gives to a state, a code a row.

    kb_state_codes.py COW [--iso FOLDER] [--kb FOLDER] [--check]

COW is a table of the states of the Correlates of War (columns cowc, cown, name, start, end, iso3); FOLDER of iso-codes has
iso_3166-1.json and iso_3166-3.json. A state of the past stands under the one that has its seat now. Codes of COW that ended before 1945
are left out, and withdrawn ISO codes of territories that no single state followed.
--check writes nothing and fails where the file differs. Exit status 0; 1 where it differs; 2 where an input cannot be read.
"""
import argparse, csv, json, pathlib, sys

ISO = '/usr/share/iso-codes/json'
HEADER = 'state\tscheme\tcode\tfrom\tto\tsource\n'
FIRST_YEAR = '1945'

# Who followed the states that have no ISO 3166-1 code, by their code of COW.
AFTER_COW = {'GDR': 'DEU', 'CZE': 'CZE', 'ZAN': 'TZA', 'YPR': 'YEM', 'RVN': 'VNM'}
# The same by the code of ISO 3166-3.
AFTER_ISO = {
    'AFI': 'DJI', 'BUR': 'MMR', 'BYS': 'BLR', 'CSK': 'CZE', 'DDR': 'DEU', 'DHY': 'BEN', 'HVO': 'BFA', 'NHB': 'VUT', 'RHO': 'ZWE', 'SCG': 'SRB',
    'SUN': 'RUS', 'TMP': 'TLS', 'VDR': 'VNM', 'YMD': 'YEM', 'YUG': 'SRB', 'ZAR': 'COD',
}


def cow_rows(path, states):
    with open(path, encoding='utf8', newline='') as f:
        for row in csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE):
            state = row['iso3'] or AFTER_COW.get(row['cowc'])
            if state not in states or (row['end'] and row['end'] < FIRST_YEAR):
                continue
            for scheme, code in (('cow-letters', row['cowc']), ('cow-number', row['cown'])):
                yield state, scheme, code, row['start'], row['end'], 'cow-states'


def iso_rows(folder, states):
    for entry in json.loads((folder / 'iso_3166-1.json').read_text(encoding='utf8'))['3166-1']:
        if entry['alpha_3'] in states:
            yield entry['alpha_3'], 'iso-alpha-2', entry['alpha_2'], '', '', 'iso-codes'
            yield entry['alpha_3'], 'iso-numeric', entry['numeric'], '', '', 'iso-codes'
    for entry in json.loads((folder / 'iso_3166-3.json').read_text(encoding='utf8'))['3166-3']:
        if entry['alpha_3'] in AFTER_ISO:
            yield AFTER_ISO[entry['alpha_3']], 'iso-withdrawn', entry['alpha_3'], '', entry['withdrawal_date'], 'iso-codes'


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('cow', type=pathlib.Path)
    args.add_argument('--iso', type=pathlib.Path, default=pathlib.Path(ISO))
    args.add_argument('--kb', type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent / 'kb')
    args.add_argument('--check', action='store_true', help='compare, write nothing')
    args = args.parse_args()
    try:
        states = {line.split('\t')[0] for line in (args.kb / 'states.tsv').read_text(encoding='utf8').splitlines()[1:]}
        rows = {'\t'.join(row) for row in (*cow_rows(args.cow, states), *iso_rows(args.iso, states))}
    except (OSError, KeyError, ValueError) as error:
        print(f'kb_state_codes.py: an input cannot be read: {error}', file=sys.stderr)
        return 2
    text = HEADER + ''.join(row + '\n' for row in sorted(rows, key=str.encode))
    table = args.kb / 'state_codes.tsv'
    if args.check:
        same = table.exists() and table.read_text(encoding='utf8') == text
        print('as made' if same else f'{table} differs; run kb_state_codes.py')
        return 0 if same else 1
    table.write_text(text, encoding='utf8')
    return 0


if __name__ == '__main__':
    sys.exit(main())
