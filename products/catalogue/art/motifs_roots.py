"""Large motifs from under the ground and from the kitchen: potato, ginger, and the leaf-wrapped dumpling."""

import math

from .library import (
    CINNABAR,
    CREAM,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    PINK,
    STRAW,
    SUN,
    YOUNG,
    blade,
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
    spots,
    thread,
    union,
)
from .plants import leaf, leaf_half

SKIN_YELLOW, SKIN_SHADE, SKIN_LIGHT, FLESH = "#f6cd5e", "#dd9f36", "#fdeaa6", "#fdf0b4"
VIOLET, LILAC = "#7a63bd", "#b9a8ea"
ROOT, ROOT_SHADE, ROOT_LIGHT = "#f0cf86", "#d9a255", "#fbe9b8"


# --- potato --------------------------------------------------------------------------------------------------------


def tuber(rx, ry, seed):
    """The outline of a long oval tuber: one end fuller, no two alike."""
    roll = dice(seed)
    points = []
    for k in range(12):
        angle = math.radians(30 * k)
        fuller = 1 + 0.1 * math.cos(angle)
        size = roll.uniform(0.965, 1.03)
        points.append((rx * math.cos(angle) * size, ry * math.sin(angle) * fuller * size))
    return smooth(points)


def potato(x, y, rx=170, ry=116, turn=0.0, seed="potato", eyes=6, w=7.0):
    """A smooth yellow potato: thin skin, few shallow eyes with their brows, fine dots."""
    d = tuber(rx, ry, seed)
    roll = dice(f"{seed}eyes")
    body = flat(d, SKIN_SHADE) + clip(
        d,
        flat(oval(-rx * 0.07, -ry * 0.15, rx * 1.02, ry * 1.0), SKIN_YELLOW)
        + flat(oval(-rx * 0.3, -ry * 0.5, rx * 0.5, ry * 0.27, -8), SKIN_LIGHT),
    )
    brows, pits = "", ""
    for k in range(eyes):
        px, py = polar(0.86 * ((k + 0.6) / eyes) ** 0.5, 137.5 * k + roll.uniform(-16, 16) + 60)
        s, lean = rx * roll.uniform(0.055, 0.08), 26 * px
        px, py = px * rx * 0.86, py * ry * 0.82
        (ax, ay), (bx, by), (cx, cy) = (polar(s, lean + a, px, py) for a in (172, -62, 8))
        brows += f"M{pt(ax, ay)}Q{pt(bx, by)} {pt(cx, cy)}"
        pits += (
            f"M{pt(*polar(s * 0.4, lean + 120, px, py))}L{pt(*polar(s * 0.3, lean + 50, px, py))}"
        )
    freckles = [
        (px * rx * 0.9, py * ry * 0.9)
        for px, py in (polar(((k + 0.5) / 34) ** 0.5, 137.5 * k + 20) for k in range(34))
    ]
    gloss = thread(
        f"M{pt(-rx * 0.7, -ry * 0.36)}Q{pt(-rx * 0.58, -ry * 0.66)} {pt(-rx * 0.26, -ry * 0.78)}M{pt(-rx * 0.14, -ry * 0.8)}L{pt(-rx * 0.08, -ry * 0.81)}",
        CREAM,
        rx * 0.05,
    )
    return group(
        body
        + spots(freckles, rx * 0.012, "#c98a2c")
        + thread(brows, "#b87a26", rx * 0.026)
        + thread(pits, "#b87a26", rx * 0.02)
        + gloss
        + shape(d, "none", w),
        x,
        y,
        1,
        turn,
    )


def cut_potato(x, y, rx=150, ry=110, turn=0.0, w=7.0):
    """Half a potato, the cut face up: fine pale yellow flesh inside a very thin skin."""
    back = f"M{pt(-rx, 0)}C{pt(-rx * 1.04, ry * 1.2)} {pt(rx * 1.04, ry * 1.2)} {pt(rx, 0)}Z"
    face = oval(0, 0, rx, ry * 0.66)
    ring = oval(0, 0, rx * 0.86, ry * 0.53)
    grain = [
        (px * rx * 0.62, py * ry * 0.36)
        for px, py in (polar(((k + 0.5) / 20) ** 0.5, 137.5 * k) for k in range(20))
    ]
    return group(
        region(back, SKIN_SHADE, flat(oval(-rx * 0.1, ry * 0.1, rx, ry * 0.72), SKIN_YELLOW), w)
        + shape(face, "#fae58f", w)
        + thread(ring, FLESH, rx * 0.1)
        + thread(ring, "#e6bd55", 4, "16 9")
        + spots(grain, 4, FLESH)
        + thread(
            f"M{pt(-rx * 0.5, -ry * 0.3)}Q{pt(-rx * 0.2, -ry * 0.48)} {pt(rx * 0.1, -ry * 0.46)}",
            CREAM,
            7,
        ),
        x,
        y,
        1,
        turn,
    )


