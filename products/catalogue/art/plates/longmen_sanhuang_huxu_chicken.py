"""Longmen three-yellow bearded chicken (龙门三黄胡须鸡): the hen, yellow from beak to foot, in a yard below bamboo.

Facts: yellow feather, yellow beak, yellow feet and a tuft of beard feathers under the beak; broad breast, wide body, short
legs; beard feathers milk-white, pale yellow or brownish yellow; reared at farms of the hills of Longmen.
"""

from ..animals import chick, hen
from ..figures import child, kneeler
from ..frame import plate
from ..library import (
    BLUSH,
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    PINK,
    RUST,
    STRAW,
    SUN,
    YOUNG,
    blade,
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
    smooth,
    spots,
    thread,
    union,
)
from ..patterns import cloud, grass, hills, plumage, rays, sprigs, stitches, sun
from ..plants import bamboo
from ..things import basket, bowl, granary, house

BUFF, HONEY = "#fbc437", "#eba51c"


def feather(x, y, length, width, turn, fill, w=5.0, bend=0.0, quill=RUST):
    """A long feather with its quill and barbs."""
    d = leaf_path(0, 0, length, width, 0, bend)
    barbs = "".join(
        f"M{pt(length * t, bend * length * t * t)}l{pt(length * 0.06, s * width * 0.2)}"
        for t in (0.3, 0.42, 0.54, 0.66, 0.78)
        for s in (-1, 1)
    )
    return group(
        shape(d, fill, w)
        + thread(
            f"M{pt(length * 0.06, 0)}Q{pt(length * 0.5, 0)} {pt(length * 0.9, bend * length * 0.81)}{barbs}",
            quill,
            3.4,
        ),
        x,
        y,
        1,
        turn,
    )


def foot(x, y):
    """A short scaly yellow leg with three toes in front and one behind; ground at y."""
    toes = [(6, 58), (172, 84), (150, 88), (122, 62)]
    claws = "".join(
        shape(blade(*polar(ln - 4, a, x, y - 26), 24, 9, a + (10 if a < 90 else -14)), STRAW, 3.4)
        for a, ln in toes
    )
    parts = [(ribbon([(x, y - 30), polar(ln, a, x, y - 26)], [30, 16]), OCHRE) for a, ln in toes]
    parts.append((ribbon([(x + 8, y - 150), (x + 3, y - 80), (x, y - 24)], [46, 38, 36]), OCHRE))
    scutes = "".join(
        f"M{x - 14} {v}Q{x} {v + 9} {x + 20} {v}" for v in range(int(y - 112), int(y - 30), 17)
    )
    rings = ""
    for a, ln in toes:
        for t in (0.5, 0.66, 0.82):
            px, py = polar(ln * t, a, x, y - 26)
            (ax, ay), (bx, by) = polar(7, a + 90, px, py), polar(-7, a + 90, px, py)
            rings += f"M{pt(ax, ay)}L{pt(bx, by)}"
    return claws + union(parts, 5) + thread(scutes + rings, RUST, 4)


