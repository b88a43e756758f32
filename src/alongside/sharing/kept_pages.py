"""An agency's lawful answers as its page shows them: the plain words first, what a lawyer looks for beneath. Pure."""

from alongside.design.parts import SummaryRow
from alongside.sharing.rules import Profile


def answers_of(profile: Profile) -> tuple[SummaryRow, ...]:
    """The four lawful answers, and the document that the third of them needs."""
    return (
        SummaryRow("Our power or duty", profile.power_in_words, evidence=profile.power),
        SummaryRow("Lawful basis", profile.art6_in_words, evidence=f"UK GDPR Article {profile.art6}"),
        SummaryRow(
            "Health and other sensitive matters", profile.art9_in_words, evidence=profile.art9_and_sch1
        ),
        SummaryRow(
            "Told in confidence, and nobody agreed",
            profile.confidentiality_without_consent.label,
            evidence="The common law of confidence. Where somebody agreed, the decision says that instead.",
        ),
        SummaryRow(
            "Our appropriate policy document",
            profile.policy_document or "Nobody has named one yet. Decisions show it as missing.",
        ),
    )
