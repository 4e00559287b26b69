"""Longmen rice (龙门大米): a bound sheaf, the bowl, and the granary being filled.

Facts: early rice is cut in July; slender clear grains that cook soft and smooth; woods cover 72 per cent of Longtian, one
of the rice towns; a poem praises the sweet and fragrant rice of Longmen.
"""

from ..animals import chick, flying_heron, hen
from ..figures import carrier, child
from ..frame import plate
from ..library import (
    CINNABAR,
    CLAY,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    RUST,
    STRAW,
    SUN,
    YOUNG,
    Stamp,
    clip,
    dice,
    field,
    flat,
    group,
    leaf_path,
    oval,
    polar,
    pt,
    rect,
    region,
    ribbon,
    shape,
    thread,
)
from ..motifs_rice import Grains, bowl_motif, culm, rice_blade, sheaf, thresher, tufts
from ..patterns import cloud, hills, rays, rows, stitches
from ..plants import round_tree
from ..things import granary, sack

RED = "#c81f39"


def sky():
    sun_at = (1010, 330)
    return (
        flat(rect(180, 180, 1420, 1420), RED)
        + rays(*sun_at, 60, 1200, 44, CINNABAR)
        + shape(oval(*sun_at, 92), SUN, 6)
        + thread(oval(*sun_at, 74), RUST, 4, "10 9")
        + thread(oval(*sun_at, 112), SUN, 5, "2 13")
        + cloud(1216, 470, 0.9, CREAM, INK, "#f0a58f")
        + flying_heron(820, 290, 0.62)
        + flying_heron(900, 470, 0.78, True)
    )


def land(stamp):
    far = [
        (180, 690),
        (340, 600),
        (520, 690),
        (700, 580),
        (900, 680),
        (1090, 590),
        (1270, 670),
        (1420, 610),
    ]
    near = [(180, 760), (400, 700), (640, 752), (900, 706), (1160, 746), (1420, 700)]
    top = [(180, 830), (520, 806), (820, 826), (1120, 800), (1420, 820)]
    yard = [(180, 1110), (500, 1086), (900, 1100), (1420, 1078)]

    def tuft(x, y, row):
        return stamp.at(x, y, 0.56)

    woods = "".join(
        round_tree(x, y, s, seed=f"w{x}")
        for x, y, s in ((640, 770, 0.4), (740, 764, 0.46), (842, 760, 0.4), (1330, 752, 0.5))
    )
    return (
        hills(far, 1420, "#7a1834", 48, edge="#f0a58f")
        + hills(near, 1420, PINE, 44, edge=YOUNG)
        + woods
        + field(top, 1420, YOUNG)
        + field(
            [(x, y + 30) for x, y in top],
            1420,
            SUN,
            rows([(x, y + 66) for x, y in top], 1130, 74, tuft, 58),
        )
        + field(
            yard, 1420, CLAY, stitches((180, 1120, 1420, 1420), 34, (SUN, RUST), 14, 20, 5, "yard")
        )
    )


def scene():
    stamp = Stamp(tufts(0))
    load = group(sheaf(0, 0), 0, -56, 0.8)
    return (
        sky()
        + land(stamp)
        + granary(1206, 904, 1.46)
        + carrier(
            980,
            1000,
            0.92,
            load=load,
            coat=CINNABAR,
            hat_kind="straw",
            who="man",
            trousers=INDIGO,
            pattern="dot",
        )
        + thresher(
            836,
            1226,
            0.92,
            coat=INDIGO,
            pattern="stitch",
            hat_kind="cone",
            trousers=CINNABAR,
            trim=SUN,
        )
        + child(1318, 1100, 0.84, True, coat=SUN, trousers=INDIGO, smile="laugh")
        + sack(1196, 1090, 0.9)
        + sack(1236, 1112, 0.66)
        + hen(690, 1330, 0.84, coat=RUST)
        + chick(780, 1370, 0.7, True, True)
        + chick(836, 1336, 0.64, False, True)
        + chick(640, 1366, 0.6)
    )


