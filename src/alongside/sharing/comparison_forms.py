"""What a reader may choose while looking again: an edition, and what nobody has answered. Nothing of it is kept."""

from typing import Any

from alongside.design.choices import Option
from alongside.design.fields import Choice
from alongside.design.forms import PageForm
from alongside.guidance.shapes import Pack
from alongside.sharing.comparing import Asked

EDITION = "edition"


class ChooseEdition(PageForm):
    """Under which edition to look at a decision again."""

    edition = Choice(
        label="Under which edition do you want to look at it?",
        missing="Choose an edition to look at it under.",
    )

    def __init__(self, *args: Any, offered: tuple[Pack, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[EDITION].offer(  # type: ignore[attr-defined]
            Option(pack.id, _named(pack), hint=pack.status) for pack in offered
        )


class AnswerHere(PageForm):
    """One question of the other edition that nobody has answered; its name in the address is the node's."""

    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[asked.node.id] = Choice(
            label=asked.node.text,
            missing="Choose an answer first. Nothing that you choose here is kept.",
            options=tuple(Option(answer.key, answer.label) for answer in asked.answers),
            hint=asked.node.help,
        )


def _named(pack: Pack) -> str:
    return f"The {pack.short_title}"
