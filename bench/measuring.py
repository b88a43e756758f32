"""How everything here is timed: contestants in turn, many rounds, and the ratio to the limit inside each round.

A figure is never a time by itself. Each contestant does the same work as the limit in the same round, so what else
the machine does slows both; the ratio is taken round by round, and its median is the figure. A fixed loop is timed in
every round too: how much it wavers says how far the machine was shared, and so how far to trust the last digit. Beside
the time on the wall stands the processor's: it leaves out the waiting, for the disk and for other programs alike.
"""

import gc
import platform
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time


@dataclass
class Contestant:
    """One way of doing the work. `do(turn)` does it once; `ready(turn)` goes before it and is not timed."""

    name: str
    do: Callable[[int], object]
    ready: Callable[[int], object] = lambda _turn: None
    seconds: list[float] = field(default_factory=list)
    working: list[float] = field(default_factory=list)  # of these, the processor's

    def once(self, turn: int) -> None:
        """Do the work and note how long it took."""
        self.ready(turn)
        start, began = perf_counter(), process_time()
        self.do(turn)
        self.working.append(process_time() - began)
        self.seconds.append(perf_counter() - start)


@dataclass(frozen=True)
class Figure:
    """What one contestant came to, against the limit of the same rounds."""

    name: str
    times: float  # the median of the rounds' ratios: times slower than the limit
    half: tuple[float, float]  # between these lies the middle half of the rounds
    at_best: float  # fastest round of one to fastest round of the other
    of_processor: float  # the median of the rounds' ratios of processor time
    median_us: float
    best_us: float


def compare(
    limit: Contestant, *others: Contestant, rounds: int, per: int = 1, warm_up: int = 3
) -> list[Figure]:
    """Time all in turn, each round beginning with another, and answer a figure for each, the limit first.

    `per`: how many pieces of work one turn does, by which the median time is divided.
    """
    everyone = (limit, *others)
    gc.collect()
    gc.freeze()
    for turn in range(warm_up + rounds):
        if turn == warm_up:
            for one in everyone:
                one.seconds.clear()
                one.working.clear()
        first = turn % len(everyone)
        gc.collect(0)  # the young alone: walking through everything would leave the processor's caches cold
        gc.disable()
        for one in (*everyone[first:], *everyone[:first]):
            one.once(turn)
        gc.enable()
    gc.unfreeze()
    return [_figure(one, limit, per) for one in everyone]


def _figure(one: Contestant, limit: Contestant, per: int) -> Figure:
    ratios = _ratios(one.seconds, limit.seconds)
    low, middle, high = statistics.quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
    return Figure(
        name=one.name,
        times=middle,
        half=(low, high),
        at_best=min(one.seconds) / min(limit.seconds),
        of_processor=statistics.median(_ratios(one.working, limit.working)),
        median_us=statistics.median(one.seconds) / per * 1e6,
        best_us=min(one.seconds) / per * 1e6,
    )


def _ratios(mine: list[float], least: list[float]) -> list[float]:
    return [each / limit for each, limit in zip(mine, least, strict=True)]


def calibration() -> Contestant:
    """A fixed piece of work that never changes: its wavering is the machine's, not ours."""
    return Contestant("calibration loop", lambda _turn: sum(number * number for number in range(20_000)))


def wavering(loop: Contestant) -> float:
    """How much longer the middle round of a fixed loop took than its best: 1.0 on a machine that does nothing else."""
    return statistics.median(loop.seconds) / min(loop.seconds)


def machine(driver: str) -> str:
    """The machine in a sentence. `driver`: the SQLite that was used, or nothing."""
    told = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    names = [line.partition(":")[2].strip() for line in told.splitlines() if line.startswith("model name")]
    processor = f"{len(names)} × {names[0]}" if names else platform.processor() or "an unnamed processor"
    parts = (processor, platform.system(), f"Python {platform.python_version()}", driver)
    return ", ".join(filter(None, parts))


def print_table(title: str, figures: Sequence[Figure], *, goal: float, loop: Contestant) -> None:
    """Print the figures, what was wanted, and how noisy the machine was."""
    print(title)
    heads = ("× limit", "middle half", "at best", "processor", "median", "best")
    print("  {:36}{:>9}{:>14}{:>9}{:>11}{:>13}{:>13}".format("", *heads))
    for one in figures:
        half, times = f"{one.half[0]:.2f}–{one.half[1]:.2f}", f"{one.median_us:.1f} µs"
        print(
            f"  {one.name:36}{one.times:9.2f}{half:>14}{one.at_best:9.2f}{one.of_processor:11.2f}"
            f"{times:>13}{f'{one.best_us:.1f} µs':>13}"
        )
    wavered = wavering(loop)
    print(
        f"  Goal: at most {goal}. {len(loop.seconds)} rounds; the calibration loop wavered by {wavered:.2f}."
    )