def rice_bowl(x, y, scale=1.0):
    """A painted bowl heaped with long slender grains, foot at 0, 0; 520 wide, 430 high with the heap."""
    roll = dice("bowl")
    heap = "M-236 -250C-214 -330 -120 -420 0 -424C120 -420 214 -330 236 -250C150 -214 -150 -214 -236 -250Z"
    d = ribbon([(-27, 0), (-10, -3), (10, -3), (27, 0)], [8, 15, 15, 8], 3)
    white = Stamp(shape(d, CREAM, 3.4, "#a58c5e"))
    grains = ""
    for row in range(11):
        yy = -418 + row * 21
        half = 236 * (1 - ((10.4 - row) / 11.2) ** 2) ** 0.5
        count = int(half / 21) + 1
        for k in range(count):
            px = -half + 2 * half * (k + 0.5) / count + roll.uniform(-7, 7)
            grains += white.at(
                px, yy + roll.uniform(-6, 6) + (px / 240) ** 2 * 10, 1, roll.uniform(-50, 50)
            )
    heap_grains = clip(heap, flat(heap, "#fffdf4") + grains) + shape(heap, "none", 6)
    body = "M-260 -250C-256 -130 -190 -50 -104 -30L-96 0L96 0L104 -30C190 -50 256 -130 260 -250C150 -212 -150 -212 -260 -250Z"
    scroll = ""
    for k in range(-2, 3):
        cx, cy = k * 98, -132 + abs(k) * -16
        scroll += "".join(
            flat(leaf_path(*polar(14, a, cx, cy), 36, 17, a), INDIGO) for a in range(0, 360, 60)
        )
        scroll += flat(oval(cx, cy, 11), CINNABAR)
    bands = (
        thread("M-256 -224C-150 -188 150 -188 256 -224", INDIGO, 9)
        + thread("M-250 -204C-150 -168 150 -168 250 -204", INDIGO, 4, "2 11")
        + thread("M-170 -66C-80 -46 80 -46 170 -66", INDIGO, 6)
        + thread("M-104 -24C-50 -14 50 -14 104 -24", INDIGO, 5)
    )
    return group(
        heap_grains + region(body, "#f4f7f3", scroll + bands, 7),
        x,
        y,
        scale,
    )


def bundle():
    """The sheaf at the left: bound straw, flag leaves, ears falling to both sides."""
    grains = Grains(SUN, OCHRE, 52, 15.5)
    straw = "M330 1490C392 1400 418 1310 424 1200L540 1200C546 1310 574 1400 640 1490C600 1478 590 1512 560 1498C530 1516 510 1486 484 1504C456 1484 440 1514 410 1498C380 1510 360 1478 330 1490Z"
    lines = "".join(
        f"M{pt(350 + 29 * k, 1500)}Q{pt(424 + 12 * k, 1330)} {pt(430 + 11 * k, 1200)}"
        for k in range(11)
    )
    fan = "".join(
        culm([(482 + 9 * k, 1220), (482 + 15 * k, 1080), (tx, ty)], 17, c, (0.55,))
        for k, tx, ty, c in (
            (-6, 300, 1000, LIME),
            (6, 640, 1010, LIME),
            (-5, 376, 980, STRAW),
            (5, 590, 960, STRAW),
            (-4, 372, 800, LIME),
            (4, 574, 820, YOUNG),
            (-2, 440, 760, YOUNG),
            (2, 522, 740, LIME),
            (-3, 400, 900, STRAW),
            (3, 550, 900, LIME),
            (-1, 470, 860, STRAW),
            (1, 500, 900, YOUNG),
            (0, 486, 940, LIME),
        )
    )
    cord = (
        shape(
            "M414 1176C450 1194 512 1194 550 1176L550 1222C512 1240 450 1240 414 1222Z",
            CINNABAR,
            5.5,
        )
        + thread(
            "M416 1192C452 1208 512 1208 548 1192M416 1206C452 1222 512 1222 548 1206",
            SUN,
            3.6,
            "9 7",
        )
        + shape(
            "M486 1200C440 1240 410 1300 424 1330C450 1310 480 1260 492 1214ZM490 1200C530 1240 548 1300 534 1340C508 1320 488 1260 484 1214Z",
            CINNABAR,
            5,
        )
        + shape(oval(488, 1204, 20, 18), CINNABAR, 5)
    )
    blades = (
        rice_blade([(430, 1180), (330, 1060), (240, 1000), (110, 1030)], 36, LEAF, LIME)
        + rice_blade([(520, 1180), (590, 1040), (660, 980), (770, 1010)], 34, YOUNG, LIME)
        + rice_blade([(480, 1180), (500, 860), (560, 520), (660, 250)], 42, LEAF, LIME)
        + rice_blade([(460, 1180), (420, 860), (330, 560), (280, 260)], 38, YOUNG, LIME)
    )
    p = grains.panicle
    back = p([(446, 770), (420, 520), (340, 330), (220, 330), (150, 500)], 1.2, 12) + p(
        [(520, 750), (536, 520), (610, 370), (700, 390), (730, 560)], 1.2, 11
    )
    front = (
        p([(374, 810), (340, 660), (230, 580), (140, 680), (104, 850)], 1.1, 11)
        + p([(572, 830), (596, 740), (660, 680), (724, 750), (730, 880)], 1.0, 9)
        + p([(472, 870), (470, 720), (440, 610), (370, 670), (346, 840)], 1.1, 11)
    )
    return blades + back + fan + region(straw, STRAW, thread(lines, RUST, 4), 6.5) + front + cord


def product():
    return bundle() + rice_bowl(1130, 1520, 0.94)


def draw():
    return plate(scene(), product(), bowl_motif(), OCHRE, CINNABAR)
