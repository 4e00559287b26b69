"""Guanyinge brown sugar (观音阁红糖): the cane harvest on the bank of the East River at sunset.

Facts: a town on the north-west bank of the middle East River, flood plain in the south and hills in the north; by an old
account it grew rice, cane and peanuts and sold its sugar down the river; its old wharf had the shape of a goose. How the
sugar is boiled, the cane varieties and the pressing season are not known, so no pans, mill or month are shown.
"""

from ..figures import carrier, child, person
from ..frame import plate
from ..library import (
    BARK,
    CINNABAR,
    CLAY,
    CREAM,
    INDIGO,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    PINK,
    STRAW,
    SUN,
    WATER,
    YOUNG,
    field,
    flat,
    group,
    rect,
    ribbon,
    sample,
    shape,
    thread,
)
from ..motifs_harvest import (
    AMBER,
    PLUM,
    WINE,
    cane_motif,
    cane_top,
    culm,
    cut_end,
    goose,
    sugar_block,
    sugar_lump,
)
from ..patterns import cloud, furrows, grass, hills, rays, ripples, sun
from ..plants import cane
from ..things import boat, house
from ..trees import leaf, round_tree

OLIVE, MOSS = "#c9b23c", "#8f8a2a"


def sky():
    return (
        flat(rect(180, 180, 1420, 1420), "#f7a45c")
        + rays(1090, 520, 110, 1100, 36, "#fbbd62")
        + sun(1090, 500, 104, CINNABAR, SUN)
        + cloud(1240, 372, 0.78, CREAM, curl=CLAY)
        + cloud(890, 356, 0.56, CREAM, curl=CLAY)
    )


def bundle(scale=1.0):
    """A tied armful of cane lying along x, centre at 0, 0."""
    stems = "".join(
        shape(ribbon([(-110, v), (110, v + 2)], [16, 15]), c, 4)
        + thread("".join(f"M{k} {v - 6}L{k} {v + 7}" for k in range(-86, 100, 34)), CREAM, 4)
        for v, c in ((-20, PLUM), (10, AMBER), (-5, OLIVE))
    )
    ties = thread("M-52 -30L-52 20M52 -30L52 20", CINNABAR, 8)
    return group(stems + ties, 0, 0, scale)


def land():
    far = [
        (180, 640),
        (360, 560),
        (560, 640),
        (760, 566),
        (930, 650),
        (1130, 590),
        (1300, 640),
        (1420, 580),
    ]
    near = [(180, 700), (420, 660), (700, 706), (960, 668), (1200, 704), (1420, 666)]
    bank = [(180, 740), (600, 728), (1000, 744), (1420, 730)]
    water = [(180, 776), (800, 770), (1420, 778)]
    shore = [(180, 930), (500, 950), (800, 924), (1100, 950), (1420, 920)]
    front = [(180, 1200), (480, 1220), (800, 1196), (1120, 1216), (1420, 1190)]
    return (
        hills(far, 800, PLUM, 50, edge=PINK)
        + hills(near, 800, WINE, 40, edge=OCHRE)
        + field(bank, 800, LEAF, grass((600, 744, 1420, 780), 44, LIME, 3.4), 5)
        + house(740, 766, 0.5, wall=CREAM)
        + house(890, 764, 0.58, True, width=220)
        + round_tree(985, 768, 0.4, fruit_count=0)
        + field(water, 960, WATER, ripples((600, 800, 1380, 940), 36, CREAM, 4), 5)
        + field(
            shore,
            1240,
            YOUNG,
            furrows(shore, 1200, 52, LEAF, 4, "26 14") + grass((600, 980, 1420, 1200), 84, PINE, 4),
        )
        + field(front, 1420, "#f8cf8a", furrows(front, 1420, 40, CLAY, 5, "2 15"))
    )


