"""Futian choy sum (福田菜心): the cut heart with its yellow flowers, winter ridges under the mountain of Luofu.

Facts: the land lies at the foot of Luofu Mountain; seedlings stand on drawn-up ridges; only the tender heart in the middle
of each plant is cut, and only once; tall plants, stout leaf stalks, broad flat leaves with clear veins, many side shoots;
the colder it gets the sweeter and crisper it grows.
"""

from ..figures import carrier, child, grandmother, kneeler
from ..frame import plate
from ..library import (
    BARK,
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    NIGHT,
    OCHRE,
    PINE,
    PINK,
    RUST,
    SUN,
    YOUNG,
    Stamp,
    field,
    flat,
    oval,
    polar,
    rect,
    ribbon,
    shape,
    smooth,
    thread,
)
from ..motifs_greens import bud, cross_flower, flower_motif, ruffled_leaf
from ..motifs_luofu import luofu
from ..patterns import rays, stitches
from ..plants import choy_sum
from ..things import basket

SKY, STALK, GLOSS, GROOVE = "#4f8bd0", "#b6d768", "#dceca8", "#93bf48"


def sky():
    return (
        flat(rect(180, 180, 1420, 1420), SKY)
        + rays(620, 430, 80, 1200, 48, "#5f99d9")
        + shape(oval(620, 430, 74), CREAM, 6)
        + thread(oval(620, 430, 58), SUN, 4, "9 8")
        + thread(oval(620, 430, 94), CREAM, 5, "2 13")
    )


PLANT = []


def ridge(y, size, gap, start=180):
    """A drawn-up ridge with its row of plants."""
    line = [(170, y), (800, y - 12), (1430, y)]
    width = 78 * size
    earth = shape(ribbon(line, [width, width]), "#9c5a30", 5) + thread(
        smooth([(a, b + 10 * size) for a, b in line], False), RUST, 4, "12 14"
    )
    plants = "".join(
        PLANT[0].at(x, y - 12 * (1 - abs(x - 800) / 630) + 4, 0.42 * size)
        for x in range(start, 1430, gap)
    )
    return earth + plants


def land():
    ground = [(180, 800), (800, 790), (1420, 800)]
    return field(
        ground,
        1420,
        "#7d4527",
        stitches((180, 806, 1420, 1420), 30, ("#a8643a", "#5f3219"), 15, 4, 4, "soil"),
    )


def bunches():
    """Cut choy sum standing in a basket."""
    return "".join(
        PLANT[0].at(x, -58, 0.46, a) for x, a in ((-34, -14), (34, 14), (-12, -5), (14, 5))
    )


def bunch(x, y):
    """A bunch lying on the ground, bound with straw."""
    stems = "".join(
        PLANT[0].at(x, y + dy, 0.5, a) for dy, a in ((-22, 80), (20, 96), (-2, 88), (10, 92))
    )
    return stems + shape(ribbon([(x + 28, y - 36), (x + 34, y + 34)], [15, 15]), SUN, 4)


def load():
    return (
        "".join(PLANT[0].at(x, -30, 0.36, a) for x, a in ((-24, -12), (24, 12), (0, 0)))
        + shape("M-50 -40L50 -40C44 -12 34 0 22 2L-22 2C-34 0 -44 -12 -50 -40Z", OCHRE, 4.4)
        + thread("M-44 -24L44 -24", BARK, 3.4, "9 6")
    )


def scene():
    return (
        sky()
        + luofu(
            1010, 806, 1.08, back=(INDIGO, NIGHT, "#7fb0e6"), front=(LEAF, PINE, LIME), mist=CREAM
        )
        + land()
        + ridge(862, 0.74, 48)
        + carrier(
            1230,
            960,
            0.88,
            True,
            load=load(),
            coat=CINNABAR,
            pattern="dot",
            who="man",
            hat_kind="straw",
            trousers=INK,
        )
        + ridge(1006, 0.94, 64, 210)
        + kneeler(1006, 1154, 1.02, coat=PINK, pattern="sprig", hat_kind="hakka", trousers=INDIGO)
        + ridge(1186, 1.1, 82, 200)
        + grandmother(1178, 1330, 1.04, True, coat=INDIGO, trousers=INK)
        + basket(1034, 1352, 0.96, bunches())
        + bunch(560, 1318)
        + child(
            906,
            1376,
            0.8,
            coat=SUN,
            trousers=CINNABAR,
            smile="laugh",
            front=PLANT[0].at(-40, -92, 0.5, 62),
        )
    )


