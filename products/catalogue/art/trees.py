"""Trees, with the leaf and the fruit they share. Each stands with the foot of its trunk at 0, 0."""

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
    inner, berries = {}, ""
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
    places = []
    for _ in range(900):
        t = roll.random()
        half = 8 + 92 * min(t * 1.25, 1) ** 0.8
        px, py = roll.uniform(-half, half), -338 + 226 * t
        if len(places) < fruit_count and all(
            math.hypot(px - qx, py - qy) > 33 for qx, qy in places
        ):
            places.append((px, py))
    for px, py in sorted(places, key=lambda p: p[1]):
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
