#!/usr/bin/env python3
"""Records against schema/record-1.json: those of the golden tests, of the examples, and of texts with nothing in them.

The schema lets unknown fields through, so that later editions may add some; here it is made strict, so that no field of ours is
missing from it. Needs Debian's python3-jsonschema.
"""
import copy
import json
import unittest

from program import FRENCH, REPORT, SOURCE, casus

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA = json.loads((SOURCE / "schema/record-1.json").read_text("utf8"))


def strict(schema):
    schema = copy.deepcopy(schema)
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            if "required" in part:
                part["additionalProperties"] = False
            waiting += part.values()
    return schema


@unittest.skipIf(jsonschema is None, "python3-jsonschema is not installed")
class Schema(unittest.TestCase):
    def setUp(self):
        self.validator = jsonschema.Draft202012Validator(strict(SCHEMA))

    def assertValid(self, record, name):
        errors = [f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in self.validator.iter_errors(record)]
        self.assertEqual(errors, [])

    def test_the_schema_is_one(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_every_object_requires_all_it_names(self):
        waiting = [SCHEMA]
        while waiting:
            part = waiting.pop()
            if isinstance(part, list):
                waiting += part
            elif isinstance(part, dict):
                if "required" in part:
                    self.assertEqual(part["required"], list(part["properties"]))
                waiting += part.values()

    def test_golden_records(self):
        paths = sorted((SOURCE / "tests/golden/records").glob("*.json"))
        self.assertGreater(len(paths), 2)
        for path in paths:
            self.assertValid(json.loads(path.read_text("utf8")), path.name)

    def test_what_casus_prints(self):
        for record in casus("read", *(SOURCE / "examples").glob("*.txt"), SOURCE / "tests/golden/reports", "--format", "jsonl").jsonl:
            self.assertValid(record, record["document"]["text"][:40])
        for text in (FRENCH, "Troops", REPORT, "!!!"):
            self.assertValid(casus("read", "-", "--format", "json", stdin=text).json, text[:40])

    def test_it_notices_what_is_wrong(self):
        record = casus("read", "-", "--format", "json", stdin=REPORT).json
        for change in (
            lambda: record.pop("claims"),
            lambda: record["document"].update(publised=None),
            lambda: record["actors"][0].update(kind="human"),
            lambda: record["actors"][0]["mentions"][0].update(span=[1]),
            lambda: record.update(schema=2),
        ):
            kept = copy.deepcopy(record)
            change()
            self.assertFalse(self.validator.is_valid(record))
            record.clear()
            record.update(kept)


if __name__ == "__main__":
    unittest.main()