def potato_leaf(
    x, y, length=360, turn=0.0, bend=0.0, size=150, fills=(LEAF, YOUNG), vein=LIME, w=5.0
):
    """A compound potato leaf: a large end leaflet, three pairs of broad ones and tiny ones between them."""

    def at(t):
        return t * length, bend * length * t * t

    out = ""
    slope = math.degrees(math.atan(2 * bend))
    for k, t in enumerate((0.3, 0.53, 0.76)):
        px, py = at(t)
        lean = math.degrees(math.atan(2 * bend * t))
        for side in (-1, 1):
            a = lean + side * (66 - 8 * k)
            out += group(
                shape(leaf_path(0, 0, size * 0.24, size * 0.17, 0), fills[1], w * 0.7),
                *at(t - 0.11),
                1,
                lean + side * 74,
            )
            s = size * (0.66 + 0.13 * k)
            sx, sy = polar(size * 0.12, a, px, py)
            out += thread(f"M{pt(px, py)}L{pt(sx, sy)}", INK, 9) + thread(
                f"M{pt(px, py)}L{pt(sx, sy)}", YOUNG, 4
            )
            fill = fills[(k + (side > 0)) % 2]
            out += leaf(
                sx,
                sy,
                s,
                s * 0.64,
                a,
                fill,
                vein,
                w,
                side * -0.06,
                5,
                PINE if fill == LEAF else None,
            )
    out += leaf(*at(1), size * 1.22, size * 0.84, slope, fills[0], vein, w, 0.0, 6, PINE)
    stalk = shape(ribbon([(0, 0), at(0.5), at(1.04)], [15, 11, 7]), YOUNG, w * 0.8)
    return group(out + stalk, x, y, 1, turn)


def potato_flower(x, y, r=52, turn=0.0, fill=VIOLET, light=LILAC):
    """A blue-violet potato flower: five joined lobes with pale star ribs round a cone of yellow anthers."""
    d = "M" + pt(*polar(r * 0.62, -126))
    ribs, star = "", ""
    for k in range(5):
        a = -90 + 72 * k
        d += (
            f"C{pt(*polar(r * 0.86, a - 32))} {pt(*polar(r * 1.0, a - 15))} {pt(*polar(r * 1.1, a))}"
            f"C{pt(*polar(r * 1.0, a + 15))} {pt(*polar(r * 0.86, a + 32))} {pt(*polar(r * 0.62, a + 36))}"
        )
        star += leaf_path(0, 0, r * 0.92, r * 0.3, a)
        ribs += f"M{pt(*polar(r * 0.3, a))}L{pt(*polar(r * 0.74, a))}"
    cone = "".join(
        leaf_path(*polar(r * 0.06, a), r * 0.36, r * 0.2, a) for a in range(-90, 270, 72)
    )
    return group(
        shape(d + "Z", fill, 5) + flat(star, light) + thread(ribs, CREAM, r * 0.06)
        + shape(cone, SUN, 3.4) + flat(oval(0, 0, r * 0.1), LEAF),
        x, y, 1, turn,
    )  # fmt: skip


