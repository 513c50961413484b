"""Readers of the corpora, windows, and batches of tensors."""

import bisect
import csv
import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass, field

import torch

from paths import DATA
from pieces import SHAPES, shape
from tokens import split_sentences, split_words

WINDOW = 192
MAX_WORDS = 200
POSITIONS = 512
MASKED = -100

ROLES = ("source", "cue", "content")
# The first is the one that the engine follows; what the others do otherwise is learned apart.
GUIDELINES = ("uner", "gum", "wikigold", "un", "crossner", "silver")
CROSSNER = {
    "politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG",
    "country": "LOC", "location": "LOC", "election": "MISC", "event": "MISC", "misc": "MISC",
}


@dataclass
class Sentence:
    """Labels are strings until `prepare.py` turns them into numbers; an absent layer is None, a masked label MASKED."""

    words: list
    layers: dict = field(default_factory=dict)  # upos xpos feats lemma relation names source cue content
    heads: list | None = None  # 0 is the root
    factuality: list = field(default_factory=list)  # (word, value, confidence)
    names_weight: float = 1.0
    guideline: str = "uner"  # whose idea of a name the layer follows
    misc_unmarked: bool = False  # O may hide a MISC
    pieces: list = field(default_factory=list)
    shapes: list = field(default_factory=list)


@dataclass
class Link:
    pivot: tuple  # (sentence, word)
    source: set
    content: set


@dataclass
class Anaphor:
    """A word that refers, the words before it (and after, for some pronouns) that it may refer with, and those that it does."""

    place: tuple  # (sentence, word), as all places here
    candidates: list
    antecedents: set


@dataclass
class Document:
    sentences: list
    links: list = field(default_factory=list)
    anaphors: list = field(default_factory=list)


def lemma_script(form, lemma):
    keep = lemma != lemma.lower()
    base = form if keep else form.lower()
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    if common == 0:
        return "=" + lemma
    return f"{'K' if keep else 'L'};{len(base) - common};{lemma[common:]}"


def apply_script(script, form):
    if script.startswith("="):
        return script[1:]
    case, cut, suffix = script.split(";", 2)
    base = form if case == "K" else form.lower()
    return base[: len(base) - int(cut)] + suffix


class Mentions:
    """GUM's entities of one document, each mention by its head word (the first of its minimal span)."""

    OPENED = re.compile(r"\(([^()]+)")

    def __init__(self):
        self.heads = {}  # place: entity

    def read(self, sentence, columns):
        anaphors = []
        for word, column in enumerate(columns):
            entities = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
            for mention in self.OPENED.findall(entities):
                entity, _, _, _, _, minimal = mention.split("-")[:6]
                place = (sentence, word + int(minimal.split(",")[0]) - 1)
                if place not in self.heads and place[1] < len(columns):
                    anaphors.append((place, entity))
                    self.heads[place] = entity
        anaphors.sort()
        before = lambda place: [other for other in self.heads if other < place]
        return [
            Anaphor(place, before(place), {other for other in before(place) if self.heads[other] == entity})
            for place, entity in anaphors
        ]


def read_conllu(path):
    """Documents with tags and trees; also the ids of their sentences."""
    documents, ids = [], []
    rows, identifier = [], None
    mentions = Mentions()
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            documents.append(Document([]))
            ids.append([])
            mentions = Mentions()
        elif line.startswith("# sent_id"):
            identifier = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            words = [r[1] for r in rows]
            layers = {
                "upos": [r[3] for r in rows],
                "xpos": [r[4] for r in rows],
                "feats": [r[5] for r in rows],
                "lemma": [lemma_script(r[1], r[2]) for r in rows],
                "relation": [r[7] for r in rows],
            }
            documents[-1].anaphors += mentions.read(len(documents[-1].sentences), [r[9] for r in rows])
            documents[-1].sentences.append(Sentence(words, layers, [int(r[6]) for r in rows]))
            ids[-1].append(identifier)
            rows = []
    return documents, ids


def read_bio(path):
    """[(id or None, words, tags)]"""
    out, words, tags, identifier = [], [], [], None
    for line in [*open(path, encoding="utf-8"), "\n"]:
        line = line.rstrip("\n")
        if line.startswith("# sent_id"):
            identifier = line.split("=", 1)[1].strip()
        elif "\t" in line:
            word, tag = line.split("\t")[:2]
            words.append(word)
            tags.append(tag)
        elif words:
            out.append((identifier, words, tags))
            words, tags = [], []
    return out


