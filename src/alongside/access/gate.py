"""The frame around every deed and every reading. Never edited by a feature.

A deed: refuse without a context, open one durable transaction on the writer, give the first result if the same
command id was done before, run, refuse to commit if nothing was noted, append one leaf, commit, and only then
tell the world. A command called within another joins its frame.
"""

import functools
import hashlib
import logging
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from uuid import UUID

from django.apps import apps
from django.db import connections, models, transaction

from alongside.access import context, frame, policy, receipts
from alongside.access.context import Context
from alongside.access.plain import plain
from alongside.access.receipts import Done
from alongside.access.routing import READER, WRITER
from alongside.access.sqlite import wall
from alongside.access.words import (
    Leaf,
    NoContext,
    NothingNoted,
    NotThere,
    Ref,
    Refused,
    SavedWithOtherWords,
    Standing,
)
from alongside.audit import canonical, log
from alongside.audit import queries as audit
from alongside.audit.entry import Entry, microseconds
from alongside.audit.grouping import GroupCommit

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)

# One writer at a time in this process: waiting here is cheaper and fairer than waiting inside SQLite.
WRITING = threading.RLock()

# Without the id that its form was given, a deed could be done twice; the page asks again and gives it a new one.
NOT_WHOLE = (
    "This page did not arrive whole, so nothing was saved. What you typed is still here: send it once more."
)

POLICY_VERSION = hashlib.sha256(
    repr((policy.TABLES, policy.SETS, policy.CLAUSES, policy.DENIALS)).encode()
).hexdigest()[:16]


@dataclass(slots=True)
class Act:
    """A deed being done: who, its one instant, and what it has noted so far."""

    ctx: Context
    now: datetime
    deeds: list[dict[str, str]] = field(default_factory=list)
    effects: list[Callable[[], None]] = field(default_factory=list)
    _found: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, look_up: Callable[[], R]) -> R:
        """Look up once, for the whole deed, what no deed that asks for it can change. `name` is the look-up's own."""
        if name not in self._found:
            self._found[name] = look_up()
        return cast("R", self._found[name])

    def note(self, leaf: str, *, about: Ref | None) -> None:
        """Write down what was done, for the log: a word and a reference, never a name or free text."""
        self.deeds.append({"action": str(leaf), "about": str(about) if about else "-"})

    def after_commit(self, effect: Callable[[], None]) -> None:
        """Do this once the deed is durable (law 15). It may fail without undoing the deed."""
        self.effects.append(effect)

    def admit(self, label: str, key: UUID | None) -> None:
        """Go on only if this person may know of this row. Raises NotThere otherwise, whichever the reason."""
        if key is None or not self.sees(label, key):
            raise NotThere

    def sees(self, label: str, key: UUID) -> bool:
        """Say whether this person may know of this row, by the policy's own SQL on the writer."""
        name = apps.get_model(label)._meta.db_table  # noqa: SLF001 - Django's public-by-use name
        rule = wall.direct_rule(policy.TABLES[label])
        with connections[WRITER].cursor() as cursor:
            cursor.execute(f'SELECT 1 FROM main."{name}" r WHERE r.id = %s AND {rule}', [wall.stored(key)])
            return cursor.fetchone() is not None

    def seen_by(
        self,
        label: str,
        key: UUID,
        *,
        membership_id: UUID,
        practitioner_id: UUID,
        agency_id: UUID | None = None,
    ) -> bool:
        """Say whether somebody else, of the same agency unless another is given, may know of this row."""
        eyes = frame.Sight("", membership_id, practitioner_id, agency_id or self.ctx.agency_id, self.now)
        with frame.looking(eyes):
            return self.sees(label, key)

    def among(self, rows: "models.QuerySet[M]") -> "models.QuerySet[M]":
        """Narrow a look-up inside a deed to the rows that this person may see."""
        meta = rows.model._meta  # noqa: SLF001
        rule = wall.direct_rule(policy.TABLES[meta.label])
        name = meta.db_table
        return rows.extra(
            where=[f'EXISTS (SELECT 1 FROM main."{name}" r WHERE r.id = "{name}"."id" AND {rule})']
        )


@dataclass(frozen=True, slots=True)
class Look:
    """A reading: who looks, at which instant, and what is opened by it."""

    ctx: Context
    now: datetime

    def opens(self, about: Ref) -> None:
        """Say that this page opens a thing: the page leaves only after the log has it."""
        if about not in self.ctx.trail.opened:
            self.ctx.trail.opened.append(about)


def writes(
    right: str, *, to: Collection[Standing] = (Standing.PRACTITIONER,)
) -> Callable[[Callable[Concatenate[Act, P], R]], Callable[Concatenate[Context | Act, P], R]]:
    """Make a function the command of one deed. `right` names it; `to` says as what one must act to do it."""

    def decorate(command: Callable[Concatenate[Act, P], R]) -> Callable[Concatenate[Context | Act, P], R]:
        @functools.wraps(command)
        def deed(who: Context | Act, *args: P.args, **words: P.kwargs) -> R:
            if isinstance(who, Act):
                return command(who, *args, **words)
            _refuse_without(who, to)
            name = f"{command.__module__}.{command.__name__}"
            return _do(who, name, lambda act: command(act, *args, **words), words)

        deed.right = right  # type: ignore[attr-defined]
        return cast("Callable[Concatenate[Context | Act, P], R]", deed)

    return decorate


