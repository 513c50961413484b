#!/usr/bin/env python3
"""Events drawn from what casus reads, judged by eye: are they right?

    events.py draw --seed S --records RECORDS.jsonl [--without GOLD.jsonl ...] > events.tsv
    events.py show --records RECORDS.jsonl [EVENTS.tsv]
    events.py count [EVENTS.tsv]

draw takes 100 events, none of a document that a GOLD names (gold/events/figure.jsonl), and leaves the verdicts empty; show prints each event beside its
sentence and the two before; count prints the shares of yes with 95 % intervals. events.md says how the records are made and what yes means.
"""
import judging


def coded_events(record):
    """By document, code points of the trigger, rule."""
    code, name = judging.codes(record), judging.named(record)
    events = {}
    for event in record['events']:
        trigger = event['trigger']['spans']
        key = f'{judging.document(record["document"]["id"])}:{judging.spans_text(trigger)}:{event["rule"].removesuffix("+head")}'
        row = {'type': event['type'], 'mode': event['mode'] or '-', 'status': event['status'],
               **{side: '+'.join(code[actor] for actor in event[side]) or '-' for side in ('actors', 'recipients')}}
        actors, recipients = ('; '.join(name[actor] for actor in event[side]) or '-' for side in ('actors', 'recipients'))
        shown = f'{row["type"]} {row["mode"]}: {actors} -> {recipients}: {row["status"]}\n{judging.in_context(record, trigger)}'
        events[key] = row, shown
    return events


if __name__ == '__main__':
    judging.Judging('events.tsv', ['type', 'mode', 'actors', 'recipients', 'status'], ['type_right', 'all_right'], coded_events, 100,
                    chained=True).main(__doc__)
