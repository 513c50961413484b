#!/usr/bin/env python3
"""Statements drawn from what casus reads, judged by eye: is the speaker the right actor, and the speech act right?

    statements.py draw --seed S --records RECORDS.jsonl [--without GOLD.jsonl ...] > statements.tsv
    statements.py show --records RECORDS.jsonl [STATEMENTS.tsv]
    statements.py count [STATEMENTS.tsv]

draw takes 150 statements, none of a document that a GOLD names (gold/events/figure.jsonl), and leaves the verdicts empty; show prints each statement beside
its sentence and the two before; count prints the shares of yes with 95 % intervals. statements.md says how the records are made and what yes means.
"""
import judging


def text_of(words):
    return ' '.join(words['text'].split()) if words else '-'


def told_statements(record):
    """By document, code points of the cue, else of the content."""
    code, name = judging.codes(record), judging.named(record)
    statements = {}
    for statement in record['statements']:
        place = statement['cue'] or statement['content'] or statement['speaker']
        key = f'{judging.document(record["document"]["id"])}:{judging.spans_text(place["spans"])}'
        row = {'speakers': '+'.join(code[actor] for actor in statement['speakers']) or '-', 'speaker': text_of(statement['speaker']),
               'cue': text_of(statement['cue']), 'act': statement['act'], 'content': text_of(statement['content'])[:60]}
        speakers = '; '.join(name[actor] for actor in statement['speakers']) or '-'
        via = '; '.join(name[actor] for actor in statement['via'])
        shown = (f'speakers: {speakers}{" via " + via if via else ""} ({row["speaker"]})  cue: {row["cue"]}  act: {row["act"]}'
                 f'  {statement["polarity"]}\n    content: {text_of(statement["content"])}\n{judging.in_context(record, place["spans"], before=3)}')
        statements[key] = row, shown
    return statements


if __name__ == '__main__':
    judging.Judging('statements.tsv', ['speakers', 'speaker', 'cue', 'act', 'content'], ['speaker_right', 'act_right'], told_statements,
                    150).main(__doc__)
