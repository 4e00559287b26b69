"""Guanyinge peanut (观音阁花生): a plant drawn from the sandy soil by the East River, on a clear day of the second harvest.

Facts: sandy soil along the middle East River, hills in the north of the town; pods of the pearl-bean type, mostly two seeds,
with a fine net, deep veins, a shallow waist and a long hooked beak; seed coat pale pinkish white; the second crop is
flowered about twenty days after sowing and dug a little over two months later, roughly in early November.
"""

import math

from ..animals import dog, flying_heron
from ..figures import child, grandmother, person
from ..frame import plate
from ..library import (
    BARK,
    BLUE,
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    MIST,
    OCHRE,
    PINE,
    PINK,
    SUN,
    WATER,
    YOUNG,
    dice,
    field,
    flat,
    group,
    pt,
    rect,
    ribbon,
    shape,
    spots,
    thread,
)
from ..motifs_harvest import (
    peanut_flower,
    peanut_kernel,
    peanut_leaf,
    peanut_motif,
    peanut_open,
    peanut_pod,
)
from ..patterns import cloud, hills, ripples, rows
from ..plants import peanut_plant
from ..things import basket, boat, house
from ..trees import round_tree

SAND, SAND_DARK, SAND_LIGHT = "#f3d48c", "#dba85a", "#fbe9b8"


def sky():
    return (
        flat(rect(180, 180, 1420, 1420), WATER)
        + thread(
            "".join(f"M{180 + 60 * (k % 2)} {230 + 34 * k}H1420" for k in range(12)),
            MIST,
            5,
            "50 70",
        )
        + cloud(440, 430, 0.95, CREAM, curl=BLUE)
        + flying_heron(508, 330, 0.6)
    )


def sand(top, bottom, seed="sand"):
    """Sandy soil: wandering lines of grains, larger grains and a few pebbles."""
    roll = dice(seed)
    fine, coarse, light = [], [], []
    for k in range(420):
        x, y = roll.uniform(190, 1410), roll.uniform(top, bottom)
        (fine, coarse, light)[k % 3].append((x, y))
    return spots(fine, 2.8, SAND_DARK) + spots(coarse, 4, "#c9853c") + spots(light, 4.4, SAND_LIGHT)


def bushes(top, bottom, gap, step):
    """Rows of peanut in leaf."""
    crown, leaves = [], []

    def tuft(x, y, _row):
        crown.append((x, y))
        leaves.extend(((x - 13, y - 3), (x - 5, y - 14), (x + 7, y - 13), (x + 13, y - 2)))
        return ""

    rows(top, bottom, gap, tuft, step)
    return (
        spots(leaves, 11.5, INK)
        + spots(crown, 14, INK)
        + spots(leaves, 8.5, YOUNG)
        + spots(crown, 10, LEAF)
        + spots([(x - 2, y - 3) for x, y in leaves[::2]], 2.8, LIME)
    )


def land():
    far = [
        (180, 560),
        (340, 470),
        (520, 560),
        (700, 480),
        (900, 570),
        (1100, 490),
        (1290, 560),
        (1420, 480),
    ]
    near = [(180, 600), (420, 566), (700, 606), (960, 570), (1200, 606), (1420, 560)]
    bank = [(180, 640), (800, 630), (1420, 640)]
    water = [(180, 668), (800, 660), (1420, 668)]
    plot = [(180, 770), (500, 792), (800, 764), (1100, 790), (1420, 764)]
    front = [(180, 960), (480, 986), (800, 960), (1120, 990), (1420, 960)]
    return (
        hills(far, 700, INDIGO, 44, edge=WATER)
        + hills(near, 700, BLUE, 34, edge=MIST)
        + field(bank, 700, YOUNG, "", 5)
        + house(330, 664, 0.5)
        + house(470, 662, 0.56, True, width=220)
        + round_tree(560, 662, 0.42)
        + round_tree(1300, 662, 0.5, seed="e")
        + field(water, 800, "#5fb4c4", ripples((180, 690, 1420, 780), 32, CREAM, 4), 5)
        + boat(640, 760, 0.56)
        + field(plot, 1000, SAND_DARK, bushes(plot, 980, 44, 46))
        + field(front, 1420, SAND, sand(970, 1420))
    )