def to_bioes(tags):
    out = []
    for i, tag in enumerate(tags):
        if tag == "O":
            out.append("O")
            continue
        kind = tag[2:]
        opens = tag[0] == "B" or i == 0 or tags[i - 1][2:] != kind
        closes = i + 1 == len(tags) or tags[i + 1] != "I-" + kind
        out.append(("S-" if opens and closes else "B-" if opens else "E-" if closes else "I-") + kind)
    return out


def spans_of(tags):
    """Spans (start, end, kind) of BIO tags."""
    spans, start = [], None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and (tag == "O" or tag[0] == "B" or tag[2:] != tags[start][2:]):
            spans.append((start, i, tags[start][2:]))
            start = None
        if start is None and tag != "O":
            start = i
    return spans


def split_like_ud(words, tags, kinds=None):
    out_words, out_tags = [], []
    for word, tag in zip(words, tags):
        for i, token in enumerate(split_words(word)):
            out_words.append(token.text)
            if tag == "O":
                out_tags.append(tag)
            else:
                kind = kinds[tag[2:]] if kinds else tag[2:]
                out_tags.append(("I-" if i else tag[:2]) + kind)
    return out_words, out_tags


def names_sentences(path, guideline, kinds=None, weight=1.0):
    out = []
    for _, words, tags in read_bio(path):
        words, tags = split_like_ud(words, tags, kinds)
        if words:
            out.append(Sentence(words, {"names": to_bioes(tags)}, names_weight=weight, guideline=guideline))
    return out


def read_ewt(split):
    documents, ids = read_conllu(DATA / f"ud/en_ewt-{split}.conllu")
    names = {identifier: (words, tags) for identifier, words, tags in read_bio(DATA / f"ner/uner-ewt-{split}.bio")}
    facts = defaultdict(list)
    with open(DATA / f"factuality/uds_ewt-{split}.tsv", encoding="utf-8") as file:
        next(file)
        for line in file:
            identifier, token, form, value, confidence = line.rstrip("\n").split("\t")
            facts[identifier].append((int(token) - 1, form, float(value), float(confidence)))
    for document, sentence_ids in zip(documents, ids):
        for sentence, identifier in zip(document.sentences, sentence_ids):
            words, tags = names.get(identifier, (None, None))
            if words == sentence.words:
                sentence.layers["names"] = to_bioes(tags)
                sentence.misc_unmarked = True
            sentence.factuality = [
                (i, value, confidence)
                for i, form, value, confidence in facts[identifier]
                if i < len(sentence.words) and sentence.words[i] == form
            ]
    return documents, ids


def read_gum(split):
    documents, _ = read_conllu(DATA / f"ud/en_gum-{split}.conllu")
    sentences = [s for d in documents for s in d.sentences]
    by_words = {tuple(words): tags for _, words, tags in read_bio(DATA / f"ner/gum-named-{split}.bio")}
    for sentence in sentences:
        sentence.guideline = "gum"
        if tags := by_words.get(tuple(sentence.words)):
            sentence.layers["names"] = to_bioes(tags)
    return documents


def _tag_spans(count, spans):
    """BIO of spans given as sets of word indices; words of nested spans stay with the outermost one."""
    tags = ["O"] * count
    for span in sorted(spans, key=lambda s: (-len(s), min(s, default=0))):
        previous = None
        for i in sorted(span):
            if tags[i] == "O":
                tags[i] = "I" if i - 1 == previous else "B"
            previous = i
    return tags


