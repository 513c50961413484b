#!/usr/bin/env python3
"""Events found in sentences that tell of none: the first 500 sentences of six words or more of reviews, answers and mail of a treebank.

usage: tools/false_alarms.py en_ewt-dev.conllu [--casus PATH] [--count 500]

Prints every event found, and the share of sentences with one. Each sentence is read as a report of its own.
"""
import argparse, json, os, subprocess, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def sentences(path):
    identifier = ''
    for line in open(path, encoding='utf-8'):
        if line.startswith('# sent_id ='):
            identifier = line.split('=', 1)[1].strip()
        elif line.startswith('# text ='):
            text = line.split('=', 1)[1].strip()
            if identifier.split('-')[0] in ('reviews', 'answers', 'email') and len(text.split()) >= 6:
                yield identifier, text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('treebank')
    parser.add_argument('--casus', default=os.path.join(HERE, '..', 'build', 'release', 'apps', 'cli', 'casus'))
    parser.add_argument('--count', type=int, default=500)
    arguments = parser.parse_args()
    chosen = [pair for pair, _ in zip(sentences(arguments.treebank), range(arguments.count))]
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', delete=False, encoding='utf-8') as f:
        for identifier, text in chosen:
            f.write(json.dumps({'id': identifier, 'text': text}) + '\n')
    run = subprocess.run([arguments.casus, 'read', '--format', 'jsonl', f.name], stdout=subprocess.PIPE, check=True)
    os.unlink(f.name)
    alarms = 0
    for line in run.stdout.decode('utf-8').splitlines():
        record = json.loads(line)
        alarms += bool(record['events'])
        for event in record['events']:
            print(event['type'], event['status'], event['rule'], record['document']['text'], sep='\t')
    print('%d of %d sentences with an event (%.1f %%)' % (alarms, len(chosen), 100 * alarms / max(1, len(chosen))))


if __name__ == '__main__':
    main()
