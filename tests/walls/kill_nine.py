"""Kills a working house with signal 9, as often as asked, and says whether anything was lost.

.venv/bin/python -m tests.walls.kill_nine 1000 --seed 7
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

import django


def main() -> None:
    reading = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reading.add_argument("times", type=int)
    reading.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = reading.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.web.settings")
    os.environ.setdefault("ALONGSIDE_MODE", "demonstration")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("ALONGSIDE_HOME", folder)
        django.setup()
        from tests.walls.killing import kill  # only now are there tables to speak of

        answered = kill(asked.times, seed=asked.seed, folder=Path(folder))
    sys.stdout.write(f"{asked.times} kills (seed {asked.seed}), {answered} answers given: nothing lost.\n")


if __name__ == "__main__":
    main()
