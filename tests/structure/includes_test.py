#!/usr/bin/env python3
"""Fails where a folder of src/ includes another that its CMakeLists.txt does not name in DEPENDS, and where the names form a circle.

    includes_test.py ROOT

What a module names may be used with all that it names in turn. A folder's tests are held to the same. Clients (apps/, bench/,
tests/) may include what they like of src/, but src/ and include/ nothing of theirs, and include/casus/ nothing of src/.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
MODULE = re.compile(r"casus_module\(\s*(\w+)([^)]*)\)")
KEYWORDS = {"SOURCES", "DEPENDS", "LIBRARIES", "TESTS"}


def declared(cmake):
    """The module's name and the names after DEPENDS."""
    found = MODULE.search(re.sub(r"#.*", "", cmake))
    if not found:
        return None, set()
    depends, inside = set(), False
    for word in found.group(2).split():
        if word in KEYWORDS:
            inside = word == "DEPENDS"
        elif inside:
            depends.add(word)
    return found.group(1), depends


def reachable(module, depends):
    seen, waiting = set(), [module]
    while waiting:
        for name in depends.get(waiting.pop(), ()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return seen


def check(root):
    problems, depends = [], {}
    folders = sorted(path for path in (root / "src").iterdir() if (path / "CMakeLists.txt").is_file())
    for folder in folders:
        name, depends[folder.name] = declared((folder / "CMakeLists.txt").read_text(encoding="utf8"))
        if name != folder.name:
            problems.append(f"src/{folder.name}/CMakeLists.txt: declares module {name}")
    for module in depends:
        unknown = depends[module] - depends.keys()
        for name in sorted(unknown):
            problems.append(f"src/{module}/CMakeLists.txt: depends on {name}, which is no module")
        if module in reachable(module, depends):
            problems.append(f"src/{module}/CMakeLists.txt: depends on itself, by way of what it names")

    for folder in folders:
        allowed = reachable(folder.name, depends) | {folder.name, "casus"}
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".h", ".cc"}:
                problems += outside(root, path, allowed)
    for path in sorted((root / "include").rglob("*.h")):
        problems += outside(root, path, {"casus"})
    return problems


def outside(root, path, allowed):
    """The includes of a file that lead to a folder which is not allowed."""
    problems = []
    text = path.read_text(encoding="utf8")
    for match in INCLUDE.finditer(text):
        folder = match.group(1).split("/")[0]
        if folder not in allowed:
            line = text.count("\n", 0, match.start(1)) + 1
            problems.append(f"{path.relative_to(root)}:{line}: includes {match.group(1)}, but DEPENDS does not lead to {folder}")
    return problems


def main():
    problems = check(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) or "every include follows a declared dependency")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