def read_polnear(split, silver=None):
    documents, records = [], []
    for line in open(DATA / f"attribution/polnear_{split}.jsonl", encoding="utf-8"):
        record = json.loads(line)
        sentences = [part for s in split_sentences(record["text"]) for part in _cut(s)]
        flat = [(i, j, token) for i, s in enumerate(sentences) for j, token in enumerate(s)]
        starts = {}
        for k, (_, _, token) in enumerate(flat):
            for offset in range(token.start, token.end):
                starts[offset] = k

        def words_in(segments):
            return [sorted({starts[o] for o in range(a, b) if o in starts}) for a, b in segments]

        tags = {role: [] for role in ROLES}
        links = []
        for attribution in record["attributions"]:
            found = {role: words_in(attribution[role]) for role in ROLES}
            for role in ROLES:
                tags[role] += [set(span) for span in found[role] if span]
            cue = [k for span in found["cue"] for k in span]
            if cue:
                place = lambda role: {flat[k][:2] for span in found[role] for k in span}
                links.append(Link(flat[min(cue)][:2], place("source"), place("content")))
        discarded = {k for span in words_in(record["discard"]) for k in span}
        document = Document([Sentence([t.text for t in s]) for s in sentences], links)
        for role in ROLES:
            bio = _tag_spans(len(flat), tags[role])
            k = 0
            for sentence in document.sentences:
                n = len(sentence.words)
                sentence.layers[role] = [MASKED if k + m in discarded else bio[k + m] for m in range(n)]
                k += n
        documents.append(document)
        records.append((record, sentences))
    if silver:
        _add_silver_names(documents, records, silver)
    return documents


def _cut(tokens):
    return [tokens[i : i + MAX_WORDS] for i in range(0, len(tokens), MAX_WORDS)]


PLAIN = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})
SPELLED = {"``": '"', "''": '"', "--": "-", "...": ".", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}


def _add_silver_names(documents, records, path):
    """CoreNLP's names, found again by walking its tokens and an article's characters at once. Sentences in capitals or
    title case are left out: there its tags are systematically wrong."""
    plain = lambda text: re.sub(r"\s|(?<=\.)\.", "", text.translate(PLAIN))
    tokens = [(plain(SPELLED.get(w, w)), t) for _, words, tags in read_bio(path) for w, t in zip(words, tags)]
    starts = [0]
    for word, _ in tokens:
        starts.append(starts[-1] + len(word))
    joined = "".join(word for word, _ in tokens)
    for document, (record, sentences) in zip(documents, records):
        characters = []
        for offset, c in enumerate(record["text"].translate(PLAIN)):
            if not c.isspace() and not (c == "." and characters and characters[-1][0] == "."):
                characters.append((c, offset))
        text = "".join(c for c, _ in characters)
        # Some articles are missing or out of order there: a line from within finds the beginning.
        anchors = [(joined.find(text[k : k + 40]), k) for k in (200, 500, 900, 1500)]
        anchor = next((place - k for place, k in anchors if place >= 0), None)
        if anchor is None:
            continue
        found, at, lost = {}, 0, 0
        for word, tag in tokens[bisect.bisect_left(starts, max(0, anchor - 20)) :]:
            if at >= len(text) or lost > 30:
                break
            place = text.find(word, at, at + 4 * lost + len(word) + 8)
            if place < 0:
                lost += 1
                continue
            lost = 0
            for k in range(place, place + len(word)):
                found[characters[k][1]] = (tag, k == place)
            at = place + len(word)
        for sentence, words in zip(document.sentences, sentences):
            capitals = sum(w[0].isupper() for w in sentence.words)
            letters = sum(w[0].isalpha() for w in sentence.words)
            known = [t.start in found for t in words]
            if capitals * 2 > letters or words[0].start == 0 or sum(known) < 0.9 * len(known):
                continue
            tags = []
            for token in words:
                tag, opens = found.get(token.start, ("O", True))
                tags.append(tag if tag == "O" or opens else "I" + tag[1:])
            sentence.layers["names"] = to_bioes(tags)
            sentence.names_weight = 0.3
            sentence.guideline = "silver"


