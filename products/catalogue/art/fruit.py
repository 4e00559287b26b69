"""Large fruit for the front of a plate: the lychee, whole and opened, with a skin of pointed segments."""

import math

from .library import (
    BARK,
    CINNABAR,
    CREAM,
    INK,
    STRAW,
    clip,
    dice,
    facet,
    flat,
    group,
    leaf_path,
    oval,
    polar,
    pt,
    shape,
    smooth,
    thread,
)

DEEP, DARK, WARM = "#8d0f2a", "#b3162f", "#e8415a"


def _cells(count, turn, seed):
    """Voronoi cells of points spread evenly over the near half of a ball, in the unit circle."""
    roll = dice(seed)
    points = []
    for k in range(count):
        z = 1 - 2 * (k + 0.5) / count
        ring = math.sqrt(1 - z * z)
        angle = k * 2.39996 + turn + roll.uniform(-0.09, 0.09)
        x, y = ring * math.cos(angle), ring * math.sin(angle)
        # Tip the ball so that neither pole faces us.
        y, z = y * 0.5 - z * 0.866, y * 0.866 + z * 0.5
        if z > -0.16:
            points.append((x * 1.03, y * 1.03))
    cells = []
    for i, (px, py) in enumerate(points):
        cell = [
            (px - 0.4, py - 0.4),
            (px + 0.4, py - 0.4),
            (px + 0.4, py + 0.4),
            (px - 0.4, py + 0.4),
        ]
        for j, (qx, qy) in enumerate(points):
            if i == j or abs(px - qx) > 0.6 or abs(py - qy) > 0.6:
                continue
            mx, my, dx, dy = (px + qx) / 2, (py + qy) / 2, qx - px, qy - py
            cut = []
            for (ax, ay), (bx, by) in zip(cell, cell[1:] + cell[:1], strict=True):
                da, db = (ax - mx) * dx + (ay - my) * dy, (bx - mx) * dx + (by - my) * dy
                if da <= 0:
                    cut.append((ax, ay))
                if da * db < 0:
                    t = da / (da - db)
                    cut.append((ax + (bx - ax) * t, ay + (by - ay) * t))
            cell = cut
        if len(cell) > 2:
            cells.append(((px, py), cell))
    return cells


def _outline(r, points=44, tooth=0.05):
    """Nearly round with raised shoulders beside the stalk; the segments stand out as sharp points."""

    def at(angle, k):
        a = math.radians(angle)
        shoulder = 0.05 * math.exp(-((((angle + 90 + 180) % 360 - 180) / 34) ** 2) * 1.0)
        size = r * k * (1 + 0.03 * math.cos(2 * a) - shoulder)
        return size * math.cos(a), size * math.sin(a) * 1.04

    d = "M" + pt(*at(-90, 1))
    for i in range(points):
        a, b = -90 + 360 * i / points, -90 + 360 * (i + 1) / points
        d += f"Q{pt(*at((a + b) / 2, 1 - tooth))} {pt(*at(b, 1 + tooth * 0.35))}"
    return d + "Z"


def lychee_skin(r, seed="skin", count=210):
    """The segments of the skin over a circle of radius r around 0, 0: flat facets, each with its lit point."""
    tones = {}

    def add(colour, d):
        tones[colour] = tones.get(colour, "") + d

    for (px, py), cell in _cells(count, dice(seed).uniform(0, 6), seed):
        light = -0.62 * px - 0.7 * py
        base = WARM if light > 0.42 else CINNABAR if light > -0.35 else DARK
        shrunk = [((px + (x - px) * 0.88) * r, (py + (y - py) * 0.88) * r) for x, y in cell]
        add(base, facet(shrunk))
        tip = ((px * 1.05 - 0.012) * r, (py * 1.05 - 0.016) * r)
        lit_side = [p for p in shrunk if (p[0] - px * r) * 0.6 + (p[1] - py * r) * 0.8 < 0.01 * r]
        if len(lit_side) > 1:
            lit_side.sort(key=lambda p: math.atan2(p[1] - tip[1], p[0] - tip[0]) % (2 * math.pi))
            add("lit" + base, facet([tip, *lit_side]))
        s = 0.021 * r
        add(
            "tip",
            facet(
                [
                    (tip[0] - s, tip[1] + s * 0.7),
                    (tip[0] - s * 0.2, tip[1] - s * 1.3),
                    (tip[0] + s, tip[1] + s * 0.5),
                ]
            ),
        )
    lit = {"lit" + WARM: "#f78a9b", "lit" + CINNABAR: "#ec5468", "lit" + DARK: CINNABAR}
    order = [WARM, CINNABAR, DARK, *lit]
    return "".join(flat(tones[c], lit.get(c, c)) for c in order if c in tones) + flat(
        tones["tip"], INK
    )


