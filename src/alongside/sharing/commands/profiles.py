"""What an agency keeps for its own people: its lawful answers, and its procedure for sharing inside it."""

from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, Ref, Refused, Standing
from alongside.sharing.models import LawfulProfile, Procedure
from alongside.sharing.rules import Profile
from alongside.sharing.words import Leaf, Right

KEEPERS = (Standing.PRACTITIONER, Standing.UPKEEP)


@writes(Right.PROFILE_KEEP, to=KEEPERS)
def keep_profile(act: Act, *, agency_id: UUID, profile: Profile) -> UUID:
    """Keep an agency's lawful answers, which its practitioners are then shown in plain words.

    A newer edition supersedes. Raises NotThere for anyone but the agency's data-protection officer.
    """
    _require_keeper(act, agency_id)
    newest = LawfulProfile.objects.filter(agency_id=agency_id).order_by("-edition").first()
    row = LawfulProfile.objects.create(
        agency_id=agency_id,
        edition=newest.edition + 1 if newest else 1,
        power=profile.power,
        power_in_words=profile.power_in_words,
        art6=profile.art6,
        art6_in_words=profile.art6_in_words,
        art9_and_sch1=profile.art9_and_sch1,
        art9_in_words=profile.art9_in_words,
        confidentiality_without_consent=profile.confidentiality_without_consent,
        policy_document=profile.policy_document,
        kept_at=act.now,
        kept_by=act.ctx.actor,
    )
    act.note(Leaf.PROFILE_KEPT, about=Ref("profile", row.id))
    return row.id


@writes(Right.PROCEDURE_KEEP, to=KEEPERS)
def keep_procedure(act: Act, *, agency_id: UUID, text: str) -> UUID:
    """Keep an agency's own procedure for sharing inside it (practice guide: internal). A newer edition supersedes.

    Raises NotThere for anyone but the agency's data-protection officer.
    """
    _require_keeper(act, agency_id)
    if not text.strip():
        raise Refused("Write the procedure, so that your colleagues can read what they follow.", field="text")
    newest = Procedure.objects.filter(agency_id=agency_id).order_by("-edition").first()
    row = Procedure.objects.create(
        agency_id=agency_id,
        edition=newest.edition + 1 if newest else 1,
        text=text,
        kept_at=act.now,
        kept_by=act.ctx.actor,
    )
    act.note(Leaf.PROCEDURE_KEPT, about=Ref("procedure", row.id))
    return row.id


def _require_keeper(act: Act, agency_id: UUID) -> None:
    if act.ctx.standing is not Standing.UPKEEP:
        access.require_office(act, kind=GrantKind.LAWFUL_ANSWERS, agency_id=agency_id)
