"""The reads of the directory: who acts, who can be asked, what the partnership has decided."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import NotThere, Standing
from alongside.directory.models import Agency, ConsultationLine, LineMember, Membership, PartnershipSetting
from alongside.directory.words import AgencyClass, RelevantPerson, Right, Setting

LISTED_MOST = 200


@dataclass(frozen=True, slots=True)
class AgencyCard:
    """An agency as others see it."""

    id: UUID
    name: str
    agency_class: AgencyClass
    relevant_person: RelevantPerson
    telephone: str


@dataclass(frozen=True, slots=True)
class MemberCard:
    """A practitioner in an agency as others see them."""

    id: UUID
    practitioner_id: UUID
    name: str
    role: str
    agency_id: UUID
    agency_name: str
    telephone: str

    @property
    def title(self) -> str:
        return f"{self.name}, {self.role}, {self.agency_name}"


@dataclass(frozen=True, slots=True)
class LineCard:
    """A team's consultation line as others see it."""

    id: UUID
    name: str
    agency_id: UUID
    agency_name: str
    telephone: str
    opening_words: str

    @property
    def title(self) -> str:
        return f"{self.name}, {self.agency_name}"


@dataclass(frozen=True, slots=True)
class ActingMembership:
    """What a request needs to know of the person who signed in."""

    id: UUID
    practitioner_id: UUID
    agency_id: UUID
    standing: Standing
    name: str
    role: str
    agency_name: str

    @property
    def title(self) -> str:
        return f"{self.name}, {self.role}, {self.agency_name}"


@dataclass(frozen=True, slots=True)
class LoginCard:
    """A person who can sign in, and the name with which they do."""

    login_name: str
    name: str
    role: str
    agency_name: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What the partnership decided, and where that comes from."""

    value: str
    from_on: date
    source: str


def acting_membership(*, login_id: int, at: datetime) -> ActingMembership | None:
    """The membership through which this login acts at this moment; None for one who has left or never joined.

    Asked before there is a context, so it stands outside @reads; it reads public tables alone.
    """
    membership = _current(at).filter(practitioner__login_id=login_id).order_by("from_at").first()
    if membership is None:
        return None
    return ActingMembership(
        membership.id,
        membership.practitioner_id,
        membership.agency_id,
        Standing(membership.standing),
        membership.practitioner.name,
        membership.role,
        membership.agency.name,
    )


def card_of(membership_id: UUID) -> MemberCard | None:
    """The card of one practitioner, for the top of every page; None where there is no such membership."""
    row = Membership.objects.select_related("practitioner", "agency").filter(id=membership_id).first()
    return _member(row) if row else None


def settings_on(on: date | None) -> dict[Setting, str]:
    """Every setting of the partnership as it stands on a day; for None, the latest decided of each."""
    rows = PartnershipSetting.objects.order_by("from_on", "decided_at")
    if on is not None:
        rows = rows.filter(from_on__lte=on)
    return {Setting(row.name): row.value for row in rows[:1000]}


def setting(name: Setting, *, on: date) -> Decided | None:
    """What the partnership has decided of this name for a day; None where it has not decided."""
    row = (
        PartnershipSetting.objects.filter(name=name, from_on__lte=on)
        .order_by("-from_on", "-decided_at")
        .first()
    )
    return Decided(row.value, row.from_on, row.source) if row else None


@reads(Right.DIRECTORY_READ, to=tuple(Standing))
def list_members(look: Look, *, words: str = "") -> tuple[MemberCard, ...]:
    """Every practitioner in post but the asker, by agency and name, at most 200."""
    rows = _current(look.now).filter(standing="practitioner").exclude(id=look.ctx.membership_id)
    for word in words.split()[:5]:
        rows = rows.filter(
            Q(practitioner__name__icontains=word) | Q(role__icontains=word) | Q(agency__name__icontains=word)
        )
    return tuple(_member(m) for m in rows.order_by("agency__name", "practitioner__name")[:LISTED_MOST])


@reads(Right.DIRECTORY_READ, to=tuple(Standing))
def list_lines(look: Look, *, words: str = "") -> tuple[LineCard, ...]:
    """The consultation lines of every agency, by agency and name, at most 200."""
    rows = ConsultationLine.objects.select_related("agency")
    for word in words.split()[:5]:
        rows = rows.filter(
            Q(name__icontains=word) | Q(agency__name__icontains=word) | Q(opening_words__icontains=word)
        )
    return tuple(_line(row) for row in rows.order_by("agency__name", "name")[:LISTED_MOST])


@reads(Right.DIRECTORY_READ, to=tuple(Standing))
def list_my_lines(look: Look) -> tuple[LineCard, ...]:
    """The lines that this person answers now, by name."""
    turns = LineMember.objects.filter(
        membership_id=look.ctx.membership_id, from_at__lte=look.now, until_at__gt=look.now
    )
    rows = ConsultationLine.objects.select_related("agency").filter(id__in=turns.values("line_id"))
    return tuple(_line(row) for row in rows.order_by("name")[:LISTED_MOST])


@reads(Right.DIRECTORY_READ, to=tuple(Standing))
def list_line_members(look: Look, *, line_id: UUID) -> tuple[MemberCard, ...]:
    """Who answers a line now, by name, at most 200."""
    turns = LineMember.objects.filter(line_id=line_id, from_at__lte=look.now, until_at__gt=look.now)
    rows = _current(look.now).filter(id__in=turns.values("membership_id"))
    return tuple(_member(row) for row in rows.order_by("practitioner__name")[:LISTED_MOST])


@reads(Right.DIRECTORY_READ, to=tuple(Standing))
def find_line(look: Look, *, agency_name: str, name: str) -> LineCard | None:
    """A line by its own name and its agency's; None where there is none."""
    row = (
        ConsultationLine.objects.select_related("agency").filter(agency__name=agency_name, name=name).first()
    )
    return _line(row) if row else None


