"""A picture is painted anew and kept as a row: nothing that a camera wrote, nothing that is no picture."""

from io import BytesIO

import pytest
from PIL import Image

from alongside.papers import rules
from alongside.papers.rules import NO_PICTURE, TOO_LARGE, TOO_MANY_PIXELS, made_anew, why_not
from alongside.papers.words import Kept

SECRET = b"Flat 3, 12 Mill Road"


def photo(*, size=(40, 30), kind="JPEG", marked=False, turned=0) -> bytes:
    """A photo as a phone sends it; `marked` hides an address in it, `turned` says which way the camera was held."""
    picture, written = Image.new("RGB", size, "red"), BytesIO()
    exif = Image.Exif()
    if marked:
        exif[0x010E] = SECRET.decode()
    if turned:
        exif[0x0112] = turned
    picture.save(written, kind, exif=exif)
    return written.getvalue() + (SECRET if marked else b"")


@pytest.mark.parametrize(("kind", "kept"), [("JPEG", Kept.JPEG), ("PNG", Kept.PNG)])
def test_what_the_camera_wrote_is_left_behind(kind, kept):
    marked = photo(kind=kind, marked=True)
    assert SECRET in marked
    clean = made_anew(marked)
    assert SECRET not in clean.content
    assert clean.kept_as is kept
    with Image.open(BytesIO(clean.content)) as again:
        assert not again.getexif()
        assert again.size == (40, 30)


def test_a_photo_taken_sideways_stands_upright():
    clean = made_anew(photo(turned=6))
    assert (clean.wide, clean.high) == (30, 40)


def test_a_large_photo_is_made_smaller():
    clean = made_anew(photo(size=(3000, 1500)))
    assert (clean.wide, clean.high) == (2000, 1000)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (b"", NO_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", NO_PICTURE),
        (b"GIF89a" + b"0" * 200, NO_PICTURE),
        (b"%PDF-1.7", NO_PICTURE),
        (photo()[:60], NO_PICTURE),
        (b"0" * (rules.SIZE_BYTES_MOST + 1), TOO_LARGE),
    ],
)
def test_what_is_no_picture_or_too_large_is_refused_with_a_sentence(wrong, sentence):
    assert why_not(wrong) == sentence


def test_a_picture_of_too_many_points_is_refused_before_it_is_painted(monkeypatch):
    monkeypatch.setattr(rules, "PIXELS_MOST", 100)
    assert why_not(photo()) == TOO_MANY_PIXELS


def test_a_picture_that_breaks_off_is_not_painted():
    whole = photo(size=(400, 300), kind="PNG")
    assert made_anew(whole[: len(whole) // 2]) is None
