"""The potato of Huidong: tubers, leaves, flowers, crates and the digger."""

import math

from .library import (
    CINNABAR,
    CREAM,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    SUN,
    YOUNG,
    clip,
    dice,
    flat,
    group,
    leaf_path,
    oval,
    polar,
    pt,
    region,
    ribbon,
    shape,
    smooth,
    spots,
    thread,
)
from .plants import leaf

SKIN_YELLOW, SKIN_SHADE, SKIN_LIGHT, FLESH = "#f6cd5e", "#dd9f36", "#fdeaa6", "#fdf0b4"
VIOLET, LILAC = "#7a63bd", "#b9a8ea"


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
