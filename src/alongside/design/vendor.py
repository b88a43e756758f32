"""Takes the look's outside parts out of their published packages, without what may not be shipped.

GOV.UK Frontend is MIT, but its typeface, crest and crown may be used on gov.uk alone, so they are cut out
here and `tests/design/test_vendored_parts.py` looks for them. Run it again for a newer version:

    npm pack govuk-frontend@6.3.0 @fontsource-variable/atkinson-hyperlegible-next@5.3.0 axe-core@4.14.1
    python -m alongside.design.vendor FOLDER_WITH_THE_PACKAGES
"""

import re
import sys
import tarfile
from pathlib import Path

ROOM = Path(__file__).resolve().parent
STATIC = ROOM / "static" / "design"
STORIES = ROOM.parents[2] / "tests" / "stories"

# The macros of govuk-frontend-jinja 4.1 are written for this minor version; the two move together.
GOVUK = "govuk-frontend-6.3.0.tgz"
FONT = "fontsource-variable-atkinson-hyperlegible-next-5.3.0.tgz"
AXE = "axe-core-4.14.1.tgz"

FORBIDDEN_IN_CSS = ("gds transport", "crest", "crown", "sourcemappingurl", "@font-face")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"[^{}]*\{[^{}]*\}")
_EMPTY = re.compile(r"@media[^{}]*\{\s*\}")


def without_what_is_not_ours(css: str) -> str:
    """Give the stylesheet without foreign typeface, emblems and source map, set in our own typeface.

    Raises ValueError when something forbidden is left: the package's layout has changed and needs a look.
    """
    css = _COMMENT.sub("", css)
    css = css.replace("GDS Transport,arial,sans-serif", '"Atkinson Hyperlegible Next",arial,sans-serif')
    css = _RULE.sub(lambda rule: "" if _is_forbidden(rule.group()) else rule.group(), css)
    css = _EMPTY.sub("", css).strip() + "\n"
    if _is_forbidden(css):
        raise ValueError("The stylesheet still holds a typeface or an emblem that may not be shipped.")
    return css


def _is_forbidden(css: str) -> bool:
    lower = css.lower()
    return any(word in lower for word in FORBIDDEN_IN_CSS)


def vendor(packages: Path) -> tuple[Path, ...]:
    """Write the vendored files from the packages in this folder, and say which were written."""
    return (*_take_govuk(packages / GOVUK), *_take_font(packages / FONT), *_take_axe(packages / AXE))


def _take_govuk(package: Path) -> tuple[Path, ...]:
    css, script = STATIC / "govuk-frontend.min.css", STATIC / "govuk-frontend.min.js"
    css.write_text(without_what_is_not_ours(_read(package, "dist/govuk/govuk-frontend.min.css").decode()))
    plain = re.sub(
        r"//# sourceMappingURL=\S+", "", _read(package, "dist/govuk/govuk-frontend.min.js").decode()
    )
    script.write_text(plain.rstrip() + "\n")
    return css, script


def _take_font(package: Path) -> tuple[Path, ...]:
    fonts = STATIC / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    taken = []
    for part in ("latin-wght-normal", "latin-ext-wght-normal", "latin-wght-italic", "latin-ext-wght-italic"):
        name = f"atkinson-hyperlegible-next-{part}.woff2"
        (fonts / name).write_bytes(_read(package, f"files/{name}"))
        taken.append(fonts / name)
    licence = fonts / "OFL.txt"
    licence.write_bytes(_read(package, "LICENSE"))
    return (*taken, licence)


def _take_axe(package: Path) -> tuple[Path, ...]:
    STORIES.mkdir(parents=True, exist_ok=True)
    script, licence = STORIES / "axe.min.js", STORIES / "axe-LICENCE.txt"
    script.write_bytes(_read(package, "axe.min.js"))
    licence.write_bytes(_read(package, "LICENSE"))
    return script, licence


def _read(package: Path, inside: str) -> bytes:
    """Read one file of an npm package; raises KeyError when the package has no such file."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(f"package/{inside}")
        if member is None:
            raise KeyError(inside)
        return member.read()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which folder holds the packages: python -m alongside.design.vendor FOLDER")
    sys.stdout.writelines(f"{path}\n" for path in vendor(Path(sys.argv[1])))
