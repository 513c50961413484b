#!/usr/bin/env python3
"""Reads short texts whose commitments are known (texts.jsonl, in the form of gold/duties) with the whole engine: most of their fields must be
right, and few commitments be found where there are none. Skipped (exit status 77) where there is no model.

    texts_test.py CASUS
"""
import pathlib
import re
import subprocess
import sys

FIELDS_WANTED = 0.75
FALSE_ALLOWED = 6


def main():
    texts = pathlib.Path(__file__).with_name("texts.jsonl")
    done = subprocess.run([sys.argv[1], "eval", texts, "--kind", "duties"], capture_output=True, text=True, encoding="utf8", check=False)
    if done.returncode:
        print(done.stderr, end="")
        return 77 if "model" in done.stderr else 1
    print(done.stdout)
    share = float(re.search(r"^fields\s+([0-9.]+)", done.stdout, re.MULTILINE)[1])
    false = int(re.search(r"^duties\s.*\s(\d+)\s+\d+$", done.stdout, re.MULTILINE)[1])
    if share < FIELDS_WANTED or false > FALSE_ALLOWED:
        print(f"{share:.2f} of the fields are right (wanted: {FIELDS_WANTED}), {false} commitments are false (allowed: {FALSE_ALLOWED})")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
