"""Sample content for the living pages of the look: made-up people, every part, every kind of field."""

from datetime import UTC, datetime

from django.forms import Form
from django.http import QueryDict

from alongside.design.fields import (
    Choice,
    Choices,
    Day,
    Line,
    Moment,
    Option,
    Password,
    Pick,
    Telephone,
    Words,
)
from alongside.design.forms import PageForm, Rows
from alongside.design.parts import (
    Citation,
    Current,
    DutyRow,
    Figure,
    Frame,
    KeptWords,
    NavItem,
    Statement,
    SummaryRow,
    Tag,
    TaskRow,
    TaskStatus,
    Tone,
)

FRAME = Frame(
    partnership_name="Marlbrook Safeguarding Children Partnership",
    csc_telephone="01632 960 101",
    practitioner_name="Bea Okafor",
    agency_name="Willow Lane Primary",
    nav=(
        NavItem("Today", "/", Current.HERE),
        NavItem("Children", "/children/"),
        NavItem("Consultations", "/consultations/"),
        NavItem("Guidance", "/guidance/"),
    ),
    demonstration="This is a demonstration with made-up people. Do not enter anything about a real child.",
    command_id="0197f2c4-0000-7000-8000-000000000001",
    sign_out_href="/sign-out/",
    author="mark:of-bea",
    whose="whose-bea",
    made_at="2026-11-03T15:40:00+00:00",
)


class ItemForm(PageForm):
    what = Words(label="What you would share", missing="Say what you would share.", max_length=500, rows=2)
    kind = Choice(
        label="Is it a fact, reported or an opinion?",
        missing="Say whether it is a fact, reported or an opinion.",
        options=[Option("fact", "Fact"), Option("reported", "Reported"), Option("opinion", "Opinion")],
    )
    source = Line(label="How you know", missing="Say how you know.")


class EveryField(PageForm):
    question = Words(
        label="What do you want to ask?",
        missing="Say what you want to ask, in a sentence or two.",
        hint="Ask about the child’s need, not about the person.",
        why="The person you ask reads this first, and the record shows that you had a purpose.",
        max_length=2000,
    )
    name = Line(label="Name", missing="Say who you want to ask.", width="20")
    telephone = Telephone(label="Telephone number", missing="Give the number on which you will ring.")
    spoken = Choice(
        label="Have you spoken?",
        missing="Say whether you have spoken.",
        hint="A talk comes before writing.",
        options=[
            Option("yes", "Yes, we have spoken"),
            Option("no", "No, only written", "For example by secure mail", reveals=("reason", "ring_on")),
        ],
    )
    reason = Words(label="Why not", missing="Say why you have not spoken.", rows=3)
    ring_on = Day(label="When will you ring?", missing="Give the day on which you will ring.")
    told = Choices(
        label="Who knows that you are asking?",
        missing="Say who knows, or choose nobody.",
        options=[
            Option("mother", "Mother"),
            Option("father", "Father"),
            Option("other", "Somebody else", reveals=("who",)),
        ],
    )
    who = Line(label="Who else", missing="Say who else knows.")
    agency = Pick(
        label="Agency",
        missing="Choose an agency.",
        options=[("health", "Community health"), ("housing", "Housing")],
    )
    review_on = Day(
        label="Review by",
        missing="Give the day by which this is looked at again.",
        hint="For example, 14 12 2026",
    )
    talked_at = Moment(label="When did you talk?", missing="Say when you talked.")
    secret = Password(label="Password", missing="Type your password.")


class AnswerForm(PageForm):
    answer = Choice(
        label="Do you have consent to share?",
        missing="Choose an answer, or get advice first.",
        options=[
            Option("yes", "Yes", "It covers this person, this purpose and both items"),
            Option("no", "No", "Refused, withdrawn, lapsed, or not asked for a reason"),
            Option("unsure", "I am not sure", "Get advice, then come back here"),
        ],
    )


def wrong_form() -> Form:
    """A form sent with most of it missing or wrong."""
    typed = QueryDict(mutable=True)
    typed.update(
        {"question": "First line\n  second line, indented\n", "telephone": "ask Sam", "spoken": "no"}
    )
    typed.update({"review_on_day": "31", "review_on_month": "2", "review_on_year": "2026"})
    typed.update(
        {"talked_at_day": "3", "talked_at_month": "11", "talked_at_year": "2026", "talked_at_clock": "3.40"}
    )
    form = EveryField(typed)
    form.is_valid()
    return form


