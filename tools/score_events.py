#!/usr/bin/env python3
"""Score events on sentences with gold PLOVER events.

usage: tools/score_events.py GOLD.jsonl [--casus PATH] [--scorer PATH] [--statuses LIST] [--keep FILE] [SCORER_OPTIONS]

GOLD has one sentence a line with "id", "text", and perhaps "date"; each is read as a report of its own by `casus read --format jsonl`.
Events whose status is not in LIST (default: asserted,historical,future) are left out, since the gold codes what is said to happen.
--keep writes the predictions, one sentence a line with all that was found, for looking at errors. SCORER: score_plover.py of the shared folder.
"""
import argparse, json, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get('CASUS_SHARED', os.path.join(HERE, '..', '..', 'shared'))


def side(record, ids):
    actors = {a['id']: a for a in record['actors']}
    codes = []
    for i in ids:
        code = actors[i]['code'] or actors[i]['country'] or ''
        if code and code not in codes:
            codes.append(code)
    return codes


def predict(casus, gold, statuses):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', delete=False, encoding='utf-8') as f:
        for row in gold:
            report = {'id': row['id'], 'text': row['text']}
            if row.get('date'):
                report['published'] = row['date']
            f.write(json.dumps(report) + '\n')
    run = subprocess.run([casus, 'read', '--format', 'jsonl', f.name], stdout=subprocess.PIPE, check=True)
    os.unlink(f.name)
    for line in run.stdout.decode('utf-8').splitlines():
        record = json.loads(line)
        events = [{'type': e['type'], 'mode': e['mode'], 'source': side(record, e['actors']), 'target': side(record, e['recipients']),
                   'status': e['status'], 'cameo': e['cameo'], 'rule': e['rule'], 'trigger': e['trigger']['text']} for e in record['events']]
        yield {'id': record['document']['id'], 'text': record['document']['text'],
               'events': [e for e in events if e['status'] in statuses], 'left_out': [e for e in events if e['status'] not in statuses]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('gold')
    parser.add_argument('--casus', default=os.path.join(HERE, '..', 'build', 'release', 'apps', 'cli', 'casus'))
    parser.add_argument('--scorer', default=os.path.join(SHARED, 'score', 'score_plover.py'))
    parser.add_argument('--statuses', default='asserted,historical,future')
    parser.add_argument('--keep')
    arguments, options = parser.parse_known_args()
    gold = [json.loads(line) for line in open(arguments.gold, encoding='utf-8') if line.strip()]
    predictions = list(predict(arguments.casus, gold, arguments.statuses.split(',')))
    name = arguments.keep or tempfile.mkstemp(suffix='.jsonl')[1]
    with open(name, 'w', encoding='utf-8') as f:
        for row in predictions:
            f.write(json.dumps(row) + '\n')
    sys.exit(subprocess.run([sys.executable, arguments.scorer, arguments.gold, name] + options).returncode)


if __name__ == '__main__':
    main()
