#!/usr/bin/env python3
"""Fails where two headers of include/, src/ or apps/ define types of one name: templates over both would be one to the linker.

    names_test.py ROOT
"""
import collections
import pathlib
import re
import sys

TYPE = re.compile(r"^(?:struct|class|enum class|enum) (\w+)(?!\w|::)[^;]*$", re.MULTILINE)


def headers(root):
    return sorted(path for folder in ("include", "src", "apps") for path in (root / folder).rglob("*.h"))


def main():
    root = pathlib.Path(sys.argv[1])
    places = collections.defaultdict(list)
    for path in headers(root):
        for name in set(TYPE.findall(path.read_text(encoding="utf8"))):
            places[name].append(str(path.relative_to(root)))
    twice = {name: paths for name, paths in places.items() if len(paths) > 1}
    for name, paths in sorted(twice.items()):
        print(f"{name} is a type in {' and in '.join(paths)}: give one of them another name", file=sys.stderr)
    if not places:
        print(f"{root}: no types found", file=sys.stderr)
    return 1 if twice or not places else 0


if __name__ == "__main__":
    sys.exit(main())
