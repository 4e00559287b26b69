"""Leaf vegetables: big ruffled leaves, choy sum and mustard in flower."""

import itertools
import math

from .library import (
    CREAM,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    RUST,
    SUN,
    dice,
    flat,
    group,
    leaf_path,
    oval,
    polar,
    pt,
    ribbon,
    sample,
    shape,
    smooth,
    spots,
    thread,
)

RIB = "#e4efb8"


def spine(points, steps=40):
    """Evenly numbered places on a soft curve: ``(x, y, normal x, normal y)``."""
    line = sample(points, 12)
    out = []
    for i in range(steps + 1):
        place = i / steps * (len(line) - 1)
        low = min(int(place), len(line) - 2)
        (ax, ay), (bx, by) = line[low], line[low + 1]
        f = place - low
        length = math.hypot(bx - ax, by - ay) or 1
        out.append(
            (ax + (bx - ax) * f, ay + (by - ay) * f, -(by - ay) / length, (bx - ax) / length)
        )
    return out


def _at(line, t, off=0.0):
    place = min(max(t, 0), 1) * (len(line) - 1)
    low = min(int(place), len(line) - 2)
    f = place - low
    x, y, nx, ny = (a + (b - a) * f for a, b in zip(line[low], line[low + 1], strict=True))
    return x + nx * off, y + ny * off


def ruffled_leaf(
    points,
    width,
    fill=LEAF,
    dark=PINE,
    rib=RIB,
    vein=LIME,
    stalk=(58, 46, 26, 12, 4),
    start=0.2,
    ruffles=9,
    bulge=0.16,
    wing=0.09,
    shape_=0.62,
    fold=None,
    w=6.5,
    seed="leaf",
):
    """A broad leaf on a fleshy stalk, from base to tip along ``points``: frilled margin, a darker half, pale ribs.

    ``fold`` (side, from, to, colour) turns a stretch of the margin over so that its underside shows.
    """
    line, roll = spine(points), dice(seed)

    def half(t):
        u = (t - start) / (1 - start)
        if u <= 0:
            return width * wing * max(t / start, 0.25)
        return max(
            width * 0.5 * math.sin(math.pi * min(u**0.86, 1)) ** shape_, width * wing * (1 - u)
        )

    def margin(side):
        marks = [start * 0.55] + [
            start + (1 - start) * (0.02 + 0.98 * k / ruffles) for k in range(ruffles + 1)
        ]
        edge = []
        for a, b in itertools.pairwise(marks):
            m = (a + b) / 2
            size = half(m) * (1 + bulge * roll.uniform(0.8, 1.35)) + width * bulge * 0.12
            edge.append((_at(line, a, side * half(a)), _at(line, m, side * size)))
        return edge, _at(line, 1)

    left, tip = margin(-1)
    right, _ = margin(1)

    def run(edge):
        starts = [a for a, _ in edge[1:]] + [tip]
        return "".join(f"Q{pt(*c)} {pt(*b)}" for (_, c), b in zip(edge, starts, strict=True))

    def back(edge):
        out, here = "", [a for a, _ in edge]
        for (_, c), a in reversed(list(zip(edge, here, strict=True))):
            out += f"Q{pt(*c)} {pt(*a)}"
        return out

    base = _at(line, start * 0.3)
    d = f"M{pt(*base)}L{pt(*left[0][0])}{run(left)}{back(right)}L{pt(*base)}Z"
    mid = [_at(line, k / 14) for k in range(14, -1, -1)]
    shade = f"M{pt(*right[0][0])}{run(right)}" + "".join("L" + pt(*p) for p in mid) + "Z"
    ribs, fine, blister = "", "", ""
    count = 7
    for k in range(count):
        t = start + (1 - start) * (0.04 + 0.74 * k / (count - 1))
        for side in (-1, 1):
            reach = min(t + 0.15, 0.985)
            ax, ay = _at(line, t)
            bx, by = _at(line, (t + reach) / 2, side * half(reach) * 0.42)
            cx, cy = _at(line, reach, side * half(reach) * 0.86)
            ribs += flat(
                ribbon([(ax, ay), (bx, by), (cx, cy)], [width * 0.03, width * 0.018, 2]), rib
            )
            ex, ey = _at(line, min(reach + 0.07, 0.99), side * half(reach) * 0.6)
            fx, fy = _at(line, reach - 0.07, side * half(reach - 0.07) * 0.84)
            gx, gy = _at(line, reach - 0.06, side * half(reach) * 0.52)
            hx, hy = _at(line, reach + 0.015, side * half(reach) * 0.5)
            fine += (
                f"M{pt(bx, by)}Q{pt(hx, hy)} {pt(ex, ey)}M{pt(bx, by)}Q{pt(gx, gy)} {pt(fx, fy)}"
            )
            for r in (0.3, 0.55, 0.76):
                qx, qy = _at(line, t + 0.12, side * half(t + 0.12) * r)
                blister += f"M{pt(qx - 9, qy + 4)}Q{pt(qx, qy - 9)} {pt(qx + 9, qy + 4)}"
    stem = ribbon([_at(line, t) for t in (0, 0.16, 0.34, 0.6, 0.95)], stalk, 4)
    grooves = "".join(
        f"M{pt(*_at(line, 0.03, o * stalk[0]))}Q{pt(*_at(line, 0.16, o * stalk[1]))} {pt(*_at(line, 0.36, o * stalk[2] * 0.5))}"
        for o in (-0.24, 0.0, 0.24)
    )
    over = ""
    if fold:
        side, a, b, colour = fold
        outer = [
            _at(line, a + (b - a) * k / 4, side * half(a + (b - a) * k / 4) * 1.1) for k in range(5)
        ]
        inner = [
            _at(
                line,
                a + (b - a) * k / 4,
                side * half(a + (b - a) * k / 4) * (1.04, 0.86, 0.8, 0.86, 1.04)[k],
            )
            for k in range(5)
        ]
        over = shape(
            smooth(outer, False) + smooth(inner[::-1], False).replace("M", "L", 1) + "Z",
            colour,
            w * 0.8,
        )
    return (
        flat(d, fill)
        + flat(shade, dark)
        + thread(blister, vein, 2.6)
        + thread(fine, vein, 2.6)
        + ribs
        + shape(d, "none", w)
        + over
        + shape(stem, rib, w * 0.6, dark)
        + thread(grooves, vein, 3.4)
    )