def big_hen():
    """The hen, looking left; feet at 1290."""
    tail = "".join(
        feather(1120, 640, ln, 96, a, c, 6, b)
        for a, ln, c, b in (
            (-70, 300, HONEY, -0.1),
            (-22, 320, HONEY, 0.08),
            (-60, 350, BUFF, -0.06),
            (-30, 370, BUFF, 0.06),
            (-46, 390, SUN, 0.0),
        )
    )
    body_d = smooth(
        [
            (470, 330),
            (560, 330),
            (626, 420),
            (690, 520),
            (800, 566),
            (930, 560),
            (1060, 560),
            (1180, 560),
            (1230, 620),
            (1200, 740),
            (1130, 880),
            (1030, 1000),
            (900, 1090),
            (760, 1126),
            (600, 1090),
            (480, 1010),
            (400, 890),
            (372, 760),
            (394, 620),
            (410, 500),
            (404, 400),
        ]
    )
    body = region(
        body_d, BUFF, plumage((300, 300, 1300, 1180), 46, (SUN, BUFF, HONEY), 36, line="#a8600f"), 8
    )
    hackle = "".join(
        feather(x, y, ln, 40, a, c, 4.4, b)
        for x, y, ln, a, c, b in (
            (590, 500, 190, 58, HONEY, 0.1),
            (540, 520, 200, 72, HONEY, 0.06),
            (490, 530, 190, 88, HONEY, 0.02),
            (446, 520, 180, 102, HONEY, -0.04),
            (604, 430, 180, 52, SUN, 0.1),
            (566, 440, 200, 64, BUFF, 0.08),
            (526, 446, 200, 78, SUN, 0.04),
            (486, 450, 190, 92, BUFF, 0.0),
            (446, 440, 180, 106, SUN, -0.05),
            (580, 370, 170, 48, BUFF, 0.1),
            (548, 380, 180, 62, SUN, 0.08),
            (510, 384, 180, 76, BUFF, 0.04),
            (474, 384, 170, 90, SUN, 0.0),
        )
    )
    saddle = "".join(
        feather(x, y, ln, 42, a, c, 4.4, 0.1)
        for x, y, ln, a, c in (
            (1000, 600, 150, 52, HONEY),
            (1060, 590, 160, 48, BUFF),
            (1120, 596, 160, 52, SUN),
            (1170, 620, 150, 62, HONEY),
            (1090, 650, 140, 58, SUN),
            (1150, 690, 130, 70, BUFF),
        )
    )
    wing_d = smooth(
        [
            (680, 700),
            (740, 654),
            (850, 640),
            (960, 668),
            (1010, 730),
            (970, 820),
            (880, 880),
            (770, 876),
            (694, 800),
        ]
    )
    flights = "".join(
        feather(
            860 + 6 * k,
            872 - 34 * k,
            300 - 8 * k,
            64,
            14 - 5 * k,
            (HONEY, SUN, BUFF)[k % 3],
            5.4,
            0.05,
        )
        for k in range(6)
    )
    wing = flights + region(
        wing_d, SUN, plumage((660, 620, 1040, 900), 42, (STRAW, SUN, BUFF), 20, line="#a8600f"), 7
    )
    edge = thread(
        smooth([(712, 716), (760, 680), (850, 664), (940, 690)], closed=False), CINNABAR, 6, "14 10"
    )
    comb = shape(
        "M420 306C396 262 412 232 436 250C430 206 456 186 478 224C480 176 514 176 520 226C540 194 566 208 556 250C584 242 588 280 556 310C520 330 456 330 420 306Z",
        CINNABAR,
        7,
    )
    comb += spots([(450, 276), (482, 262), (514, 262), (542, 280)], 5, PINK)
    face = shape(oval(474, 382, 96, 92), SUN, 7) + region(
        smooth(
            [(402, 372), (430, 330), (490, 328), (528, 362), (520, 412), (476, 434), (420, 424)]
        ),
        CINNABAR,
        stitches((390, 320, 540, 440), 17, (PINK,), 7, 40, 3.4, "face"),
        5,
    )
    eye = (
        shape(oval(462, 370, 26, 25), SUN, 5)
        + flat(oval(459, 371, 15), INK)
        + flat(oval(454, 365, 5), CREAM)
        + thread("M432 344Q462 328 494 346", INK, 5)
    )
    lobe = shape(oval(528, 420, 20, 27, -14), CINNABAR, 5)
    beak = (
        shape("M408 424C384 424 362 428 352 440C366 456 396 458 420 446Z", HONEY, 6)
        + shape(
            "M412 366C366 366 322 396 300 436C340 428 388 436 420 430C428 406 424 384 412 366Z",
            OCHRE,
            7,
        )
        + thread("M362 398L378 394", INK, 5)
        + thread("M322 428Q370 420 416 426", INK, 4)
    )
    beard = "".join(
        feather(x, y, ln, 40, a, c, 4.8, b, HONEY)
        for x, y, ln, a, c, b in (
            (486, 436, 130, 66, STRAW, 0.1),
            (400, 440, 120, 138, STRAW, -0.1),
            (470, 440, 150, 80, CREAM, 0.06),
            (412, 444, 140, 124, CREAM, -0.06),
            (452, 446, 162, 92, STRAW, 0.02),
            (424, 448, 156, 110, STRAW, -0.02),
            (440, 446, 140, 101, CREAM, 0.0),
        )
    )
    feet = foot(690, 1290) + foot(850, 1290)
    thighs = shape(
        smooth([(610, 1060), (720, 1070), (740, 1150), (700, 1176), (650, 1150)]), HONEY, 6
    ) + shape(smooth([(790, 1070), (930, 1050), (910, 1140), (862, 1176), (810, 1150)]), HONEY, 6)
    return (
        tail
        + feet
        + thighs
        + body
        + saddle
        + wing
        + edge
        + hackle
        + comb
        + face
        + eye
        + lobe
        + beard
        + beak
    )


