"""Plants with their true leaves. Trees stand with the foot of the trunk at 0, 0."""

import math

from .library import (
    BARK,
    CINNABAR,
    CREAM,
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
    flat,
    group,
    leaf_path,
    oval,
    polar,
    pt,
    region,
    ribbon,
    shape,
    spots,
    thread,
    union,
)


def leaf(x, y, length, width, turn, fill=LEAF, vein=LIME, w=5.0, bend=0.0, veins=5, half=None):
    """One leaf from its stalk: contour, darker half, midrib and stitched side veins."""
    d = leaf_path(0, 0, length, width, 0, bend)

    def mid(t):
        return t * length, bend * length * t * t

    dark = flat(leaf_half(length, width, bend), half) if half else ""
    ribs = f"M{pt(*mid(0))}Q{pt(length * 0.5, 0)} {pt(*mid(0.93))}"
    for k in range(veins):
        t = 0.14 + 0.66 * k / max(veins - 1, 1)
        spread = width * 0.34 * math.sin(math.pi * min(t + 0.15, 0.95)) ** 0.9
        for side in (-1, 1):
            mx, my = mid(t)
            ex, ey = mid(min(t + 0.15, 0.95))
            ribs += f"M{pt(mx, my)}L{pt(ex, ey + side * spread)}"
    return group(
        flat(d, fill) + dark + thread(ribs, vein, max(w * 0.5, 2)) + shape(d, "none", w),
        x,
        y,
        1,
        turn,
    )


def leaf_half(length, width, bend=0.0):
    """The lower half of a leaf blade lying along +x, for a second flat tone."""

    def at(u, v):
        return u * length, v * width + bend * length * u * u

    return f"M0 0C{pt(*at(0.16, 0.33))} {pt(*at(0.3, 0.52))} {pt(*at(0.45, 0.5))}C{pt(*at(0.64, 0.48))} {pt(*at(0.86, 0.16))} {pt(*at(1, 0))}Q{pt(length * 0.5, 0)} 0 0Z"


def pinnate(
    x,
    y,
    length,
    turn,
    pairs=3,
    size=120,
    width=38,
    fills=(LEAF, PINE, YOUNG),
    vein=LIME,
    bend=0.12,
    w=5.0,
):
    """A pinnate leaf (lychee, peanut, star fruit): pairs of leaflets along a stalk and, for lychee, no end leaflet."""
    out = ""
    for k in range(pairs):
        t = (k + 1) / pairs
        s = size * (0.82 + 0.18 * t)
        for side in (-1, 1):
            out += leaf(
                length * t,
                0,
                s,
                width,
                side * (62 - 26 * t),
                fills[(k + (side > 0)) % len(fills)],
                vein,
                w,
                side * -bend,
                5,
            )
    stalk = shape(ribbon([(0, 0), (length * 0.6, -3), (length, 0)], [9, 7, 5]), BARK, 3.6)
    return group(out + stalk, x, y, 1, turn)


def canopy(
    x,
    y,
    rx,
    ry,
    fill=LEAF,
    edge=YOUNG,
    lumps=11,
    fruit=None,
    fruit_count=14,
    seed="canopy",
    leaves=26,
):
    """A round crown with scalloped edge, stitched leaves and fruit (drawn around 0, 0)."""
    roll = dice(seed)
    d = ""
    points = [polar(1, 360 * k / lumps - 90) for k in range(lumps)]
    for k, (px, py) in enumerate(points):
        qx, qy = points[(k + 1) % lumps]
        mx, my = (px + qx) / 2 * 1.42, (py + qy) / 2 * 1.42
        d += (
            "M" + pt(px * rx, py * ry) if k == 0 else ""
        ) + f"Q{pt(mx * rx, my * ry)} {pt(qx * rx, qy * ry)}"
    d += "Z"
    inner, berries, placed = {}, "", []
    tones = (edge, LIME, PINE)
    for k in range(leaves):
        px, py = polar(0.98 * ((k + 0.5) / leaves) ** 0.5, 137.5 * k + roll.uniform(-10, 10))
        c = tones[k % 3]
        inner[c] = inner.get(c, "") + blade(px * rx, py * ry, 34, 15, roll.uniform(30, 150))
    for k in range(fruit_count if fruit else 0):
        px, py = polar(0.86 * ((k + 0.5) / fruit_count) ** 0.5, 137.5 * k + 40)
        berries += group(fruit, px * rx, py * ry)
    return group(
        region(d, fill, "".join(flat(v, c) for c, v in inner.items()), 5.4) + berries, x, y
    )


