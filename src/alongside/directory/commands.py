"""The writes of the directory: agencies, people, who works where, what the partnership decided."""

from datetime import date, datetime
from uuid import UUID

from alongside.access import commands as access
from alongside.access.commands import OPEN_END
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, NotThere, Purpose, Ref, Refused, Standing
from alongside.directory.models import (
    Agency,
    ConsultationLine,
    LineMember,
    Membership,
    PartnershipSetting,
    Practitioner,
)
from alongside.directory.words import AgencyClass, Leaf, MemberStanding, RelevantPerson, Right, Setting

# A post without an agreed end still ends: it is looked at again then (law 16).

LONGEST_HOURS = 168
KEEPERS = (Standing.ADMINISTRATOR, Standing.UPKEEP)


@writes(Right.AGENCY_ADD, to=(Standing.UPKEEP,))
def add_agency(
    act: Act, *, name: str, agency_class: AgencyClass, relevant_person: RelevantPerson, telephone: str
) -> UUID:
    """Add an agency to the partnership. Any agency that works with children may join (the practice guide)."""
    if Agency.objects.filter(name=name).exists():
        raise Refused(
            f"An agency called {name} is already in the directory. Use that one, or give this one its own name."
        )
    agency = Agency.objects.create(
        name=name, agency_class=agency_class, relevant_person=relevant_person, telephone=telephone
    )
    act.note(Leaf.AGENCY_ADDED, about=Ref("agency", agency.id))
    return agency.id


@writes(Right.PRACTITIONER_ADD, to=KEEPERS)
def add_practitioner(act: Act, *, name: str, login_id: int | None) -> UUID:
    """Add a person to the directory; `login_id` is the account with which they sign in, if they have one yet."""
    practitioner = Practitioner.objects.create(name=name, login_id=login_id)
    act.note(Leaf.PRACTITIONER_ADDED, about=Ref("practitioner", practitioner.id))
    return practitioner.id


@writes(Right.MEMBERSHIP_BEGIN, to=KEEPERS)
def begin_membership(
    act: Act,
    *,
    practitioner_id: UUID,
    agency_id: UUID,
    role: str,
    telephone: str,
    standing: MemberStanding = MemberStanding.PRACTITIONER,
    starts: datetime | None = None,
    until: datetime = OPEN_END,
) -> UUID:
    """Say that a practitioner works for an agency from now until a moment. An administrator adds to the own agency only."""
    if act.ctx.standing is Standing.ADMINISTRATOR and agency_id != act.ctx.agency_id:
        raise NotThere
    membership = Membership.objects.create(
        practitioner_id=practitioner_id,
        agency_id=agency_id,
        role=role,
        standing=standing,
        telephone=telephone,
        from_at=starts or act.now,
        until_at=until,
    )
    access.grant(
        act,
        kind=GrantKind.IN_POST,
        whom=access.Whom(membership_id=membership.id, agency_id=agency_id),
        purpose=Purpose.EMPLOYMENT,
        reason="In post",
        starts=starts,
        until=until,
    )
    act.note(Leaf.MEMBERSHIP_BEGUN, about=Ref("membership", membership.id))
    return membership.id


@writes(Right.MEMBERSHIP_END, to=KEEPERS)
def end_membership(act: Act, *, membership_id: UUID) -> None:
    """End a membership at this moment: access ends with it, the records stay with the agency (E17)."""
    membership = Membership.objects.filter(id=membership_id).first()
    if membership is None or (
        act.ctx.standing is Standing.ADMINISTRATOR and membership.agency_id != act.ctx.agency_id
    ):
        raise NotThere
    membership.until_at = max(act.now, membership.from_at)
    membership.save(update_fields=["until_at"])
    access.end_grants(
        act,
        kind=GrantKind.IN_POST,
        whom=access.Whom(membership_id=membership.id, agency_id=membership.agency_id),
    )
    act.note(Leaf.MEMBERSHIP_ENDED, about=Ref("membership", membership.id))


@writes(Right.OVERSIGHT_GIVE, to=(Standing.UPKEEP,))
def give_oversight(act: Act, *, membership_id: UUID, agency_id: UUID, until: datetime) -> UUID:
    """Name a safeguarding lead who oversees an agency's own consultations and decisions until a moment."""
    grant_id = access.grant(
        act,
        kind=GrantKind.OVERSIGHT,
        whom=access.Whom(membership_id=membership_id, agency_id=agency_id),
        purpose=Purpose.OVERSIGHT,
        reason="Safeguarding lead",
        until=until,
    )
    act.note(Leaf.OVERSIGHT_GIVEN, about=Ref("grant", grant_id))
    return grant_id