def scene():
    weed = group(peanut_plant(0, 0, 0.46), 88, -34, 1, 24)
    man = person(
        352,
        1006,
        0.92,
        pose="bend",
        who="man",
        hat_kind="cone",
        coat=CREAM,
        pattern="check",
        trousers=INDIGO,
        trim=CINNABAR,
        grip=True,
        front=weed,
    )
    heap = "".join(
        peanut_pod(x, y, 46, t, w=3.4)
        for x, y, t in (
            (-30, -92, 20),
            (8, -98, -12),
            (36, -90, 40),
            (-12, -110, -30),
            (22, -112, 10),
        )
    )
    gran = grandmother(462, 1282, 1.0, coat=PINK, pattern="sprig", trousers=INDIGO)
    kid = child(566, 1040, 0.7, True, coat=CINNABAR, trousers=INDIGO, trim=SUN, smile="laugh")
    return (
        sky()
        + land()
        + kid
        + man
        + gran
        + basket(596, 1318, 0.84, heap)
        + dog(1340, 1080, 0.6, True)
        + basket(1256, 1040, 0.6, heap)
    )


CROWN = (936, 800)


def plant():
    cx, cy = CROWN
    stems = (
        [(cx - 10, cy), (800, 600), (700, 420)],
        [(cx, cy), (880, 540), (830, 270)],
        [(cx + 4, cy), (980, 540), (1010, 200)],
        [(cx + 10, cy), (1070, 580), (1170, 290)],
        [(cx + 14, cy), (1120, 660), (1300, 480)],
    )
    stalks = "".join(shape(ribbon(p, [26, 22, 16]), LIME, 5.5) for p in stems)
    leaves = (
        (800, 600, 170, 70),
        (770, 520, -60, 50),
        (730, 470, 160, 60),
        (700, 420, -110, 56),
        (880, 590, -40, 40),
        (862, 480, -160, 70),
        (846, 380, -30, 54),
        (830, 280, -100, 56),
        (966, 600, -140, 40),
        (990, 490, -30, 60),
        (1002, 400, -160, 56),
        (1004, 320, -20, 56),
        (1010, 215, -80, 50),
        (1056, 600, -30, 60),
        (1090, 530, -110, 50),
        (1130, 420, 10, 60),
        (1150, 360, -150, 50),
        (1170, 290, -70, 52),
        (1110, 680, 30, 60),
        (1170, 620, -50, 50),
        (1230, 560, 60, 50),
        (1290, 490, -40, 60),
    )
    green = "".join(
        peanut_leaf(x, y, s, t, 96, ((YOUNG, LEAF), (LEAF, PINE), (LIME, YOUNG))[k % 3])
        for k, (x, y, t, s) in enumerate(leaves)
    )
    flowers = (
        peanut_flower(850, 690, 1.1, -30)
        + peanut_flower(1040, 680, 1.1, 30)
        + peanut_flower(950, 640, 1.0)
    )
    return stalks + green + flowers


PODS = (
    (742, 918, 196, 140),
    (1136, 908, 196, 42),
    (660, 1096, 216, 116),
    (1226, 1080, 216, 64),
    (826, 1056, 226, 103),
    (1056, 1060, 226, 77),
    (746, 1276, 226, 98),
    (1146, 1270, 226, 80),
    (944, 1226, 240, 91),
    (1010, 1420, 200, 84),
)


def below():
    """The root with its fine hairs, the pegs and the pods."""
    cx, cy = CROWN
    pegs, pods = "", ""
    for x, y, size, turn in PODS:
        a = math.radians(turn)
        ex, ey = x - math.cos(a) * size * 0.5, y - math.sin(a) * size * 0.5
        mid = ((cx + ex) / 2 + (ex - cx) * 0.16, (cy + ey) / 2 - 40)
        pegs += shape(
            ribbon([(cx + (ex - cx) * 0.06, cy - 20), mid, (ex, ey)], [13, 12, 10]), "#b98a5a", 4.4
        )
        pods += peanut_pod(x, y, size, turn)
    root = shape(
        ribbon([(cx, cy - 30), (cx + 6, cy + 160), (cx - 12, cy + 330)], [40, 24, 4]), BARK, 5
    )
    hairs = "".join(
        f"M{pt(cx, cy + 50 + 36 * k)}q{s * 30} 4 {s * (58 - 6 * k)} {40 + 8 * (k % 2)}"
        for k in range(6)
        for s in (-1, 1)
    )
    return thread(hairs, INK, 11) + thread(hairs, "#b98a5a", 5) + root + pegs + pods


def product():
    return below() + plant() + peanut_open(350, 1416, 280, -14) + peanut_kernel(546, 1474, 88, 30)


def draw():
    return plate(scene(), product(), peanut_motif(), YOUNG, OCHRE)