def wrong_rows() -> Rows[ItemForm]:
    """Two rows, the second without a source."""
    typed = QueryDict(mutable=True)
    typed.update(
        {
            "items-count": "2",
            "items-0-what": "Three absences",
            "items-0-kind": "fact",
            "items-0-source": "Register",
        }
    )
    typed.update({"items-1-what": "His room smells", "items-1-kind": "reported"})
    rows = Rows(ItemForm, name="items", typed=typed)
    rows.is_valid()
    return rows


DUTIES = (
    DutyRow(
        Tag("2 days late", Tone.LATE),
        "Tell Ms Adeyemi what was decided",
        "Consultation about Ayo with the school nurse, 13 November · owed under “families are told outcomes”",
        "Write it now",
        "/duties/1/",
    ),
    DutyRow(
        Tag("Today, 5 pm", Tone.DUE),
        "Say what Willow Lane can offer Kai and his family",
        "Team Around the Family, Thursday · report and offer of support",
        "Open report",
        "/duties/2/",
    ),
    DutyRow(
        Tag("By Friday"),
        "Review Mr Haddad’s consent",
        "It may not be relied on after 27 November",
        "Review",
        "/duties/3/",
    ),
)
WAITING = (DutyRow(Tag("since Tuesday"), "Sunita Rao to confirm your note", "Asked on 17 November"),)
TASKS = (
    TaskRow("About whom", TaskStatus.DONE, "/c/1/whom/"),
    TaskRow("What exactly", TaskStatus.IN_PROGRESS, "/c/1/what/", "2 items so far"),
    TaskRow(
        "What the family said",
        TaskStatus.NEEDS_ATTENTION,
        "/c/1/family/",
        "Ms Adeyemi’s agreement ends on 14 December",
    ),
    TaskRow("May I share?", TaskStatus.NOT_STARTED, "/c/1/share/"),
    TaskRow("The talk", TaskStatus.CANNOT_START_YET),
)
ANSWERS = (
    SummaryRow(
        "Is there a clear purpose?",
        "Yes.\nTo find out whether his cough keeps him at home.",
        "From “why it would help”.",
        "/a/1/",
    ),
    SummaryRow(
        "Do you have consent?",
        "Yes",
        "Ms Adeyemi, 2 November; GP history excluded.",
        "/a/2/",
        "your answer about consent",
    ),
    SummaryRow("How will you share?", "By telephone, then a note to confirm."),
)
STATEMENTS = (
    Statement(
        "Ayo was absent on 9 days since September.", Tag("fact", Tone.BRAND), "the school register", "absence"
    ),
    Statement("“My room smells and I cough.”", Tag("reported", Tone.DUE), "Ayo, 2 November", "housing"),
    Statement("I think the damp makes his asthma worse.", Tag("opinion", Tone.CALM)),
)
CITED = Citation(
    "HM Government, Information sharing: advice for practitioners, July 2018, p. 11",
    "Wording not yet checked against the original",
    "/guidance/hmg-2018-07/",
    "See the whole chart",
)
KEPT = (KeptWords("What they said", "She will ring\non Monday.", "She will ring on Tuesday."),)
SVG = (
    '<svg viewBox="0 0 420 230" role="img" aria-label="Purpose yes, now at consent">'
    '<g fill="none" stroke="#0b5563" stroke-width="4"><path d="M120 56V92"/></g>'
    '<rect x="20" y="10" width="200" height="46" rx="23" fill="#0b5563"/>'
    '<text x="120" y="39" fill="#fff" font-size="15" text-anchor="middle">You wish to share</text>'
    '<rect x="20" y="94" width="200" height="60" rx="8" fill="#ffdd00" stroke="#1d2b33" stroke-width="3"/>'
    '<text x="120" y="120" font-size="15" font-weight="700" text-anchor="middle">Consent to share?</text>'
    '<text x="120" y="142" font-size="13.5" text-anchor="middle">you are here</text></svg>'
)
FIGURE = Figure(
    "The July 2018 flowchart",
    SVG,
    (
        "You wish to share: yes.",
        "Is there a clear and legitimate purpose? Yes.",
        "Do you have consent? You are here.",
    ),
)
TABLE = (
    ("Sunita Rao, school nurse", "absence, housing", Tag("agreed", Tone.OK)),
    ("Dr Ames, GP", "nothing", Tag("not shared", Tone.DUE)),
)
AT = datetime(2026, 11, 3, 15, 40, tzinfo=UTC)
