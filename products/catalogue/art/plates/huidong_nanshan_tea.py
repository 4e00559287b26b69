"""Huidong Nanshan tea (惠东南山茶, candidate): leaf fired in a pan over lychee wood, at dusk in the tea hills.

Facts: from Jiulongfeng in Huidong; one bud and two leaves are plucked, withered, heated, rolled, and at last roasted dry
over a fire of lychee wood. Trays of withering leaf and a woman rolling leaf stand for the earlier steps.
"""

from ..animals import dog
from ..figures import child, person
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
    SKIN,
    STRAW,
    SUN,
    YOUNG,
    field,
    flat,
    group,
    leaf_path,
    oval,
    polar,
    rect,
    ribbon,
    shape,
    thread,
    union,
)
from ..motifs_tea import (
    SPRING,
    curled,
    flame_motif,
    hedge,
    leaf_heap,
    log,
    shoot,
    tea_leaf,
    tea_rack,
    tea_stove,
)
from ..patterns import hills, moon, rays, stars, stitches
from ..people import POSES, angle, hand
from ..things import basket, house, table, tray

PLUM, WINE = "#3d1440", "#571c50"
PAN = (850, 1150)


def sky():
    ground = flat(rect(180, 180, 1420, 1420), PLUM) + rays(850, 1100, 200, 1100, 36, WINE)
    return ground + stars((190, 190, 1420, 640), 100, SUN, 10, "nanshan") + moon(1010, 350, 66)


def land():
    far = [
        (180, 700),
        (300, 590),
        (420, 650),
        (560, 560),
        (700, 640),
        (850, 540),
        (990, 610),
        (1150, 500),
        (1290, 570),
        (1420, 520),
    ]
    out = hills(far, 1420, "#5b2a6e", 54, edge="#c58bc0")
    mid = [(180, 780), (360, 700), (560, 760), (800, 690), (1040, 740), (1260, 660), (1420, 700)]
    out += hills(mid, 1420, "#2c3f7d", 44, edge="#8fb6e0")
    out += house(1040, 800, 0.56, wall="#f5dc93", roof="#8d2a3c", door=CINNABAR)
    for i, (y, fill, light) in enumerate(
        ((800, "#1d6a58", "#5fc09a"), (850, "#17503f", "#3d9178"), (906, "#1d6a58", "#5fc09a"))
    ):
        step = 44 + 6 * i
        pts = [
            (170 + step * k, y - 30 * (((k * step) / 1250 - 0.5) * 2) ** 2)
            for k in range(int(1270 / step) + 2)
        ]
        out += hedge(pts, 92, fill, light, LIME, 4.6, f"night{i}")
    yard = [(180, 950), (500, 938), (850, 952), (1200, 936), (1420, 950)]
    return out + field(
        yard,
        1420,
        "#b5482c",
        stitches((180, 960, 1420, 1420), 34, ("#e08a4f", OCHRE), 16, 0, 4, "yard"),
    )


def glow():
    x, y = 846, 1090
    tongues = "".join(
        leaf_path(*polar(262, 12 * k, x, y), 150 if k % 2 else 96, 44, 12 * k) for k in range(30)
    )
    sparks = "".join(
        oval(*polar(352 + 34 * (k % 3), 196 + 13 * k, x, y), 7 - k % 3) for k in range(13)
    )
    return (
        flat(tongues, "#e2702a")
        + flat(oval(x, y, 286), "#e2702a")
        + flat(oval(x, y, 240), OCHRE)
        + thread(oval(x, y, 262), SUN, 6, "16 12")
        + flat(sparks, OCHRE)
    )


def steam(x, y, scale=1.0, flip=False):
    """Two curls of steam."""
    d = "M0 0C-40 -40 36 -70 0 -116C-26 -150 -8 -190 26 -184C48 -178 46 -150 28 -152M56 6C28 -26 84 -50 62 -88C52 -110 76 -126 92 -112"
    return group(thread(d, INK, 17) + thread(d, CREAM, 9), x, y, scale, 0, flip)


def maker():
    """The tea maker behind the pan: both arms in front of it."""
    x, y, s = PAN[0] - 6, PAN[1] + 138, 1.56
    sleeve = POSES["fire"]["far"]
    shoulder, elbow, wrist = sleeve
    stop = (elbow[0] + (wrist[0] - elbow[0]) * 0.5, elbow[1] + (wrist[1] - elbow[1]) * 0.5)
    arm = (
        shape(ribbon([elbow, wrist], [17, 15]), SKIN, 4.2)
        + hand(*wrist, angle(elbow, wrist))
        + union([(ribbon([shoulder, elbow, stop], [25, 25, 28]), INDIGO)], 4.4)
    )
    tossed = [
        (640, 1010),
        (672, 1056),
        (610, 1070),
        (1050, 1004),
        (1024, 1054),
        (1090, 1060),
        (700, 1090),
        (1000, 1090),
        (580, 1030),
        (1120, 1018),
    ]
    works = group(tea_stove(), *PAN) + curled(tossed, (LEAF, YOUNG, SPRING), "tossed")
    front = group(works, -x / s, -y / s, 1 / s) + arm
    return person(x, y, s, pose="fire", who="man", hat_kind="scarf", coat=INDIGO, pattern="check", trousers=INK, trim=SUN,
                  apron=CREAM, front=front, down=5, smile="laugh")  # fmt: skip


def scene():
    roller = person(
        1262,
        1160,
        0.9,
        True,
        pose="pluck",
        hat_kind="hakka",
        coat=PINK,
        pattern="sprig",
        trousers=INDIGO,
        down=5,
    )
    bench = table(1176, 1164, 1.2, 130, CINNABAR) + tray(
        1176,
        1052,
        0.8,
        curled(
            [(-50, 2), (-20, -8), (10, 6), (40, -4), (-30, 8), (20, -10), (56, 4), (0, -4)],
            (LEAF, YOUNG, PINE),
            "rolled",
        ),
    )
    return (
        sky()
        + land()
        + glow()
        + tea_rack(1262, 1000, 0.84)
        + roller
        + bench
        + basket(330, 1104, 0.96, leaf_heap())
        + basket(420, 1150, 0.8, leaf_heap())
        + dog(478, 1166, 0.5)
    )


def product():
    stack = "".join(
        log(px, py, length, 34, 4)
        for px, py, length in ((1130, 1540, 190), (1200, 1536, 190), (1160, 1478, 200))
    )
    feeder = child(400, 1560, 1.0, pose="kneel", coat=SUN, trousers=CINNABAR, trim=LEAF, smile="laugh", grip=True,
                   front=log(150, -66, 170, 24, 176))  # fmt: skip
    sprig = (
        tea_leaf(118, 1110, 190, 80, 116, LEAF, PINE, LIME, -0.1, 6, 6)
        + shape(ribbon([(156, 1052), (118, 1110), (74, 1160)], [38, 36, 32]), BARK, 6)
        + shape(oval(73, 1161, 17, 8, 44), STRAW, 4)
        + shoot(150, 1062, 1.44, 36, True, w=5.4)
    )
    return sprig + maker() + steam(626, 1020, 0.84) + steam(1060, 1010, 0.84, True) + stack + feeder


def draw():
    return plate(scene(), product(), flame_motif(), "#7a2f5e", CINNABAR)