def potato_bloom(x, y, scale=1.0, turn=0.0):
    """A head of potato flowers on one stalk (its foot at 0, 0, about 330 high), with hanging buds."""
    stems = "".join(
        shape(ribbon(p, [10, 8, 6]), YOUNG, 4)
        for p in (
            [(0, 0), (6, -90), (0, -190)],
            [(2, -170), (-40, -210), (-76, -236)],
            [(2, -170), (44, -214), (74, -250)],
            [(0, -180), (4, -230), (-4, -280)],
            [(2, -140), (54, -160), (92, -150)],
            [(2, -130), (-50, -140), (-88, -122)],
        )
    )
    buds = "".join(
        group(
            shape("M-14 0C-16 26 -6 40 0 46C6 40 16 26 14 0Z", VIOLET, 4)
            + shape(
                "M-17 -8C-18 10 -10 22 -8 12C-4 22 4 22 8 12C10 22 18 10 17 -8C8 -16 -8 -16 -17 -8Z",
                LEAF,
                4,
            ),
            bx,
            by,
            1,
            a,
        )
        for bx, by, a in ((96, -140, -20), (-92, -112, 24))
    )
    return group(
        stems + buds + potato_flower(-80, -244, 56, -14) + potato_flower(82, -258, 56, 16) + potato_flower(-4, -316, 62)
        + potato_flower(0, -208, 50, 30),
        x, y, scale, turn,
    )  # fmt: skip


def potato_motif():
    """The small potato flower of the ring, around 0, 0."""
    petals = "".join(leaf_path(0, 0, 21, 17, 72 * k - 90) for k in range(5))
    return (
        flat(petals, VIOLET)
        + flat("".join(oval(*polar(12, 72 * k - 90), 2.6) for k in range(5)), CREAM)
        + flat(oval(0, 0, 6.4), OCHRE)
    )


# --- tools of the potato field -----------------------------------------------------------------------------------------


def small_potatoes(places, rx=20, ry=14, seed="small"):
    """Little potatoes for heaps and fields: (x, y) places, contour and one light stitch each."""
    roll, out = dice(seed), ""
    for x, y in places:
        out += shape(
            oval(x, y, rx * roll.uniform(0.9, 1.1), ry, roll.uniform(-26, 26)), SKIN_YELLOW, 4
        )
        out += thread(
            f"M{pt(x - rx * 0.4, y - ry * 0.2)}q{pt(rx * 0.2, -ry * 0.4)} {pt(rx * 0.5, -ry * 0.35)}",
            CREAM,
            3.4,
        )
    return out


def crate(x, y, scale=1.0, fill=CINNABAR, slot="#8d0f2a", heap=True):
    """A slatted field box 140 wide and 84 high, heaped with potatoes."""
    pile = small_potatoes(
        (
            (-44, -92),
            (-14, -98),
            (20, -98),
            (48, -92),
            (-30, -110),
            (4, -114),
            (34, -110),
            (-56, -84),
            (58, -84),
        ),
        22,
        16,
        "crate",
    )
    slots = "".join(
        f"M{pt(v, -62)}L{pt(v + 22, -62)}M{pt(v, -42)}L{pt(v + 22, -42)}M{pt(v, -22)}L{pt(v + 22, -22)}"
        for v in range(-56, 50, 30)
    )
    return group(
        (pile if heap else "")
        + shape("M-70 -84L70 -84L62 0L-62 0Z", fill, 5)
        + thread(slots, slot, 8)
        + shape("M-76 -90L76 -90L74 -74L-74 -74Z", fill, 4.4)
        + thread("M-62 -82L62 -82", SUN, 3, "2 10"),
        x, y, scale,
    )  # fmt: skip


def wheel(x, y, r, rim=SUN):
    """A tractor wheel with its treads."""
    treads = "".join(
        f"M{pt(*polar(r * 0.82, a, x, y))}L{pt(*polar(r * 1.06, a + 8, x, y))}"
        for a in range(0, 360, 24)
    )
    return (
        thread(treads, INK, r * 0.2)
        + flat(oval(x, y, r * 0.98), INK)
        + thread(oval(x, y, r * 0.8), "#5a5f86", r * 0.06, "3 8")
        + shape(oval(x, y, r * 0.52), rim, 4)
        + "".join(flat(oval(*polar(r * 0.32, a, x, y), r * 0.08), INK) for a in range(0, 360, 72))
        + flat(oval(x, y, r * 0.13), INK)
    )


