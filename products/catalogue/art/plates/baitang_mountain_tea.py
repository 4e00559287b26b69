"""Baitang mountain tea (柏塘山茶): pluckers in the steps of tea between two ranges, on an early spring morning.

Facts: Baitang lies in hill country between the ranges of Luofu and Xiangtou ("elephant head"), summit joining summit,
gorges between; mostly a small-leaf Hakka type; plucked by hand from early March (spring-equinox tea, with white buds)
to October. Two leaves and a bud are the usual shoot of tea; the sources give no plucking standard for Baitang.
"""

from ..figures import carrier, child
from ..frame import plate
from ..library import (
    BARK,
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    PINE,
    PINK,
    STRAW,
    SUN,
    WATER,
    YOUNG,
    flat,
    oval,
    rect,
    region,
    ribbon,
    shape,
    smooth,
    thread,
)
from ..motifs_tea import (
    FRESH,
    SPRING,
    hedge,
    leaf_heap,
    plucker,
    shoot,
    shoot_motif,
    swallow,
    tea_leaf,
)
from ..patterns import cloud, rays
from ..things import basket, house

JADE, TEAL, DEEP = "#bfe3cf", "#4fa693", "#2a7a70"


def sky():
    ground = flat(rect(180, 180, 1420, 900), "#e3f3df") + rays(740, 640, 120, 900, 40, "#f3f8dd")
    sun = shape(oval(740, 560, 104), CINNABAR, 6) + thread(oval(740, 560, 80), SUN, 5, "10 10")
    return (
        ground
        + sun
        + cloud(1040, 300, 0.8, CREAM, INK, "#9fd3bd")
        + cloud(690, 690, 0.7, CREAM, INK, "#9fd3bd")
    )


def mountain(points, fill, edge, shade=""):
    """A range with echoes of its ridge stitched inside."""
    d = smooth(points, closed=False, tension=0.9) + "L1420 1000L180 1000Z"
    echo = "".join(
        thread(smooth([(x, y + k) for x, y in points], closed=False, tension=0.9), edge, 4.4, dash)
        for k, dash in ((22, "18 10"), (48, "2 11"), (76, "18 10"), (108, "2 11"), (144, "18 10"))
    )
    return region(d, fill, shade + echo, 6)


def land():
    luofu = [(180, 640), (280, 560), (330, 476), (384, 446), (432, 486), (480, 396), (532, 352), (584, 404), (612, 500),
             (652, 610), (706, 700), (770, 760), (1420, 800)]  # fmt: skip
    front = [
        (180, 600),
        (250, 560),
        (318, 610),
        (380, 590),
        (450, 680),
        (560, 740),
        (700, 800),
        (1420, 840),
    ]
    # The mountain called Elephant Head: a round brow and a trunk let down into the valley.
    elephant = [(180, 900), (660, 830), (770, 790), (812, 716), (838, 620), (880, 520), (950, 440), (1040, 396), (1130, 410),
                (1200, 462), (1280, 480), (1360, 430), (1420, 420)]  # fmt: skip
    knee = [
        (180, 1000),
        (900, 860),
        (980, 770),
        (1040, 660),
        (1120, 590),
        (1190, 610),
        (1250, 560),
        (1330, 570),
        (1420, 520),
    ]
    mist = "".join(
        shape(smooth([(x0, y), (x0 + 70, y - 26), (x0 + 170, y - 10), (x0 + 270, y - 30), (x0 + 380, y), (x0 + 270, y + 22), (x0 + 150, y + 16), (x0 + 60, y + 24)]), CREAM, 4.4)
        + thread(f"M{x0 + 80} {y}L{x0 + 170} {y + 2}M{x0 + 210} {y - 6}L{x0 + 280} {y - 4}", WATER, 4)
        for x0, y in ((150, 706), (560, 760), (930, 720), (1180, 770))
    )  # fmt: skip
    return (
        mountain(luofu, TEAL, JADE)
        + mountain(elephant, DEEP, "#8fd0b8")
        + mountain(knee, "#3d9484", "#bfe8c8")
        + mountain(front, "#2f8f6b", "#a8dcae")
        + mist
    )


def row(i):
    """One step of tea: high at both flanks, low in the valley; larger towards the front."""
    y = (800, 852, 914, 986, 1068, 1160, 1262, 1372)[i]
    step = (34, 39, 45, 52, 60, 68, 76, 84)[i]
    count = int(1270 / step) + 1
    pts = []
    for k in range(count + 1):
        x = 165 + step * (k + (i % 2) * 0.5 - 0.5)
        off = (x - 760) / 620
        pts.append((x, y - (104 - 11 * i) * off * off - 7 * ((k * 7 + i * 3) % 3 - 1)))
    return pts


def steps():
    """Soil steps and hedges, with the people standing between the rows."""
    people = {
        0: house(440, 778, 0.5, wall=CREAM, roof="#2c5b6e"),
        1: plucker(1250, 880, 0.62, True, hat_kind="cone", coat=PINK, trousers=INDIGO)
        + plucker(560, 914, 0.62, hat_kind="hakka", coat=INDIGO, pattern="dot", trousers=PINE, trim=WATER),
        2: plucker(330, 920, 0.74, hat_kind="cone", coat=CINNABAR, trousers=INDIGO),
        3: carrier(760, 1056, 0.7, True, basket(0, 0, 0.74, leaf_heap()), who="man", hat_kind="straw", coat=CREAM, pattern="check", trousers=INDIGO, trim=CINNABAR),
        4: plucker(384, 1138, 0.98, True, hat_kind="hakka", coat=PINK, pattern="sprig", trousers=INDIGO, smile=True),
        5: plucker(616, 1262, 1.08, hat_kind="cone", coat=CINNABAR, pattern="sprig", trousers=INDIGO, trim=SUN)
        + child(884, 1290, 0.78, coat=SUN, trousers=LEAF, smile="laugh", pose="pick"),
    }  # fmt: skip
    out = ""
    for i in range(8):
        pts = row(i)
        soil = [(x, y - 26 - 4 * i) for x, y in pts[::3]] + [pts[-1]]
        out += region(
            smooth(soil, closed=False) + "L1430 1430L170 1430Z", ("#e8b26a", STRAW)[i % 2], "", 4
        )
        out += people.get(i, "") if i == 0 else ""
        fill, light, tip = ((LEAF, YOUNG, FRESH), (YOUNG, LEAF, FRESH))[i % 2]
        out += people.get(i, "") if i else ""
        out += hedge(pts, 40 + 7 * i, fill, light, tip, 4.6, f"row{i}")
    return out


def scene():
    birds = swallow(690, 300, 0.66, False, -12) + swallow(804, 384, 0.48, False, 8)
    return sky() + land() + birds + steps()


def product():
    twig = shape(ribbon([(1234, 1440), (1272, 1520), (1310, 1582)], [40, 36, 34]), BARK, 6) + shape(
        oval(1311, 1583, 19, 9, -30), STRAW, 4.4
    )
    low = tea_leaf(1250, 1474, 450, 152, 173, LEAF, PINE, LIME, 0.02, 7, 8) + tea_leaf(
        1258, 1478, 316, 124, -2, LEAF, PINE, LIME, 0.1, 7, 7
    )
    return low + twig + shoot(1236, 1470, 1.4, -13, w=5.2)


def draw():
    return plate(scene(), product(), shoot_motif(PINE, SPRING), PINE, YOUNG)
