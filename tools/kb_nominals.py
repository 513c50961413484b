#!/usr/bin/env python3
"""Make the rows of kb/nominals.tsv that come from WordNet: nouns for what somebody is in society, with the sector.

    kb_nominals.py WORDNET [--kb FOLDER]

WORDNET is the folder with data.noun and index.sense of WordNet 3.1. tools/kb_nominals.tsv, kept by hand, says which senses are taken: a row with
a sense number is for that sense and all below it, where the closest wins; one without is for the word alone, and wins over all; the sector "-" leaves out.
Of what lies below a sense, one word is taken where it is in common use (package wordfreq), and where its first sense and at least 4 in 5 of its
uses in WordNet's texts are of persons. Words of several parts are taken by rows of their own. Rows of nominals.tsv with another source are
kept, and win; so do offices, also as the last of several words where the sector is the same.
"""
import argparse, collections, csv, functools, pathlib, re, sys

HAND = pathlib.Path(__file__).with_suffix('.tsv')
COLUMNS = ['words', 'sense', 'sector', 'strength']
OFFICE_COLUMNS = ['words', 'office', 'sector', 'strength', 'gender', 'source']
HEADER = 'words\tkind\tsector\tstrength\tsource'
LEFT_OUT = '-'
SOURCE = 'wordnet'
NOUN = '1'
LEAST_ZIPF = 2.3  # about once in five million words
LEAST_SHARE = 0.8


class Fault(Exception):
    pass


def table(path, columns):
    with open(path, encoding='utf8', newline='') as f:
        rows = csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE)
        if rows.fieldnames != columns:
            raise Fault(f'{path}: the first line is not the columns {" ".join(columns)}')
        return [(line, row) for line, row in enumerate(rows, start=2)]


def read_hypernyms(path):
    """Of each noun synset, its words and the synsets right above it; names of single persons have none."""
    words, above = {}, {}
    for line in open(path, encoding='latin1'):
        if line.startswith(' '):
            continue
        fields = line.split(' | ')[0].split()
        offset, count = fields[0], int(fields[3], 16)
        pointers = fields[5 + 2 * count:]
        words[offset] = fields[4:4 + 2 * count:2]
        above[offset] = [pointers[i + 1] for i in range(0, len(pointers), 4) if pointers[i] == '@']
    return words, above


def read_senses(path):
    """Of each noun, its synsets and how often each is tagged, the first sense first; and how often each word is tagged as no noun."""
    nouns, others = collections.defaultdict(list), collections.Counter()
    for line in open(path, encoding='latin1'):
        key, offset, number, uses = line.split()
        lemma, rest = key.split('%')
        lemma = lemma.replace('_', ' ')
        if rest.startswith(NOUN + ':'):
            nouns[lemma].append((int(number), offset, int(uses)))
        else:
            others[lemma] += int(uses)
    return {lemma: [sense[1:] for sense in sorted(senses)] for lemma, senses in nouns.items()}, others


def is_common(word, frequency):
    return max(frequency(word, 'en'), frequency(word + 's', 'en')) >= LEAST_ZIPF


def is_kind_of_office(word, sector, offices):
    return any(offices.get(tail) == sector for tail in tails(word))


def tails(word):
    parts = word.split()
    return [' '.join(parts[i:]) for i in range(1, len(parts))]


def is_mostly(senses, is_person):
    """Is the first sense a person, and nearly all uses? Where none is counted, all senses have to be."""
    uses = sum(count for _, count in senses)
    of_persons = sum(count for offset, count in senses if is_person(offset))
    if not is_person(senses[0][0]):
        return False
    return of_persons >= LEAST_SHARE * uses if uses else all(is_person(offset) for offset, _ in senses)


def taken(folder, hand, frequency):
    words, above = read_hypernyms(folder / 'data.noun')
    nouns, others = read_senses(folder / 'index.sense')
    person = nouns['person'][0][0]

    @functools.cache
    def is_person(offset):
        return offset == person or any(is_person(next_) for next_ in above[offset])

    below, alone = {}, {}
    for line, row in hand:
        senses = nouns.get(row['words'])
        number = row['sense'] or '1'
        if senses is None or not number.isdigit() or not 1 <= int(number) <= len(senses):
            raise Fault(f'{HAND}:{line}: "{row["words"]}" is no noun of WordNet with that sense: correct the row, or add the word to nominals.tsv by hand')
        if not row['sense']:
            alone[row['words']] = row
        elif not is_person(senses[int(number) - 1][0]):
            raise Fault(f'{HAND}:{line}: sense {number} of "{row["words"]}" is no person: correct the number')
        else:
            below[senses[int(number) - 1][0]] = row

    def closest(offset):
        level = [offset]
        while level:
            for here in level:
                if here in below:
                    return below[here]
            level = [next_ for here in level for next_ in above[here]]
        return None

    for word, senses in nouns.items():
        row = alone.get(word)
        if row is None and re.fullmatch('[a-z]+', word):
            is_name = word not in words[senses[0][0]]
            if not is_name and is_mostly(senses, is_person) and others[word] <= sum(count for _, count in senses) and is_common(word, frequency):
                row = closest(senses[0][0])
        if row is not None and row['sector'] != LEFT_OUT:
            yield word, row['sector'], row['strength']


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument('wordnet', type=pathlib.Path)
    args.add_argument('--kb', type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent / 'kb')
    args = args.parse_args()
    try:
        from wordfreq import zipf_frequency
        path = args.kb / 'nominals.tsv'
        kept = [row for _, row in table(path, HEADER.split('\t')) if row['source'] != SOURCE]
        offices = {row['words']: row['sector'] for _, row in table(args.kb / 'offices.tsv', OFFICE_COLUMNS)}
        known = {row['words'] for row in kept} | offices.keys()
        lines = {'\t'.join(row.values()) for row in kept}
        for word, sector, strength in taken(args.wordnet, table(HAND, COLUMNS), zipf_frequency):
            if word not in known and not is_kind_of_office(word, sector, offices):
                lines.add(f'{word}\tmember\t{sector}\t{strength}\t{SOURCE}')
    except ImportError:
        print('kb_nominals.py: needs the package wordfreq: install it', file=sys.stderr)
        return 2
    except (OSError, KeyError, ValueError, Fault) as error:
        print(f'kb_nominals.py: cannot read its input: {error}', file=sys.stderr)
        return 2
    path.write_text('\n'.join([HEADER, *sorted(lines, key=str.encode)]) + '\n', encoding='utf8')
    return 0


if __name__ == '__main__':
    sys.exit(main())
