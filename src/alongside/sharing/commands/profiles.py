"""An agency's own lawful answers."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Standing
from alongside.sharing.models import LawfulProfile
from alongside.sharing.rules import Profile
from alongside.sharing.words import Leaf, Right


@writes(Right.PROFILE_KEEP, to=(Standing.UPKEEP,))
def keep_profile(act: Act, *, agency_id: UUID, profile: Profile) -> UUID:
    """Keep an agency's lawful answers, which its practitioners are then shown in plain words."""
    row, _ = LawfulProfile.objects.update_or_create(
        agency_id=agency_id,
        defaults={
            "power": profile.power,
            "power_in_words": profile.power_in_words,
            "art6": profile.art6,
            "art6_in_words": profile.art6_in_words,
            "art9_and_sch1": profile.art9_and_sch1,
            "art9_in_words": profile.art9_in_words,
            "confidentiality_without_consent": profile.confidentiality_without_consent,
            "policy_document": profile.policy_document,
            "kept_at": act.now,
            "kept_by": act.ctx.actor,
        },
    )
    act.note(Leaf.PROFILE_KEPT, about=Ref("profile", row.id))
    return row.id
