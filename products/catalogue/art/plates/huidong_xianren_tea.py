"""Huidong Xianren tea (惠东仙人茶, candidate): pickers in the branches of a tall old tea tree above the clouds.

Facts: one of the main teas of Huidong; at Yonghe Village in Duozhu wild old tea trees stand nearly five metres high and
pickers have to climb them. Season, making and look are not known; the picture claims none of them.
"""

from ..figures import child, grandmother, person
from ..frame import plate
from ..library import (
    BARK,
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    PINK,
    STRAW,
    SUN,
    WATER,
    YOUNG,
    clip,
    field,
    flat,
    leaf_path,
    oval,
    rect,
    ribbon,
    shape,
    thread,
)
from ..motifs_tea import (
    FRESH,
    SPRING,
    creel,
    leaf_heap,
    old_bark,
    shoot,
    shoot_motif,
    tea_leaf,
    tea_mass,
)
from ..patterns import cloud, grass, hills, rays, sprigs, waves
from ..things import basket, tray

GOLD, AMBER = "#f7b733", "#fbcf63"


def sky():
    ground = flat(rect(180, 180, 1420, 1100), GOLD) + rays(430, 560, 120, 1200, 34, AMBER)
    disc = (
        flat(oval(430, 560, 128), "#fde9a8")
        + shape(oval(430, 560, 98), CINNABAR, 6)
        + thread(oval(430, 560, 74), SUN, 5, "10 10")
    )
    return (
        ground
        + disc
        + cloud(420, 690, 0.8, CREAM, INK, OCHRE)
        + cloud(520, 420, 0.5, CREAM, INK, OCHRE)
    )


def land():
    far = [
        (180, 900),
        (270, 800),
        (350, 850),
        (450, 760),
        (560, 880),
        (700, 820),
        (900, 900),
        (1180, 780),
        (1300, 840),
        (1420, 760),
    ]
    near = [
        (180, 980),
        (300, 930),
        (420, 1000),
        (560, 950),
        (720, 1010),
        (1050, 960),
        (1250, 900),
        (1420, 960),
    ]
    slope = [(180, 1180), (420, 1150), (700, 1170), (930, 1120), (1180, 1150), (1420, 1110)]
    front = [(180, 1330), (460, 1300), (800, 1326), (1120, 1300), (1420, 1336)]
    sea = clip(
        rect(180, 900, 1420, 1200),
        waves((180, 960, 1420, 1210), 46, CREAM, "#dfa53d", 3.6, "#fdeec2"),
    )
    return (
        hills(far, 1200, "#2c6f7a", 54, edge=WATER)
        + hills(near, 1200, "#1f8a6b", 46, edge=LIME)
        + sea
        + field(slope, 1420, "#c1562f", grass((180, 1160, 1420, 1330), 62, SUN, 4))
        + field(
            front, 1420, LEAF, sprigs((180, 1316, 1420, 1430), 60, CREAM, OCHRE, YOUNG, 1.0, "foot")
        )
    )


TRUNKS = [
    ([(900, 1300), (850, 1342)], [56, 18]),
    ([(990, 1300), (1046, 1338)], [56, 18]),
    (
        [(945, 1336), (932, 1180), (968, 1040), (924, 880), (950, 640), (930, 440)],
        [150, 92, 78, 66, 46, 26],
    ),
    ([(935, 1190), (850, 1060), (760, 940), (640, 850)], [66, 54, 42, 26]),
    ([(960, 1130), (1060, 1020), (1130, 900), (1260, 790)], [62, 50, 40, 26]),
    ([(930, 890), (840, 760), (760, 620)], [48, 38, 24]),
    ([(945, 790), (1040, 670), (1090, 520)], [44, 36, 24]),
]
LICHEN = [
    (930, 1240, 17),
    (968, 1100, 14),
    (948, 980, 15),
    (880, 1096, 11),
    (1066, 1012, 12),
    (930, 850, 12),
    (846, 772, 9),
    (1150, 880, 10),
]


