"""What a person may type before a decision: about whom, whom to ask, why, what exactly."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from alongside.consent.words import Category
from alongside.consultations.commands import ChosenPerson
from alongside.consultations.nameless_forms import Nameless
from alongside.consultations.speaking_of import named_in, speaks_of
from alongside.consultations.words import Checked, Direction
from alongside.design.choices import Option
from alongside.design.fields import Choice, Choices, Line, Pick, Telephone, Words
from alongside.design.forms import PageForm
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import Included, ItemKind

SOMEONE_ELSE = "someone_else"
THE_CHILD = "child"
LINE = "line-"  # before the key of a consultation line, where a person's own key stands otherwise


class BeginConsultation(PageForm):
    """About which child."""

    child = Choice(label="Who is it about?", missing="Choose the child you want to talk about.")

    def __init__(self, *args: Any, children: tuple[Option, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["child"].offer(children)  # type: ignore[attr-defined]


class ChoosePerson(PageForm):
    """Whom to ask: someone in the directory, or somebody who is not on Alongside."""

    person = Choice(
        label="Whom do you want to ask?", missing="Choose whom you want to ask, or someone not listed here."
    )
    direction = Choice(
        label="Did they ask you for information?",
        missing=None,
        hint="You may leave this open if you would like to ask them.",
        options=Direction.choices,
    )
    name = Line(label="Their name", missing="Write the name of the person you want to ask.", max_length=120)
    role = Line(label="Their role", missing="Write their role, for example school nurse.", max_length=100)
    agency = Line(label="Their agency", missing="Write the agency they work for.", max_length=150)
    telephone = Telephone(
        label="Their telephone number", missing="Write the number on which you will ring them."
    )
    checked = Choice(
        label="How do you know that this is the right person?",
        missing="Say how you know that this is the right person, so that nothing goes to a stranger.",
        options=(
            Option(
                Checked.NUMBER_LOOKED_UP,
                Checked.NUMBER_LOOKED_UP.label,
                hint="On the agency’s own website or in its published list, not from a message or a call.",
            ),
            Option(Checked.KNOWN, Checked.KNOWN.label),
        ),
    )

    def __init__(self, *args: Any, members: tuple[Option, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        elsewhere = Option(
            SOMEONE_ELSE,
            "Someone who is not on Alongside",
            reveals=("name", "role", "agency", "telephone", "checked"),
        )
        self.fields["person"].offer((*members, elsewhere))  # type: ignore[attr-defined]

    def chosen(self) -> ChosenPerson:
        """Give the choice as the deed takes it."""
        typed = self.cleaned_data
        direction = Direction(typed["direction"] or Direction.WISH)
        return replace(self._person(), direction=direction)

    def _person(self) -> ChosenPerson:
        typed = self.cleaned_data
        if typed["person"].startswith(LINE):
            line_id = UUID(typed["person"].removeprefix(LINE))
            return ChosenPerson(None, Checked.DIRECTORY, line_id=line_id)
        if typed["person"] != SOMEONE_ELSE:
            return ChosenPerson(UUID(typed["person"]), Checked.DIRECTORY)
        words = {name: typed[name] for name in ("name", "role", "agency", "telephone")}
        return ChosenPerson(None, Checked(typed["checked"]), **words)

    def recorded(self, first: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the recorded choice under this page's names."""
        person = first.get("person", {})
        line = f"{LINE}{person['line_id']}" if person.get("line_id") else SOMEONE_ELSE
        return {**person, "person": person.get("membership_id") or line}


class ExplainReasons(Nameless):
    """What one wants to ask, how it would help, and how one would say so to the family."""

    question = Words(
        label="What do you want to ask?",
        missing="Write what you want to ask, so that the person asked knows what to think about.",
        hint="For example: is his cough keeping him from school, and what could help at home?",
        max_length=2000,
        rows=4,
    )
    benefit = Words(
        label="How would it help the child or the family?",
        missing="Say how this would help the child or the family: it is the first question of the guidance.",
        why="Information is shared for a purpose that helps. Without one there is nothing to share for.",
        max_length=2000,
        rows=3,
    )
    explanation_for_family = Words(
        label="How would you explain it to the family?",
        missing="Write how you would explain this to the family. If that is hard, think again about it.",
        hint="Plain words that you could use with them. You will see them again when you tell them.",
        max_length=2000,
        rows=4,
    )