@reads(Right.DIRECTORY_READ, to=tuple(Standing))
def list_lines_of(look: Look, *, agency_id: UUID) -> tuple[LineCard, ...]:
    """The lines of one agency, by name, at most 200."""
    rows = ConsultationLine.objects.select_related("agency").filter(agency_id=agency_id)
    return tuple(_line(row) for row in rows.order_by("name")[:LISTED_MOST])


@finds
def line(act: Act, *, line_id: UUID) -> LineCard:
    """A consultation line, for a deed. Raises NotThere."""
    found = line_card(line_id)
    if found is None:
        raise NotThere
    return found


@finds
def members_of_line(act: Act, *, line_id: UUID) -> tuple[UUID, ...]:
    """The memberships in post that answer a line at this instant, at most 200."""
    turns = LineMember.objects.filter(line_id=line_id, from_at__lte=act.now, until_at__gt=act.now)
    turns = turns.filter(membership__from_at__lte=act.now, membership__until_at__gt=act.now)
    return tuple(turns.order_by("from_at").values_list("membership_id", flat=True)[:LISTED_MOST])


def line_card(line_id: UUID) -> LineCard | None:
    """A consultation line as everybody sees it; None where there is no such line."""
    row = ConsultationLine.objects.select_related("agency").filter(id=line_id).first()
    return _line(row) if row else None


@reads(Right.DIRECTORY_READ, to=tuple(Standing))
def open_member(look: Look, *, membership_id: UUID) -> MemberCard:
    """One practitioner's card, whether or not still in post. Raises NotThere."""
    row = Membership.objects.select_related("practitioner", "agency").filter(id=membership_id).first()
    if row is None:
        raise NotThere
    return _member(row)


@reads(Right.DIRECTORY_READ, to=tuple(Standing))
def list_cards(look: Look, *, membership_ids: frozenset[UUID]) -> tuple[MemberCard, ...]:
    """The cards of these memberships, in post or not, in one batch of at most 200."""
    rows = Membership.objects.select_related("practitioner", "agency").filter(id__in=membership_ids)
    return tuple(_member(m) for m in rows[:LISTED_MOST])


@reads(Right.DIRECTORY_READ, to=tuple(Standing))
def find_agency(look: Look, *, name: str) -> AgencyCard | None:
    """An agency by the name it has in the directory; None where there is none of this name."""
    found = Agency.objects.filter(name=name).values_list("id", flat=True).first()
    return agency_card(found) if found else None


@reads(Right.DIRECTORY_READ, to=(Standing.UPKEEP,))
def list_logins(look: Look) -> tuple[LoginCard, ...]:
    """Who can sign in, of everybody now in post, by agency and name, at most 200."""
    rows = _current(look.now).select_related("practitioner__login").filter(practitioner__login__isnull=False)
    return tuple(
        LoginCard(row.practitioner.login.get_username(), row.practitioner.name, row.role, row.agency.name)
        for row in rows.order_by("agency__name", "practitioner__name")[:LISTED_MOST]
        if row.practitioner.login is not None
    )


@reads(Right.DIRECTORY_READ, to=(Standing.UPKEEP,))
def find_post(look: Look, *, login_name: str, agency_name: str) -> MemberCard | None:
    """The running post in an agency of whoever signs in by this name; None where there is none."""
    row = (
        _current(look.now)
        .filter(practitioner__login__username=login_name, agency__name=agency_name)
        .order_by("from_at")
        .first()
    )
    return _member(row) if row else None


@finds
def member(act: Act, *, membership_id: UUID) -> MemberCard:
    """A practitioner now in post, for a deed. Raises NotThere for one who has left."""
    row = _current(act.now).filter(id=membership_id).first()
    if row is None:
        raise NotThere
    return _member(row)


def agency_card(agency_id: UUID) -> AgencyCard | None:
    """An agency as everybody sees it; None where there is no such agency."""
    row = Agency.objects.filter(id=agency_id).first()
    if row is None:
        return None
    return AgencyCard(
        row.id, row.name, AgencyClass(row.agency_class), RelevantPerson(row.relevant_person), row.telephone
    )


def _current(at: datetime) -> "QuerySet[Membership]":
    return Membership.objects.select_related("practitioner", "agency").filter(
        from_at__lte=at, until_at__gt=at
    )


def _line(row: ConsultationLine) -> LineCard:
    return LineCard(row.id, row.name, row.agency_id, row.agency.name, row.telephone, row.opening_words)


def _member(row: Membership) -> MemberCard:
    return MemberCard(
        row.id,
        row.practitioner_id,
        row.practitioner.name,
        row.role,
        row.agency_id,
        row.agency.name,
        row.telephone or row.agency.telephone,
    )
