"""The published guidance as its pages show it: every edition, its whole drawing, its sources and standing."""

from dataclasses import dataclass
from datetime import date, datetime

from alongside.access.context import day_in_london
from alongside.design.parts import Figure, Tag, Tone
from alongside.design.times import MONTHS
from alongside.directory import queries as directory
from alongside.directory.words import Setting
from alongside.guidance import drawing, packs
from alongside.guidance.packs import Pack
from alongside.guidance.words import InForce, OfferedFor

FIRST_EDITION = "dfe-2024-derived"  # what an installation walks until it decides otherwise
STANDING = {
    InForce.RECOMMENDED: Tag("Recommended", Tone.OK),
    InForce.SUPERSEDED: Tag("Superseded", Tone.DUE),
    InForce.CHECKLIST: Tag("Checklist", Tone.CALM),
    InForce.OVERLAY: Tag("Before another chart", Tone.CALM),
    InForce.SWITCHED_OFF: Tag("Switched off", Tone.CALM),
}
OFFERED = {
    OfferedFor.NEW_DECISIONS: "It can be followed for new decisions.",
    OfferedFor.BEFORE_A_NEW_DECISION: "It is asked before another chart, once the law it states is in force.",
    OfferedFor.TRANSCRIPTION_ONLY: "It is kept so that older decisions can be read. No new decision follows it.",
    OfferedFor.READINESS_REVIEW: "It is a list to look through together, not a way to decide about one child.",
    OfferedFor.NOT_OFFERED: "It is not offered yet.",
}
UNVERIFIED = "The wording has not yet been checked against the original."
VERIFIED = "The wording has been checked against the original."


@dataclass(frozen=True, slots=True)
class PackCard:
    """One edition, in the list."""

    id: str
    short_title: str
    authority: str
    published_on: str
    tag: Tag
    offered: str
    here: str  # a sentence where the partnership follows this edition, else empty


@dataclass(frozen=True, slots=True)
class PackPage:
    """One edition with its drawing and where it comes from."""

    card: PackCard
    title: str
    status: str
    wording: str
    superseded_by: PackCard | None
    figure: Figure
    sources: tuple[str, ...]
    digest: str


def shelf(*, at: datetime) -> tuple[PackCard, ...]:
    """Every published edition, the one that the partnership follows first."""
    cards = (_card(pack, at=at) for pack in packs.published().values())
    return tuple(sorted(cards, key=lambda card: (not card.here, card.short_title)))


def pack_page(pack_id: str, *, at: datetime) -> PackPage:
    """One edition as a page. Raises NoSuchPack."""
    pack = packs.load(pack_id)
    return PackPage(
        card=_card(pack, at=at),
        title=pack.title,
        status=pack.status,
        wording=VERIFIED if pack.wording_verified else UNVERIFIED,
        superseded_by=_card(packs.load(pack.superseded_by), at=at) if pack.superseded_by else None,
        figure=Figure(
            title="The whole chart",
            svg=drawing.draw(pack),
            lines=tuple(drawing.describe(pack)),
            lines_title="Read this chart as a list",
        ),
        sources=tuple(f"{source.title}. Found at: {source.where}." for source in pack.sources),
        digest=pack.digest,
    )


def _card(pack: Pack, *, at: datetime) -> PackCard:
    return PackCard(
        id=pack.id,
        short_title=pack.short_title,
        authority=pack.authority,
        published_on=_printed(pack.published_on or ""),
        tag=STANDING[pack.in_force],
        offered=OFFERED[pack.offered_for],
        here=_here(pack, on=day_in_london(at)),
    )


def _printed(published_on: str) -> str:
    """A year and month, or a whole day, as people write it."""
    year, _, rest = published_on.partition("-")
    month, _, on = rest.partition("-")
    if not month.isdigit():
        return published_on
    return " ".join(filter(None, (on.lstrip("0"), MONTHS[int(month) - 1].capitalize(), year)))


def _here(pack: Pack, *, on: date) -> str:
    decided = directory.setting(Setting.GUIDANCE_EDITION, on=on)
    if decided is None:
        return "New decisions here follow this edition." if pack.id == FIRST_EDITION else ""
    return f"New decisions here follow this edition. {decided.source}" if pack.id == decided.value else ""