def keeps(
    right: str, *, to: Collection[Standing] = (Standing.PRACTITIONER,)
) -> Callable[[Callable[Concatenate[Act, P], R]], Callable[Concatenate[Context, P], R]]:
    """The leafless frame for unsubmitted text: durable, but no deed and no part of the record."""

    def decorate(command: Callable[Concatenate[Act, P], R]) -> Callable[Concatenate[Context, P], R]:
        @functools.wraps(command)
        def kept(who: Context, *args: P.args, **words: P.kwargs) -> R:
            _refuse_without(who, to)
            with _deed(who) as act:
                return command(act, *args, **words)

        kept.right = right  # type: ignore[attr-defined]
        return cast("Callable[Concatenate[Context, P], R]", kept)

    return decorate


def reads(
    right: str, *, to: Collection[Standing] = (Standing.PRACTITIONER,)
) -> Callable[[Callable[Concatenate[Look, P], R]], Callable[Concatenate[Context | Look, P], R]]:
    """Make a function a query for pages: it runs on the walled reader and sees what this person may see."""

    def decorate(query: Callable[Concatenate[Look, P], R]) -> Callable[Concatenate[Context | Look, P], R]:
        @functools.wraps(query)
        def reading(who: Context | Look, *args: P.args, **words: P.kwargs) -> R:
            if isinstance(who, Look):
                return query(who, *args, **words)
            _refuse_without(who, to)
            if frame.is_open():
                raise NoContext(
                    "A deed looks things up through @finds and act.admit, not through a page's query."
                )
            with frame.looking(who.eyes()):
                wall.fill(connections[READER])
                return query(Look(who, who.now), *args, **words)

        reading.right = right  # type: ignore[attr-defined]
        return cast("Callable[Concatenate[Context | Look, P], R]", reading)

    return decorate


def finds(look_up: Callable[Concatenate[Act, P], R]) -> Callable[Concatenate[Act, P], R]:
    """Make a function a command's look-up: on the writer, by the same policy, with no leaf of its own."""

    @functools.wraps(look_up)
    def found(act: Act, *args: P.args, **words: P.kwargs) -> R:
        if not isinstance(act, Act):
            raise NoContext("A look-up belongs to a deed.")
        return look_up(act, *args, **words)

    return cast("Callable[Concatenate[Act, P], R]", found)


def leave_trace(ctx: Context) -> None:
    """Append the one leaf that names what this request opened. Raises if the log cannot be written.

    The page frame calls it after rendering and before a byte leaves.
    """
    if frame.is_open():
        raise NoContext("A page leaves its trace after its deeds, never inside one.")
    if ctx.trail.opened:
        deeds = [{"action": str(Leaf.PAGE_OPENED), "about": str(ref)} for ref in ctx.trail.opened]
        _traces.submit(_entry(ctx, ctx.now, deeds, ()))
        ctx.trail.opened.clear()


def _refuse_without(who: Context | None, to: Collection[Standing]) -> None:
    if not isinstance(who, Context):
        raise NoContext("Say who asks: a command or query needs the request's context.")
    if who.standing not in to:
        raise NotThere


@contextmanager
def _deed(ctx: Context) -> Iterator[Act]:
    with WRITING, transaction.atomic(using=WRITER, durable=True), frame.doing():
        act = Act(ctx, context.clock())
        with frame.looking(ctx.sight_at(act.now)):
            yield act


def _do(ctx: Context, name: str, command: Callable[[Act], R], words: dict[str, Any]) -> R:
    if ctx.command_id is None:
        raise Refused(NOT_WHOLE)
    given = plain(words)
    digest = hashlib.sha256(canonical.encode({"command": name, "words": given})).hexdigest()
    with _deed(ctx) as act:
        if done := receipts.find(actor=ctx.actor, command_id=ctx.command_id):
            return cast("R", _first_result(done, digest))
        result = command(act)
        if not act.deeds:
            raise NothingNoted(name)
        (seq,) = log.append_many([_entry(ctx, act.now, act.deeds, ({"command": name, "words": given},))])
        receipt = Done(digest, _kept(result), seq)
        receipts.keep(receipt, actor=ctx.actor, command_id=ctx.command_id, command=name)
    ctx.trail.sight = ctx.sight_at(act.now)  # what may be seen has changed, and by this instant
    for effect in act.effects:
        _tell(effect)
    return result


def _tell(effect: Callable[[], None]) -> None:
    try:
        effect()
    except Exception:  # the deed stands; the outbox keeps what could not be sent
        logging.getLogger(__name__).exception("Something to do after a deed failed and will be tried again.")


def _entry(ctx: Context, at: datetime, deeds: list[dict[str, str]], details: tuple[Any, ...]) -> Entry:
    return Entry(
        deeds=deeds,
        ts=microseconds(at),
        actor=ctx.actor,
        session=ctx.session,
        agency=str(ctx.agency_id),
        purpose=ctx.purpose,
        outcome="done",
        policy=POLICY_VERSION,
        request=ctx.request_id,
        details=details,
    )


def _kept(result: Any) -> Any:
    if result is None or isinstance(result, str):
        return result
    if isinstance(result, UUID):
        return {"id": str(result)}
    raise TypeError("A command answers an id, a word or nothing, so that its receipt can give it again.")


def _first_result(done: Done, digest: str) -> Any:
    if done.digest != digest:
        first = audit.detail_of(leaf_seq=done.leaf_seq)
        words = first.get("words") if isinstance(first, dict) else None
        raise SavedWithOtherWords(dict(words) if isinstance(words, dict) else {})
    return UUID(done.result["id"]) if isinstance(done.result, dict) else done.result


def _commit_traces(entries: Sequence[Entry]) -> list[int]:
    with WRITING, transaction.atomic(using=WRITER, durable=True), frame.doing():
        return log.append_many(entries)


_traces: GroupCommit[Entry, int] = GroupCommit(_commit_traces)
