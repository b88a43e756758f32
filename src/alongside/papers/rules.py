"""Whether a picture that is handed in may be kept, and how it is made anew. Pure.

What a camera adds (where it was, when, whose it is) and whatever else rides in such a file is left behind: the picture
is opened, its pixels are painted on a new one, and only that is kept.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from alongside.papers.words import Kept

SIZE_BYTES_MOST = 5_000_000
PIXELS_MOST = 40_000_000
LONGEST_SIDE = 2000

TOO_LARGE = "This picture is too large. Choose one of at most 5 MB, or take the photo again, smaller."
TOO_MANY_PIXELS = "This picture has too many points to be kept. Take the photo again, smaller."
NO_PICTURE = "This is no picture that can be kept. Choose a photo: a file that ends in .jpg, .jpeg or .png."


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture made anew."""

    kept_as: Kept
    content: bytes
    wide: int
    high: int


def why_not(picture: bytes) -> str:
    """Why a picture may not be kept, as a sentence that says what to do; empty where it may."""
    if len(picture) > SIZE_BYTES_MOST:
        return TOO_LARGE
    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as opened:
            wide, high = opened.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return NO_PICTURE
    if wide < 1 or high < 1:
        return NO_PICTURE
    return TOO_MANY_PIXELS if wide * high > PIXELS_MOST else ""


def made_anew(picture: bytes) -> CleanPicture | None:
    """The same picture on new paper: the right way up, at most 2,000 points long, nothing written in its margins.

    Answers None where it is broken and cannot be painted.
    """
    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as opened:
            is_photo = opened.format == "JPEG"
            if is_photo:
                opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            turned = ImageOps.exif_transpose(opened)
            turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            painted = Image.new("RGB", turned.size, "white")
            seen_through = turned.convert("RGBA")
            painted.paste(seen_through, mask=seen_through.getchannel("A"))
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError):
        return None
    written = BytesIO()
    painted.save(written, "JPEG" if is_photo else "PNG", **({"quality": 85} if is_photo else {}))
    return CleanPicture(Kept.JPEG if is_photo else Kept.PNG, written.getvalue(), *painted.size)
