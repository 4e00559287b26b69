"""Mazha star fruit (麻榨杨桃): the star in the cut fruit, before the orchards between Luofu and Nankun mountains.

Facts: five ribs, a five-pointed star when cut across; skin and flesh golden yellow, smooth, small core, few seeds; today's
trees come from grafting; eight parts hill, one part water, one part field, with reservoirs that water the orchards; picked
from August to April, eaten fresh; visitors come to pick their own.
"""

from ..animals import dog, flying_heron
from ..figures import child, person
from ..frame import plate
from ..library import (
    BARK,
    CINNABAR,
    CREAM,
    INDIGO,
    LEAF,
    LIME,
    PINE,
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
    ribbon,
    shape,
    thread,
)
from ..motifs_starfruit import (
    hanging_mark,
    star_face,
    star_slice,
    starfruit,
    starfruit_blossom,
    starfruit_leaf,
    starfruit_motif,
)
from ..patterns import cloud, furrows, hills, rays, ripples, sprigs
from ..things import basket
from ..trees import round_tree

TEAL = "#2c8c86"


def sky():
    return (
        flat(rect(180, 180, 1420, 1420), "#f9a9ad")
        + rays(800, 640, 60, 1100, 34, "#fcc3bd")
        + shape(oval(800, 560, 96), CREAM, 6)
        + thread(oval(800, 560, 72), PINK, 4, "9 8")
        + cloud(420, 480, 0.7, CREAM, curl=PINK)
        + flying_heron(846, 396, 0.56)
    )


def land():
    west = [(180, 430), (300, 470), (420, 560), (560, 620), (700, 700), (860, 740)]
    east = [(740, 740), (900, 690), (1040, 600), (1180, 540), (1300, 460), (1420, 430)]
    far = [(180, 650), (420, 600), (640, 650), (820, 610), (1000, 660), (1220, 600), (1420, 650)]
    lake = [(180, 716), (800, 706), (1420, 716)]
    slope = [(180, 760), (480, 800), (800, 776), (1120, 806), (1420, 760)]
    near = [(180, 960), (480, 990), (800, 960), (1120, 990), (1420, 960)]
    return (
        hills(far, 760, TEAL, 40, edge=WATER)
        + hills(west, 800, PINE, 60, edge=YOUNG)
        + hills(east, 800, LEAF, 60, edge=LIME)
        + field(lake, 820, WATER, ripples((180, 730, 1420, 800), 30, CREAM, 4), 5)
        + field(slope, 1000, YOUNG, furrows(slope, 990, 46, LEAF, 4, "24 14"))
        + field(
            near,
            1420,
            LIME,
            furrows(near, 1200, 50, YOUNG, 4, "24 14")
            + sprigs((420, 1010, 1410, 1390), 84, PINK, SUN, LEAF, 0.8, "near"),
        )
    )


def heap():
    return "".join(
        group(hanging_mark(), x, y, 1.9, t)
        for x, y, t in ((-30, -92, -50), (0, -98, 20), (30, -90, 60), (10, -104, -80))
    )


def scene():
    mark = hanging_mark()
    trees = "".join(
        round_tree(x, y, s, f, LEAF, YOUNG, mark, 11, f"tree{x}")
        for x, y, s, f in (
            (300, 960, 0.98, False),
            (1320, 960, 0.98, True),
            (1010, 850, 0.62, False),
            (560, 850, 0.62, True),
        )
    )
    fruit = group(hanging_mark(), 98, -312, 1.7, 8)
    man = person(
        450,
        1046,
        0.92,
        True,
        pose="pick",
        who="man",
        hat_kind="straw",
        coat=CREAM,
        pattern="check",
        trousers=INDIGO,
        trim=CINNABAR,
        back=fruit,
    )
    woman = person(
        1140,
        1046,
        0.92,
        pose="pick",
        hat_kind="hakka",
        coat=CINNABAR,
        apron=INDIGO,
        trousers=INDIGO,
        back=fruit,
    )
    slice_ = group(star_face(44, 10, 4), 84, -116)
    kid = child(
        786,
        1030,
        0.84,
        pose="carry",
        coat=SUN,
        trousers=INDIGO,
        trim=PINK,
        front=slice_,
        smile="laugh",
    )
    return (
        sky()
        + land()
        + trees
        + man
        + woman
        + kid
        + dog(900, 1080, 0.6, True)
        + basket(1004, 1100, 1.1, heap())
    )


def bough():
    wood = shape(
        ribbon(
            [(1446, 372), (1300, 240), (1090, 178), (860, 180), (630, 236)], [46, 38, 28, 20, 8]
        ),
        BARK,
        6,
    ) + shape(oval(1448, 374, 15, 26, 42), STRAW, 5)
    twigs = shape(ribbon([(1216, 214), (1200, 262), (1204, 300)], [14, 11, 9], 1), BARK, 5) + shape(
        ribbon([(1004, 178), (994, 220), (998, 254)], [13, 10, 8], 1), BARK, 5
    )
    leaves = (
        starfruit_leaf(640, 232, 280, 154, 112)
        + starfruit_leaf(750, 206, 230, 112, 100, (YOUNG, LEAF))
        + starfruit_leaf(870, 184, 200, 205, 96, (PINE, LEAF), leaflets=7)
        + starfruit_leaf(1096, 190, 170, 334, 88, (LEAF, YOUNG), leaflets=6)
        + starfruit_leaf(1360, 290, 130, 8, 86, (LEAF, PINE), leaflets=6)
        + starfruit_leaf(1330, 270, 260, 78, 104, (PINE, LEAF))
    )
    fruits = starfruit(1208, 404, 230, 92, w=5.6) + starfruit(996, 346, 200, 86, w=5.4)
    flowers = (
        starfruit_blossom(930, 176, 0.86, -6)
        + starfruit_blossom(1262, 222, 0.9, 26)
        + starfruit_blossom(1106, 196, 0.72, 172)
    )
    return leaves + wood + twigs + fruits + flowers


def product():
    return (
        bough()
        + starfruit_leaf(880, 1400, 320, 12, 116, (PINE, LEAF))
        + starfruit_leaf(440, 1360, 260, 150, 112, (LEAF, PINE))
        + starfruit(1110, 1286, 600, -18)
        + star_slice(356, 1330, 196, 24, seeds=(1, 4))
        + star_slice(450, 1262, 226, -14, seeds=(0, 3))
        + star_slice(586, 1196, 264, 5)
        + star_slice(880, 1456, 104, 20, (12, 16), 6, (1, 3))
    )


def draw():
    return plate(scene(), product(), starfruit_motif(), YOUNG, PINK)
