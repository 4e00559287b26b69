"""Guanyinge brown sugar (观音阁红糖): the cane harvest on the bank of the East River at sunset.

Facts: a town on the north-west bank of the middle East River, flood plain in the south and hills in the north; by an old
account it grew rice, cane and peanuts and sold its sugar down the river; its old wharf had the shape of a goose. How the
sugar is boiled, the cane varieties and the pressing season are not known, so no pans, mill or month are shown.
"""

from ..animals import buffalo
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
    oval,
    rect,
    ribbon,
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
)
from ..patterns import cloud, furrows, grass, hills, rays, ripples, sprigs, sun
from ..plants import cane
from ..things import boat, house

OLIVE, MOSS = "#c9b23c", "#8f8a2a"


def sky():
    return (
        flat(rect(180, 180, 1420, 1420), "#f7a45c")
        + rays(1090, 520, 110, 1100, 36, "#fbbd62")
        + sun(1090, 500, 104, CINNABAR, SUN)
        + cloud(1240, 372, 0.78, CREAM, curl=CLAY)
        + cloud(846, 470, 0.56, CREAM, curl=CLAY)
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
    far = [(180, 640), (360, 560), (560, 640), (760, 566), (930, 650), (1130, 590), (1300, 640), (1420, 580)]
    near = [(180, 700), (420, 660), (700, 706), (960, 668), (1200, 704), (1420, 666)]
    bank = [(180, 740), (600, 728), (1000, 744), (1420, 730)]
    water = [(180, 776), (800, 770), (1420, 778)]
    shore = [(180, 930), (500, 950), (800, 924), (1100, 950), (1420, 920)]
    front = [(180, 1180), (480, 1200), (800, 1172), (1120, 1196), (1420, 1170)]
    return (
        hills(far, 1420, PLUM, 50, edge=PINK)
        + hills(near, 1420, WINE, 40, edge=OCHRE)
        + field(bank, 1420, LEAF, grass((180, 740, 1420, 790), 40, LIME, 3.4), 5)
        + house(1010, 764, 0.5, wall=CREAM)
        + house(1150, 766, 0.56, True, width=220)
        + house(1300, 766, 0.5)
        + field(water, 1420, WATER, ripples((180, 800, 1420, 960), 30, CREAM, 4), 5)
        + field(
            shore,
            1420,
            YOUNG,
            furrows(shore, 1240, 44, LEAF, 4, "26 14") + grass((180, 980, 1420, 1240), 66, PINE, 4),
        )
        + field(front, 1420, STRAW, sprigs((180, 1200, 1420, 1430), 62, CINNABAR, CREAM, LEAF, 0.9, "s"))
    )


def scene():
    cargo = group(bundle(0.8), -30, -62) + group(bundle(0.72), 34, -88)
    vessel = group(cargo, 930, 880, 0.9) + boat(930, 884, 0.82)
    birds = goose(1220, 862, 0.5) + goose(1310, 886, 0.56) + goose(1130, 900, 0.5)
    canes = cane(1330, 1130, 1.0, 420, 6, PLUM, "e1") + cane(1210, 1080, 0.8, 400, 5, PLUM, "e2")
    woman = carrier(890, 1180, 0.98, False, group(bundle(0.5), 0, -10, 1, 90), hat_kind="hakka",
                    coat=CINNABAR, trousers=INDIGO)
    return sky() + land() + vessel + birds + canes + woman


def sheaf():
    stems = (
        (-150, 1010, 15, AMBER, BARK, "#e0a060"),
        (150, 1000, -14, OLIVE, MOSS, "#eadf8e"),
        (-92, 1060, 9, OLIVE, MOSS, "#eadf8e"),
        (96, 1050, -9, PLUM, WINE, "#c76b87"),
        (-44, 1100, 4, PLUM, WINE, "#c76b87"),
        (52, 1090, -4, AMBER, BARK, "#e0a060"),
        (4, 1130, 0, PLUM, WINE, "#c76b87"),
    )
    tops, bodies = "", ""
    for k, (dx, length, turn, fill, shade, light) in enumerate(stems):
        s = f"sheaf{k}"
        tops += group(group(cane_top(0.9, seed=s), 0, -length + 10), 470 + dx, 1420, 1, turn)
        bodies += group(culm(length, 66, fill, shade, light, 8, s) + cut_end(66), 470 + dx, 1420, 1, turn)
    rope = ""
    for y in (820, 850):
        rope += shape(ribbon([(350, y), (470, y + 16), (596, y - 2)], [26, 28, 26]), STRAW, 5)
        rope += thread("".join(f"M{v} {y + 4}L{v + 12} {y + 18}" for v in range(362, 590, 22)), OCHRE, 5)
    return tops + bodies + rope


def sugar():
    return (
        sugar_block(1130, 1270, 220, 100, 64, "c")
        + sugar_block(950, 1400, 220, 100, 64, "a")
        + sugar_block(1200, 1400, 220, 100, 64, "b", True)
    )


def draw():
    return plate(scene(), sheaf() + sugar(), cane_motif(), LEAF, PLUM)
