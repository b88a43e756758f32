"""The drawing: whole, well formed, without styles in place, and with an equal in words."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.guidance.blocks import blocks_of, links_of
from alongside.guidance.drawing import describe, draw
from alongside.guidance.engine import walk
from alongside.guidance.layout import WIDTH, Side, lanes, place, width_of, wrapped
from alongside.guidance.packs import load, published

SVG = "{http://www.w3.org/2000/svg}"
PACKS = sorted(published())
AT_CONSENT = {"S0": "wish", "P0": "no", "Q1": ["unsure", "yes"]}


def drawn_nodes(root):
    return [node for group in root.iter(f"{SVG}g") for node in group.get("data-nodes", "").split()]


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_node_is_drawn_once(pack_id):
    pack = load(pack_id)
    root = ET.fromstring(draw(pack))
    assert sorted(drawn_nodes(root)) == sorted(pack.nodes)


@pytest.mark.parametrize("pack_id", PACKS)
def test_the_drawing_is_an_image_with_a_title_and_a_description(pack_id):
    root = ET.fromstring(draw(load(pack_id)))
    named = root.get("aria-labelledby").split()
    assert root.get("role") == "img"
    assert [root.find(f"{SVG}title").get("id"), root.find(f"{SVG}desc").get("id")] == named


@pytest.mark.parametrize("pack_id", PACKS)
def test_the_content_policy_of_the_pages_allows_the_drawing(pack_id):
    drawing = draw(load(pack_id))
    assert not re.search(r"style=|<style|<script|href|url\(", drawing)


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_text_can_be_read_on_a_telephone(pack_id):
    sizes = [float(text.get("font-size")) for text in ET.fromstring(draw(load(pack_id))).iter(f"{SVG}text")]
    assert min(sizes) * 343 / WIDTH >= 12


@pytest.mark.parametrize("pack_id", PACKS)
def test_no_box_lies_on_another_and_none_leaves_the_drawing(pack_id):
    pack = load(pack_id)
    blocks = blocks_of(pack)
    plan = place(blocks, links_of(pack, blocks), lines=(2,) * len(blocks))
    for above, below in zip(plan.boxes, plan.boxes[1:], strict=False):
        assert above.bottom < below.y
    assert all(box.x > 0 and box.x + box.width < WIDTH for box in plan.boxes)
    assert all(0 < route.lane_at < WIDTH for route in plan.routes if route.lane_at is not None)


@pytest.mark.parametrize("pack_id", PACKS)
def test_ways_to_different_boxes_never_lie_on_each_other(pack_id):
    pack = load(pack_id)
    blocks = blocks_of(pack)
    links = links_of(pack, blocks)
    for side in (Side.LEFT, Side.RIGHT):
        lane_of = lanes(links, blocks, side=side)
        first = {
            end: min(link.start for link in links if link.end == end and link.start + 1 < end)
            for end in lane_of
        }
        for end, other in ((one, two) for one in lane_of for two in lane_of if one < two):
            if lane_of[end] == lane_of[other]:
                assert end <= first[other]


def test_the_place_where_the_walk_stands_is_marked(chart_2018):
    root = ET.fromstring(draw(chart_2018, walk(chart_2018, answers=AT_CONSENT)))
    here = next(group for group in root.iter(f"{SVG}g") if group.get("data-nodes") == "Q2")
    assert here.find(f"{SVG}rect").get("fill") == "#ffdd00"
    assert "you are here" in [text.text for text in here.iter(f"{SVG}text")]


def test_the_path_taken_is_thick_and_the_other_ways_are_thin(chart_2018):
    root = ET.fromstring(draw(chart_2018, walk(chart_2018, answers=AT_CONSENT)))
    thick = [way for way in root.iter(f"{SVG}path") if way.get("stroke") == "#0b5563"]
    assert len(thick) == 3  # S0 to P0, P0 to Q1, Q1 to Q2


def test_a_task_inside_the_how_box_is_marked_where_the_walk_stands(chart_2018):
    trace = walk(chart_2018, answers={"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "yes"})
    assert "securely: you are here" in draw(chart_2018, trace)


def test_signs_of_the_markup_in_a_pack_are_drawn_as_words(pack_file, small_pack):
    from alongside.guidance.packs import read

    pack_file.write_text(small_pack.replace("Is there a purpose?", '<b> & \\"so\\"?'), encoding="utf-8")
    root = ET.fromstring(draw(read(pack_file)))
    assert '<b> & "so"?' in [text.text for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("pack_id", PACKS)
def test_the_words_name_every_node_and_where_it_leads(pack_id):
    pack = load(pack_id)
    lines = describe(pack)
    assert len(lines) == len(pack.nodes)
    for node, line in zip(pack.nodes.values(), lines, strict=True):
        assert node.text in line
        assert all(answer.label in line for answer in node.answers.values())


def test_the_words_name_the_path_and_where_it_stands(chart_2018):
    lines = describe(chart_2018, walk(chart_2018, answers=AT_CONSENT))
    on_path = [line for line in lines if "Your path" in line]
    assert all(
        line.startswith(chart_2018.nodes[node].text)
        for line, node in zip(on_path, ("S0", "P0", "Q1", "ADV"), strict=True)
    )
    here = [line for line in lines if "You are here" in line]
    assert [line.startswith("Do you have consent to share?") for line in here] == [True]


@given(st.text(max_size=120), st.integers(20, 300))
def test_wrapping_loses_no_word_and_fits_where_words_do(text, room):
    lines = wrapped(text, room=room, size=13)
    assert " ".join(lines).split() == text.split()
    assert all(width_of(line, size=13) <= room or " " not in line for line in lines)


@pytest.mark.parametrize(
    ("node", "marked"), [("Q2", "the two part here"), ("H2", "fact or opinion: the two part here")]
)
def test_the_place_where_two_editions_part_is_marked_and_said(chart_2018, node, marked):
    trace = walk(chart_2018, answers={"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "yes", "H4": "secure"})
    root = ET.fromstring(draw(chart_2018, trace, parts_at=node))
    (box,) = (g for g in root.iter(f"{SVG}g") if node in g.get("data-nodes", "").split())
    assert marked in [text.text for text in box.iter(f"{SVG}text")]
    assert box.find(f"{SVG}rect").get("stroke-dasharray") == "2 4"
    assert f"The two walks part at: {chart_2018.nodes[node].short}" in root.find(f"{SVG}desc").text
    (line,) = (each for each in describe(chart_2018, trace, parts_at=node) if "part" in each)
    assert line.startswith(chart_2018.nodes[node].text)
    assert line.endswith("Here the two walks part.")
    assert "part here" not in draw(chart_2018, trace)
