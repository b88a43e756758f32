"""What a person may type after the talk: the talk itself, what was decided, who in the family was told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.consultations.commands import ChildsView, RecordedTalk
from alongside.consultations.nameless_forms import Nameless
from alongside.consultations.queries import PersonCard
from alongside.consultations.words import CHOSEN_OUTCOMES, ChildView, Medium, Mode, OutcomeKind
from alongside.design.choices import Option
from alongside.design.fields import Choice, Choices, Day, Line, Moment, Words
from alongside.design.forms import PageForm
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Ground, Told

VIEW_REVEALS = {ChildView.WEIGHED: ("view_counted",), ChildView.OTHER: ("view_reason",)}
PREVIEW = "show_what_they_read"
REVIEW_HINT = "Filled in: five working days, the longest for most grounds. For the police or a court, the officer’s day."
NOTHING_SENT = "Nothing is sent from here by choosing this. You still ring them yourself."


def _why_not(name: str) -> Words:
    return Words(
        label="Have you spoken? If not, why not?",
        missing="Say why you have not spoken: a talk finds out more, and a note is not a talk.",
        hint=f"A conversation comes first where it can. {name} says less and is easier to misread.",
        max_length=500,
        rows=2,
    )


class RecordTalk(Nameless):
    """One conversation: how and when, and what each of the two said."""

    medium = Choice(
        label="How did you speak?",
        missing="Say how you spoke.",
        options=(
            Option(Medium.TELEPHONE, Medium.TELEPHONE.label),
            Option(Medium.VIDEO, Medium.VIDEO.label),
            Option(Medium.IN_PERSON, Medium.IN_PERSON.label),
            Option(Medium.SECURE_MAIL, Medium.SECURE_MAIL.label, reveals=("why_only_mail",)),
            Option(Medium.OTHER_WRITTEN, Medium.OTHER_WRITTEN.label, reveals=("why_only_message",)),
        ),
    )
    why_only_mail = _why_not("Mail")
    why_only_message = _why_not("A message")
    talked_at = Moment(
        label="When did you speak?",
        missing="Give the day and the time at which you spoke.",
        hint="For example, 3 11 2026 at 3.40 pm. When you write it down is kept as well.",
    )
    said_by_asker = Words(
        label="What you said",
        missing="Write what you said, so that both sides of the conversation are on record.",
        max_length=4000,
        rows=4,
    )
    said_by_adviser = Words(
        label="What they said",
        missing="Write what they said. They will see this note, and can confirm or correct it.",
        hint="As close to their own words as you can. They can confirm or correct it.",
        max_length=4000,
        rows=4,
    )

    spoke_with = Line(
        label="Who answered?", missing="Write the name of the person who answered the line.", max_length=200
    )

    def __init__(self, *args: Any, person: PersonCard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if person.line_id is None:
            del self.fields["spoke_with"]
        elif taker := next((sent.state.taken_by for sent in person.sent[::-1] if sent.state), ""):
            self.fields["spoke_with"].help_text = (
                f"If it was {taker}, who has your question, write the name just so: "
                "they then see this note and can confirm it. Nobody else on the line sees it."
            )

    def talk(self) -> RecordedTalk:
        """Give the talk as the deed takes it."""
        typed = self.cleaned_data
        return RecordedTalk(
            medium=Medium(typed["medium"]),
            talked_at=typed["talked_at"],
            said_by_asker=typed["said_by_asker"],
            said_by_adviser=typed["said_by_adviser"],
            why_not_spoken=typed["why_only_mail"] or typed["why_only_message"],
            spoke_with=typed.get("spoke_with", ""),
            not_identifying=typed.get("not_identifying", ""),
        )

    def recorded(self, first: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the recorded talk under this page's names."""
        talk: Mapping[str, Any] = first.get("talk", {})
        why = {Medium.SECURE_MAIL: "why_only_mail", Medium.OTHER_WRITTEN: "why_only_message"}.get(
            talk["medium"]
        )
        return {**talk, why: talk["why_not_spoken"]} if why else talk


