"""Loading published packs: what they say of themselves, and their digests."""

import subprocess
import sys

import pytest

from alongside.guidance import packs
from alongside.guidance.packs import NoSuchPack, load, published, read
from alongside.guidance.words import InForce, Kind, OfferedFor


def test_all_six_packs_are_published():
    assert list(published()) == [
        "ca2004-s16la",
        "ca2004-s16lc",
        "dfe-2024-derived",
        "hmg-2015-03",
        "hmg-2018-07",
        "ico-2023-10step",
    ]


def test_the_2015_chart_is_offered_for_transcribing_only():
    assert load("hmg-2015-03").offered_for is OfferedFor.TRANSCRIPTION_ONLY


def test_the_2018_chart_says_what_superseded_it(chart_2018):
    assert (chart_2018.in_force, chart_2018.superseded_by) == (InForce.SUPERSEDED, "dfe-2024-derived")
    assert not chart_2018.wording_verified


@pytest.mark.parametrize("pack_id", sorted(published()))
def test_every_node_but_outcomes_cites_its_source(pack_id):
    assert all(node.cite for node in load(pack_id).nodes.values() if node.kind is not Kind.OUTCOME)


def test_an_unknown_pack_is_told_with_those_that_are_known():
    with pytest.raises(NoSuchPack, match="hmg-2018-07"):
        load("../hmg-2018-07")


def test_the_digest_is_of_the_words_and_not_of_their_setting(pack_file, small_pack):
    digests = set()
    for text in (
        small_pack,
        "# a remark\n" + small_pack,
        small_pack.replace("groups: {}\n", "") + "groups: {}\n",
    ):
        pack_file.write_text(text, encoding="utf-8")
        digests.add(read(pack_file).digest)
    assert len(digests) == 1


def test_one_changed_word_changes_the_digest(pack_file, small_pack):
    pack_file.write_text(small_pack, encoding="utf-8")
    before = read(pack_file).digest
    pack_file.write_text(small_pack.replace("Seek advice.", "Seek advice!"), encoding="utf-8")
    assert read(pack_file).digest != before


def test_a_loaded_pack_cannot_be_changed(chart_2018):
    with pytest.raises(TypeError):
        chart_2018.nodes["Q2"] = None


def test_guidance_runs_without_django():
    """The engine is for others too; importing Django would tie it to an installation."""
    code = "import sys, alongside.guidance.cli; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert packs.FOLDER.is_dir()