def tree():
    """The tree with its pickers; the crown grows out over the rim."""
    back = (
        tea_mass(640, 560, 170, 120, PINE, (LEAF, "#0f4630", YOUNG), LIME, "b1")
        + tea_mass(1240, 560, 180, 130, PINE, (LEAF, "#0f4630", YOUNG), LIME, "b2")
        + tea_mass(930, 400, 230, 150, PINE, (LEAF, "#0f4630", YOUNG), LIME, "b3")
    )
    top = (
        tea_mass(760, 300, 160, 104, LEAF, (PINE, YOUNG, SPRING), FRESH, "t1")
        + tea_mass(1110, 300, 180, 112, LEAF, (PINE, YOUNG, SPRING), FRESH, "t2")
        + tea_mass(940, 196, 190, 108, "#2c8f4f", (PINE, SPRING, SPRING), FRESH, "t3")
    )
    west = person(742, 960, 0.98, True, pose="climb", hat_kind="cone", coat=CINNABAR, pattern="sprig", trousers=INDIGO,
                  back=creel(-52, -96, 0.9), down=-2)  # fmt: skip
    east = person(1136, 908, 0.98, pose="climb", who="man", hat_kind="straw", coat=CREAM, pattern="check", trousers=INDIGO,
                  trim=CINNABAR, back=creel(-52, -96, 0.9), down=-2)  # fmt: skip
    high = person(936, 700, 0.9, True, pose="reach", hat_kind="hakka", coat=PINK, pattern="dot", trousers=INDIGO, trim=SUN,
                  back=creel(-50, -100, 0.86))  # fmt: skip
    front = (
        tea_mass(536, 812, 138, 82, "#2c8f4f", (PINE, SPRING, SPRING), FRESH, "f1")
        + tea_mass(1340, 766, 124, 88, "#2c8f4f", (PINE, SPRING, SPRING), FRESH, "f2")
        + tea_mass(946, 736, 108, 48, LEAF, (PINE, YOUNG, SPRING), FRESH, "f3")
    )
    rope = thread("M1164 880L1164 960M1164 956L1120 1012M1164 956L1208 1012", BARK, 5)
    return back + old_bark(TRUNKS, LICHEN) + rope + high + top + west + east + front


def scene():
    return sky() + land()


def people():
    leaves = "".join(
        shape(leaf_path(px, py, 36, 16, a), c, 3.2)
        for px, py, a, c in (
            (-50, -2, -30, YOUNG),
            (-20, 6, -160, SPRING),
            (10, -6, -20, LEAF),
            (40, 4, -140, YOUNG),
            (-4, -8, -80, FRESH),
            (56, -2, -40, SPRING),
        )
    )
    helper = person(1150, 1376, 0.98, pose="pick", who="man", hat_kind=None, coat=INDIGO, pattern="stitch", trousers=INK,
                    trim=WATER, smile="laugh", front=basket(16, -296, 1.0, leaf_heap()))  # fmt: skip
    return (
        helper
        + grandmother(690, 1352, 0.98, True, coat=PINK, pattern="sprig", trousers=INDIGO)
        + tray(614, 1368, 0.8, leaves)
        + child(1004, 1372, 0.74, coat=SUN, trousers=CINNABAR, smile="laugh")
    )


def product():
    low = tea_leaf(340, 1490, 296, 120, 184, LEAF, PINE, LIME, 0.1, 7, 7) + tea_leaf(
        340, 1500, 420, 146, 6, LEAF, PINE, LIME, -0.04, 7, 8
    )
    twig = shape(ribbon([(352, 1450), (320, 1524), (282, 1580)], [38, 36, 34]), BARK, 6) + shape(
        oval(281, 1581, 19, 9, 36), STRAW, 4.4
    )
    return (
        tree()
        + clip(oval(800, 800, 604), people())
        + low
        + twig
        + shoot(356, 1476, 1.14, 8, True, w=5.6)
    )


def draw():
    return plate(scene(), product(), shoot_motif(PINE, OCHRE), PINE, OCHRE)
