"""Zhenlong lychee (镇隆荔枝): pickers with lamps before dawn under the old trees.

Facts: growers pick before sunrise, from three or four o'clock, while dew is on the fruit; thirteen trees of about 600
years at Huangzhuli; Guiwei is nearly round with raised, sharp skin segments, white crisp flesh and often a withered seed.
"""

from ..animals import dog
from ..figures import child, grandmother, person, picker
from ..frame import plate
from ..fruit import lychee, lychee_motif, opened_lychee
from ..library import (
    BARK,
    CINNABAR,
    CREAM,
    INDIGO,
    LEAF,
    LIME,
    NIGHT,
    OCHRE,
    PINE,
    PINK,
    SUN,
    WATER,
    YOUNG,
    field,
    flat,
    group,
    leaf_path,
    rect,
    ribbon,
    shape,
    thread,
    union,
)
from ..patterns import furrows, grass, hills, moon, rays, sprigs, stars
from ..plants import cluster, leaf, lychee_tree, pinnate
from ..things import basket, ladder, lamp


def heap():
    """Lychees heaped in a basket, with two leaves."""
    spots = ((-28, -118), (0, -122), (28, -116), (-44, -88), (-16, -98), (14, -98), (42, -88))
    return (
        shape(leaf_path(-20, -116, 50, 20, -140), YOUNG, 4)
        + shape(leaf_path(22, -116, 50, 20, -36), LEAF, 4)
        + cluster(spots, 15)
    )


def sky():
    ground = flat(rect(180, 180, 1420, 1420), NIGHT) + rays(800, 1010, 300, 900, 30, "#22387f")
    return ground + stars((190, 190, 1420, 760), 104, SUN, 10, "zhenlong") + moon(1210, 436, 40)


def land():
    far = [
        (180, 890),
        (330, 810),
        (480, 880),
        (640, 800),
        (800, 880),
        (960, 800),
        (1130, 880),
        (1280, 806),
        (1420, 880),
    ]
    near = [(180, 960), (400, 930), (620, 980), (800, 950), (1010, 985), (1220, 935), (1420, 970)]
    meadow = [(180, 1040), (500, 1010), (800, 1046), (1100, 1012), (1420, 1040)]
    front = [(180, 1230), (480, 1262), (800, 1236), (1120, 1266), (1420, 1230)]
    return (
        hills(far, 1420, INDIGO, 56, edge=WATER)
        + hills(near, 1420, PINE, 52, edge=YOUNG)
        + field(
            meadow,
            1420,
            LEAF,
            furrows(meadow, 1420, 46, PINE, 4, "26 14")
            + grass((180, 1050, 1420, 1420), 74, LIME, 4),
        )
        + field(
            front,
            1420,
            YOUNG,
            sprigs((180, 1240, 1420, 1430), 66, CREAM, OCHRE, PINE, 1.0, "front"),
        )
    )


def lamp_post(x, y, flip=False):
    """A storm lantern on a bent bamboo stuck in the ground."""
    pole = shape(ribbon([(0, 0), (-6, -150), (14, -238), (52, -236)], [11, 10, 8, 6]), OCHRE, 4.2)
    return group(pole + lamp(52, -234, 1.05), x, y, 1, 0, flip)


def scene():
    trees = lychee_tree(345, 1090, 1.18, seed="west") + lychee_tree(
        1256, 1090, 1.18, True, seed="east"
    )
    bunch = group(cluster(((0, 0), (-17, 14), (16, 15), (0, 28)), 14), 88, -322) + group(
        cluster(((0, 0), (-16, 14), (14, 15)), 14), -78, -318
    )
    west = picker(
        460,
        1232,
        1.08,
        hat_kind="hakka",
        coat=CINNABAR,
        apron=INDIGO,
        trousers=INDIGO,
        front=bunch,
        down=2,
    )
    east = person(
        1130,
        1236,
        1.08,
        pose="reach",
        who="man",
        hat_kind="straw",
        coat=CREAM,
        pattern="check",
        trousers=INDIGO,
        trim=CINNABAR,
        down=-3,
    )
    gran = grandmother(716, 1318, 1.1, coat=PINK, pattern="sprig", trousers=INDIGO)
    kid = child(978, 1312, 0.82, True, coat=SUN, trousers=CINNABAR, smile="laugh")
    back = lamp_post(566, 1190) + lamp_post(1034, 1190, True) + ladder(1232, 1150, 1.0, 300, -4)
    baskets = basket(352, 1214, 0.96, heap()) + basket(1258, 1216, 0.96, heap())
    front = (
        basket(848, 1338, 1.2, heap())
        + basket(588, 1350, 0.86, heap())
        + dog(1092, 1326, 0.72, True)
    )
    return sky() + land() + trees + back + west + east + baskets + gran + kid + front


def dew(x, y):
    """A drop of dew."""
    return shape(
        f"M{x} {y - 20}C{x + 6} {y - 8} {x + 12} {y} {x + 11} {y + 7}C{x + 9} {y + 18} {x - 9} {y + 18} {x - 11} {y + 7}C{x - 12} {y} {x - 6} {y - 8} {x} {y - 20}Z",
        WATER,
        3.6,
    ) + thread(f"M{x - 5} {y + 6}L{x - 4} {y + 9}", CREAM, 4)


def bough():
    """The bearing twig coming in over the rim, with its pinnate leaves."""
    leaves = (
        pinnate(784, 196, 250, 189, 3, 158, 54)
        + pinnate(816, 196, 250, -9, 3, 158, 54)
        + pinnate(770, 262, 160, 163, 2, 160, 54, (PINE, LEAF, YOUNG))
        + pinnate(832, 262, 160, 17, 2, 160, 54, (YOUNG, LEAF, PINE))
    )
    top = leaf(790, 140, 118, 44, -122, YOUNG, LIME, 5, -0.1) + leaf(
        812, 140, 118, 44, -58, LEAF, LIME, 5, 0.1
    )
    lines = (
        ([(804, 106), (796, 180), (802, 262)], [30, 26, 22]),
        ([(802, 236), (722, 290), (630, 372)], [20, 15, 12]),
        ([(802, 236), (880, 290), (972, 372)], [20, 15, 12]),
        ([(801, 240), (808, 320), (800, 420)], [20, 16, 13]),
    )
    return leaves + top + union([(ribbon(p, w), BARK) for p, w in lines], 5)


def product():
    fruit = (
        lychee(610, 520, 158, 10, "one")
        + lychee(990, 520, 158, -10, "two")
        + lychee(800, 566, 168, 0, "three")
        + lychee(668, 770, 160, 6, "four")
        + opened_lychee(944, 782, 168, -6)
    )
    return (
        bough()
        + fruit
        + dew(548, 470)
        + dew(742, 640)
        + dew(600, 820)
        + dew(1060, 590)
        + dew(850, 480)
    )


def draw():
    return plate(scene(), product(), lychee_motif(), LEAF, CINNABAR)
