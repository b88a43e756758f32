"""W2: a whole walk of the 2018 chart, by the public engine against the same chart written out as `if` and `else`.

The limit gives what W2 asks for and no more: path, state, required records and outcome. The engine gives those and also
the steps, what is decided where, what is missing and what is wrong, and it walks any chart. Every path of the chart is
walked, except those that guard G2 shuts; advice comes back to its question and is walked by the tests, not here.
"""

import argparse
from collections.abc import Mapping

from alongside.guidance import packs
from alongside.guidance.engine import walk
from alongside.guidance.paths import every_way
from alongside.guidance.stops import ways_through
from alongside.guidance.trace import Trace
from bench.measuring import Contestant, calibration, compare, machine, print_table

CHART = packs.load("hmg-2018-07")
GOAL = 8
ROUNDS = 200
# A whole case as a page knows it: conditions on records are looked at, and what is written counts as given.
FACTS = {"risk_of_significant_harm": False, "special_category": True, "consent_valid": True}
RECORDS = dict.fromkeys(list(CHART.records)[:20], "Written down.")

Walked = tuple[list[str], dict[str, str | bool], list[str], str]
WRITTEN = {node.id: node.records for node in CHART.nodes.values()}
ASKED = [*WRITTEN["S0"], *WRITTEN["P0"], *WRITTEN["Q1"]]
HOW = [key for node in ("H1", "H2", "H3", "H4", "H5", "R_YES") for key in WRITTEN[node]]


def by_hand(said: Mapping[str, str]) -> Walked:
    """The 2018 chart as a programmer would write it for itself alone."""
    path, state, records = ["S0", "P0", "Q1"], {}, ASKED.copy()
    if said["P0"] == "yes_immediate":
        state["cp_procedure"], state["retrospective_allowed"] = "immediate", True
    elif said["P0"] == "yes":
        state["cp_procedure"] = "started"
    else:
        state["cp_procedure"] = "none"
    if said["Q1"] == "no":
        return _refused(path, state, records)
    path.append("Q2")
    records += WRITTEN["Q2"]
    if said["Q2"] == "yes":
        state["share_mode"] = "with_consent"
        return _shared(said, path, state, records)
    path.append("Q3")
    records += WRITTEN["Q3"]
    if said["Q3"] == "no":
        state["share_mode"] = "non_identifying"
        return _shared(said, path, state, records)
    path.append("Q4")
    records += WRITTEN["Q4"]
    if said["Q4"] == "no":
        return _refused(path, state, records)
    state["share_mode"] = "without_consent"
    return _shared(said, path, state, records)


def _refused(path: list[str], state: dict[str, str | bool], records: list[str]) -> Walked:
    path += ("R_NO", "O_NOSHARE")
    records += WRITTEN["R_NO"]
    return path, state, records, "DO_NOT_SHARE"


def _shared(
    said: Mapping[str, str], path: list[str], state: dict[str, str | bool], records: list[str]
) -> Walked:
    path += ("H1", "H2", "H3", "H4", "H5", "R_YES", "O_SHARE")
    records += HOW
    if said["H4"] == "urgent_other_channel":
        state["channel_exception"] = True
    if said["H5"] == "withheld":
        state["inform_withheld"] = True
    return path, state, records, "SHARE"


def walked(trace: Trace) -> Walked:
    """What W2 asks of a walk, as the limit gives it."""
    return list(trace.path), dict(trace.state), list(trace.required_records), trace.outcome or ""


def every_walk() -> list[dict[str, str]]:
    """The answers of every path that the engine walks to its end."""
    said = [dict(way.answers) for way in every_way(CHART)]
    return [answers for answers in said if walk(CHART, answers=answers).outcome]


def anew(walks: list[dict[str, str]]) -> list[Trace]:
    """Every walk by an engine that has kept nothing, as in the first minute after a start."""
    ways_through.cache_clear()
    return [walk(CHART, answers=said) for said in walks]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    walks = every_walk()
    for said in walks:
        assert walked(walk(CHART, answers=said)) == by_hand(said), said
        assert walked(walk(CHART, answers=said, facts=FACTS, records=RECORDS)) == by_hand(said), said
    loop = calibration()
    limit, plain, whole, first, _ = compare(
        Contestant("if and else by hand (limit)", lambda _turn: [by_hand(said) for said in walks]),
        Contestant("the public engine", lambda _turn: [walk(CHART, answers=said) for said in walks]),
        Contestant(
            "the same with facts and records",
            lambda _turn: [walk(CHART, answers=said, facts=FACTS, records=RECORDS) for said in walks],
        ),
        Contestant("the engine, no way walked before", lambda _turn: anew(walks)),
        loop,
        rounds=rounds,
        per=len(walks),
    )
    print(machine(""))
    title = f"W2: one walk of the 2018 chart, {len(walks)} different walks a round; all answers equal"
    print_table(title, (limit, plain, whole, first), goal=GOAL, loop=loop)


if __name__ == "__main__":
    main()