@writes(Right.LAWFUL_KEEPER_NAME, to=(Standing.UPKEEP,))
def name_lawful_keeper(act: Act, *, membership_id: UUID, agency_id: UUID, until: datetime) -> UUID:
    """Name a data-protection officer, who keeps an agency's lawful answers and procedure until a moment.

    Raises NotThere for somebody who is not in post in that agency, and Refused for an administrator or a moment past.
    """
    post = Membership.objects.filter(id=membership_id, agency_id=agency_id, until_at__gt=act.now).first()
    if post is None:
        raise NotThere
    if post.standing == MemberStanding.ADMINISTRATOR:
        raise Refused(
            "An administrator keeps accounts and nothing else. Name somebody who acts as a practitioner there."
        )
    if until <= act.now:
        raise Refused("Name a day that is still to come, until which they hold the office.")
    grant_id = access.grant(
        act,
        kind=GrantKind.LAWFUL_ANSWERS,
        whom=access.Whom(membership_id=membership_id, agency_id=agency_id),
        purpose=Purpose.LAWFUL_ANSWERS,
        reason="Data-protection officer",
        until=until,
    )
    act.note(Leaf.LAWFUL_KEEPER_NAMED, about=Ref("grant", grant_id))
    return grant_id


@writes(Right.OFFICE_END, to=(Standing.UPKEEP,))
def end_office(act: Act, *, kind: GrantKind, membership_id: UUID, agency_id: UUID) -> None:
    """End somebody's oversight, or their keeping of the lawful answers, at this moment. Raises Refused without it."""
    whom = access.Whom(membership_id=membership_id, agency_id=agency_id)
    if not access.end_grants(act, kind=kind, whom=whom):
        raise Refused("They do not hold this office there now, so there is nothing to end.")
    act.note(Leaf.OFFICE_ENDED, about=Ref("membership", membership_id))


@writes(Right.LINE_OPEN, to=(Standing.UPKEEP,))
def open_line(act: Act, *, agency_id: UUID, name: str, telephone: str, opening_words: str = "") -> UUID:
    """Open a consultation line of an agency: a team's duty desk that takes questions for whoever is on it."""
    if ConsultationLine.objects.filter(agency_id=agency_id, name=name).exists():
        raise Refused(f"A line called {name} is already there. Use that one, or give this one its own name.")
    line = ConsultationLine.objects.create(
        agency_id=agency_id, name=name, telephone=telephone, opening_words=opening_words
    )
    act.note(Leaf.LINE_OPENED, about=Ref("line", line.id))
    return line.id


@writes(Right.LINE_JOIN, to=KEEPERS)
def join_line(act: Act, *, line_id: UUID, membership_id: UUID, until: datetime = OPEN_END) -> UUID:
    """Let a member of the line's agency answer it, until a moment. Raises NotThere for anyone of another agency."""
    line = ConsultationLine.objects.filter(id=line_id).first()
    member = Membership.objects.filter(id=membership_id).first()
    if line is None or member is None or member.agency_id != line.agency_id:
        raise NotThere
    if act.ctx.standing is Standing.ADMINISTRATOR and line.agency_id != act.ctx.agency_id:
        raise NotThere
    turn = LineMember.objects.create(
        line_id=line_id, membership_id=membership_id, from_at=act.now, until_at=until
    )
    access.grant(
        act,
        kind=GrantKind.ADDRESSEE,
        whom=access.Whom(membership_id=membership_id, row_id=line_id),
        purpose=Purpose.CONSULTATION,
        reason="Answers this line",
        until=until,
    )
    act.note(Leaf.LINE_JOINED, about=Ref("line", line_id))
    return turn.id


@writes(Right.LINE_LEAVE, to=KEEPERS)
def leave_line(act: Act, *, line_id: UUID, membership_id: UUID) -> None:
    """End somebody's turn on a line at this moment. What they have taken stays theirs. Raises NotThere."""
    line = ConsultationLine.objects.filter(id=line_id).first()
    if line is None or (act.ctx.standing is Standing.ADMINISTRATOR and line.agency_id != act.ctx.agency_id):
        raise NotThere
    running = LineMember.objects.filter(line_id=line_id, membership_id=membership_id, until_at__gt=act.now)
    running.update(until_at=act.now)
    access.end_grants(
        act,
        kind=GrantKind.ADDRESSEE,
        whom=access.Whom(membership_id=membership_id, row_id=line_id),
    )
    act.note(Leaf.LINE_LEFT, about=Ref("line", line_id))


@writes(Right.SETTING_DECIDE, to=(Standing.UPKEEP,))
def decide_setting(act: Act, *, name: Setting, value: str, from_on: date, source: str) -> UUID:
    """Decide something for the whole partnership from a day on, with its source. Earlier records keep the earlier value.

    Raises Refused for hours that are no whole number from 1 to 168, a week.
    """
    if name is Setting.WRITTEN_CONFIRMATION_HOURS and value not in map(str, range(1, LONGEST_HOURS + 1)):
        raise Refused(f"Give the hours as a whole number from 1 to {LONGEST_HOURS}.")
    setting = PartnershipSetting.objects.create(
        name=name, value=value, from_on=from_on, source=source, decided_at=act.now, decided_by=act.ctx.actor
    )
    act.note(Leaf.SETTING_DECIDED, about=Ref("setting", setting.id))
    return setting.id
