"""The words of the house's own lists, as a family reads them."""

from alongside.languages.rules import wording
from alongside.voice.words import Picture

PICTURES = {
    Picture.HAPPY: wording("Happy"),
    Picture.CALM: wording("OK"),
    Picture.SAD: wording("Sad"),
    Picture.WORRIED: wording("Worried"),
    Picture.CROSS: wording("Cross"),
    Picture.SCARED: wording("Scared"),
    Picture.SUNNY: wording("Sunny"),
    Picture.CLOUDY: wording("Cloudy"),
    Picture.RAINY: wording("Rainy"),
    Picture.STORMY: wording("Stormy"),
    Picture.HOME: wording("Home"),
    Picture.SCHOOL: wording("School"),
    Picture.OUTSIDE: wording("Outside"),
    Picture.BED: wording("In bed"),
}
