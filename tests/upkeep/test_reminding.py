"""Reminding: one neutral mail a person of what is late or due today, once a day for each duty, quiet when done."""

import pytest
from click.testing import CliRunner
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import override_settings

from alongside.access import context, frame
from alongside.access.words import NotThere
from alongside.consultations.words import OutcomeKind
from alongside.directory import commands as directory
from alongside.duties import commands as duties
from alongside.duties.models import Duty
from alongside.notify import channels
from alongside.notify import commands as notify
from alongside.notify.models import Message
from alongside.notify.words import Delivery, Neutral
from alongside.upkeep import cli, reminding
from alongside.web.place import MailServer
from tests import journey

CANARIES = (
    "Ayo", "Adeyemi", "Gwen", "Tunde", "Amira", "Cerys", "Willow Lane", "Marlbrook", "damp", "outcome", "referral",
    "consultation", "child", "http", "01632",
)  # fmt: skip


@pytest.fixture
def post(monkeypatch):
    """The mails that left, kept in memory."""
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        yield mail.outbox


@pytest.fixture
def talked(cast):
    """Amira and Cerys have talked: an outcome is owed in five working days, a confirmation in two."""
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    reminding.remind()  # what was told of the talk itself has gone
    return consultation_id


def to(post):
    return sorted(address for each in post for address in each.to)


def test_nothing_due_reminds_nobody(cast, talked, post):
    assert reminding.remind().people == 0
    assert to(post) == []


@pytest.mark.parametrize(
    ("days", "reminded"),
    [
        (1, []),
        (2, ["cerys@example.org"]),
        (7, ["amira@example.org", "cerys@example.org"]),
        (8, ["amira@example.org", "cerys@example.org"]),
    ],
)
def test_whoever_has_something_late_or_due_today_is_reminded(cast, talked, post, clock, days, reminded):
    clock.advance(days=days)
    post.clear()
    reminding.remind()
    assert to(post) == reminded


def test_nobody_is_reminded_twice_on_one_day_of_the_same(cast, talked, post, clock):
    clock.advance(days=8)
    post.clear()
    reminding.remind()
    clock.advance(hours=3)
    assert reminding.remind().letters == 0
    assert len(post) == 2
    clock.advance(days=1)
    assert reminding.remind().letters == 2


def test_something_new_on_the_same_day_is_reminded_of(cast, talked, post, clock):
    clock.advance(days=8)
    post.clear()
    reminding.remind()
    journey.outcome(cast, talked, kind=OutcomeKind.REFERRAL)
    assert reminding.remind().duties == 1
    assert to(post) == ["amira@example.org", "amira@example.org", "cerys@example.org"]


def test_what_is_done_already_is_quiet(cast, talked, post, clock):
    clock.advance(days=8)
    journey.outcome(cast, talked)
    post.clear()
    reminding.remind()
    assert to(post) == ["cerys@example.org"]


def test_what_was_done_while_its_letter_waited_is_said_no_more(cast, talked, post, clock):
    clock.advance(days=9)
    duties.remind(context.upkeep_context())
    journey.outcome(cast, talked)
    reminding.remind()
    assert to(post) == ["cerys@example.org"]


def test_one_who_has_left_is_reminded_of_nothing(cast, talked, post, clock):
    clock.advance(days=8)
    directory.end_membership(context.upkeep_context(), membership_id=cast.cerys.membership_id)
    post.clear()
    reminding.remind()
    assert to(post) == ["amira@example.org"]


def test_one_letter_a_person_however_much_waits(cast, talked, post, clock):
    for _ in range(3):
        consultation_id = journey.prepare(cast)
        journey.family_says(cast, consultation_id)
        journey.answer(cast, consultation_id, "P0", "no")
        journey.decide(cast, consultation_id)
        journey.talk(cast, consultation_id)
    clock.advance(days=8)
    post.clear()
    reminding.remind()
    assert to(post) == ["amira@example.org", "cerys@example.org"]
    (hers,) = (each for each in post if each.to == ["cerys@example.org"])
    assert hers.body == f"{Neutral.SOMETHING_DUE.label}\n\n{Neutral.SOMETHING_WAITS.label}"


def test_a_mail_names_nothing_and_nobody(cast, talked, post, clock):
    clock.advance(days=8)
    journey.outcome(cast, talked, kind=OutcomeKind.REFERRAL)
    reminding.remind()
    assert post
    for each in post:
        whole = each.message().as_string().replace(each.to[0], "")
        assert [word for word in CANARIES if word.lower() in whole.lower()] == []
        assert each.subject == channels.SUBJECT


