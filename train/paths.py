"""Where things lie: the shared data, this folder's scratch space, the exported weights."""

import os
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
WORK = REPO / "train" / "work"
MODELS = REPO / "models"
DATA = Path(os.environ.get("CASUS_SHARED", REPO.parent / "shared")) / "data"
BASE = WORK / "base"
