"""Checks a pack to the end: every path enumerated, every invariant held on each, every guard in its place."""

import itertools
from dataclasses import dataclass
from pathlib import Path

from alongside.guidance.faults import Findings
from alongside.guidance.invariants import broken_by
from alongside.guidance.packs import read
from alongside.guidance.paths import Way, every_way
from alongside.guidance.shapes import Node, Pack
from alongside.guidance.words import REFUSING, UNSURE, YES, Evidence, Guard, Kind, ShareMode, StateKey

ITEMS_SHARED = "how.items_shared"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found good: how many paths, and how many walks when each node may ask for advice once."""

    pack: str
    digest: str
    paths: int
    walks: int
    invariants: int


def check_file(path: Path) -> Checked:
    """Read a file and check it. Raises PackRefused with every fault found."""
    return check(read(path), file=path.name)


def check(pack: Pack, *, file: str | None = None) -> Checked:
    """Check a pack that was read: records, groups, guards, and the invariants on every path.

    Its form, start, reachability and end were checked when it was read. Raises PackRefused with every fault.
    """
    findings = Findings(file or f"{pack.id}.yaml")
    _check_records(pack, findings=findings)
    _check_groups(pack, findings=findings)
    for node in pack.nodes.values():
        _check_guards(node, findings=findings)
    ways = list(every_way(pack))
    _check_countersignature(pack, ways, findings=findings)
    for invariant, way in broken_by(pack, ways):
        findings.add(
            f"the invariant {invariant.name} does not hold on the path {way.sentence()}", node=way.ends_at
        )
    findings.refuse_if_any()
    return Checked(pack.id, pack.digest, len(ways), sum(way.walks for way in ways), len(pack.invariants))


def _check_records(pack: Pack, *, findings: Findings) -> None:
    asked = {key for node in pack.nodes.values() for key in node.records}
    for key in pack.records:
        if key not in asked:
            findings.add(f"the record {key!r} is asked for by no node.")


def _check_groups(pack: Pack, *, findings: Findings) -> None:
    """The nodes of a group are drawn as one box, so they must follow one another with no way out."""
    for group in pack.groups:
        members = [node for node in pack.nodes.values() if node.group == group]
        if not members:
            findings.add(f"the group {group!r} has no nodes.")
        for node, after in itertools.pairwise(members):
            onward = {a.next for a in node.answers.values() if pack.nodes[a.next].kind is not Kind.ADVICE}
            if onward != {after.id}:
                findings.add(
                    f"is in the group {group!r}, so every answer must lead to {after.id}.", node=node.id
                )


def _check_guards(node: Node, *, findings: Findings) -> None:
    """Each guard stands where the pack needs it, and nowhere that it would guard nothing."""
    rests_on_consent = any(
        answer.set.get(StateKey.SHARE_MODE) == ShareMode.WITH_CONSENT for answer in node.answers.values()
    )
    nobody_to_tell = node.evidence is Evidence.TELLING and "not_applicable" in node.answers
    may_stay_unsure = node.evidence is Evidence.IDENTIFIABLE and {YES, UNSURE} <= node.answers.keys()
    needed = {
        Guard.G2: (nobody_to_tell, "lets nobody be told (not_applicable)"),
        Guard.G3: (rests_on_consent, "lets a share rest on consent"),
        Guard.G4: (ITEMS_SHARED in node.records, "says what is shared"),
        Guard.G8: (may_stay_unsure, "may stay unsure whether somebody can be identified"),
    }
    for guard, (is_needed, because) in needed.items():
        if is_needed and guard not in node.guards:
            findings.add(f"{because}, so the guard {guard} must stand here.", node=node.id)
        if guard in node.guards and not is_needed:
            findings.add(f"bears the guard {guard}, which guards nothing here.", node=node.id)


def _check_countersignature(pack: Pack, ways: list[Way], *, findings: Findings) -> None:
    guarded = {node.id for node in pack.nodes.values() if Guard.G1 in node.guards}
    for way in ways:
        if way.outcome in REFUSING and guarded.isdisjoint(node for node, _answer in way.answers):
            findings.add(
                f"refuses without passing a node that bears the guard G1: {way.sentence()}", node=way.ends_at
            )
            return
