"""Huizhou meicai (惠州梅菜): a golden salted bundle; sheets dry on racks, vats are trodden and weighed with stones.

Facts: big-leaf mustard from winter paddies, wilted in the sun, slit so that heart and leaves open into one sheet, layered
with salt, trodden down, weighed with stones, dried again until golden; three leaves with one heart are the best piece.
"""

import math

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
    OCHRE,
    PINE,
    PINK,
    RUST,
    STRAW,
    SUN,
    WATER,
    YOUNG,
    blade,
    dice,
    field,
    flat,
    group,
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
)
from ..patterns import cloud, hills, rays, rows, stitches, sun
from ..things import drying_rack, meicai_sheet, tray, vat

GOLD, AMBER, TAN, TENDER = "#f3b92b", "#e5a01c", "#d68c18", "#fbe08a"


def salted_leaf(length, width, turn, bend, fill, rib, seed):
    """One preserved leaf from the tie at 0, 0: thick grooved stalk, then a wrinkled, ruffled, folded blade."""
    roll = dice(seed)

    def at(u, v):
        x, y = polar(1, turn)
        px, py = u * length, v + bend * length * u * u
        return px * x - py * y, px * y + py * x

    def half(u):
        t = (u - 0.3) / 0.7
        return width * 0.52 * math.sin(math.pi * min(t * 0.9 + 0.05, 1)) ** 0.7

    steps = [0.3 + 0.7 * k / 14 for k in range(15)]
    edges, folds, creases = [], "", ""
    for side in (-1, 1):
        edge = []
        for k, u in enumerate(steps):
            out = (k + (side > 0)) % 2
            edge.append(
                at(
                    u,
                    side
                    * half(u)
                    * (1.0 if k > 12 else 1.13 if out else 0.9)
                    * roll.uniform(0.94, 1.06),
                )
            )
        for k in range(1, 14):
            u = steps[k]
            if (k + (side > 0)) % 2:
                inner = at(u - 0.01, side * half(u) * roll.uniform(0.58, 0.76))
                folds += f"M{pt(*edge[k - 1])}L{pt(*edge[k])}L{pt(*edge[k + 1])}Q{pt(*at(u, side * half(u) * 0.86))} {pt(*inner)}Z"
            else:
                creases += f"M{pt(*edge[k])}Q{pt(*at(u - 0.02, side * half(u) * 0.62))} {pt(*at(u - 0.05, side * half(u) * 0.5))}"
        edges.append(edge)
    d = smooth(edges[0] + [at(1.035, 0)] + edges[1][::-1])
    veins = ""
    for k in range(6):
        u = 0.4 + 0.085 * k
        for side in (-1, 1):
            w = half(min(u + 0.09, 1)) * 0.66 * side
            veins += f"M{pt(*at(u, 0))}Q{pt(*at(u + 0.05, w * 0.4))} {pt(*at(u + 0.08, w))}"
            veins += f"M{pt(*at(u + 0.05, w * 0.5))}L{pt(*at(u + 0.09, w * 0.42))}"
    body = region(
        d, fill, flat(folds, rib) + thread(veins, "#fbeebb", 5.4) + thread(creases, BARK, 3.6), 7
    )
    line = [at(u, 0) for u in (-0.02, 0.18, 0.36, 0.6, 0.86)]
    stalk = shape(
        ribbon(line, [width * 0.3, width * 0.3, width * 0.25, width * 0.11, 9]),
        "#fbeebb",
        4.6,
        BARK,
    )
    grooves = "".join(
        f"M{pt(*at(0.02, v))}Q{pt(*at(0.2, v))} {pt(*at(0.42, v * 0.4))}"
        for v in (-width * 0.07, width * 0.07)
    )
    return body + stalk + thread(grooves, AMBER, 3.6)


def cut_stalk(x, y, length, turn, w):
    """The cut foot of one plant under the tie, slit down the middle."""
    end = polar(length, turn, x, y)
    d = ribbon([(x, y), polar(length * 0.6, turn, x, y), end], [w * 0.86, w, w * 0.9])
    return (
        shape(d, STRAW, 6)
        + thread(f"M{pt(x, y)}L{pt(*polar(length * 0.86, turn, x, y))}", AMBER, 4)
        + shape(oval(*end, w * 0.45, w * 0.2, turn + 90), CREAM, 5)
        + thread(oval(*end, w * 0.24, w * 0.1, turn + 90), AMBER, 3)
    )


