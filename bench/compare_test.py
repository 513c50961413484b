#!/usr/bin/env python3
"""What `compare` counts, on trees made by hand."""
import importlib.machinery
import importlib.util
import pathlib
import unittest

from corpora import raw_text, spaces_after, word_rows

LOADER = importlib.machinery.SourceFileLoader("compare", str(pathlib.Path(__file__).with_name("compare")))
compare = importlib.util.module_from_spec(importlib.util.spec_from_loader("compare", LOADER))
LOADER.exec_module(compare)


def tree(*words):
    """Rows of (form, UPOS, head, relation)."""
    return [[str(i + 1), form, "_", upos, "_", "_", str(head), relation, "_", "_"] for i, (form, upos, head, relation) in enumerate(words)]


class Heads(unittest.TestCase):
    def test_prepositions_hang_on_their_objects(self):
        rows = tree(("went", "VERB", 0, "ROOT"), ("out", "ADP", 1, "prep"), ("of", "ADP", 2, "prep"), ("Lund", "PROPN", 3, "pobj"))
        self.assertEqual(compare.common_heads(rows), [None, 3, 3, 0])

    def test_a_dative_may_be_a_noun(self):
        rows = tree(("gave", "VERB", 0, "ROOT"), ("people", "NOUN", 1, "dative"), ("in", "ADP", 2, "prep"), ("Lund", "PROPN", 3, "pobj"))
        self.assertEqual(compare.common_heads(rows), [None, 0, 3, 1])

    def test_a_preposition_without_object_stays(self):
        rows = tree(("came", "VERB", 0, "ROOT"), ("in", "ADP", 1, "prep"))
        self.assertEqual(compare.common_heads(rows), [None, 0])

    def test_conjuncts_hang_on_the_first(self):
        rows = tree(("A", "PROPN", 0, "ROOT"), ("B", "PROPN", 1, "conj"), ("C", "PROPN", 2, "conj"))
        self.assertEqual(compare.common_heads(rows), [None, 0, 0])

    def test_only_words_with_the_same_head_in_both_are_compared(self):
        copula = tree(("He", "PRON", 3, "nsubj"), ("is", "AUX", 3, "cop"), ("minister", "NOUN", 0, "root"), (".", "PUNCT", 3, "punct"))
        self.assertEqual(compare.compared_words(copula), [])
        dated = tree(("Troops", "NOUN", 2, "nsubj"), ("left", "VERB", 0, "root"), ("on", "ADP", 5, "case"), ("May", "PROPN", 5, "compound"), ("2", "NUM", 2, "obl"))
        self.assertEqual(compare.compared_words(dated), [0, 1])


class Names(unittest.TestCase):
    def test_types_are_mapped_and_articles_dropped(self):
        forms = "the White House told Bonn 's Greens".split()
        tags = ["B-FAC", "I-FAC", "I-FAC", "O", "B-GPE", "O", "B-NORP"]
        self.assertEqual(compare.spans_of_tags(forms, tags), {(1, 3, "LOC"), (4, 5, "LOC")})

    def test_f1_is_over_sentences_with_the_same_words(self):
        rows = tree(("Ada", "PROPN", 0, "root"), ("left", "VERB", 1, "acl"))
        rows[0][9] = "NER=B-PER"
        gold = {"a": (["Ada", "left"], {(0, 1, "PER")}), "b": (["Ada"], {(0, 1, "ORG")})}
        self.assertEqual(compare.name_scores(gold, ["a", "b", "c"], [rows, rows, rows])["all"], 100)


class Corpora(unittest.TestCase):
    ROWS = [
        ["1-2", "don't", *"_______", "SpaceAfter=No"],
        ["1", "do", *"_______", "_"],
        ["2", "n't", *"_______", "_"],
        ["3", "!", *"_______", "_"],
        ["3.1", "go", *"_______", "_"],
    ]

    def test_words_and_their_spaces(self):
        self.assertEqual([row[1] for row in word_rows(self.ROWS)], ["do", "n't", "!"])
        self.assertEqual(spaces_after(self.ROWS), [False, False, True])

    def test_raw_text_has_paragraphs(self):
        self.assertEqual(raw_text([(["# newdoc"], self.ROWS, []), ([], self.ROWS, []), (["# newpar"], self.ROWS, [])]), "don't! don't!\n\ndon't!\n")


if __name__ == "__main__":
    unittest.main()