def lychee(x, y, r=150, turn=0.0, seed="lychee", w=7.0):
    """A whole Guiwei lychee hanging from its stalk (at the top): round, sharp segments, seam line from stalk to tip."""
    d = _outline(r)
    seam = smooth(
        [(r * 0.02, -r), (r * 0.3, -r * 0.52), (r * 0.4, 0), (r * 0.3, r * 0.55), (0, r * 1.02)],
        closed=False,
    )
    stitches = thread(seam, DEEP, r * 0.062) + thread(
        seam, "#f78a9b", r * 0.02, f"{r * 0.05:.1f} {r * 0.06:.1f}"
    )
    calyx = shape(
        f"M{pt(-r * 0.2, -r * 0.9)}C{pt(-r * 0.12, -r * 1.04)} {pt(r * 0.12, -r * 1.04)} {pt(r * 0.2, -r * 0.9)}C{pt(r * 0.1, -r * 0.84)} {pt(-r * 0.1, -r * 0.84)} {pt(-r * 0.2, -r * 0.9)}Z",
        BARK,
        4.5,
    )
    return group(
        flat(d, DEEP) + clip(d, lychee_skin(r, seed) + stitches) + shape(d, "none", w) + calyx,
        x,
        y,
        1,
        turn,
    )


def opened_lychee(x, y, r=150, turn=0.0, w=7.0):
    """A lychee with the upper skin torn away: white flesh, cut to show the small withered seed, skin as a cup below."""
    rind = _outline(r)
    cup = [
        (-r * 1.2, r * 0.02),
        (-r * 0.86, -r * 0.16),
        (-r * 0.62, r * 0.12),
        (-r * 0.36, -r * 0.04),
        (-r * 0.1, r * 0.26),
        (r * 0.16, r * 0.08),
        (r * 0.42, r * 0.26),
        (r * 0.64, -r * 0.02),
        (r * 0.86, r * 0.1),
        (r * 1.2, -r * 0.12),
        (r * 1.2, r * 1.3),
        (-r * 1.2, r * 1.3),
    ]
    flesh = oval(0, -r * 0.06, r * 0.9, r * 0.92)
    cut = smooth(
        [
            (0, -r * 0.84),
            (r * 0.42, -r * 0.58),
            (r * 0.5, -r * 0.1),
            (r * 0.3, r * 0.42),
            (0, r * 0.6),
            (-r * 0.3, r * 0.42),
            (-r * 0.5, -r * 0.1),
            (-r * 0.42, -r * 0.58),
        ]
    )
    seed = f"M0 {-r * 0.44:.1f}C{pt(r * 0.17, -r * 0.34)} {pt(r * 0.17, -r * 0.04)} {pt(0, r * 0.14)}C{pt(-r * 0.17, -r * 0.04)} {pt(-r * 0.17, -r * 0.34)} {pt(0, -r * 0.44)}Z"
    grain = "".join(
        f"M{pt(*polar(r * 0.36, a, 0, -r * 0.16))}L{pt(*polar(r * 0.52, a, 0, -r * 0.16))}"
        for a in range(-160, 0, 20)
    )
    gloss = thread(
        f"M{pt(-r * 0.72, -r * 0.3)}C{pt(-r * 0.66, -r * 0.56)} {pt(-r * 0.52, -r * 0.7)} {pt(-r * 0.36, -r * 0.78)}M{pt(r * 0.7, -r * 0.34)}C{pt(r * 0.66, -r * 0.46)} {pt(r * 0.6, -r * 0.54)} {pt(r * 0.52, -r * 0.62)}",
        "#cfdce0",
        6,
    )
    meat = (
        shape(flesh, CREAM, w)
        + gloss
        + shape(cut, "#fdeee6", 4, "#e7b9a5")
        + thread(grain, "#e7b9a5", 3.4)
    )
    kernel = shape(seed, BARK, 5) + thread(
        f"M{pt(-r * 0.06, -r * 0.26)}Q{pt(-r * 0.08, -r * 0.12)} {pt(-r * 0.03, -r * 0.02)}",
        STRAW,
        4,
    )
    edge = smooth(cup[:10], closed=False, tension=0.7)
    bowl = edge + f"L{pt(r * 1.2, r * 1.3)}L{pt(-r * 1.2, r * 1.3)}Z"
    skin = flat(rind, DEEP) + clip(rind, lychee_skin(r, "opened")) + shape(rind, "none", w)
    inside = thread(edge, INK, 26) + thread(edge, "#f9b3b4", 15)
    return group(meat + kernel + clip(bowl, skin + clip(rind, inside)), x, y, 1, turn)


def lychee_motif(fill=CINNABAR):
    """The small lychee of the ring, around 0, 0."""
    leaves = flat(leaf_path(0, -10, 22, 10, -150) + leaf_path(0, -10, 22, 10, -30), "#1f7a4d")
    dots = "".join(
        oval(dx, dy, 2.3) for dx, dy in ((-7, 0), (0, -3), (7, 0), (-4, 7), (4, 7), (0, 13))
    )
    return leaves + flat(oval(0, 4, 16, 16), fill) + flat(dots, CREAM)
