"""Gaotan mingjiang (高潭明姜, candidate): a hand of ginger with its leafy stems, and the mountain village.

Facts: from Gaotan in Huidong; what it is made of besides ginger, how and when, is not in the sources. The picture keeps
to the root, its leaves, a field of ginger and the village among the mountains.
"""

from ..animals import buffalo
from ..figures import child, hoer, person
from ..frame import plate
from ..library import (
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    PINK,
    RUST,
    SOIL,
    STRAW,
    SUN,
    WATER,
    YOUNG,
    field,
    flat,
    height_at,
    oval,
    rect,
    shape,
    thread,
)
from ..motifs_ginger import ginger_motif, ginger_plant, ginger_root, ginger_shoot, small_ginger
from ..patterns import cloud, furrows, hills, rays, ridges
from ..things import basket, house

TEAL = "#1f8f99"


def sky():
    ground = flat(rect(180, 180, 1420, 1000), "#6cc5cf") + rays(520, 560, 90, 1200, 38, WATER)
    disc = (
        flat(oval(520, 430, 96), CREAM)
        + shape(oval(520, 430, 76), SUN, 6)
        + thread(oval(520, 430, 56), RUST, 5, "9 9")
    )
    return ground + disc + cloud(850, 330, 0.94, CREAM, INK, "#5fb9c4")


def land():
    high = [
        (180, 740),
        (270, 560),
        (340, 620),
        (430, 500),
        (530, 640),
        (650, 540),
        (760, 430),
        (870, 560),
        (980, 470),
        (1110, 600),
        (1420, 520),
    ]
    mid = [
        (180, 800),
        (300, 700),
        (440, 760),
        (590, 680),
        (760, 740),
        (930, 650),
        (1120, 740),
        (1420, 680),
    ]
    low = [(180, 860), (420, 800), (680, 850), (930, 790), (1160, 840), (1420, 800)]
    soil = [(180, 1010), (440, 970), (760, 1010), (1060, 980), (1420, 1010)]
    homes = (
        house(400, 790, 0.42, wall=CREAM, roof=INDIGO)
        + house(560, 800, 0.46, wall=STRAW, roof="#7a2a3a", door=INDIGO)
        + house(960, 790, 0.42, wall=STRAW, roof="#7a2a3a", door=INDIGO)
        + house(720, 840, 0.5, wall=CREAM, roof=INDIGO)
        + house(440, 880, 0.54, wall=CREAM, roof="#7a2a3a", door=INDIGO)
        + house(880, 880, 0.56, wall=CREAM, roof=INDIGO)
        + house(620, 916, 0.6, wall=STRAW, roof=INDIGO)
    )
    return (
        hills(high, 1420, TEAL, 56, edge="#a5e0dc")
        + hills(mid, 1420, "#14635a", 46, edge="#6fc7a8")
        + field(low, 1420, YOUNG, furrows(low, 1040, 32, LEAF, 4, "22 12"))
        + homes
        + field(soil, 1420, "#7a2c1c", ridges(soil, 1420, 60, SOIL, "#e99a63", 4))
    )


SOIL_TOP = [(180, 1010), (440, 970), (760, 1010), (1060, 980), (1420, 1010)]


def beds():
    """Ginger on the ridges and the people between them."""

    def line(i, xs, size):
        return "".join(
            ginger_plant(x, height_at(SOIL_TOP, x) + 60 * i + 44, size, 3, f"{i}{x}") for x in xs
        )

    digger = hoer(
        400,
        1130,
        0.88,
        hat_kind="straw",
        who="man",
        coat=CREAM,
        pattern="check",
        trousers=INDIGO,
        trim=CINNABAR,
    )
    roots = (
        small_ginger(0, -92, 0.62)
        + small_ginger(-26, -82, 0.5, -20)
        + small_ginger(28, -82, 0.5, 18)
    )
    woman = person(664, 1234, 1.04, pose="stand", hat_kind="hakka", coat=PINK, pattern="sprig", trousers=INDIGO, trim=SUN,
                   front=basket(6, -92, 0.9, roots))  # fmt: skip
    kid = child(
        866,
        1140,
        0.82,
        pose="pick",
        coat=SUN,
        trousers=LEAF,
        trim=CINNABAR,
        smile="laugh",
        front=small_ginger(12, -322, 1.1),
    )
    return (
        line(0, (280, 520, 620, 740, 1180), 0.6)
        + buffalo(1050, 1044, 0.6, True)
        + line(1, (310, 760, 960, 1240), 0.7)
        + digger
        + kid
        + line(2, (370, 500, 780), 0.8)
        + woman
        + line(3, (440, 540), 0.9)
    )


def scene():
    return sky() + land() + beds()


def product():
    stems = ginger_shoot(
        [(1190, 1320), (1236, 1060), (1290, 760), (1310, 390)],
        11,
        300,
        56,
        0.26,
        (YOUNG, LEAF),
        5.4,
        "tall",
    ) + ginger_shoot(
        [(1310, 1330), (1384, 1250), (1420, 1150), (1432, 1050)],
        7,
        150,
        40,
        0.3,
        (LEAF, YOUNG),
        4.8,
        "side",
    )
    return stems + ginger_root(1030, 1376, 1.02, -3)


def draw():
    return plate(scene(), product(), ginger_motif(), SOIL, TEAL)
