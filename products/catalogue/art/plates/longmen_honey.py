"""Longmen honey (龙门蜂蜜): hives on a slope among duck's-foot trees in winter flower, ringed by mountains.

Facts: the bee is the Chinese honey bee; seven-tenths of the honey is winter honey of the duck's-foot tree (Schefflera), taken
around November; the apiary of Xiaodong Village is ringed by mountains, sunny, with many such trees near; keepers place and
inspect box hives, with some four combs to a hive.
"""

from ..figures import carrier, child, person
from ..frame import plate
from ..library import (
    BARK,
    BLUE,
    CINNABAR,
    CREAM,
    INDIGO,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    PINK,
    SUN,
    WATER,
    YOUNG,
    field,
    flat,
    rect,
    ribbon,
    shape,
)
from ..motifs_hive import (
    bee_path,
    blossom_mark,
    box_hive,
    comb,
    comb_frame,
    duckfoot_leaf,
    duckfoot_panicle,
    hive_motif,
    honey_bee,
    honey_bowl,
)
from ..patterns import cloud, furrows, grass, hills, rays, sprigs
from ..things import bowl, hive, jar
from ..trees import round_tree


def sky():
    return (
        flat(rect(180, 180, 1420, 1420), "#ffd65c")
        + rays(1010, 620, 60, 1100, 32, "#ffe28a")
        + cloud(960, 360, 0.86, CREAM, curl=OCHRE)
        + cloud(1240, 480, 0.6, CREAM, curl=OCHRE)
    )


def land():
    far = [(180, 640), (400, 540), (620, 640), (820, 480), (1010, 620), (1190, 500), (1420, 640)]
    mid = [(180, 700), (480, 660), (760, 720), (1040, 640), (1420, 740)]
    slope = [(180, 900), (600, 830), (1000, 760), (1420, 800)]
    front = [(180, 1230), (600, 1210), (1000, 1180), (1420, 1120)]
    return (
        hills(far, 1000, INDIGO, 56, edge=WATER)
        + hills(mid, 1000, BLUE, 44, edge=CREAM)
        + field(
            slope,
            1300,
            LEAF,
            furrows(slope, 1240, 60, PINE, 4, "24 14") + grass((600, 850, 1420, 1220), 78, LIME, 4),
        )
        + field(
            front,
            1420,
            YOUNG,
            sprigs((300, 1200, 1330, 1420), 74, CREAM, OCHRE, PINE, 0.95, "front"),
        )
    )


def scene():
    mark = blossom_mark()
    trees = (
        round_tree(700, 800, 0.62, False, LEAF, YOUNG, mark, 12, "t1")
        + round_tree(1010, 760, 0.7, False, LEAF, YOUNG, mark, 12, "t2")
        + round_tree(1190, 770, 0.6, False, PINE, YOUNG, mark, 12, "t3")
        + round_tree(1340, 800, 0.74, False, LEAF, YOUNG, mark, 12, "t4")
    )
    boxes = "".join(
        hive(x, y, s)
        for x, y, s in ((860, 860, 0.46), (960, 850, 0.46), (1120, 850, 0.46), (1320, 880, 0.5))
    )
    wax = "M32 -296L122 -296L122 -214C120 -190 106 -182 98 -190C88 -180 66 -178 60 -190C50 -184 34 -190 32 -206Z"
    lifted = comb(wax, (30, -292, 124, -180), 11, "lifted", 4.6) + shape(
        rect(16, -306, 138, -290), OCHRE, 4.4
    )
    keeper = person(
        690,
        1004,
        0.92,
        pose="reach",
        who="man",
        hat_kind="straw",
        coat=CREAM,
        pattern="check",
        trousers=INDIGO,
        trim=CINNABAR,
        grip=True,
        front=lifted,
    )
    woman = carrier(
        706, 1306, 0.92, False, jar(0, 0, 0.5), hat_kind="hakka", coat=CINNABAR, trousers=INDIGO
    )
    return (
        sky()
        + land()
        + trees
        + boxes
        + hive(838, 1006, 0.7)
        + keeper
        + woman
        + bee_path([(1150, 900), (1000, 820), (960, 700), (1020, 560), (1120, 440)])
    )


def product():
    branch = shape(ribbon([(196, 1010), (306, 690), (372, 440)], [36, 30, 20]), BARK, 6)
    leaves = (
        duckfoot_leaf(330, 640, 150, 196, stalk=100)
        + duckfoot_leaf(340, 600, 150, 24, (YOUNG, LEAF, PINE), stalk=150)
        + duckfoot_leaf(360, 500, 140, 206, (PINE, LEAF, YOUNG), stalk=90)
        + duckfoot_leaf(372, 470, 140, -14, stalk=150)
    )
    flowers = duckfoot_panicle(374, 480, 1.0, 8)
    treat = bowl(8, -104, 0.62, INDIGO, OCHRE)
    kid = child(
        884, 1392, 0.8, True, coat=PINK, trousers=INDIGO, trim=SUN, smile="laugh", front=treat
    )
    bees = (
        honey_bee(650, 330, 0.9, 20, True)
        + honey_bee(900, 640, 1.0, -14)
        + honey_bee(1250, 700, 0.86, 10, True)
        + honey_bee(1150, 410, 0.74, -24)
        + honey_bee(516, 800, 0.84, 24, True)
        + honey_bee(1000, 1168, 0.5)
        + honey_bee(1180, 1160, 0.5, 0, True)
    )
    return (
        branch
        + leaves
        + flowers
        + box_hive(1120, 1270, 1.0)
        + kid
        + comb_frame(400, 930, 1.0, -5)
        + honey_bowl(430, 1560, 0.9)
        + bees
    )


def draw():
    return plate(scene(), product(), hive_motif(), PINE, INDIGO)