def cross_flower(x, y, r=34, turn=0.0, fill=SUN, deep=OCHRE, w=4.4):
    """A flower of the cabbage family from the front: four petals in a cross, six stamens."""
    petals = ""
    for k in range(4):
        a = turn + 90 * k
        d = f"M0 0C{pt(r * 0.2, -r * 0.16)} {pt(r * 0.42, -r * 0.52)} {pt(r * 0.8, -r * 0.4)}C{pt(r * 1.1, -r * 0.28)} {pt(r * 1.1, r * 0.28)} {pt(r * 0.8, r * 0.4)}C{pt(r * 0.42, r * 0.52)} {pt(r * 0.2, r * 0.16)} {pt(0, 0)}Z"
        vein = f"M{pt(r * 0.3, 0)}L{pt(r * 0.74, 0)}M{pt(r * 0.4, -r * 0.08)}L{pt(r * 0.68, -r * 0.2)}M{pt(r * 0.4, r * 0.08)}L{pt(r * 0.68, r * 0.2)}"
        petals += group(shape(d, fill, w) + thread(vein, deep, 2.4), 0, 0, 1, a)
    stamens = [polar(r * 0.24, turn + 45 + 60 * k) for k in range(6)]
    return group(
        petals
        + flat(oval(0, 0, r * 0.24), LIME)
        + spots(stamens, r * 0.075, RUST)
        + spots([(0, 0)], r * 0.1, LEAF),
        x,
        y,
    )


def bud(x, y, r=14, turn=-90, fill=LIME):
    """A closed flower bud, a little yellow at the tip."""
    tip = polar(r * 1.7, turn, x, y)
    return shape(leaf_path(x, y, r * 2.4, r * 1.3, turn), fill, 3.6) + thread(
        f"M{pt(*polar(r * 1.2, turn, x, y))}L{pt(*tip)}", SUN, 4
    )


def flower_motif(fill=SUN, deep=OCHRE):
    """The small four-petalled flower of the ring."""
    petals = "".join(leaf_path(*polar(1, 45 + 90 * k), 20, 17, 45 + 90 * k) for k in range(4))
    sepals = "".join(leaf_path(0, 0, 16, 5, 90 * k) for k in range(4))
    return (
        flat(sepals, LEAF)
        + flat(petals, deep)
        + spots([polar(10, 45 + 90 * k) for k in range(4)], 3, CREAM)
        + flat(oval(0, 0, 5), LEAF)
    )


def mustard_motif(fill=PINE):
    """A small mustard leaf for the ring, tip outwards."""
    d = "M-4 22C-7 14 -16 12 -15 4C-21 0 -18 -7 -15 -9C-15 -18 -6 -22 0 -22C6 -22 15 -18 15 -9C18 -7 21 0 15 4C16 12 7 14 4 22Z"
    return flat(d, fill) + thread("M0 20L0 -14M0 8L-8 0M0 8L8 0M0 -2L-7 -9M0 -2L7 -9", CREAM, 2.6)
