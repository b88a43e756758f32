"""What was taken from outside holds nothing that may not be shipped, and says under which licence it came."""

from pathlib import Path

import pytest

from alongside.design import vendor

FORBIDDEN = ("gds transport", "crest", "crown", "sourcemappingurl", "@font-face")


@pytest.mark.parametrize("name", ["govuk-frontend.min.css", "govuk-frontend.min.js"])
@pytest.mark.parametrize("word", FORBIDDEN)
def test_nothing_remains_that_belongs_to_gov_uk_alone(name, word):
    assert word not in (vendor.STATIC / name).read_text().lower()


def test_no_stylesheet_loads_from_elsewhere():
    for sheet in vendor.STATIC.glob("*.css"):
        assert "url(http" not in sheet.read_text().replace('"', "")
        assert "@import" not in sheet.read_text()


def test_the_licences_stand_beside_what_they_cover():
    assert "Permission is hereby granted" in (vendor.STATIC / "govuk-frontend-LICENCE.txt").read_text()
    assert "SIL OPEN FONT LICENSE" in (vendor.STATIC / "fonts" / "OFL.txt").read_text()
    assert "Mozilla Public License" in (vendor.STORIES / "axe-LICENCE.txt").read_text()


def test_every_font_the_stylesheet_names_is_there():
    sheet = (vendor.STATIC / "alongside.css").read_text()
    fonts = list((vendor.STATIC / "fonts").glob("*.woff2"))
    assert len(fonts) == sheet.count("@font-face") == 4
    assert all(font.name in sheet for font in fonts)


def test_emblems_and_typeface_are_cut_out():
    css = (
        "/*! Copyright */@font-face{font-family:GDS Transport}.a{font-family:GDS Transport,arial,sans-serif}"
        "@media print{.b-crown{color:red}}.c{background:url(crest.svg)}/*# sourceMappingURL=x */"
    )
    assert (
        vendor.without_what_is_not_ours(css)
        == '.a{font-family:"Atkinson Hyperlegible Next",arial,sans-serif}\n'
    )


def test_a_package_laid_out_differently_is_refused():
    with pytest.raises(ValueError, match="may not be shipped"):
        vendor.without_what_is_not_ours("@import 'crown.css';")


def test_the_script_is_not_shipped_with_tests():
    assert not list(Path(vendor.STATIC).glob("axe*"))