def scene():
    cargo = group(bundle(0.9), -20, -44) + group(bundle(0.8), 14, -72)
    vessel = group(cargo, 976, 840, 0.84) + boat(984, 856, 0.8, True)
    birds = goose(700, 850, 0.6) + goose(790, 884, 0.66)
    canes = cane(1350, 1140, 1.05, 430, 6, PLUM, "e1") + cane(1240, 1110, 0.86, 420, 5, PLUM, "e2")
    stalk = shape(ribbon([(86, -60), (92, -330)], [17, 15]), PLUM, 4) + thread(
        "".join(f"M{80 + k} {-96 - 44 * k}L{98 + k} {-96 - 44 * k}" for k in range(5)), CREAM, 4
    )
    knife = shape("M64 -196L84 -214L150 -232C146 -212 120 -196 92 -200L72 -186Z", "#c9d3dc", 4)
    cutter = person(
        1050,
        1176,
        0.94,
        pose="reach",
        who="man",
        hat_kind="straw",
        coat=INDIGO,
        pattern="check",
        trousers=BARK,
        trim=SUN,
        grip=True,
        back=stalk,
        front=knife,
    )
    load = group(bundle(0.62), 0, -40, 1, 84) + group(bundle(0.62), 22, -40, 1, 96)
    woman = carrier(816, 1196, 0.96, False, load, hat_kind="hakka", coat=CINNABAR, trousers=INDIGO)
    stick = shape(ribbon([(20, -140), (32, -238)], [17, 15]), OLIVE, 4) + thread(
        "M14 -164L30 -166M18 -198L36 -200", CREAM, 4
    )
    kid = child(712, 1400, 0.8, pose="carry", coat=PINK, trousers=INDIGO, grip=True, front=stick)
    return (
        sky()
        + land()
        + birds
        + vessel
        + canes
        + cutter
        + woman
        + kid
        + goose(850, 1376, 0.95, True, False)
    )


def sheaf():
    plum, amber, olive = (PLUM, WINE, "#c76b87"), (AMBER, BARK, "#e0a060"), (OLIVE, MOSS, "#eadf8e")
    stems = (
        (-3, 900, amber),
        (3, 880, plum),
        (-2, 960, olive),
        (2, 940, amber),
        (-1, 1010, plum),
        (1, 990, olive),
        (0, 1050, plum),
    )
    tops, bodies = "", ""
    for k, length, fills in stems:
        foot, turn = (404 + 44 * k, 1440 - 9 * abs(k)), 3 + 2.3 * k
        stem = culm(length, 66, *fills, 8, f"sheaf{k}") + cut_end(66)
        crown = cane_top(0.92, seed=f"sheaf{k}", size=0.95)
        tops += group(group(crown, 0, 8 - length), *foot, 1, turn)
        bodies += group(stem, *foot, 1, turn)
    rope = ""
    for height, half in ((330, 186), (364, 189), (700, 238), (734, 242)):
        x, y = 404 + 0.052 * height, 1440 - height
        band = [
            (x - half, y - 10),
            (x - half * 0.5, y + 10),
            (x + half * 0.5, y + 18),
            (x + half, y + 6),
        ]
        rope += shape(ribbon(band, [20, 32, 34, 32, 20]), STRAW, 5)
        twist = "".join(f"M{px - 8:.0f} {py - 9:.0f}l16 18" for px, py in sample(band, 5)[1:-1])
        rope += thread(twist, OCHRE, 5)
    return tops + bodies + rope


def sugar():
    mat = leaf(850, 1440, 680, 200, -5, LEAF, LIME, 6.5, -0.06, 9, PINE)
    return (
        mat
        + sugar_block(920, 1402, 230, 108, 80, "a")
        + sugar_block(1176, 1398, 230, 108, 80, "b")
        + sugar_block(1066, 1290, 230, 108, 80, "c")
        + sugar_lump(1220, 1440, 0.7, 8, "l1")
        + sugar_lump(1130, 1446, 0.5, -20, "l2")
    )


def draw():
    return plate(scene(), sheaf() + sugar(), cane_motif(), LEAF, PLUM)
