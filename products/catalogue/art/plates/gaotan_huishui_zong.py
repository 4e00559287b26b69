"""Gaotan huishui zong (高潭灰水粽, candidate): wrapping and boiling dumplings in the mountain town.

Facts: a leaf-wrapped rice dumpling ("zong made with ash water") of Gaotan, said in 2024 to go back more than 140 years.
Ingredients, shape, look and season are not in the sources: the three corners and the golden rice are those common to
ash-water zong elsewhere, and the alternative text does not claim them for Gaotan.
"""

from ..animals import chick
from ..figures import child, grandmother, person, sitter
from ..frame import plate
from ..library import (
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINK,
    STRAW,
    SUN,
    WATER,
    YOUNG,
    field,
    flat,
    group,
    oval,
    rect,
    shape,
    thread,
)
from ..motifs_tea import log
from ..motifs_zong import bamboo_leaf, cauldron, dish, opened_zong, zong, zong_motif
from ..patterns import cloud, furrows, grass, hills, rays, stitches
from ..plants import bamboo
from ..things import basket, house, table

CORAL, PEACH = "#f58f86", "#f9aa9b"


def sky():
    ground = flat(rect(180, 180, 1420, 1000), CORAL) + rays(560, 640, 60, 1100, 34, PEACH)
    return (
        ground
        + cloud(470, 420, 0.86, CREAM, INK, "#e9867c")
        + cloud(680, 300, 0.6, CREAM, INK, "#e9867c")
    )


def land():
    far = [
        (180, 700),
        (290, 560),
        (390, 620),
        (520, 500),
        (660, 600),
        (820, 520),
        (1000, 620),
        (1200, 540),
        (1420, 640),
    ]
    mid = [
        (180, 780),
        (340, 690),
        (480, 740),
        (640, 660),
        (820, 740),
        (1040, 680),
        (1240, 740),
        (1420, 700),
    ]
    low = [(180, 860), (400, 800), (620, 850), (860, 800), (1100, 850), (1420, 800)]
    court = [(180, 1000), (420, 980), (760, 1000), (1100, 982), (1420, 1000)]
    homes = (
        house(980, 800, 0.46, wall=CREAM, roof="#8d2a3c", door=INDIGO)
        + house(1240, 810, 0.46, wall=CREAM, roof=INDIGO)
        + house(1110, 860, 0.54, wall=STRAW, roof=INDIGO)
        + house(560, 780, 0.44, wall=CREAM, roof=INDIGO)
        + house(760, 800, 0.48, wall=STRAW, roof="#8d2a3c", door=INDIGO)
        + house(640, 880, 0.56, wall=CREAM, roof=INDIGO)
        + house(400, 880, 0.5, wall=CREAM, roof="#8d2a3c", door=INDIGO)
    )
    return (
        hills(far, 1420, "#6d3f86", 56, edge="#d9a6d8")
        + hills(mid, 1420, "#2a6f78", 48, edge=WATER)
        + field(
            low,
            1420,
            LEAF,
            furrows(low, 1060, 34, YOUNG, 4, "20 12") + grass((180, 830, 1420, 1000), 58, LIME, 4),
        )
        + homes
        + bamboo(300, 960, 0.62, 420, 5, seed="grove")
        + field(
            court,
            1420,
            "#f3c07a",
            stitches((180, 1000, 1420, 1420), 40, ("#d98f4a", CREAM), 20, 0, 4.4, "court"),
        )
    )


def steam(x, y, scale=1.0):
    d = "M0 0C-44 -44 40 -76 0 -124C-28 -160 -6 -204 30 -196C54 -188 50 -158 30 -160M66 8C34 -26 96 -54 70 -96C58 -122 86 -142 104 -126M-62 6C-96 -30 -36 -56 -64 -96"
    return group(thread(d, INK, 18) + thread(d, CREAM, 10), x, y, scale)


def scene():
    heap = "".join(
        zong(px, py, 0.2, a, tie=None, w=17)
        for px, py, a in (
            (-44, -104, -10),
            (40, -104, 8),
            (-2, -112, 0),
            (-22, -140, 4),
            (22, -140, -6),
        )
    )
    folding = zong(62, -98, 0.27, 0, tie=None, w=14)
    wrapper = sitter(
        700,
        1296,
        1.16,
        hat_kind="scarf",
        coat=INDIGO,
        pattern="sprig",
        trousers=INK,
        apron=CREAM,
        front=folding,
    )
    gran = grandmother(
        1078,
        1290,
        1.14,
        True,
        coat=PINK,
        pattern="stitch",
        trousers=INDIGO,
        trim=SUN,
        front=folding,
    )
    top = table(892, 1318, 1.2, 210, CINNABAR, heap)
    kid = child(
        892,
        1196,
        0.84,
        coat=SUN,
        trousers=LEAF,
        smile="laugh",
        pose="pick",
        front=zong(16, -318, 0.32, 0, tie=None, w=12),
    )
    wood = person(1262, 1110, 0.84, True, pose="carry", who="man", hat_kind="straw", coat=CREAM, pattern="check", trousers=INDIGO,
                  trim=CINNABAR, grip=True, back=log(-70, -196, 190, 17, 4) + log(-80, -226, 190, 17, 2))  # fmt: skip
    wraps = basket(
        1206,
        1264,
        0.92,
        "".join(
            bamboo_leaf(px, -70, 150, 40, a, w=4.4)
            for px, a in ((-34, -126), (-14, -104), (10, -84), (30, -62), (40, -46))
        ),
    )
    birds = chick(866, 1392, 0.62) + chick(946, 1384, 0.62, True)
    return (
        sky()
        + land()
        + steam(416, 840, 0.8)
        + cauldron(416, 1096, 0.92)
        + wood
        + kid
        + wrapper
        + gran
        + top
        + birds
        + wraps
    )


def bunch():
    """Dumplings hung by their cords from a bamboo pole above the rim."""
    hung = ((858, 480, 0.84, -7), (1262, 560, 0.84, 7), (1062, 690, 0.98, 0))
    cords = ""
    for x, y, s, _ in hung:
        d = f"M1066 150Q{(1066 + x) / 2 + (x - 1066) * 0.12} {(150 + y) / 2 - 70} {x} {y - 140 * s}"
        cords += thread(d, INK, 16) + thread(d, STRAW, 9) + thread(d, OCHRE, 3, "5 11")
    leaves = (
        bamboo_leaf(1066, 152, 290, 84, 190, "#86b544", "#3f8a45", "#cfe39a", -0.12)
        + bamboo_leaf(1066, 152, 290, 84, -8, "#86b544", "#5c9a3f", "#cfe39a", 0.12)
        + bamboo_leaf(1066, 150, 128, 56, -62, "#a5c85a", "#6fa544", "#e4efb8", 0.1)
        + bamboo_leaf(1066, 150, 128, 56, -118, "#a5c85a", "#6fa544", "#e4efb8", -0.1)
    )
    knot = shape(oval(1066, 150, 28, 24), CINNABAR, 6) + thread(
        "M1048 144L1084 158M1052 158L1082 142", SUN, 4
    )
    return cords + leaves + knot + "".join(zong(*z) for z in hung)


def product():
    return bunch() + dish(414, 1420, 330, 92) + opened_zong(414, 1290, 1.0)


def draw():
    return plate(scene(), product(), zong_motif(LEAF, SUN), LEAF, PINK)