def bundle(x, y, scale=1.0):
    """The tied golden bundle, tie at 0, 0, leaves up."""
    back = [
        (690, 236, -128, -0.1, TAN),
        (690, 236, -52, 0.1, TAN),
        (760, 230, -112, -0.06, TAN),
        (760, 230, -68, 0.06, TAN),
        (800, 250, -90, 0.02, AMBER),
    ]
    front = [
        (600, 240, -136, -0.16, GOLD),
        (600, 240, -44, 0.16, GOLD),
        (690, 236, -105, -0.05, GOLD),
        (690, 236, -75, 0.05, SUN),
        (540, 210, -120, -0.12, SUN),
        (540, 210, -60, 0.12, GOLD),
        (590, 230, -91, -0.03, SUN),
        (400, 128, -112, -0.1, TENDER),
        (400, 128, -68, 0.1, TENDER),
        (440, 140, -90, 0.0, TENDER),
    ]
    leaves = "".join(
        salted_leaf(
            *v,
            {TENDER: GOLD, TAN: "#b56c12", AMBER: "#c67c12", GOLD: AMBER, SUN: "#e8a520"}[v[4]],
            f"leaf{k}",
        )
        for k, v in enumerate(back + front)
    )
    feet = "".join(
        cut_stalk(dx * 0.5, 6, ln, 90 - dx * 0.32, 58)
        for dx, ln in ((-96, 156), (96, 156), (-52, 178), (52, 178), (0, 190))
    )
    cords = "".join(
        shape(ribbon([(-104, dy), (0, dy + 20), (104, dy - 2)], [26, 28, 26]), OCHRE, 5)
        + thread(
            "".join(
                f"M{v} {dy + 4 + 12 * (1 - (v / 100) ** 2):.1f}l12 12" for v in range(-90, 90, 24)
            ),
            BARK,
            3.4,
        )
        for dy in (-34, -8, 18)
    )
    knot = (
        shape("M-6 20C-60 40 -84 84 -70 112C-40 104 -8 70 0 34Z", OCHRE, 5)
        + shape("M6 20C60 36 92 70 84 104C50 100 14 70 0 34Z", OCHRE, 5)
        + shape(oval(0, 20, 28, 24), CINNABAR, 5.5)
        + thread("M-14 14L14 26M14 14L-14 26", SUN, 4)
    )
    roll = dice("salt")
    salt = [(roll.uniform(-260, 260), roll.uniform(-640, -120)) for _ in range(150)]
    salt = [p for p in salt if abs(p[0]) < 60 + (-p[1]) * 0.42]
    return group(feet + leaves + spots(salt, 3.6, CREAM) + cords + knot, x, y, scale)


def sky():
    return (
        flat(rect(180, 180, 1420, 1420), WATER)
        + rays(420, 470, 90, 1300, 36, "#a9dfe0")
        + sun(420, 470, 66)
        + cloud(1190, 420, 0.95)
        + cloud(1270, 590, 0.66, curl=BLUE)
        + cloud(320, 640, 0.6)
    )


def land():
    far = [
        (180, 800),
        (340, 690),
        (500, 790),
        (700, 700),
        (900, 780),
        (1090, 690),
        (1260, 770),
        (1420, 720),
    ]
    near = [(180, 880), (420, 826), (700, 886), (1000, 830), (1420, 880)]
    plots = [(180, 960), (500, 930), (800, 956), (1100, 930), (1420, 960)]
    yard = [(180, 1150), (500, 1126), (800, 1140), (1100, 1126), (1420, 1150)]

    def plant(x, y, row):
        return flat(blade(x, y, 26, 10, -130) + blade(x, y, 26, 10, -50), PINE) + flat(
            blade(x, y, 30, 11, -90), (LIME, YOUNG)[row % 2]
        )

    return (
        hills(far, 1420, INDIGO, 54, edge=WATER)
        + hills(near, 1420, LEAF, 50, edge=LIME)
        + field(plots, 1420, YOUNG, rows(plots, 1140, 34, plant, 46))
        + field(
            yard,
            1420,
            "#e8a86a",
            stitches((180, 1150, 1420, 1420), 36, (CREAM, RUST), 16, 0, 4, "yard"),
        )
    )


def scene():
    racks = drying_rack(396, 1130, 1.1, 330, seed="west") + drying_rack(
        1234, 1130, 1.12, 330, seed="east"
    )
    west = person(
        336,
        1206,
        1.0,
        pose="reach",
        hat_kind="hakka",
        coat=CINNABAR,
        trousers=INDIGO,
        apron=INDIGO,
        down=-2,
    )
    east = person(
        1276,
        1200,
        0.98,
        True,
        pose="reach",
        hat_kind="cone",
        coat=PINK,
        trousers=INDIGO,
        trim=CREAM,
        down=-2,
    )
    treader = person(
        0,
        -88,
        1.02,
        pose="tread",
        who="man",
        hat_kind="straw",
        coat=CREAM,
        pattern="check",
        trim=CINNABAR,
        trousers=INK,
        smile="laugh",
    )
    west_vat = vat(540, 1330, 1.02)
    east_vat = vat(1066, 1330, 1.02, inside=treader, stones=False)
    gran = grandmother(742, 1394, 0.92, trim=SUN, coat=INDIGO)
    sorting = tray(
        872,
        1372,
        0.9,
        "".join(
            meicai_sheet(v, -24, 0.5, t, c)
            for v, t, c in ((-40, 60, SUN), (0, 84, GOLD), (44, 100, SUN))
        ),
    )
    kid = child(936, 1322, 0.62, True, coat=CINNABAR, trousers=LEAF, smile="laugh")
    return sky() + land() + racks + west + east + west_vat + east_vat + kid + sorting + gran


def motif():
    """A small tied bundle for the ring."""
    leaves = flat(
        blade(0, 6, 30, 10, -90) + blade(0, 6, 27, 9, -125) + blade(0, 6, 27, 9, -55), OCHRE
    )
    return (
        leaves + thread("M0 6L-6 18M0 6L6 18M0 6L0 19", OCHRE, 5) + thread("M-8 6L8 6", CINNABAR, 6)
    )


def draw():
    return plate(scene(), bundle(800, 960, 1.0), motif(), LEAF, OCHRE)
