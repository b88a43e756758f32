"""Loads the published packs: `load` one, `published` for all, `read` for a file that somebody writes.

A pack is immutable once published: a fix is a new id. Its digest is SHA-256 over the canonical form of the
parsed file: JSON, keys sorted at every depth, no white space between tokens, characters as UTF-8, nothing
left out. So comments and the order of keys do not change it, and any changed word does.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from alongside.guidance.faults import Fault, Findings, PackRefused
from alongside.guidance.forms import check_form
from alongside.guidance.graph import check_graph
from alongside.guidance.reading import read_strictly
from alongside.guidance.shapes import Answer, Condition, Invariant, Node, Pack, RecordKey, Source
from alongside.guidance.trace import Step
from alongside.guidance.words import (
    Evidence,
    Given,
    Guard,
    InForce,
    Kind,
    OfferedFor,
    On,
    ShareMode,
    StateKey,
)

__all__ = ["FOLDER", "NoSuchPack", "Pack", "PackRefused", "load", "published", "read"]

FOLDER = Path(__file__).parent / "packs"


class NoSuchPack(LookupError):  # noqa: N818 - a refusal, said as one
    """No published pack has this id."""


@lru_cache(maxsize=64)
def load(pack_id: str) -> Pack:
    """The published pack with this id. Raises NoSuchPack, or PackRefused where the file is broken."""
    if pack_id not in _published_ids():
        raise NoSuchPack(f"There is no pack {pack_id!r}. Published are: {', '.join(_published_ids())}.")
    return read(FOLDER / f"{pack_id}.yaml")


@lru_cache(maxsize=1)
def published() -> Mapping[str, Pack]:
    """All published packs by id, in alphabetical order. Raises PackRefused with the faults of all of them."""
    packs: dict[str, Pack] = {}
    faults: list[Fault] = []
    for pack_id in _published_ids():
        try:
            packs[pack_id] = load(pack_id)
        except PackRefused as refused:
            faults.extend(refused.faults)
    if faults:
        raise PackRefused(faults)
    return MappingProxyType(packs)


def read(path: Path) -> Pack:
    """The pack in a file, its form and graph checked. Raises PackRefused with every fault found."""
    findings = Findings(path.name)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as unreadable:
        findings.add(f"cannot be read: {unreadable}")
        raise PackRefused(findings.faults) from unreadable
    raw = read_strictly(text, findings=findings)
    if raw is not None:
        check_form(raw, findings=findings)
    if isinstance(raw, Mapping):
        if path.parent == FOLDER and raw.get("graph") != path.stem:
            findings.add(f"a published pack is named as its graph, and the graph is {raw.get('graph')!r}.")
        check_graph(raw, findings=findings)
    findings.refuse_if_any()
    return _build(raw)


@lru_cache(maxsize=1)
def _published_ids() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


def _digest(raw: Mapping[str, Any]) -> str:
    canonical = json.dumps(raw, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _build(raw: Mapping[str, Any]) -> Pack:
    return Pack(
        id=raw["graph"],
        digest=_digest(raw),
        title=raw["title"],
        short_title=raw["short_title"],
        authority=raw["authority"],
        published_on=raw["published_on"],
        in_force=InForce(raw["in_force"]),
        superseded_by=raw["superseded_by"],
        offered_for=OfferedFor(raw["offered_for"]),
        status=raw["status"],
        wording_verified=raw["wording_verified"],
        sources=tuple(Source(**source) for source in raw["sources"]),
        start=raw["start"],
        groups=MappingProxyType(dict(raw["groups"])),
        invariants=tuple(_invariant(form) for form in raw["invariants"]),
        records=MappingProxyType({key: _record(key, form) for key, form in raw["records"].items()}),
        nodes=MappingProxyType({node_id: _node(node_id, form) for node_id, form in raw["nodes"].items()}),
    )


def _node(node_id: str, form: Mapping[str, Any]) -> Node:
    kind = Kind(form["kind"])
    guards = frozenset(Guard(guard) for guard in form.get("guards", ()))
    answers = {
        key: _answer(key, told, node=(node_id, kind, guards)) for key, told in form.get("answers", {}).items()
    }
    return Node(
        id=node_id,
        kind=kind,
        text=form["text"],
        short=form.get("short", form["text"]),
        help=form.get("help", ""),
        cite=form.get("cite", ""),
        evidence=Evidence(form["evidence"]) if form.get("evidence") else None,
        group=form.get("group"),
        guards=guards,
        answers=answers,
        only=next(iter(answers.values())) if len(answers) == 1 else None,
        plain={key: told for key, told in answers.items() if not told.guards and not told.not_offered_when},
        records=tuple(form.get("records", ())),
        outcome=form.get("outcome"),
    )


def _answer(key: str, form: Mapping[str, Any], *, node: tuple[str, Kind, frozenset[Guard]]) -> Answer:
    node_id, kind, guards = node
    sets = dict(form.get("set", {}))
    return Answer(
        key=key,
        label=form["label"],
        short=form.get("short", key.replace("_", " ")),
        next=form["next"],
        set=MappingProxyType(sets),
        not_offered_when=_conditions(form.get("not_offered_when", {})),
        guards=_asked_before(key, sets=sets, guards=guards),
        answered=Step(node_id, kind, key, Given.ANSWERED, sets),
        implied=Step(node_id, kind, key, Given.IMPLIED, sets),
    )


def _asked_before(key: str, *, sets: Mapping[str, str | bool], guards: frozenset[Guard]) -> tuple[Guard, ...]:
    """The guards of a node that concern this answer, so that walking asks no others."""
    concerned = {
        Guard.G2: key == "not_applicable",
        Guard.G3: sets.get(StateKey.SHARE_MODE) == ShareMode.WITH_CONSENT,
        Guard.G4: True,
    }
    return tuple(guard for guard, concerns in concerned.items() if guard in guards and concerns)


def _record(key: str, form: Mapping[str, Any]) -> RecordKey:
    return RecordKey(
        key=key,
        label=form["label"],
        required_when=_conditions(form.get("required_when", {})),
        none_because_on=frozenset(form.get("none_because_on", ())),
        given=form.get("given"),
        given_when=_conditions(form.get("given_when", {})),
    )


def _conditions(form: Mapping[str, Any]) -> tuple[Condition, ...]:
    found: list[Condition] = []
    for on, looked_at in form.items():
        if on == On.GUARD:
            found.append(Condition(On.GUARD, str(looked_at), value=True))
        else:
            found.extend(Condition(On(on), key, value) for key, value in looked_at.items())
    return tuple(found)


def _invariant(form: Mapping[str, Any]) -> Invariant:
    return Invariant(
        name=form["name"],
        outcome=form.get("outcome"),
        exactly_when=form.get("exactly_when"),
        when=form.get("if"),
        passes=tuple(form.get("passes", ())),
        never_visits=tuple(form.get("never_visits", ())),
    )