def sky():
    ground = flat(rect(180, 180, 1420, 1420), BLUSH) + rays(800, 760, 100, 900, 40, "#fbc9c2")
    return ground + sun(790, 330, 72) + cloud(1040, 350, 0.8, curl=PINK)


def land():
    far = [
        (180, 620),
        (320, 520),
        (480, 600),
        (640, 500),
        (820, 610),
        (1000, 520),
        (1200, 610),
        (1420, 540),
    ]
    near = [(180, 760), (420, 690), (700, 756), (1000, 680), (1420, 760)]
    yard = [(180, 1010), (500, 980), (800, 1004), (1100, 980), (1420, 1010)]
    front = [(180, 1210), (480, 1240), (800, 1216), (1120, 1244), (1420, 1210)]
    return (
        hills(far, 1420, LEAF, 56, edge=LIME)
        + hills(near, 1420, PINE, 60, edge=YOUNG)
        + field(yard, 1420, YOUNG, grass((180, 1000, 1420, 1260), 70, PINE, 4))
        + field(
            front, 1420, LIME, sprigs((180, 1220, 1420, 1430), 70, CREAM, OCHRE, LEAF, 1.0, "yard")
        )
    )


def scene():
    groves = bamboo(296, 1010, 1.15, 470, 4, seed="west") + bamboo(
        1336, 1000, 1.15, 400, 4, True, seed="east"
    )
    homes = house(1190, 1030, 0.9, wall=CREAM, roof=INDIGO) + granary(1330, 1080, 0.62)
    bowl_of_grain = group(bowl(0, 0, 0.8, CINNABAR, SUN), 72, -58)
    woman = kneeler(
        330,
        1176,
        1.1,
        hat_kind="hakka",
        coat=CINNABAR,
        trousers=INDIGO,
        front=bowl_of_grain,
        down=0,
    )
    kid = child(1214, 1224, 0.86, True, coat=INDIGO, trousers=CINNABAR, trim=SUN, smile="laugh")
    roll = dice("grain")
    grains = spots(
        [(roll.uniform(440, 620), roll.uniform(1130, 1280)) for _ in range(34)], 4.4, SUN
    )
    flock = hen(500, 1270, 0.86, coat=RUST) + hen(1010, 1300, 0.86, True, coat=BUFF)
    brood = "".join(
        chick(x, y, s, f, p)
        for x, y, s, f, p in (
            (560, 1352, 1.0, False, True),
            (660, 1388, 1.1, True, False),
            (770, 1396, 1.0, False, True),
            (868, 1376, 1.1, True, False),
            (960, 1366, 0.9, True, True),
        )
    )
    eggs = "".join(
        shape(oval(v, -90 - (10 if v == 0 else 0), 21, 26), "#f6d9b0", 4) for v in (-34, 34, 0)
    )
    return (
        sky()
        + land()
        + groves
        + homes
        + woman
        + grains
        + kid
        + basket(1120, 1290, 0.9, eggs)
        + flock
        + brood
    )


def motif():
    """A small chick for the ring."""
    body = spots([(-1, 6)], 13, OCHRE) + spots([(5, -9)], 9, OCHRE)
    return (
        body
        + flat(blade(11, -8, 12, 5, 0) + blade(-8, 4, 16, 7, 205), CINNABAR)
        + spots([(7, -11)], 2, INK)
    )


def draw():
    return plate(scene(), group(big_hen(), 26, 78, 0.94), motif(), LEAF, INDIGO)