def test_a_rehearsal_counts_and_writes_nothing(cast, talked, post, clock):
    clock.advance(days=8)
    post.clear()
    first = reminding.rehearse()
    assert (first.people, first.duties, first.letters) == (2, 2, 0)
    assert reminding.rehearse() == first
    with frame.doing():
        assert not Message.objects.filter(delivery=Delivery.WAITING).exists()
        assert not Duty.objects.filter(reminded_on=context.clock().date()).exists()
    assert post == []


class Broken(EmailBackend):
    """A mail server that is not there."""

    def open(self):
        raise ConnectionRefusedError


def test_what_could_not_be_sent_waits_and_goes_once(cast, talked, post, clock):
    clock.advance(days=8)
    post.clear()
    with override_settings(EMAIL_BACKEND="tests.upkeep.test_reminding.Broken"):
        failed = reminding.remind()
    assert (failed.letters, failed.waiting) == (0, 2)
    assert reminding.remind().letters == 2
    assert reminding.remind().letters == 0
    assert to(post) == ["amira@example.org", "cerys@example.org"]


@pytest.mark.parametrize(
    "address", ["cerys@example.org\nBcc: eve@example.org", "cerys@example.org, eve@example.org", "cerys"]
)
def test_an_address_that_is_not_one_mailbox_holds_nobody_else_up(cast, talked, post, clock, address):
    with frame.doing():
        User.objects.filter(pk=cast.cerys.login_id).update(email=address)
    clock.advance(days=8)
    post.clear()
    done = reminding.remind()
    assert (done.letters, done.waiting) == (1, 1)
    assert to(post) == ["amira@example.org"]


def test_nothing_is_locked_while_a_letter_is_sent(cast, talked, clock, monkeypatch):
    clock.advance(days=8)
    open_then = []
    monkeypatch.setattr(channels, "post", lambda **_: open_then.append(frame.is_open()) or True)
    reminding.remind()
    assert open_then == [False, False]


@pytest.mark.parametrize("deed", [duties.remind, duties.count_reminders, notify.gather_letters])
def test_nobody_but_the_installation_reminds(cast, deed):
    with pytest.raises(NotThere):
        deed(cast.amira.ctx())


def test_reminding_changes_nothing_of_the_record(cast, talked, clock):
    clock.advance(days=8)
    before = journey.page_of(cast, talked).duties
    reminding.remind()
    assert journey.page_of(cast, talked).duties == before


def run(*words):
    return CliRunner().invoke(cli.alongside, ["remind", *words])


def test_the_command_says_how_many_and_names_nobody(cast, talked, post, clock):
    clock.advance(days=8)
    post.clear()
    said = run("--dry-run").output
    assert "People with something late or due today: 2 (of 2 duties) would be reminded." in said
    assert post == []
    said = run().output
    assert "2 letters sent." in said
    assert "Amira" not in said


def test_it_says_so_when_letters_wait(cast, talked, clock):
    clock.advance(days=8)
    with override_settings(EMAIL_BACKEND="tests.upkeep.test_reminding.Broken"):
        answered = run()
    assert answered.exit_code == 1
    assert "2 letters could not be sent, and wait for the next round." in answered.output


def test_a_real_installation_without_a_mail_server_says_so_in_one_sentence(cast, settings):
    settings.PLACE = type(settings.PLACE)(settings.PLACE.home, "real", ("x",), "key", "")
    refusal = run().exception
    assert "set ALONGSIDE_MAIL_HOST and ALONGSIDE_MAIL_FROM" in str(refusal)
    server = MailServer("mail.example.org", 587, "alongside@example.org", "starttls", "", "")
    settings.PLACE = type(settings.PLACE)(settings.PLACE.home, "real", ("x",), "key", "", mail=server)
    assert run("--dry-run").exit_code == 0


def test_a_demonstration_writes_its_mail_into_its_own_folder(cast, talked, clock, tmp_path):
    clock.advance(days=8)
    backend = "django.core.mail.backends.filebased.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_FILE_PATH=tmp_path / "mail"):
        reminding.remind()
    written = "".join(path.read_text() for path in (tmp_path / "mail").iterdir())
    assert written.count(Neutral.SOMETHING_DUE.label) == 2