def trunk(points, widths, fill=BARK, knots=True, seed="trunk"):
    """A trunk or bough along points, with bark stitches."""
    d = ribbon(points, widths)
    (ax, ay), (bx, by) = points[0], points[-1]
    roll, marks = dice(seed), ""
    for k in range(14 if knots else 0):
        t = (k + 0.5) / 14
        i = min(int(t * (len(points) - 1)), len(points) - 2)
        f = t * (len(points) - 1) - i
        px = (
            points[i][0]
            + (points[i + 1][0] - points[i][0]) * f
            + roll.uniform(-0.28, 0.28) * widths[min(i, len(widths) - 1)]
        )
        py = points[i][1] + (points[i + 1][1] - points[i][1]) * f
        marks += f"M{pt(px, py)}Q{pt(px + 5, py - 8)} {pt(px + 1, py - 17)}"
    return region(d, fill, thread(marks, "#c07a3e" if fill == BARK else CREAM, 3.6), 5.4)


def cluster(places=((0, -9), (-10, 7), (10, 7)), r=9, fill=CINNABAR, shine=PINK):
    """A few small round fruits around 0, 0, cheap to repeat."""
    lights = [(x - r * 0.3, y - r * 0.35) for x, y in places]
    return spots(places, r + 3, INK) + spots(places, r, fill) + spots(lights, r * 0.26, shine)


def fruit_mark(r=11, fill=CINNABAR, shine=PINK):
    """A small fruit of a scene tree, around 0, 0."""
    return shape(oval(0, 0, r), fill, 3) + thread(
        f"M{pt(-r * 0.45, -r * 0.1)}Q{pt(-r * 0.4, -r * 0.5)} {pt(0, -r * 0.5)}", shine, 2.6
    )