def digger(x, y, scale=1.0, flip=False, driver="", coat=CINNABAR):
    """A small tractor drawing a potato lifter, facing right, 480 wide; ``driver`` sits with the hip at 0, -128."""
    lifter = (
        shape("M-310 -26L-160 -96L-132 -96L-132 -70L-288 -6Z", "#8d93a8", 5)
        + thread("M-288 -22L-146 -88M-280 -12L-140 -76", INK, 3, "7 9")
        + shape("M-150 -112L-100 -112L-96 -60L-160 -60Z", OCHRE, 4.6)
        + thread("M-110 -84L-40 -76", INK, 12)
        + wheel(-176, -30, 32)
    )
    tossed = small_potatoes(
        ((-306, -54), (-268, -84), (-226, -104), (-338, -22), (-322, 2), (-286, 8), (-356, 6)),
        19,
        14,
        "tossed",
    )
    body = (
        shape("M40 -128L168 -122C182 -120 186 -104 184 -66L40 -58Z", coat, 5.4)
        + thread("M70 -108L160 -104M76 -92L160 -88M76 -78L160 -74", "#8d0f2a", 5)
        + shape(oval(178, -96, 9, 12), SUN, 3.6)
        + shape("M116 -128L116 -196L128 -196L128 -128Z", "#5a5f86", 4)
        + shape("M-76 -58L-70 -118C-50 -132 20 -128 44 -112L52 -58Z", coat, 5.4)
        + shape("M-64 -118L-78 -168L-64 -172L-44 -122Z", INK, 3)
        + thread("M62 -124L44 -166M30 -174L60 -160", INK, 7)
    )
    rings = thread("M122 -208C110 -222 134 -228 122 -246C112 -258 132 -266 126 -280", CREAM, 6)
    return group(
        lifter + tossed + rings + group(driver, -26, 0) + body + wheel(-22, -52, 54) + wheel(146, -36, 38),
        x, y, scale, 0, flip,
    )  # fmt: skip


# --- the leaf-wrapped dumpling -------------------------------------------------------------------------------------------

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


# --- ginger ------------------------------------------------------------------------------------------------------------

SCAR = "#b27c34"


def finger(x, y, length=230, width=120, turn=0.0, tip="bud", seed="finger", w=7.0):
    """One branch of a ginger root along +x: swollen joints, ring scars with their frayed scales, a pink bud at the tip.

    ``tip`` is "bud", "cut" (broken across, with fibres and the ring inside) or "" (rounded).
    """
    roll = dice(seed)
    half = width / 2
    swell = [
        (-0.09, 0.4),
        (0.03, 0.84),
        (0.2, 1.04),
        (0.36, 0.93),
        (0.56, 1.06),
        (0.72, 0.92),
        (0.86, 0.84),
        (0.95, 0.6),
    ]
    top = [(t * length, -half * k * roll.uniform(0.95, 1.05)) for t, k in swell]
    low = [(t * length, half * k * roll.uniform(0.95, 1.05)) for t, k in swell]
    end = (
        [(length * 1.0, -half * 0.3), (length * 1.0, half * 0.3)]
        if tip != "cut"
        else [(length * 0.97, -half * 0.7), (length * 0.97, half * 0.7)]
    )
    d = smooth(top + end + low[::-1])
    shade = smooth(
        [
            (-20, half * 0.5),
            (length * 0.3, half * 0.36),
            (length * 0.62, half * 0.5),
            (length, half * 0.1),
            (length, half * 1.4),
            (-20, half * 1.4),
        ]
    )
    shine = smooth(
        [
            (length * 0.1, -half * 0.6),
            (length * 0.22, -half * 0.76),
            (length * 0.3, -half * 0.6),
            (length * 0.2, -half * 0.44),
        ]
    ) + smooth(
        [
            (length * 0.42, -half * 0.64),
            (length * 0.52, -half * 0.8),
            (length * 0.62, -half * 0.6),
            (length * 0.5, -half * 0.46),
        ]
    )
    rings, frays = "", ""
    for t in (0.2, 0.37, 0.55, 0.71, 0.86):
        k = half * (1.05 if t in (0.2, 0.55) else 0.95)
        rings += f"M{pt(t * length, -k)}Q{pt(t * length + width * 0.17, 0)} {pt(t * length, k)}"
        for v in (-0.7, -0.42, -0.12, 0.2, 0.5, 0.76):
            px = t * length + width * 0.085 * (1 - v * v) * 1.9
            frays += f"M{pt(px, v * k)}l{roll.uniform(7, 13):.0f} {roll.uniform(-4, 4):.0f}"
    fill = (
        flat(d, ROOT)
        + clip(
            d,
            flat(shade, ROOT_SHADE)
            + flat(shine, ROOT_LIGHT)
            + thread(rings, SCAR, 4.4)
            + thread(frays, SCAR, 3),
        )
        + shape(d, "none", w)
    )
    cap = ""
    if tip == "bud":
        e = length * 0.93
        cap = (
            shape(
                f"M{pt(e, -half * 0.5)}C{pt(e + width * 0.22, -half * 0.5)} {pt(e + width * 0.4, -half * 0.2)} {pt(e + width * 0.5, 0)}C{pt(e + width * 0.4, half * 0.24)} {pt(e + width * 0.2, half * 0.5)} {pt(e, half * 0.5)}C{pt(e + width * 0.1, half * 0.2)} {pt(e + width * 0.1, -half * 0.2)} {pt(e, -half * 0.5)}Z",
                PINK,
                w * 0.8,
            )
            + flat(
                f"M{pt(e + width * 0.2, -half * 0.3)}Q{pt(e + width * 0.42, -half * 0.16)} {pt(e + width * 0.47, 0)}Q{pt(e + width * 0.3, 0)} {pt(e + width * 0.2, -half * 0.3)}Z",
                "#fbc6c9",
            )
            + thread(
                f"M{pt(e + width * 0.12, half * 0.32)}Q{pt(e + width * 0.28, half * 0.2)} {pt(e + width * 0.44, half * 0.04)}",
                CINNABAR,
                3.4,
            )
        )
    elif tip == "cut":
        face = oval(length * 0.97, 0, half * 0.42, half * 0.84)
        dots = [
            (length * 0.97 + half * 0.24 * px, half * 0.5 * py)
            for px, py in (polar(((k + 0.5) / 13) ** 0.5, 137.5 * k) for k in range(13))
        ]
        cap = (
            shape(face, "#fbe27a", w * 0.9)
            + thread(oval(length * 0.97, 0, half * 0.3, half * 0.64), "#d9a226", 4, "8 6")
            + spots(dots, 3, "#d9a226")
        )
    return group(fill + cap, x, y, 1, turn)


