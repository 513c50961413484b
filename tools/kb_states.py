#!/usr/bin/env python3
"""Make kb/states.tsv: one state or territory a row, from Debian's iso-codes and kb/state_words.tsv.

    kb_states.py [--iso FILE] [--kb FOLDER] [--check]

The code and the official name come from ISO 3166-1 as iso-codes has it; the name is the first "short" row of
kb/state_words.tsv where there is one, since ISO's own ("Moldova, Republic of") is not what a report writes.
Codes that ISO does not have (XKX) are taken from kb/state_words.tsv alone.
--check writes nothing and fails where the file differs. Exit status 0; 1 where it differs; 2 where an input cannot be read.
"""
import argparse, csv, json, pathlib, sys

ISO = '/usr/share/iso-codes/json/iso_3166-1.json'


def english_order(name):
    """'Moldova, Republic of' as 'Republic of Moldova'."""
    head, comma, rest = name.partition(', ')
    return f'{rest} {head}' if comma and rest.endswith((' of', ' the')) else name


def short_names(words_file):
    with open(words_file, encoding='utf8', newline='') as f:
        return {row['state']: row['words'] for row in csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE) if row['form'] == 'short'}


def rows(iso, short):
    for entry in iso:
        code = entry['alpha_3']
        name = short.get(code) or entry.get('common_name') or entry['name']
        yield code, name, english_order(entry.get('official_name') or entry['name']), 'iso-codes'
    for code in short.keys() - {entry['alpha_3'] for entry in iso}:
        yield code, short[code], short[code], 'usage'


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('--iso', default=ISO)
    args.add_argument('--kb', type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent / 'kb')
    args.add_argument('--check', action='store_true')
    args = args.parse_args()
    try:
        iso = json.load(open(args.iso, encoding='utf8'))['3166-1']
        short = short_names(args.kb / 'state_words.tsv')
    except (OSError, ValueError, KeyError) as error:
        print(f'kb_states.py: cannot read its input: {error} (apt-get install iso-codes)', file=sys.stderr)
        return 2
    text = 'code\tname\tofficial\tsource\n' + ''.join('\t'.join(row) + '\n' for row in sorted(rows(iso, short)))
    target = args.kb / 'states.tsv'
    if not args.check:
        target.write_text(text, encoding='utf8')
    elif not target.exists() or target.read_text(encoding='utf8') != text:
        print(f'{target} is not what tools/kb_states.py makes: run it', file=sys.stderr)
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