def lychee_tree(x, y, scale=1.0, flip=False, fill=LEAF, edge=YOUNG, seed="lychee", fruit_count=16):
    """A very old lychee: leaning, twisted, hollow trunk and three hanging crowns with red clusters; about 430 high."""
    parts = [
        (ribbon(p, w), BARK)
        for p, w in (
            ([(-30, -30), (-66, 2)], [40, 12]),
            ([(26, -30), (62, 2)], [40, 12]),
            ([(0, -30), (4, 4)], [50, 30]),
            ([(-6, -6), (14, -70), (-24, -150), (6, -250)], [92, 66, 60, 48]),
            ([(-20, -120), (-66, -190), (-116, -260)], [46, 36, 24]),
            ([(-10, -140), (66, -210), (120, -270)], [44, 32, 22]),
        )
    ]
    bark = "M-26 -24Q-12 -44 -20 -60M2 -16Q14 -34 8 -52M24 -40Q30 -60 24 -76M-10 -84Q-18 -102 -22 -118M10 -110Q0 -130 -4 -146M-34 -130Q-36 -150 -28 -166M-6 -170Q2 -190 0 -210M-62 -176Q-74 -196 -86 -210M48 -190Q66 -206 84 -224M-50 -10L-40 -18M50 -8L40 -18"
    stem = union(parts, 5) + thread(bark, "#c07a3e", 4)
    hollow = shape("M2 -62C-8 -84 8 -108 18 -96C26 -80 18 -58 2 -62Z", INK, 3.4)
    crowns = (
        canopy(-118, -276, 104, 78, fill, edge, 10, cluster(), fruit_count // 3, seed + "1", 22)
        + canopy(122, -288, 108, 80, fill, edge, 10, cluster(), fruit_count // 3, seed + "2", 22)
        + canopy(4, -348, 132, 92, fill, edge, 11, cluster(), fruit_count // 2, seed + "3", 30)
    )
    return group(stem + hollow + crowns, x, y, scale, 0, flip)


def round_tree(
    x, y, scale=1.0, flip=False, fill=LEAF, edge=YOUNG, fruit=None, fruit_count=12, seed="tree"
):
    """A village tree (camphor; with ``fruit`` a fruit tree), about 300 high."""
    stem = (
        trunk([(0, 2), (6, -70), (0, -150)], [46, 32, 28], seed=seed)
        + trunk([(2, -96), (44, -150)], [20, 14], knots=False)
        + trunk([(2, -110), (-42, -160)], [20, 14], knots=False)
    )
    return group(
        stem + canopy(0, -200, 120, 96, fill, edge, 11, fruit, fruit_count, seed, 30),
        x,
        y,
        scale,
        0,
        flip,
    )


def tangerine_tree(x, y, scale=1.0, pot=True, seed="tangerine", fruit_count=34):
    """A New-Year tangerine: a cone full of fruit in a glazed pot with a red paper; about 360 high."""
    d = "M0 -360C34 -346 52 -300 70 -262C104 -220 122 -150 100 -112C60 -92 -60 -92 -100 -112C-122 -150 -104 -220 -70 -262C-52 -300 -34 -346 0 -360Z"
    roll, tones, fruit = dice(seed), {}, ""
    for k in range(90):
        px, py = roll.uniform(-108, 108), roll.uniform(-350, -96)
        c = (YOUNG, PINE, LIME)[k % 3]
        tones[c] = tones.get(c, "") + blade(px, py, 32, 15, roll.uniform(-150, -30))
    for k in range(fruit_count):
        t = (k + 0.6) / fruit_count
        half = 10 + 86 * min(t * 1.2, 1)
        px, py = half * (((k * 0.618 + 0.3) % 1) * 2 - 1) * 0.92, -334 + 222 * t**0.7
        fruit += (
            shape(oval(px, py, 17, 15.5), "#f58a1f", 3.8)
            + thread(f"M{pt(px - 8, py - 1)}Q{pt(px - 7, py - 8)} {pt(px, py - 8)}", SUN, 3)
            + flat(oval(px + 2, py - 13, 3), LEAF)
        )
    vessel = ""
    if pot:
        vessel = (
            shape("M-60 -74L60 -74L44 0L-44 0Z", CINNABAR, 5.4)
            + shape("M-68 -86L68 -86L68 -68L-68 -68Z", OCHRE, 5)
            + shape("M0 -58L20 -36L0 -14L-20 -36Z", SUN, 4)
        )
    stem = trunk([(0, -60), (0, -130)], [26, 22], knots=False)
    return group(
        stem + vessel + region(d, LEAF, "".join(flat(v, c) for c, v in tones.items()), 5.4) + fruit,
        x,
        y,
        scale,
    )


def bamboo(x, y, scale=1.0, height=420, stems=4, flip=False, fill=YOUNG, seed="bamboo"):
    """A clump of bamboo: jointed stems and hanging leaf sprays."""
    roll, out, sprays = dice(seed), "", ""
    for k in range(stems):
        x0 = (k - (stems - 1) / 2) * 34
        tall = height * roll.uniform(0.78, 1.05)
        lean = x0 * 0.5 + roll.uniform(-10, 26)
        pts = [(x0, 0), (x0 + lean * 0.3, -tall * 0.5), (x0 + lean, -tall)]
        out += shape(ribbon(pts, [20, 17, 8]), (fill, LEAF, LIME)[k % 3], 4.6)
        for j in range(1, 8):
            t = j / 8
            jx = x0 + lean * (0.6 * t if t < 0.5 else 0.3 + 1.4 * (t - 0.5))
            jy = -tall * t
            out += thread(f"M{pt(jx - 9, jy)}L{pt(jx + 9, jy)}", INK, 4)
            if j > 3:
                side = 1 if (j + k) % 2 else -1
                for a in (20, 48, 76):
                    sprays += shape(
                        leaf_path(jx + side * 8, jy, 64, 15, 90 - side * (90 - a), side * 0.08),
                        (LEAF, YOUNG, LIME)[(j + a) % 3],
                        3.4,
                    )
    return group(out + sprays, x, y, scale, 0, flip)


def cane(x, y, scale=1.0, height=380, stems=6, fill="#9a3b58", seed="cane"):
    """Sugar cane: banded stems and arching blades."""
    roll, out, blades = dice(seed), "", ""
    for k in range(stems):
        x0 = (k - (stems - 1) / 2) * 32
        tall = height * roll.uniform(0.62, 0.78)
        out += shape(
            ribbon([(x0, 0), (x0 + roll.uniform(-4, 8), -tall)], [22, 18]),
            (fill, LIME, "#b9683f")[k % 3],
            4.6,
        )
        for j in range(1, 9):
            out += thread(
                f"M{pt(x0 - 9, -tall * j / 9)}Q{pt(x0, -tall * j / 9 + 5)} {pt(x0 + 10, -tall * j / 9)}",
                CREAM,
                4,
            )
        for a, b in ((-118, -0.34), (-62, 0.34), (-92, 0.16), (-146, -0.3), (-34, 0.3)):
            blades += shape(
                leaf_path(x0, -tall + 4, height * 0.42, 17, a, b),
                (LEAF, YOUNG)[(k + (a < -90)) % 2],
                3.8,
            )
    return group(blades + out, x, y, scale)


def tea_bush(x, y, scale=1.0, seed="tea"):
    """A clipped tea bush with bright two-leaf buds, 160 wide, 110 high."""
    roll, tones = dice(seed), {}
    d = "M-80 0C-96 -40 -76 -92 -40 -96C-14 -112 20 -110 42 -96C78 -90 96 -40 80 0Z"
    for k in range(34):
        c = (PINE, YOUNG)[k % 2]
        tones[c] = tones.get(c, "") + leaf_path(
            roll.uniform(-84, 84), roll.uniform(-92, 0), 26, 13, roll.uniform(-130, -50)
        )
    buds = "".join(
        group(
            shape(leaf_path(0, 0, 30, 13, -128), LIME, 3)
            + shape(leaf_path(0, 0, 30, 13, -52), LIME, 3)
            + shape(leaf_path(0, 0, 28, 9, -90), SUN, 3),
            px,
            py,
        )
        for px, py in ((-58, -78), (-22, -98), (18, -98), (54, -80))
    )
    return group(
        region(d, LEAF, "".join(flat(v, c) for c, v in tones.items()), 5) + buds, x, y, scale
    )


def carambola(x, y, scale=1.0, turn=0.0, fill=SUN, rib=OCHRE):
    """A star fruit hanging from 0, 0: a long body with five ribs, three seen; 130 long."""
    d = "M0 0C26 -2 46 30 44 66C44 96 24 122 0 130C-24 122 -44 96 -44 66C-46 30 -26 -2 0 0Z"
    return group(
        shape(d, rib, 5)
        + shape("M0 0C20 18 22 100 0 130C-22 100 -20 18 0 0Z", fill, 4.4)
        + thread("M-30 40Q-36 66 -28 94M30 40Q36 66 28 94M0 18L0 112", "#fbe9a0", 4),
        x,
        y,
        scale,
        turn,
    )


def starfruit_tree(x, y, scale=1.0, flip=False, seed="star"):
    """A star-fruit tree with hanging fruit, about 300 high."""
    return round_tree(x, y, scale, flip, YOUNG, LEAF, carambola(0, -14, 0.24), 12, seed)


def pod(x, y, scale=1.0, turn=0.0, fill="#e6b566"):
    """A peanut pod with waist, ridges and net, centre at 0, 0; 110 long."""
    d = "M-54 0C-56 -28 -28 -34 -8 -22C0 -18 8 -20 18 -26C42 -34 58 -22 56 2C58 26 40 34 18 25C8 20 0 18 -8 22C-28 34 -56 28 -54 0Z"
    net = "M-50 -6C-30 -14 30 -14 54 -6M-52 8C-30 2 30 2 54 8M-44 20C-26 12 30 12 46 20M-38 -24L-42 22M-22 -26L-24 24M-4 -22L-6 20M14 -24L12 22M30 -28L32 26M44 -24L46 22"
    return group(region(d, fill, thread(net, BARK, 3), 5), x, y, scale, turn)


def peanut_plant(x, y, scale=1.0, pods=True):
    """A peanut plant drawn from the soil: four-leaflet leaves, yellow flowers, pegs and pods; ground at 0."""
    stems = "".join(
        thread(f"M0 0Q{pt(dx * 0.4, -60)} {pt(dx, dy)}", LEAF, 7)
        for dx, dy in ((-84, -96), (-40, -140), (6, -156), (50, -138), (88, -92))
    )
    leaves = "".join(
        group(
            "".join(
                shape(leaf_path(0, 0, 40, 25, a), (YOUNG, LEAF)[i % 2], 3.8)
                + thread(f"M0 0L{pt(*polar(30, a))}", LIME, 2.6)
                for i, a in enumerate((-150, -30, -115, -65))
            ),
            dx,
            dy,
        )
        for dx, dy in ((-84, -96), (-40, -140), (6, -156), (50, -138), (88, -92))
    )
    blossom = "".join(
        shape(oval(dx - 6, dy, 9, 8) + oval(dx + 7, dy, 9, 8), SUN, 3)
        + flat(oval(dx, dy + 3, 4), CINNABAR)
        for dx, dy in ((-30, -48), (34, -56))
    )
    below = ""
    if pods:
        below = (
            thread(
                "M0 0Q-10 40 -50 58M0 0Q4 50 -4 84M0 0Q16 40 56 52M0 0Q-30 20 -92 22M0 0Q40 18 96 20",
                BARK,
                5,
            )
            + pod(-58, 74, 0.5, 70)
            + pod(-4, 108, 0.55, 90)
            + pod(62, 68, 0.5, 110)
            + pod(-104, 36, 0.45, 60)
            + pod(108, 34, 0.45, 120)
        )
    return group(below + stems + leaves + blossom, x, y, scale)


def potato_plant(x, y, scale=1.0, tubers=True):
    """A potato plant in white flower; tubers below the ground line at 0."""
    below = ""
    if tubers:
        below = thread("M0 0Q-20 30 -60 40M0 0Q0 40 4 60M0 0Q30 30 66 36", STRAW, 5) + "".join(
            shape(oval(dx, dy, rx, 24, a), "#e9c06a", 4.6)
            + thread(
                f"M{dx - 12} {dy - 4}L{dx - 5} {dy - 4}M{dx + 6} {dy + 6}L{dx + 12} {dy + 6}M{dx + 4} {dy - 12}L{dx + 9} {dy - 12}",
                BARK,
                3,
            )
            for dx, dy, rx, a in ((-70, 50, 34, -12), (4, 76, 36, 6), (74, 46, 32, 14))
        )
    leaves = "".join(
        leaf(0, -6, 92, 42, a, (LEAF, YOUNG)[i % 2], LIME, 4.2, 0.05, 4)
        for i, a in enumerate((-170, -10, -140, -40, -112, -68))
    )
    flower = "".join(
        flat("".join(oval(*polar(9, 72 * k - 90, dx, dy), 7) for k in range(5)), CREAM)
        + flat(oval(dx, dy, 5), OCHRE)
        for dx, dy in ((-16, -112), (14, -120), (0, -98))
    )
    return group(below + thread("M0 -6L0 -96", LEAF, 7) + leaves + flower, x, y, scale)


def choy_sum(x, y, scale=1.0, turn=0.0):
    """A cut choy sum: thick pale stem from 0, 0 upwards, oval stalked leaves and a head of yellow flowers; 260 high."""
    out = ""
    for dy, a, s in (
        (-40, -150, 104),
        (-70, -28, 112),
        (-104, -140, 92),
        (-128, -40, 92),
        (-150, -118, 70),
        (-158, -62, 70),
    ):
        ex, ey = polar(s * 0.4, a, 0, dy)
        out += shape(ribbon([(0, dy + 12), (ex, ey)], [12, 7]), LIME, 3.8) + leaf(
            ex, ey, s, s * 0.52, a, LEAF if a < -90 else YOUNG, LIME, 4.4, 0.04, 4
        )
    stem = shape(ribbon([(0, 0), (3, -80), (0, -200)], [28, 22, 12]), LIME, 5) + shape(
        oval(0, 0, 14, 6), CREAM, 4
    )
    bloom = "".join(
        flat("".join(oval(*polar(8, 90 * k + 45, dx, dy), 6.5) for k in range(4)), SUN)
        + flat(oval(dx, dy, 3.6), LEAF)
        for dx, dy in ((-24, -214), (0, -232), (22, -212), (-8, -204), (12, -246), (-16, -244))
    )
    return group(out + stem + bloom, x, y, scale, turn)


def mustard(x, y, scale=1.0, fill=LEAF, vein=LIME):
    """A big-leaf mustard in the field: broad crinkled leaves with thick pale ribs, 200 wide, 170 high."""
    blade = "M0 0C-10 -30 -44 -36 -38 -66C-54 -84 -36 -98 -42 -118C-30 -134 -24 -146 -6 -150C10 -156 26 -142 32 -128C48 -112 34 -100 44 -82C50 -62 34 -58 32 -44C20 -34 10 -20 0 0Z"
    ribs = "M0 -30L-20 -62M0 -30L20 -60M0 -60L-24 -92M0 -60L24 -88M0 -92L-18 -122M0 -92L18 -118"
    out = ""
    for a, s, c in (
        (-74, 0.86, PINE),
        (74, 0.86, PINE),
        (-44, 1.0, fill),
        (44, 1.0, fill),
        (-16, 1.06, YOUNG),
        (18, 1.04, fill),
    ):
        out += group(
            shape(blade, c, 5)
            + shape(ribbon([(0, 0), (0, -70), (0, -138)], [20, 10, 3]), "#e4efb8", 2.6, LEAF)
            + thread(ribs, vein, 3.4),
            0,
            0,
            s,
            a,
        )
    return group(out, x, y, scale)


def rice_ear(x, y, length=300, turn=0.0, bend=0.35, grain=SUN, husk=OCHRE, w=4.4):
    """A ripe ear of rice arching from 0, 0: a fine stalk and paired, ribbed grains."""
    out = ""
    for k in range(13):
        t = 0.28 + 0.72 * k / 12
        px, py = t * length, bend * length * t * t
        slope = 57.3 * 2 * bend * t * 0.8
        for side in (-1, 1):
            d = leaf_path(0, 0, length * 0.15, length * 0.062, 0)
            out += group(
                shape(d, grain if side < 0 else husk, w * 0.9)
                + thread(f"M{pt(length * 0.02, 0)}L{pt(length * 0.12, 0)}", RUST, 2.4),
                px,
                py,
                1,
                slope + side * 28,
            )
    stalk = thread(f"M0 0Q{pt(length * 0.5, 0)} {pt(length, bend * length)}", YOUNG, w * 1.4)
    return group(stalk + out, x, y, 1, turn)