def chosen_child(text: str, included: str, adults: tuple[Option, ...]) -> str:
    """The child, where it was chosen: a statement that is shared and speaks of an adult is kept with no other answer."""
    is_chosen = included == Included.SHARE and any(speaks_of(text, who) for who in adults)
    return THE_CHILD if is_chosen else ""


class ListWhat(Nameless):
    """One thing that might be shared, and what kind of statement it is."""

    text = Words(
        label="What you would say",
        missing="Write one thing that you would share.",
        hint="One statement in one row, no more than this person needs to know.",
        max_length=2000,
        rows=3,
    )
    category = Pick(
        label="What it is about",
        missing="Choose what this is about: the family’s agreement goes by it.",
        options=Category.choices,
    )
    kind = Choice(
        label="What kind of statement is it?",
        missing="Say whether this is a fact, reported or an opinion, so that nobody takes one for the other.",
        options=ItemKind.choices,
    )
    source = Line(
        label="Where it comes from",
        missing="Say where this comes from, for example the school register or what the mother told you.",
        max_length=300,
    )
    about = Pick(
        label="Whom is it about?",
        missing=None,
        hint="What is about an adult is for that adult alone to agree to.",
        empty="Not chosen: it counts as the child",
    )
    included = Choice(
        label="Share it?",
        missing="Say whether you would share this or leave it out.",
        options=(
            Option(Included.SHARE, Included.SHARE.label),
            Option(Included.LEAVE_OUT, Included.LEAVE_OUT.label, reveals=("left_out_reason",)),
        ),
    )
    shared_with = Choices(
        label="Whom would you share it with?",
        missing=None,
        hint="Tick only those who need it. Tick nobody to leave it out, and say why.",
    )
    left_out_reason = Line(
        label="Why you leave it out",
        missing="Say why you leave this out, so that a reader sees it was thought about.",
        hint="For example: the school nurse does not need it.",
        max_length=500,
    )

    def __init__(
        self, *args: Any, people: tuple[Option, ...] = (), adults: tuple[Option, ...] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people, self.adults = people, adults
        if adults:
            self.fields["about"].offer((*adults, Option(THE_CHILD, "The child, and nobody else")))  # type: ignore[attr-defined]
        else:
            del self.fields["about"]
        if len(people) > 1:
            del self.fields["included"]
            self.fields["shared_with"].offer(people)  # type: ignore[attr-defined]
            reason = self.fields["left_out_reason"]
            reason.required, reason.help_text = False, "Only if you tick nobody."
        else:
            del self.fields["shared_with"]

    def clean(self) -> dict[str, Any]:
        """With several people asked: it goes to somebody, or it is left out with a reason."""
        cleaned = super().clean()
        self._ask_whom_it_is_about(cleaned)
        if len(self.people) < 2 or "shared_with" in self.errors:
            return cleaned
        ticked = cleaned["shared_with"]
        cleaned["included"] = Included.SHARE if ticked else Included.LEAVE_OUT
        if not ticked and not cleaned.get("left_out_reason"):
            self.add_error(
                "shared_with",
                "Tick whom you would share this with. For nobody, say below why you leave it out.",
            )
        return cleaned

    def _ask_whom_it_is_about(self, cleaned: dict[str, Any]) -> None:
        """Words that speak of an adult on record say whom they are about: nothing is taken from them by itself."""
        if not self.adults or cleaned.get("about") or cleaned.get("included") == Included.LEAVE_OUT:
            return
        spoken_of = [named_in(who) for who in self.adults if speaks_of(cleaned.get("text", ""), who)]
        if spoken_of:
            self.add_error(
                "about",
                f"These words speak of {' and '.join(spoken_of)}. Say whom this is about. What is about an adult is for "
                "that adult alone to agree to.",
            )

    def item(self) -> ListedItem:
        """Give the row as the deed takes it."""
        typed = self.cleaned_data
        about = typed.get("about")
        return ListedItem(
            text=typed["text"],
            category=Category(typed["category"]),
            kind=ItemKind(typed["kind"]),
            source=typed["source"],
            included=Included(typed["included"]),
            left_out_reason=typed["left_out_reason"],
            shared_with=tuple(map(UUID, typed.get("shared_with", ()))),
            about_adult_id=UUID(about) if about and about != THE_CHILD else None,
        )

    def recorded(self, first: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the recorded row under this page's names."""
        about = first.get("about_adult_id") or chosen_child(
            first.get("text", ""), first.get("included", ""), self.adults
        )
        return {**first, "about": about}
