"""axe finds nothing on any page, and nothing runs over the side, at both widths."""

import pytest

from alongside.consultations import queries
from alongside.consultations.words import Task
from alongside.sharing import queries as sharing
from tests import journey
from tests.consultations.deeds import place_of
from tests.stories.conftest import NARROW, WIDE

pytestmark = pytest.mark.story


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_page_is_looked_over(visit, cast, width):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    decision_id = (
        queries.open_consultation(cast.amira.ctx(), consultation_id=consultation_id).people[0].decision.id
    )
    (shared,) = sharing.list_my_inbox(cast.cerys.ctx())
    begun = journey.prepare(cast, asked=cast.dev)
    amira, cerys = visit(cast.amira, width=width), visit(cast.cerys, width=width)
    for path in ("", "children/", "children/add/", f"children/{cast.child_id}/", "consultations/"):
        amira.open(f"/{path}")
    for path in (
        "guidance/",
        "guidance/hmg-2018-07/",
        "guidance/dfe-2024-derived/",
        "guidance/ca2004-s16la/",
    ):
        amira.open(f"/{path}")
    for page in (
        "begin/",
        "without-names/",
        "already-spoken/",
        f"{begun}/family/part/",
        f"{begun}/not-held/",
    ):
        amira.open(f"/consultations/{page}")
    for task in (Task.WHOM, Task.WHY, Task.WHAT, Task.FAMILY, Task.MAY_I_SHARE):
        amira.open(place_of(cast, begun, task))
    for page in ("", "outcome/", "telling/", "done/"):
        amira.open(f"/consultations/{consultation_id}/{page}")
    amira.open(f"/decisions/{decision_id}/")
    cerys.open("/shared-with-me/")
    cerys.open(f"/shared-with-me/{shared.id}/")
    rest = "N4a=agreement_given&N7=none&N9=no_one"
    for typed in ("", "?edition=dfe-2024-derived", f"?edition=dfe-2024-derived&{rest}"):
        amira.open(f"/decisions/{decision_id}/look-again/{typed}")
    amira.open("/consultations/no-such-page/")
    nobody = visit(None, width=width)
    nobody.open("/sign-in/")
