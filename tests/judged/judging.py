"""What is drawn from records by a seed and judged by eye: the commands draw, show and count, whatever is judged."""
import argparse, csv, json, math, pathlib, random, sys

HERE = pathlib.Path(__file__).resolve().parent
KEPT_UNSEEN = HERE.parents[1] / 'gold/events/figure.jsonl'


def fail(message):
    print(message, file=sys.stderr)
    sys.exit(2)


def lines(path):
    try:
        with open(path, encoding='utf8') as f:
            return [json.loads(line) for line in f]
    except (OSError, ValueError) as error:
        fail(f'{path}: {error}; give JSON Lines')


def document(name):
    return name.removeprefix('polnear-')


def spans_text(spans):
    return ','.join(f'{start}-{end}' for start, end in spans)


def codes(record):
    return {actor['id']: actor['code'] or '?' for actor in record['actors']}


def named(record):
    return {actor['id']: f'{actor["name"]} ({actor["code"]})' for actor in record['actors']}


def wilson(right, of, z=1.96):
    """The score interval of Wilson (1927), in per cent."""
    share, spread = right / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return 100 * (middle - half), 100 * (middle + half)


def in_context(record, spans, before=2):
    """The sentence of the first span with the spans marked, and the sentences before it."""
    text, sentences = record['document']['text'], record['document']['sentences']
    own = max((i for i, (start, _) in enumerate(sentences) if start <= spans[0][0]), default=0)
    first, last = sentences[own][0], max(sentences[own][1], spans[-1][1])
    marked, at = '', first
    for start, end in spans:
        marked += f'{text[at:start]}[[{text[start:end]}]]'
        at = end
    marked += text[at:last]
    earlier = ' '.join(text[start:end] for start, end in sentences[max(0, own - before):own])
    return f'    {" ".join(earlier.split())}\n  > {" ".join(marked.split())}\n'


class Judging:
    """`coded`: the columns of a row that the program fills; `items(record)` gives, by id, the row and how it is shown; a verdict of no
    in the first of `chained` verdicts is a no in all."""

    def __init__(self, table, coded, verdicts, items, drawn, chained=False):
        self.table, self.coded, self.verdicts, self.items, self.drawn, self.chained = table, coded, verdicts, items, drawn, chained
        self.columns = ['id', *coded, *verdicts, 'why']

    def judged(self, path):
        try:
            with open(path, encoding='utf8', newline='') as f:
                rows = list(csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE))
        except OSError as error:
            fail(f'{path}: {error.strerror}; make it with draw')
        if not rows or list(rows[0]) != self.columns:
            fail(f'{path}:1: the columns are not {" ".join(self.columns)}; make it with draw')
        return rows

    def all_items(self, records):
        return {key: item for record in records for key, item in self.items(record).items()}

    def draw(self, options):
        kept_unseen = {document(row['id']) for gold in options.without for row in lines(gold)}
        items = self.all_items(record for record in lines(options.records) if document(record['document']['id']) not in kept_unseen)
        if len(items) < self.drawn:
            fail(f'{options.records}: {len(items)} items, fewer than {self.drawn}; read more documents')
        table = csv.DictWriter(sys.stdout, self.columns, restval='', delimiter='\t', quoting=csv.QUOTE_NONE, quotechar=None, lineterminator='\n')
        table.writeheader()
        for key in sorted(random.Random(options.seed).sample(sorted(items), self.drawn)):
            table.writerow({'id': key, **items[key][0]})

    def show(self, options):
        items = self.all_items(lines(options.records))
        for row in self.judged(options.table):
            if row['id'] not in items:
                fail(f'{options.records}: no item {row["id"]}; read the documents as they were read for the draw')
            print(f'{row["id"]}\n{items[row["id"]][1]}')

    def count(self, options):
        rows = self.judged(options.table)
        for number, row in enumerate(rows, 2):
            given = [row[verdict] for verdict in self.verdicts]
            if any(verdict not in ('yes', 'no') for verdict in given):
                fail(f'{options.table}:{number}: {" and ".join(self.verdicts)} are not judged; write yes or no')
            if self.chained and given != sorted(given, reverse=True):
                fail(f'{options.table}:{number}: yes after a no in {self.verdicts[0]}; write no')
        for verdict in self.verdicts:
            right = sum(row[verdict] == 'yes' for row in rows)
            low, high = wilson(right, len(rows))
            print(f'{verdict}: {right} of {len(rows)}, {100 * right / len(rows):.0f} % ({low:.0f} to {high:.0f})')

    def main(self, doc):
        parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
        commands = parser.add_subparsers(required=True)
        for command in (self.draw, self.show, self.count):
            arguments = commands.add_parser(command.__name__)
            arguments.set_defaults(command=command)
            if command == self.draw:
                arguments.add_argument('--seed', type=int, required=True)
                arguments.add_argument('--without', nargs='*', default=[KEPT_UNSEEN])
            if command != self.count:
                arguments.add_argument('--records', required=True)
            if command != self.draw:
                arguments.add_argument('table', nargs='?', default=HERE / self.table)
        options = parser.parse_args()
        options.command(options)
