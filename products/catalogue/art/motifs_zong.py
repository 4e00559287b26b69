"""The leaf-wrapped dumpling of Gaotan: leaves, dumplings whole and opened, dish and cauldron."""

import math

from .library import (
    CINNABAR,
    CREAM,
    INK,
    LEAF,
    LIME,
    OCHRE,
    STRAW,
    SUN,
    YOUNG,
    clip,
    dice,
    flat,
    group,
    leaf_path,
    oval,
    polar,
    poly,
    pt,
    region,
    ribbon,
    shape,
    smooth,
    thread,
)
from .plants import leaf_half

ZONG = (
    "M-15 -146Q0 -170 17 -144L174 62Q190 96 158 110L36 158Q8 168 -22 157L-160 114Q-192 98 -174 64Z"
)
APEX, EAST, FOOT, WEST = (0, -158), (178, 84), (8, 162), (-178, 88)


def _between(a, b, t):
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def bamboo_leaf(
    x, y, length=420, width=96, turn=0.0, fill=YOUNG, dark=LEAF, vein=LIME, bend=0.0, w=6.0
):
    """A broad wrapping leaf: parallel veins from stalk to tip, one half darker."""
    d = leaf_path(0, 0, length, width, 0, bend)
    lines = ""
    for k in (-0.3, -0.2, -0.1, 0.1, 0.2, 0.3):
        lines += f"M{pt(length * 0.1, k * width * 0.5)}C{pt(length * 0.3, k * width * 1.4)} {pt(length * 0.6, k * width * 1.3 + bend * length * 0.36)} {pt(length * 0.92, bend * length * 0.85)}"
    return group(
        flat(d, fill)
        + flat(leaf_half(length, width, bend), dark)
        + thread(lines, vein, w * 0.45)
        + thread(f"M0 0Q{pt(length * 0.5, 0)} {pt(length * 0.98, bend * length * 0.96)}", CREAM, w * 0.7)
        + shape(d, "none", w),
        x, y, 1, turn,
    )  # fmt: skip


def _cord(points, w=11):
    d = smooth(points, closed=False)
    return thread(d, INK, w + 7) + thread(d, STRAW, w) + thread(d, OCHRE, w * 0.34, "5 11")


