#!/usr/bin/env python3
"""Whole records of short reports, compared with what they were when somebody last looked at them.

    golden_test.py CASUS [--update] [NAME...]

Reads reports/NAME.txt, with what reports.tsv knows of it, by `casus read --format json`, and compares the record with
records/NAME.json. Left out is what may differ without a change of ours in what is read: confidences, which hang on the rounding of floats, and
the versions. --update writes the records anew; the review is the diff.
"""
import csv
import difflib
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def options_of(name):
    with open(HERE / "reports.tsv", encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row.pop("name") == name:
                return [part for option, value in row.items() if value for part in (f"--{option}", value)]
    return []


def without_what_may_differ(value):
    if isinstance(value, list):
        return [without_what_may_differ(item) for item in value]
    if isinstance(value, dict):
        return {key: None if key == "confidence" else without_what_may_differ(item) for key, item in value.items()}
    return value


def read(program, path):
    result = subprocess.run([program, "read", str(path), "--format", "json", *options_of(path.stem)], capture_output=True, timeout=120)
    if result.returncode or result.stderr:
        sys.exit(f"{path}: status {result.returncode}: {result.stderr.decode('utf8', 'replace')}")
    record = without_what_may_differ(json.loads(result.stdout))
    return record | {"casus": "", "model": "", "knowledge": ""}


def printed(value, indent=0, width=120):
    """JSON with what fits on a line on one."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or indent + len(line) <= width:
        return line
    margin = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {printed(item, indent + 2, width)}" for key, item in value.items()]
        opening, closing = "{", "}"
    else:
        parts = [printed(item, indent + 2, width) for item in value]
        opening, closing = "[", "]"
    return f"{opening}\n" + ",\n".join(margin + part for part in parts) + "\n" + " " * indent + closing


def main():
    program, *names = [argument for argument in sys.argv[1:] if argument != "--update"] or sys.exit(__doc__)
    paths = sorted(path for path in (HERE / "reports").glob("*.txt") if not names or path.stem in names)
    if not paths:
        sys.exit("no reports of these names")
    failed = 0
    for path in paths:
        golden = HERE / "records" / (path.stem + ".json")
        new = printed(read(program, path)) + "\n"
        if "--update" in sys.argv:
            golden.write_text(new, "utf8")
            continue
        old = golden.read_text("utf8") if golden.exists() else ""
        if new == old:
            continue
        failed += 1
        sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), f"golden {path.stem}", f"now {path.stem}", n=2))
    print(f"{len(paths) - failed} of {len(paths)} records as before" + ("; golden_test.py CASUS --update takes the new ones" if failed else ""))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
