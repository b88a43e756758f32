"""Who may authorise that somebody goes untold, and how another office's word is kept (rulebook 5.4)."""

from dataclasses import dataclass

from alongside.access.words import Refused
from alongside.involvement import rules
from alongside.involvement.words import Ground, Office


@dataclass(frozen=True, slots=True)
class Authority:
    """On whose authority, and who said so, of which agency, when and how. Of one's own office the rest is empty."""

    office: Office = Office.SAFEGUARDING_LEAD
    officer: str = ""
    social_worker: str = ""  # of a police hold: who in children's social care agrees
    how: str = ""

    @property
    def in_words(self) -> str:
        """Who said so and how, as it is kept."""
        together = " with ".join(filter(None, (self.officer, self.social_worker)))
        return ". ".join(filter(None, (together, self.how)))


OWN = Authority()


def refuse_wrong_office(ground: Ground, *, authority: Authority) -> None:
    """Go on only where the office that authorises may, and is named (rulebook 5.4). Raises Refused otherwise."""
    if not rules.may_authorise(ground, office=authority.office):
        raise Refused(
            "This ground is for the police to say, together with children’s social care. Ask them, and name both.",
            field="office",
        )
    if authority.office is Office.SAFEGUARDING_LEAD:
        return
    if not authority.officer or not authority.how:
        raise Refused("Name who said so and their agency, and say when and how.", field="officer")
    if authority.office is Office.POLICE and not authority.social_worker:
        raise Refused(
            "The police decide this together with children’s social care. Name the social worker.",
            field="social_worker",
        )