class RecordOutcome(Nameless):
    """What the two decided together."""

    kind = Choice(
        label="What did you decide together?",
        missing="Choose what you decided together. It is not a referral unless you decided that.",
        options=(
            Option(
                kind, kind.label, hint=NOTHING_SENT if kind in {OutcomeKind.TAF, OutcomeKind.REFERRAL} else ""
            )
            for kind in CHOSEN_OUTCOMES
        ),
    )
    words = Words(
        label="In your words",
        missing="Write what you decided: who does what, and by when.",
        hint="Who does what, and by when.",
        max_length=4000,
        rows=4,
    )
    child_view = Choice(
        label="What did the child think, and how did it count?",
        missing="Say how the child’s view counted, or why you did not ask.",
        options=tuple(Option(view, view.label, reveals=VIEW_REVEALS.get(view, ())) for view in ChildView),
    )
    view_counted = Words(
        label="What they said, and how it counted",
        missing="Say what they said, and how it counted.",
        max_length=1000,
        rows=2,
    )
    view_reason = Words(
        label="Why did you not ask?", missing="Say why you did not ask.", max_length=1000, rows=2
    )
    done_by = Day(
        label="By which day is it to be done?",
        missing=None,
        hint="Leave it empty if nothing is left to do, or no day was agreed. A referral is rung at once.",
    )

    def __init__(self, *args: Any, mode: Mode = Mode.NAMED, **kwargs: Any) -> None:
        super().__init__(*args, mode=mode, **kwargs)
        if mode is Mode.NO_NAMES:
            for name in ("child_view", "view_counted", "view_reason"):
                del self.fields[name]

    def view(self) -> ChildsView | None:
        """Give how the child's view counted, as the deed takes it; None where nobody is named."""
        typed = self.cleaned_data
        if not typed.get("child_view"):
            return None
        return ChildsView(ChildView(typed["child_view"]), typed["view_counted"] or typed["view_reason"])

    def recorded(self, first: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the recorded view under this page's names."""
        view = first.get("view") or {}
        names: dict[str, str] = {ChildView.WEIGHED: "view_counted", ChildView.OTHER: "view_reason"}
        return {
            **first,
            "child_view": view.get("how"),
            names.get(view.get("how") or "", "view_counted"): view.get("words", ""),
        }


class RecordNotHeld(Nameless):
    """Why a consultation ends before anybody was spoken with."""

    words = Words(
        label="Why is it not held?",
        missing="Say why it is not held, so that a reader can follow it.",
        hint="For example: it has been solved, they do not want it any more, or it was begun by mistake.",
        max_length=2000,
        rows=3,
    )


@dataclass(frozen=True, slots=True)
class Listener:
    """Someone of the family who may be told. `adult_id` is None for the child, whose answer may be left open.

    `answered`: what a safeguarding lead said to telling them not for now, if anything. `kept`: for how long nothing at
    all about the child goes to them; empty where it does.
    """

    adult_id: UUID | None
    name: str
    title: str
    answered: str = ""
    kept: str = ""


class RecordTelling(PageForm):
    """For each person of the family: told, knew already, or not yet and why.

    Withholding begins with `last`, the last day on which a lead may have it looked at again.
    """

    def __init__(
        self, *args: Any, listeners: tuple[Listener, ...], today: date, last: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.listeners, self.today = listeners, today
        for number, listener in enumerate(listeners, start=1):
            self.fields |= _questions_about(listener, number)
            self.fields[f"review_on_{number}"].initial = last
        self.fields["how"] = Line(
            label="How did you tell them?",
            missing=None,
            hint="For example: on the telephone, or at the school gate. Leave it empty if you told nobody.",
            max_length=200,
        )
        self.fields["family_words"] = Words(
            label="What they read of it, in plain words",
            missing=None,
            hint="Whoever was told gets a notice, with these words in it. Name no other relative. You may leave it empty.",
            max_length=2000,
            rows=3,
        )

    def is_valid(self) -> bool:
        """Judge it, unless one only wants to see what they will read: then nothing is wrong and nothing is saved."""
        if PREVIEW in self.data:
            self.keep()
            return False
        return super().is_valid()

    def clean(self) -> dict[str, Any]:
        """Ask how, where anyone was told; nobody was told on a day that is still to come."""
        cleaned = super().clean()
        told = [cleaned.get(f"told_{n}") for n in range(1, len(self.listeners) + 1)]
        if Told.INFORMED in told and not cleaned.get("how"):
            self.add_error("how", "Say how you told them, for example on the telephone.")
        for name, value in list(cleaned.items()):
            if name.startswith("review_on_"):
                continue
            if isinstance(value, date) and value > self.today:
                self.add_error(name, "Give the day on which they were told: it cannot be later than today.")
        return cleaned

    def people(self) -> tuple[ToldPerson, ...]:
        """Give those who were answered for, as the deed takes them."""
        return tuple(
            self._told(listener, number)
            for number, listener in enumerate(self.listeners, start=1)
            if self.cleaned_data[f"told_{number}"]
        )

    def _told(self, listener: Listener, number: int) -> ToldPerson:
        typed = self.cleaned_data
        return ToldPerson(
            adult_id=listener.adult_id,
            name=listener.title,
            told=Told(typed[f"told_{number}"]),
            told_on=typed[f"informed_on_{number}"] or typed[f"aware_on_{number}"],
            words=typed[f"why_{number}"] or typed[f"said_{number}"] or typed[f"because_{number}"],
            ground=Ground(typed[f"ground_{number}"]) if typed[f"ground_{number}"] else None,
            review_on=typed[f"review_on_{number}"],
        )

    def recorded(self, first: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give who was recorded as told under this page's names."""
        found: dict[str, Any] = {"how": first.get("how", "")}
        said = {person["adult_id"]: person for person in first.get("people", ())}
        for number, listener in enumerate(self.listeners, start=1):
            person = said.get(str(listener.adult_id) if listener.adult_id else None)
            if person is None:
                continue
            day = {Told.INFORMED: "informed_on", Told.ALREADY_AWARE: "aware_on"}.get(
                person["told"], "none_on"
            )
            words = {Told.NOT_YET: "why", Told.WITHHELD: "because"}.get(person["told"], "said")
            found |= {
                f"ground_{number}": person.get("ground"),
                f"review_on_{number}": person.get("review_on"),
            }
            found |= {f"told_{number}": person["told"], f"{day}_{number}": person["told_on"]}
            found[f"{words}_{number}"] = person["words"]
        return found


NOTHING_GOES = (
    "Nothing about the child goes to {name} {how_long}. Leave this open, unless they know of it already."
)
KNOWS_ANYWAY = (("yes", "Yes. They know of this, although nothing is to go to them"),)
LEFT_OPEN = "You may leave this open, if the child is not to be told by you."


def _knows_anyway(listener: Listener, number: int) -> dict[str, Any]:
    """Of somebody from whom everything is kept, "told" is taken only once it was asked about (rulebook 5.3, E3)."""
    if not listener.kept:
        return {}
    return {
        f"{name}_{number}": Choices(
            label=f"Nothing is to go to {listener.name} {listener.kept}. Do they know of this all the same?",
            missing=f"Tick that {listener.name} knows of this although nothing is to go to them, or leave it open.",
            options=KNOWS_ANYWAY,  # one for each answer that says that they know
        )
        for name in ("anyway_informed", "anyway_aware")
    }


def _asked_at(listener: Listener) -> tuple[str | None, str]:
    """What is missing where nothing was chosen, and the hint: the child, and whom nothing goes to, may be left open."""
    if listener.kept:
        return None, NOTHING_GOES.format(name=listener.name, how_long=listener.kept)
    if listener.adult_id is None:
        return None, listener.answered or LEFT_OPEN
    return f"Say whether {listener.name} has been told.", listener.answered


def _questions_about(listener: Listener, number: int) -> dict[str, Any]:
    missing, hint = _asked_at(listener)
    anyway = _knows_anyway(listener, number)
    informed, aware = [*anyway][:1], [*anyway][1:]
    return {
        f"told_{number}": Choice(
            label=f"Has {listener.title} been told?",
            missing=missing,
            hint=hint,
            options=(
                Option(
                    Told.INFORMED,
                    Told.INFORMED.label,
                    reveals=(*informed, f"informed_on_{number}", f"said_{number}"),
                ),
                Option(Told.ALREADY_AWARE, Told.ALREADY_AWARE.label, reveals=(*aware, f"aware_on_{number}")),
                Option(Told.NOT_YET, Told.NOT_YET.label, reveals=(f"why_{number}",)),
                Option(
                    Told.WITHHELD,
                    Told.WITHHELD.label,
                    hint="Only on a ground, with a safeguarding lead’s word, and looked at again on a day.",
                    reveals=(f"ground_{number}", f"because_{number}", f"review_on_{number}"),
                ),
            ),
        ),
        **anyway,
        f"informed_on_{number}": Day(
            label="On which day?", missing=f"Give the day on which you told {listener.name}."
        ),
        f"said_{number}": Words(
            label="What they said", missing=None, hint="You may leave this empty.", max_length=2000, rows=2
        ),
        f"aware_on_{number}": Day(
            label="Since which day?", missing=f"Give the day since which {listener.name} has known."
        ),
        f"why_{number}": Words(
            label="Why not yet?",
            missing=f"Say why {listener.name} has not been told yet. It stays on your list until they are.",
            max_length=2000,
            rows=2,
        ),
        f"ground_{number}": Choice(
            label="On which ground?",
            missing=f"Choose the ground on which {listener.name} is not told for now.",
            options=Ground.choices,
            why="These are the only grounds (rulebook 5.3). A parent’s displeasure is none.",
        ),
        f"because_{number}": Words(
            label="What makes you think so?",
            missing=f"Say what makes you think so, so that a safeguarding lead can judge it for {listener.name}.",
            max_length=2000,
            rows=2,
        ),
        f"review_on_{number}": Day(
            label="Look at this again on",
            missing="Give the day on which this is looked at again.",
            hint=REVIEW_HINT,
        ),
    }
