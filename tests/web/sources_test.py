#!/usr/bin/env python3
"""Fails where web/reading.html was built from other sources than those beside it, or holds something from elsewhere.

    sources_test.py WEB
"""
import hashlib
import pathlib
import re
import sys

OTHER_SOURCES = ("build.mjs", "package-lock.json")


def hash_of_sources(web):
    """As in build.mjs."""
    names = sorted([*OTHER_SOURCES, *(path.relative_to(web).as_posix() for path in (web / "src").rglob("*") if path.is_file())])
    whole = hashlib.sha256()
    for name in names:
        whole.update(name.encode() + b"\0" + (web / name).read_bytes() + b"\0")
    return whole.hexdigest()


def main():
    web = pathlib.Path(sys.argv[1])
    page = (web / "reading.html").read_text(encoding="utf8")
    built = re.search(r'<meta name="sources" content="([0-9a-f]{64})">', page)
    problems = []
    if not built or built.group(1) != hash_of_sources(web):
        problems.append("it is older than its sources: run npm run build in web/")
    if page.count("{{records}}") != 1:
        problems.append("it needs one place for the records, {{records}}")
    for problem in problems:
        print(f"web/reading.html: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
