"""Which lemma scripts go with which endings of words: what the encoder, which sees a word by its first piece, cannot know."""

from collections import Counter, defaultdict

from data import read_ewt, read_gum

OPEN = ("VERB", "NOUN", "ADJ", "ADV", "AUX")
SHORTEST, LONGEST = 2, 6  # characters
LEAST = 2  # words of an ending
KEPT = 4  # scripts of an ending
ALIKE = 0.1  # an ending says nothing new where a shorter one has the same first script, as often but for this


def count_endings():
    endings = defaultdict(Counter)
    for documents in (read_ewt("train")[0], read_gum("train")):
        for sentence in (s for d in documents for s in d.sentences):
            for word, upos, xpos, script in zip(
                sentence.words, *(sentence.layers[name] for name in ("upos", "xpos", "lemma"))
            ):
                if upos in OPEN:
                    for length in range(SHORTEST, min(LONGEST, len(word) - 1) + 1):
                        endings[xpos, word.lower()[-length:]][script] += 1
    return endings


def share(scripts):
    script, count = scripts.most_common(1)[0]
    return script, count / scripts.total()


def lemma_endings(labels):
    """Rows [xpos, ending, [script, count], ...], tags and scripts by their place in the labels; longer endings say more."""
    kept = {}
    for (xpos, ending), scripts in sorted(count_endings().items(), key=lambda item: (len(item[0][1]), item[0])):
        scripts = Counter({s: n for s, n in scripts.most_common(KEPT) if s in labels["lemma"]})
        if scripts.total() < LEAST or xpos not in labels["xpos"]:
            continue
        shorter = (kept.get((xpos, ending[-n:])) for n in range(len(ending) - 1, SHORTEST - 1, -1))
        if parent := next(filter(None, shorter), None):
            (script, own), (other, above) = share(scripts), share(parent)
            if script == other and abs(own - above) < ALIKE:
                continue
        kept[xpos, ending] = scripts
    place = {name: {label: i for i, label in enumerate(labels[name])} for name in ("xpos", "lemma")}
    return [
        [place["xpos"][xpos], ending, *([place["lemma"][s], n] for s, n in scripts.most_common())]
        for (xpos, ending), scripts in sorted(kept.items())
    ]
