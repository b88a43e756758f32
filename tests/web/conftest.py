"""What the pages' tests share: somebody signed in, and what there is to open."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from alongside.access import frame
from alongside.access.words import Ref
from alongside.audit.models import Leaf
from alongside.sharing import queries as sharing
from tests import journey
from tests.people import Cast, Person

AS_TYPED = {
    "name": "Mia Ellery",
    "birth": "known",
    "born_on_day": "23",
    "born_on_month": "1",
    "born_on_year": "2016",
    "adult": "known",
    "adult_name": "Joanne Ellery",
    "relation": "mother",
    "parental_responsibility": "unknown",
}


Browse = Callable[[Person], Client]


@pytest.fixture
def browse(house) -> Browse:
    """Give a browser in which a person is signed in."""

    def open_browser(person: Person, **words) -> Client:
        client = Client(raise_request_exception=False, **words)
        client.force_login(User.objects.get(pk=person.login_id))
        return client

    return open_browser


@dataclass(frozen=True)
class Opened:
    """A consultation that was talked about, and the addresses of everything recorded in it."""

    consultation_id: object
    disclosure_id: object
    addresses: tuple[str, ...]


@pytest.fixture
def opened(cast: Cast) -> Opened:
    """Amira asked Cerys about Ayo, and they have talked."""
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    about = Ref("consultation", consultation_id)
    disclosure = sharing.list_disclosures(cast.amira.ctx(), arising_from=about)[0]
    decision = sharing.list_decisions(cast.amira.ctx(), arising_from=about)[0]
    tasks = (
        "open",
        "whom",
        "why",
        "what",
        "family",
        "part",
        "not_held",
        "outcome",
        "telling",
        "done",
    )
    of_a_person = ("whom_instead", "may_i_share", "check", "procedure", "talk", "send")
    person_id = journey.person_in(cast, consultation_id)["person_id"]
    return Opened(
        consultation_id,
        disclosure.id,
        (
            reverse("web:child", args=[cast.child_id]),
            reverse("families:correct_responsibility", args=[cast.child_id, cast.father_id]),
            *(reverse(f"consultations:{task}", args=[consultation_id]) for task in tasks),
            *(reverse(f"consultations:{task}", args=[consultation_id, person_id]) for task in of_a_person),
            reverse("consultations:question", args=[consultation_id, person_id, "hmg-2018-07", "P0"]),
            reverse("advice:inbox_item", args=[disclosure.id]),
            reverse("advice:ask_back", args=[disclosure.id]),
            reverse("advice:copy", args=[disclosure.id]),
            reverse("sharing:open_decision", args=[decision.id]),
            reverse("sharing:countersign", args=[decision.id]),
            reverse("sharing:look_again", args=[decision.id]),
            f"{reverse('sharing:look_again', args=[decision.id])}?edition=dfe-2024-derived",
        ),
    )


def leaves() -> int:
    """How many leaves the log has; nobody sees it on a page, so it is counted inside a frame."""
    with frame.doing():
        return Leaf.objects.count()


@pytest.fixture
def begun_form() -> dict[str, str]:
    """A child as typed into the page, with the id of its command."""
    return {**AS_TYPED, "command_id": str(uuid4())}