def head():
    """The flowering head: open flowers around, buds in the middle."""
    cx, cy = 976, 276
    big = Stamp(cross_flower(0, 0, 62, 0))
    stalks, flowers, buds = "", "", ""
    ring = (
        (196, 150),
        (226, 168),
        (254, 150),
        (284, 166),
        (314, 150),
        (344, 158),
        (16, 146),
        (168, 118),
    )
    inner = ((210, 92), (300, 96), (340, 84), (254, 84))
    for k, (a, r) in enumerate(ring):
        x, y = polar(r, a, cx, cy - 20)
        stalks += shape(
            ribbon([(cx - 10, cy + 60), polar(r * 0.55, a, cx, cy), (x, y)], [13, 10, 8]), STALK, 4
        )
        flowers += big.at(x, y, 1, a + 20 * k)
    for k, (a, r) in enumerate(inner):
        x, y = polar(r, a, cx, cy - 20)
        stalks += shape(ribbon([(cx - 6, cy + 40), (x, y)], [11, 8]), STALK, 4)
        flowers += big.at(x, y, 0.84, a + 33 * k)
    for a, r in (
        (180, 44),
        (215, 40),
        (250, 46),
        (285, 40),
        (320, 46),
        (0, 44),
        (40, 30),
        (140, 30),
        (270, 6),
    ):
        x, y = polar(r, a, cx, cy - 28)
        buds += bud(x, y, 19, a if r > 10 else -90)
    return stalks + flowers + buds


def product():
    line = [(352, 1464), (520, 1130), (720, 790), (890, 460), (958, 286)]
    stem = shape(ribbon(line, [112, 98, 80, 58, 40], 6), STALK, 7)
    grooves = "".join(
        thread(
            smooth(
                [
                    (x + o * k, y + o * k * 0.5)
                    for (x, y), k in zip(line, (1, 0.84, 0.7, 0.5, 0.3), strict=True)
                ],
                False,
            ),
            c,
            w,
        )
        for o, c, w in ((-30, GLOSS, 10), (8, GROOVE, 4), (30, GROOVE, 4))
    )
    cut = (
        shape(oval(352, 1466, 59, 24, 28), CREAM, 6)
        + thread(oval(352, 1466, 41, 14, 28), YOUNG, 4)
        + thread(oval(352, 1466, 20, 5.5, 28), GROOVE, 4)
    )
    thick = (60, 40, 28, 14, 4)
    look = {
        "rib": GLOSS,
        "stalk": thick,
        "start": 0.3,
        "ruffles": 12,
        "bulge": 0.05,
        "wing": 0.03,
        "shape_": 0.7,
    }
    leaves = (
        ruffled_leaf(
            [(560, 1090), (430, 1000), (350, 880), (322, 720)],
            200,
            PINE,
            "#0e4430",
            seed="G",
            **look,
        )
        + ruffled_leaf(
            [(590, 1010), (740, 950), (850, 900), (950, 800)],
            176,
            PINE,
            "#0e4430",
            seed="H",
            **look,
        )
        + ruffled_leaf(
            [(910, 430), (850, 370), (812, 300), (806, 220)], 92, LEAF, PINE, seed="I", **look
        )
        + ruffled_leaf(
            [(620, 980), (516, 850), (460, 680), (484, 480)], 256, LEAF, PINE, seed="B", **look
        )
        + ruffled_leaf(
            [(690, 850), (850, 790), (980, 690), (1056, 550)], 224, LEAF, PINE, seed="D", **look
        )
        + ruffled_leaf(
            [(440, 1320), (300, 1200), (164, 1030), (100, 810)], 270, YOUNG, LEAF, seed="A", **look
        )
        + ruffled_leaf(
            [(480, 1210), (620, 1160), (750, 1100), (850, 1000)], 216, YOUNG, LEAF, seed="C", **look
        )
        + ruffled_leaf(
            [(806, 640), (720, 550), (680, 440), (690, 310)], 150, YOUNG, LEAF, seed="E", **look
        )
        + ruffled_leaf(
            [(844, 560), (950, 490), (1030, 420), (1080, 330)], 136, YOUNG, LEAF, seed="F", **look
        )
    )
    shoots = shoot(566, 1050, -30) + shoot(776, 690, -98) + shoot(668, 880, -92)
    return leaves + shoots + stem + grooves + cut + head()


def shoot(x, y, turn):
    """A side shoot in the axil of a leaf, with closed buds."""
    tip = polar(104, turn, x, y)
    buds = "".join(bud(*tip, 17, turn + a) for a in (-62, 62, -30, 30, 0))
    return shape(ribbon([(x, y), tip], [20, 14]), STALK, 4.4) + buds


def draw():
    PLANT[:] = [Stamp(choy_sum(0, 0))]
    return plate(scene(), product(), flower_motif(), LEAF, OCHRE)