def ginger_root(x, y, scale=1.0, turn=0.0, flip=False):
    """A hand of ginger about 820 wide and 470 high: a main stem of joints with fingers above and below."""
    back = (
        finger(-262, -30, 176, 128, -122, "bud", "a")
        + finger(-122, -176, 104, 92, -150, "", "h")
        + finger(-96, -40, 204, 138, -97, "bud", "b")
        + finger(96, -50, 176, 128, -76, "", "c")
        + finger(292, -136, 112, 92, -112, "bud", "i")
        + finger(262, -30, 196, 130, -48, "", "d")
    )
    main = (
        finger(-350, 24, 250, 166, -7, "", "m1")
        + finger(180, 6, 230, 164, 7, "cut", "m4")
        + finger(-168, 6, 250, 182, 4, "", "m2")
        + finger(24, 14, 250, 178, -5, "", "m3")
    )
    front = (
        finger(-196, 52, 120, 104, 116, "", "e")
        + finger(64, 72, 116, 108, 76, "", "f")
        + finger(-330, 22, 150, 122, 170, "bud", "g")
    )
    hairs = "".join(
        thread(f"M{px} {py}q{dx} {dy} {dx * 0.4:.0f} {dy * 1.9:.0f}", INK, 6)
        + thread(f"M{px} {py}q{dx} {dy} {dx * 0.4:.0f} {dy * 1.9:.0f}", ROOT_SHADE, 3)
        for px, py, dx, dy in (
            (-100, 90, -16, 22),
            (-60, 94, 12, 24),
            (170, 92, -10, 24),
            (210, 90, 16, 22),
            (250, 90, 4, 26),
        )
    )
    return group(hairs + back + main + front, x, y, scale, turn, flip)


