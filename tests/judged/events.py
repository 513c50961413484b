#!/usr/bin/env python3
"""Events drawn from what casus reads, judged by eye: are they right?

    events.py draw --seed S --records RECORDS.jsonl [--without GOLD.jsonl ...] > events.tsv
    events.py show --records RECORDS.jsonl [EVENTS.tsv]
    events.py count [EVENTS.tsv]

draw takes 100 events, none of a document that a GOLD names (gold/events/figure.jsonl), and leaves the verdicts empty; show prints each event beside its
sentence and the two before; count prints the shares of yes with 95 % intervals. events.md says how the records are made and what yes means.
"""
import argparse, csv, json, math, pathlib, random, sys

HERE = pathlib.Path(__file__).resolve().parent
CODED = ['type', 'mode', 'actors', 'recipients', 'status']
VERDICTS = ['type_right', 'all_right']
COLUMNS = ['id', *CODED, *VERDICTS, 'why']
DRAWN = 100


def fail(message):
    print(message, file=sys.stderr)
    sys.exit(2)


def lines(path):
    try:
        with open(path, encoding='utf8') as f:
            return [json.loads(line) for line in f]
    except (OSError, ValueError) as error:
        fail(f'{path}: {error}; give JSON Lines')


def judged(path):
    try:
        with open(path, encoding='utf8', newline='') as f:
            rows = list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))
    except OSError as error:
        fail(f'{path}: {error.strerror}; make it with draw')
    if not rows or list(rows[0]) != COLUMNS:
        fail(f'{path}:1: the columns are not {" ".join(COLUMNS)}; make it with draw')
    return rows


def document(name):
    return name.removeprefix('polnear-')


def coded_events(records):
    """The row of each event and its record, by the event's id: document, code points of the trigger, rule."""
    events = {}
    for record in records:
        code = {actor['id']: actor['code'] or '?' for actor in record['actors']}
        for event in record['events']:
            spans = ','.join(f'{start}-{end}' for start, end in event['trigger']['spans'])
            key = f'{document(record["document"]["id"])}:{spans}:{event["rule"].removesuffix("+head")}'
            events[key] = {'id': key, 'type': event['type'], 'mode': event['mode'] or '-', 'status': event['status'],
                           **{side: '+'.join(code[actor] for actor in event[side]) or '-' for side in ('actors', 'recipients')}}, record, event
    return events


def draw(options):
    kept_unseen = {document(row['id']) for gold in options.without for row in lines(gold)}
    events = coded_events(record for record in lines(options.records) if document(record['document']['id']) not in kept_unseen)
    if len(events) < DRAWN:
        fail(f'{options.records}: {len(events)} events, fewer than {DRAWN}; read more documents')
    table = csv.DictWriter(sys.stdout, COLUMNS, restval='', delimiter='\t', quoting=csv.QUOTE_NONE, quotechar=None, lineterminator='\n')
    table.writeheader()
    for key in sorted(random.Random(options.seed).sample(sorted(events), DRAWN)):
        table.writerow(events[key][0])


def with_marks(text, sentence, spans):
    at, end = sentence
    words = ''
    for start, stop in spans:
        words += f'{text[at:start]}[[{text[start:stop]}]]'
        at = stop
    return words + text[at:end]


def show(options):
    events = coded_events(lines(options.records))
    for row in judged(options.events):
        if row['id'] not in events:
            fail(f'{options.records}: no event {row["id"]}; read the documents as they were read for the draw')
        _, record, event = events[row['id']]
        name = {actor['id']: f'{actor["name"]} ({actor["code"]})' for actor in record['actors']}
        text, sentences = record['document']['text'], record['document']['sentences']
        trigger = event['trigger']['spans']
        own = max(i for i, (start, _) in enumerate(sentences) if start <= trigger[0][0])
        before = ' '.join(text[start:end] for start, end in sentences[max(0, own - 2):own])
        marked = with_marks(text, sentences[own], trigger)
        actors, recipients = ('; '.join(name[actor] for actor in event[side]) or '-' for side in ('actors', 'recipients'))
        print(f'{row["id"]}\n{row["type"]} {row["mode"]}: {actors} -> {recipients}: {row["status"]}'
              f'\n    {" ".join(before.split())}\n  > {" ".join(marked.split())}\n')


def wilson(right, of, z=1.96):
    """The score interval of Wilson (1927), in per cent."""
    share, spread = right / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return 100 * (middle - half), 100 * (middle + half)


def count(options):
    rows = judged(options.events)
    for number, row in enumerate(rows, 2):
        if any(row[verdict] not in ('yes', 'no') for verdict in VERDICTS) or row['type_right'] < row['all_right']:
            fail(f'{options.events}:{number}: {" and ".join(VERDICTS)} are not judged; write yes or no, and no in the second where the first has no')
    for verdict in VERDICTS:
        right = sum(row[verdict] == 'yes' for row in rows)
        low, high = wilson(right, len(rows))
        print(f'{verdict}: {right} of {len(rows)}, {100 * right / len(rows):.0f} % ({low:.0f} to {high:.0f})')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    for command in (draw, show, count):
        arguments = commands.add_parser(command.__name__)
        arguments.set_defaults(command=command)
        if command is draw:
            arguments.add_argument('--seed', type=int, required=True)
            arguments.add_argument('--without', nargs='*', default=[HERE.parents[1] / 'gold/events/figure.jsonl'])
        if command is not count:
            arguments.add_argument('--records', required=True)
        if command is not draw:
            arguments.add_argument('events', nargs='?', default=HERE / 'events.tsv')
    options = parser.parse_args()
    options.command(options)


if __name__ == '__main__':
    main()
