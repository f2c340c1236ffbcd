#!/usr/bin/python3
"""Records what PyTorch answers to the reference's layers, losses and optimizers.

    /usr/bin/python3 reference/layers/src/test/python/record.py [NAME ...]    writes the recordings, or those named
    /usr/bin/python3 reference/layers/src/test/python/record.py --check       exits 1 if PyTorch answers otherwise now

Needs PyTorch (Debian: python3-torch). Everything is float64, and every gradient comes from autograd. Each module in
the folder families has a dictionary RECORDINGS: a name such as conv/conv2d, and a generator of cases.
"""

import importlib
import pkgutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[3] / "tensor" / "src" / "test" / "python"))
from recording import Folder

RECORDED = HERE.parent / "resources" / "gradus" / "reference" / "recorded"
MODULES = [importlib.import_module("families." + m.name) for m in pkgutil.iter_modules([str(HERE / "families")])]
MAKERS = {name: make for module in MODULES for name, make in module.RECORDINGS.items()}

if __name__ == "__main__":
    Folder(RECORDED, MAKERS, "type").run(sys.argv[1:], __doc__)