def small_ginger(x, y, scale=1.0, turn=0.0):
    """A hand of ginger at the size of a person's hand, cheap to repeat; 150 wide."""
    lumps = (
        (0, 6, 66, 26, 0),
        (-40, -18, 19, 30, -24),
        (-4, -24, 20, 32, 6),
        (36, -20, 18, 28, 26),
        (-62, 16, 24, 17, 20),
        (58, 18, 24, 17, -20),
    )
    rings = "M-26 -16q16 10 4 44M14 -18q14 10 4 46M-50 -24l22 -8M-18 -36l28 -2M26 -30l22 10M-64 6l4 20M62 8l-4 20"
    return group(
        union([(oval(*v), ROOT) for v in lumps], 9)
        + flat(oval(-50, -44, 9, 8) + oval(46, -44, 9, 8), PINK)
        + thread(rings, SCAR, 5),
        x, y, scale, turn,
    )  # fmt: skip


def ginger_shoot(
    points, leaves=9, size=300, width=58, start=0.3, fills=(YOUNG, LEAF), w=5.4, seed="shoot"
):
    """A leafy ginger stem along points: sheathed stem, long narrow leaves in two ranks, growing smaller at the top."""
    roll = dice(seed)
    count = len(points) - 1
    out = ""
    for k in range(leaves):
        t = start + (1 - start) * k / (leaves - 1)
        place = min(t * count, count - 0.001)
        i, f = int(place), place - int(place)
        (ax, ay), (bx, by) = points[i], points[i + 1]
        px, py = ax + (bx - ax) * f, ay + (by - ay) * f
        lean = math.degrees(math.atan2(by - ay, bx - ax))
        side = 1 if k % 2 else -1
        s = size * (1 - 0.3 * abs(t - 0.55) / 0.55) * roll.uniform(0.94, 1.06)
        last = k == leaves - 1
        a = lean + 8 if last else lean + side * (60 - 24 * t) + roll.uniform(-5, 5)
        fill = fills[k % 2]
        out += bamboo_leaf(
            px,
            py,
            s * (0.8 if last else 1),
            width,
            a,
            fill,
            PINE if fill == LEAF else LEAF,
            LIME,
            0.1 if last else side * roll.uniform(0.2, 0.34),
            w,
        )
    stem = shape(ribbon(points, [34, 28, 22, 12]), YOUNG, w)
    sheath = ""
    for t in (0.12, 0.24, 0.36, 0.5, 0.64, 0.78):
        place = t * count
        i, f = int(place), place - int(place)
        (ax, ay), (bx, by) = points[i], points[i + 1]
        px, py = ax + (bx - ax) * f, ay + (by - ay) * f
        sheath += (
            f"M{pt(px - 13 + 5 * t, py + 6)}Q{pt(px + 2, py - 4)} {pt(px + 13 - 5 * t, py - 14)}"
        )
    return out + stem + thread(sheath, PINE, 3.6)


def ginger_plant(x, y, scale=1.0, stems=4, seed="clump"):
    """A small clump of ginger in the field, about 150 high."""
    roll, tones = dice(seed), {}
    stalks = ""
    for k in range(stems):
        dx = (k - (stems - 1) / 2) * 26
        tip = dx * 1.7 + roll.uniform(-6, 6)
        stalks += f"M{pt(dx * 0.4, 0)}Q{pt(dx * 0.6, -70)} {pt(tip, -120)}"
        for j in range(5):
            t = 0.32 + 0.16 * j
            px, py = dx * 0.4 + (tip - dx * 0.4) * t, -120 * t
            tone = (LIME, YOUNG)[(j + k) % 2]
            tones[tone] = tones.get(tone, "") + blade(
                px, py, 60, 15, -90 + (50 if j % 2 else -50) + roll.uniform(-8, 8)
            )
    return group(
        thread(stalks, INK, 9)
        + thread(stalks, YOUNG, 4)
        + "".join(shape(d, c, 2.6) for c, d in tones.items()),
        x,
        y,
        scale,
    )


def ginger_motif(fill="#e6b455", bud=PINK):
    """The small root of the ring, around 0, 0."""
    return (
        flat(
            oval(0, 4, 18, 9)
            + oval(-9, -6, 7, 10, 24)
            + oval(8, -7, 7, 10, -20)
            + oval(-15, 9, 8, 6, 30)
            + oval(15, 9, 7, 6, -30),
            fill,
        )
        + flat(oval(-13, -14, 4, 4) + oval(11, -15, 4, 4), bud)
        + thread("M-6 -1L-6 9M5 -1L5 9M-12 -4L-5 -8M5 -8L12 -5", "#a8671c", 2.6)
    )