def read_gap(split):
    """Paragraphs with one pronoun and two names, of which one at most is the pronoun's. A name stands for itself by its last word."""
    documents, rows = [], []
    with open(DATA / f"coref/gap-{split}.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            sentences = [part for s in split_sentences(row["Text"]) for part in _cut(s)]
            places = {o: (i, j) for i, s in enumerate(sentences) for j, t in enumerate(s) for o in range(t.start, t.end)}
            last = lambda name: places.get(int(row[f"{name}-offset"]) + len(row[name]) - 1)
            pronoun, names = places.get(int(row["Pronoun-offset"])), [last("A"), last("B")]
            right = {place for place, name in zip(names, "AB") if row[f"{name}-coref"].upper() == "TRUE"}
            anaphors = [Anaphor(pronoun, names, right)] if pronoun and all(names) else []
            documents.append(Document([Sentence([t.text for t in s]) for s in sentences], [], anaphors))
            rows.append(row)
    return documents, rows


# Windows ------------------------------------------------------------------------------------------------------------


def sentence_length(sentence):
    return sum(map(len, sentence.pieces)) + 1


def windows(document, first_limit=WINDOW):
    """Consecutive sentences up to WINDOW pieces: ranges (begin, end). A smaller limit for the first window moves the
    borders, so that no two passes cut a document alike."""
    begin, used, limit = 0, 1, first_limit
    for i, sentence in enumerate(document.sentences):
        n = sentence_length(sentence)
        if i > begin and used + n > limit:
            yield begin, i
            begin, used, limit = i, 1, WINDOW
        used += n
    if begin < len(document.sentences):
        yield begin, len(document.sentences)


def recase(sentence, rng):
    """Headline capitals and their like: only shapes change, as pieces are uncased. Lemma scripts depend on case."""
    change = rng.choice(("upper", "upper", "title", "lower"))
    shapes = []
    for i, (word, old) in enumerate(zip(sentence.words, sentence.shapes)):
        if any(c.isdigit() for c in word) or not any(c.isalpha() for c in word):
            shapes.append(old)
        elif change == "title" and (i == 0 or len(word) > 3) and SHAPES[old] == "lower":
            shapes.append(shape(word.capitalize(), i == 0))
        elif change == "title":
            shapes.append(old)
        else:
            shapes.append(shape(word.upper() if change == "upper" else word.lower(), i == 0))
    return shapes


@dataclass
class Window:
    sentences: list
    links: list  # (pivot, sources, contents) as indices of words of the window
    anaphors: list  # (word, candidates, antecedents) likewise
    shapes: list

    @property
    def length(self):
        return 1 + sum(map(sentence_length, self.sentences))


def cut(document, begin, end, rng=None, recase_rate=0.0):
    sentences = document.sentences[begin:end]
    offsets, count = {}, 0
    for i, s in enumerate(sentences, begin):
        offsets[i] = count
        count += len(s.words)
    inside = lambda places: sorted(offsets[s] + w for s, w in places if s in offsets)
    links = [
        (offsets[link.pivot[0]] + link.pivot[1], inside(link.source), inside(link.content))
        for link in document.links
        if link.pivot[0] in offsets
    ]
    anaphors = [
        (offsets[a.place[0]] + a.place[1], inside(a.candidates), set(inside(a.antecedents)))
        for a in document.anaphors
        if a.place[0] in offsets
    ]
    shapes = [recase(s, rng) if rng and rng.random() < recase_rate else s.shapes for s in sentences]
    return Window(sentences, links, anaphors, shapes)


def batches(all_windows, size, rng):
    """Windows in random order, neighbours in length together, about `size` padded pieces a batch."""
    order = list(all_windows)
    rng.shuffle(order)
    for start in range(0, len(order), 160):
        chunk = sorted(order[start : start + 160], key=lambda w: w.length)
        groups, group = [], []
        for window in chunk:
            if group and (len(group) + 1) * window.length > size:
                groups.append(group)
                group = []
            group.append(window)
        groups.append(group)
        rng.shuffle(groups)
        yield from groups


LABELLED = ("upos", "xpos", "feats", "lemma", "relation", "names", "source", "cue", "content")


@dataclass
class Batch:
    pieces: torch.Tensor  # windows x length
    shapes: torch.Tensor
    mask: torch.Tensor  # True where there is a piece
    words: torch.Tensor  # words: place of the first piece in the flattened windows
    window_of_word: torch.Tensor
    sentence_words: torch.Tensor  # sentences x longest: index of the word, -1 beyond the end
    labels: dict
    names_weight: torch.Tensor
    guideline: torch.Tensor  # words: place in GUIDELINES
    misc_unmarked: torch.Tensor
    heads: torch.Tensor  # words: 0 the root, MASKED without a tree
    pivots: torch.Tensor
    link_words: torch.Tensor  # pivots x longest window: the words of the pivot's window, -1 beyond its end
    link_targets: torch.Tensor  # pivots x 2 x longest window
    anaphors: torch.Tensor
    candidates: torch.Tensor  # anaphors x most candidates: words, -1 beyond the last
    antecedents: torch.Tensor  # the same: True where the candidate is one
    factuality: torch.Tensor  # rows of word, value, confidence
    count: int  # pieces


def _padded(values, length, filler):
    return [*values, *[filler] * (length - len(values))]


def collate(group, cls, sep):
    length = max(w.length for w in group)
    pieces = torch.zeros(len(group), length, dtype=torch.long)
    shapes = torch.zeros(len(group), length, dtype=torch.long)
    mask = torch.zeros(len(group), length, dtype=torch.bool)
    words, window_of_word, sentence_words = [], [], []
    labels = {name: [] for name in LABELLED}
    weights, guidelines, unmarked, heads, factuality, links, anaphors = [], [], [], [], [], [], []
    for w, window in enumerate(group):
        ids, kinds, first_word = [cls], [0], len(words)
        for sentence, sentence_shapes in zip(window.sentences, window.shapes):
            n, base = len(sentence.words), len(words)
            sentence_words.append(list(range(base, base + n)))
            for p, s in zip(sentence.pieces, sentence_shapes):
                words.append(w * length + len(ids))
                ids += p
                kinds += [s] * len(p)
            ids.append(sep)
            kinds.append(0)
            window_of_word += [w] * n
            recased = sentence_shapes is not sentence.shapes
            for name in LABELLED:
                hidden = name not in sentence.layers or (recased and name == "lemma")
                labels[name] += [MASKED] * n if hidden else sentence.layers[name]
            weights += [sentence.names_weight] * n
            guidelines += [GUIDELINES.index(sentence.guideline)] * n
            unmarked += [sentence.misc_unmarked] * n
            heads += sentence.heads or [MASKED] * n
            factuality += [(base + i, value, confidence) for i, value, confidence in sentence.factuality]
        pieces[w, : len(ids)] = torch.tensor(ids)
        shapes[w, : len(ids)] = torch.tensor(kinds)
        mask[w, : len(ids)] = True
        links += [(first_word, len(words), link) for link in window.links]
        anaphors += [
            (first_word + word, [first_word + c for c in candidates], [c in right for c in candidates])
            for word, candidates, right in window.anaphors
        ]
    longest = max(map(len, sentence_words))
    widest = max((last - first for first, last, _ in links), default=0)
    targets = torch.zeros(len(links), 2, widest)
    for i, (_, _, (_, sources, contents)) in enumerate(links):
        targets[i, 0, sources] = 1
        targets[i, 1, contents] = 1
    most = max((len(candidates) for _, candidates, _ in anaphors), default=0)
    return Batch(
        pieces, shapes, mask, torch.tensor(words), torch.tensor(window_of_word),
        torch.tensor([s + [-1] * (longest - len(s)) for s in sentence_words]),
        {name: torch.tensor(values) for name, values in labels.items()},
        torch.tensor(weights), torch.tensor(guidelines), torch.tensor(unmarked), torch.tensor(heads),
        torch.tensor([first + link[0] for first, _, link in links], dtype=torch.long),
        torch.tensor([_padded(range(first, last), widest, -1) for first, last, _ in links], dtype=torch.long), targets,
        torch.tensor([word for word, _, _ in anaphors], dtype=torch.long),
        torch.tensor([_padded(candidates, most, -1) for _, candidates, _ in anaphors], dtype=torch.long),
        torch.tensor([_padded(right, most, False) for _, _, right in anaphors], dtype=torch.bool),
        torch.tensor(factuality, dtype=torch.float32).view(-1, 3), int(mask.sum()),
    )


# The training stream --------------------------------------------------------------------------------------------------


def stream(sources, passes, seed, recase_rate=0.08):
    """All windows of a run: each source is cut anew for each of its passes; a part of a pass is a sample of documents."""
    rng = random.Random(seed)
    out = []
    for name, documents in sources.items():
        whole, part = divmod(passes[name], 1)
        for k in range(int(whole) + (part > 0)):
            chosen = documents
            if k == int(whole):
                chosen = rng.sample(documents, round(part * len(documents)))
            for document in chosen:
                for begin, end in windows(document, rng.randint(48, WINDOW)):
                    out.append(cut(document, begin, end, rng, recase_rate))
    return out