def zong(
    x,
    y,
    scale=1.0,
    turn=0.0,
    left="#86b544",
    right="#3f8a45",
    cords=(0.36, 0.55, 0.74),
    tie=CINNABAR,
    w=7.0,
):
    """A three-cornered dumpling in its leaves, tied with cord; 360 wide, 320 high, its middle near 0, 0."""
    edge = f"M{pt(*APEX)}L{pt(*FOOT)}"
    west, east = "", ""
    for k in range(1, 15):
        t = k / 14.4
        west += f"M{pt(*_between(APEX, WEST, t))}L{pt(*_between(APEX, FOOT, t))}"
        east += f"M{pt(*_between(APEX, EAST, t))}L{pt(*_between(APEX, FOOT, t))}"
    half = poly([APEX, (APEX[0], -220), (260, -220), (260, 240), FOOT])
    flap = "M-116 6C-60 66 -18 92 8 162L-22 157L-160 114Q-192 98 -174 64Z"
    body = flat(ZONG, left) + clip(
        ZONG,
        flat(half, right)
        + thread(west, "#c8de86", 3)
        + thread(east, "#7cc07a", 3)
        + region(
            flap,
            "#a5c85a",
            thread(
                "M-150 40C-96 84 -60 100 -30 150M-164 60C-120 96 -90 112 -66 140M-132 22C-80 72 -36 100 -8 150",
                "#dceba0",
                3,
            ),
            4.4,
        )
        + thread(edge, INK, 5),
    )
    tails = shape(leaf_path(166, 96, 92, 44, 24, 0.1), right, 5) + shape(
        leaf_path(-166, 100, 84, 40, 160, -0.1), left, 5
    )
    ties = ""
    for t in cords:
        a, b, c = _between(APEX, WEST, t), _between(APEX, FOOT, t + 0.05), _between(APEX, EAST, t)
        ties += _cord([a, _between(a, b, 0.5), b, _between(b, c, 0.5), c])
    kx, ky = _between(APEX, FOOT, cords[len(cords) // 2] + 0.04) if cords else (0, 0)
    bow = (
        shape(
            f"M{pt(kx, ky)}C{pt(kx - 30, ky - 44)} {pt(kx - 74, ky - 34)} {pt(kx - 58, ky + 4)}C{pt(kx - 44, ky + 24)} {pt(kx - 16, ky + 12)} {pt(kx, ky)}Z",
            tie,
            4.6,
        )
        + shape(
            f"M{pt(kx, ky)}C{pt(kx + 30, ky - 44)} {pt(kx + 74, ky - 34)} {pt(kx + 58, ky + 4)}C{pt(kx + 44, ky + 24)} {pt(kx + 16, ky + 12)} {pt(kx, ky)}Z",
            tie,
            4.6,
        )
        + shape(ribbon([(kx, ky), (kx - 20, ky + 34), (kx - 26, ky + 66)], [9, 12, 15]), tie, 4.2)
        + shape(ribbon([(kx, ky), (kx + 18, ky + 36), (kx + 30, ky + 62)], [9, 12, 15]), tie, 4.2)
        + shape(oval(kx, ky, 12), SUN, 4)
        if tie and cords
        else ""
    )
    return group(tails + body + shape(ZONG, "none", w) + ties + bow, x, y, scale, turn)


def opened_zong(x, y, scale=1.0, turn=0.0, light="#f3bf52", deep="#dc962f", w=7.0):
    """A dumpling on its opened leaves: the pressed rice, golden, grain by grain."""
    leaves = bamboo_leaf(
        20, 60, 380, 120, -150, "#86b544", "#5c9a3f", "#cfe39a", -0.12, w * 0.85
    ) + bamboo_leaf(-10, 74, 400, 124, -26, "#86b544", "#3f8a45", "#cfe39a", 0.12, w * 0.85)
    front = bamboo_leaf(
        60, 182, 440, 120, 187, "#a5c85a", "#6fa544", "#e4efb8", 0.1, w * 0.85
    ) + bamboo_leaf(-40, 188, 440, 116, -5, "#a5c85a", "#6fa544", "#e4efb8", -0.1, w * 0.85)
    rice = "M-40 -128Q0 -178 44 -126C96 -66 136 0 172 70Q188 100 156 116L40 158Q8 168 -26 157L-158 120Q-194 104 -174 70C-140 2 -96 -66 -40 -128Z"
    half = "M0 -164C18 -110 22 20 8 166L260 240L260 -220L0 -220Z"
    roll, grains = dice("rice"), {}
    for row in range(13):
        y0 = -140 + 22 * row
        reach = 34 + (y0 + 150) * 0.58
        for k in range(-int(reach / 27) - 1, int(reach / 27) + 2):
            px, py = (
                k * 27 + (row % 2) * 13 + roll.uniform(-5, 5),
                y0 + abs(k) * 1.5 + roll.uniform(-5, 5),
            )
            a = (24 if px < 6 else -24) + roll.uniform(-60, 60)
            tone = (
                roll.choice(("#fff3c8", "#fbe09a"))
                if px < 8
                else roll.choice(("#f8cf7d", "#f2bd60"))
            )
            (ax, ay), (bx, by) = polar(7.5, a, px, py), polar(7.5, a + 180, px, py)
            grains[tone] = grains.get(tone, "") + f"M{ax:.0f} {ay:.0f}L{bx:.0f} {by:.0f}"
    body = (
        flat(rice, light)
        + clip(
            rice,
            flat(half, deep)
            + "".join(thread(d, "#bd7a1e", 17) + thread(d, tone, 12) for tone, d in grains.items()),
        )
        + thread("M-52 -84C-84 -40 -104 -4 -118 26", CREAM, 9)
    )
    cord = _cord(
        [(-270, 196), (-190, 226), (-110, 200), (-30, 232), (60, 208), (150, 234), (236, 198)], 9
    )
    return group(
        leaves + group(body + shape(rice, "none", w), 0, -14) + front + cord, x, y, scale, turn
    )


def dish(x, y, rx=300, ry=84, blue="#1f3f8f"):
    """A wide blue-and-white dish seen from above the edge, its middle at x, y."""
    wave = "".join(
        f"M{pt(rx * 0.9 * math.cos(math.radians(a)), ry * 0.9 * math.sin(math.radians(a)))}l0 0"
        for a in range(0, 360, 12)
    )
    return group(
        shape(f"M{-rx} 4C{-rx * 0.9} {ry * 1.3} {-rx * 0.5} {ry * 1.62} {-rx * 0.4} {ry * 1.62}L{rx * 0.4} {ry * 1.62}C{rx * 0.5} {ry * 1.62} {rx * 0.9} {ry * 1.3} {rx} 4Z", CREAM, 7)
        + thread(f"M{-rx * 0.8} {ry * 0.98:.0f}Q0 {ry * 1.7:.0f} {rx * 0.8} {ry * 0.98:.0f}", blue, 7, "22 14")
        + shape(oval(0, 0, rx, ry), CREAM, 7)
        + thread(wave, blue, 11)
        + thread(oval(0, 2, rx * 0.78, ry * 0.74), blue, 5),
        x, y,
    )  # fmt: skip


def zong_motif(fill=LEAF, cord=SUN):
    """The small dumpling of the ring, around 0, 0."""
    return flat(
        "M0 -18Q3 -18 5 -15L19 9Q20 14 15 15L-15 15Q-20 14 -19 9L-5 -15Q-3 -18 0 -18Z", fill
    ) + thread("M-9 -6L9 -6M-14 4L14 4M0 -17L0 14", cord, 3.2)


def cauldron(x, y, scale=1.0):
    """A big pot of dumplings on a clay stove, steaming; 300 wide, about 330 high, bottom centre at 0, 0."""
    stove = region(
        "M-150 -120L150 -120L132 0L-132 0Z",
        "#c1562f",
        thread("M-160 -90L160 -90M-160 -60L160 -60M-160 -30L160 -30", "#8a3418", 4, "26 8"),
        5.4,
    ) + shape("M-48 0C-52 -104 52 -104 48 0Z", INK, 4.6)
    fire = "".join(
        flat(
            f"M{v} -2C{v - 20} -6 {v - 22} -34 {v} {-64 + abs(v)}C{v + 22} -34 {v + 20} -6 {v} -2Z",
            OCHRE,
        )
        + flat(
            f"M{v} -2C{v - 10} -6 {v - 10} -22 {v} {-40 + abs(v)}C{v + 10} -22 {v + 10} -6 {v} -2Z",
            CINNABAR,
        )
        for v in (-20, 20, 0)
    )
    pot = shape(
        "M-128 -214C-130 -160 -110 -116 -76 -112L76 -112C110 -116 130 -160 128 -214Z",
        "#4a4c78",
        5.4,
    ) + thread("M-118 -176C-60 -160 60 -160 118 -176", "#8d93c0", 4, "20 10")
    mouth = shape(oval(0, -216, 128, 30), "#4a4c78", 5.4) + flat(oval(0, -214, 110, 22), "#8d6a2f")
    load = "".join(
        zong(px, py, s, a, tie=None, w=14)
        for px, py, s, a in ((-58, -238, 0.26, -14), (54, -238, 0.26, 12), (0, -248, 0.28, 0))
    )
    return group(stove + fire + pot + mouth + load, x, y, scale)
