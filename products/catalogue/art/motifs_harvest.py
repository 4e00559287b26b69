"""Cane, blocks of brown sugar and the peanut, large, for the front of a plate; and the geese of the river."""

import math
from itertools import pairwise

from .library import (
    BARK,
    CINNABAR,
    CREAM,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    RUST,
    STRAW,
    SUN,
    YOUNG,
    clip,
    dice,
    flat,
    group,
    leaf_path,
    num,
    oval,
    polar,
    poly,
    pt,
    rect,
    region,
    ribbon,
    shape,
    smooth,
    thread,
)

PLUM, WINE, MOLASSES, AMBER, HONEYED = "#8e3656", "#6b2342", "#5a2a16", "#b5651d", "#dd9440"

# --- cane ----------------------------------------------------------------------------------------


def culm(length, width=58, fill=PLUM, shade=WINE, light="#c76b87", joints=7, seed="culm", w=6.5):
    """One stem of cane from 0, 0 upwards: swollen joints, a band of wax under each, a bud above it."""
    roll = dice(seed)
    cuts = [0.0]
    for k in range(joints):
        cuts.append(cuts[-1] + (1.18 - 0.07 * k) * roll.uniform(0.92, 1.08))
    ys = [-length * c / cuts[-1] for c in cuts]
    half = width / 2
    left, right = [], []
    for a, b in pairwise(ys):
        for t, k in ((0.02, 1.06), (0.2, 0.93), (0.55, 0.9), (0.86, 0.97)):
            left.append((-half * k, a + (b - a) * t))
            right.append((half * k, a + (b - a) * t))
    left.append((-half * 0.9, ys[-1]))
    right.append((half * 0.9, ys[-1]))
    d = (
        smooth(left, closed=False, tension=0.8)
        + smooth(right[::-1], closed=False, tension=0.8).replace("M", "L", 1)
        + "Z"
    )
    inner = flat(
        poly([(half * 0.34, 6), (half * 1.2, 6), (half * 1.2, ys[-1]), (half * 0.34, ys[-1])]),
        shade,
    )
    bands, rings, streaks, buds, dots = "", "", "", "", ""
    for i, y in enumerate(ys[1:-1]):
        sag = half * 0.24
        bands += f"M{pt(-half * 1.1, y + 15)}Q{pt(0, y + 15 + sag)} {pt(half * 1.1, y + 15)}"
        rings += f"M{pt(-half * 1.1, y)}Q{pt(0, y + sag)} {pt(half * 1.1, y)}"
        dots += f"M{pt(-half, y - 11)}Q{pt(0, y - 11 + sag)} {pt(half, y - 11)}"
        side = -0.3 if i % 2 else 0.28
        bx, by = half * side, y - 2
        buds += (
            f"M{pt(bx - 9, by)}C{pt(bx - 10, by - 14)} {pt(bx - 3, by - 20)} {pt(bx, by - 26)}"
            f"C{pt(bx + 3, by - 20)} {pt(bx + 10, by - 14)} {pt(bx + 9, by)}Z"
        )
    for a, b in pairwise(ys):
        streaks += f"M{pt(-half * 0.5, a + (b - a) * 0.24)}L{pt(-half * 0.5, a + (b - a) * 0.74)}"
    inner += (
        thread(streaks, light, width * 0.1)
        + thread(bands, CREAM, 12, cap="butt")
        + thread(dots, light, 4, "1 9")
        + thread(rings, INK, 5)
    )
    return region(d, fill, inner, w) + (shape(buds, light, 3.6) if buds else "")


def cut_end(width=58, tint="#f2e2a0", w=6):
    """The cut lower end of a stem, centre at 0, 0."""
    half, pores = width / 2, ""
    for r, n in ((0.3, 5), (0.62, 9)):
        for k in range(n):
            x, y = polar(r * half, 360 * k / n + r * 90)
            pores += f"M{pt(x, y * 0.62)}h0"
    return shape(oval(0, 0, half * 1.04, half * 0.64), tint, w) + thread(pores, RUST, 4.5)


def strap(points, width, fill, vein=LIME, w=5.0):
    """A long strap leaf of cane along points, tapering, with its pale midrib."""
    body = ribbon(points, [width * 0.7, width, width * 0.86, width * 0.5, 1], 2)
    rib = smooth(points, closed=False)
    return shape(body, fill, w) + thread(rib, vein, max(width * 0.13, 2.6))


def cane_top(spread=1.0, fills=(LEAF, YOUNG, PINE), seed="top", size=1.0):
    """The crown of leaves of one stem, from 0, 0 upwards and arching to both sides."""
    roll, out = dice(seed), ""
    for k, (dx, up, drop) in enumerate(
        ((-240, 150, 60), (230, 170, 50), (-160, 230, -90), (170, 240, -100), (-26, 240, -300))
    ):
        dx, up = dx * spread * roll.uniform(0.85, 1.12), up * roll.uniform(0.9, 1.1)
        line = [
            (0, 10),
            (dx * 0.2, -up * 0.62),
            (dx * 0.55, -up),
            (dx * 0.86, -up * 0.78 if drop > -200 else -up * 1.1),
            (dx * 1.06, drop if drop > -200 else -up * 1.2),
        ]
        line = [(x * size, y * size) for x, y in line]
        out += strap(line, 34 * size, fills[(k + roll.randrange(3)) % len(fills)])
    return out


# --- sugar ---------------------------------------------------------------------------------------


def _grain(roll, box, count, colour, size):
    """Small crystals, as diamonds, in a box."""
    left, top, right, bottom = box
    d = ""
    for _ in range(count):
        x, y, s = (
            roll.uniform(left, right),
            roll.uniform(top, bottom),
            size * roll.uniform(0.6, 1.2),
        )
        d += f"M{pt(x, y - s)}l{pt(s, s)} {pt(-s, s)} {pt(-s, -s)}z"
    return flat(d, colour)


def sugar_block(x, y, width=200, height=96, depth=58, seed="block", w=6.5):
    """A cast block of brown sugar, bottom left of its front at x, y: three flat faces full of grain."""
    roll = dice(seed)
    dx, dy, b = depth * 0.9, -depth * 0.62, 9
    front = (
        f"M{pt(0, -b)}L{pt(0, b - height)}Q{pt(0, -height)} {pt(b, -height)}L{pt(width - b, -height)}Q{pt(width, -height)} "
        f"{pt(width, b - height)}L{pt(width, -b)}Q{pt(width, 0)} {pt(width - b, 0)}L{pt(b, 0)}"
        f"Q{pt(0, 0)} {pt(0, -b)}Z"
    )
    top = poly(
        [(b, -height), (width - b, -height), (width + dx - b, dy - height), (dx + b, dy - height)]
    )
    side = poly(
        [
            (width - b, 0),
            (width + dx, dy - b),
            (width + dx, dy - height + b),
            (width + dx - b, dy - height),
            (width - b, -height),
        ]
    )
    n = int(width * height / 800)
    box = (0, -height, width, 0)
    face = _grain(roll, box, n, AMBER, 7) + _grain(roll, box, n // 2, HONEYED, 5)
    lid_box = (0, dy - height, width + dx, -height)
    lid = _grain(roll, lid_box, n // 2, SUN, 6) + _grain(roll, lid_box, n // 2, AMBER, 6)
    end = _grain(roll, (width, dy - height, width + dx, 0), n // 3, BARK, 7)
    edge = thread(
        f"M{pt(16, 12 - height)}L{pt(width - 18, 12 - height)}M{pt(14, 22 - height)}v26", HONEYED, 6
    )
    return group(
        region(side, MOLASSES, end, w)
        + region(top, HONEYED, lid, w)
        + region(front, BARK, face + edge, w),
        x,
        y,
    )


def sugar_lump(x, y, scale=1.0, turn=0.0, seed="lump", w=6.0):
    """A piece broken from a block: rough faces, light where it broke; 120 wide."""
    roll = dice(seed)
    whole = [(-62, -6), (-50, -62), (-14, -84), (34, -78), (62, -40), (54, 2), (-4, 10)]
    peak = (2, -44)
    fills = (BARK, HONEYED, HONEYED, AMBER, AMBER, BARK, MOLASSES)
    out = flat(poly(whole), AMBER)
    for i, a in enumerate(whole):
        out += flat(poly([peak, a, whole[(i + 1) % len(whole)]]), fills[i])
    box = (-60, -84, 60, 10)
    out = clip(poly(whole), out + _grain(roll, box, 9, SUN, 6) + _grain(roll, box, 9, AMBER, 6))
    folds = "".join(f"M{pt(*peak)}L{pt(*whole[i])}" for i in (0, 2, 4, 6))
    return group(out + thread(folds, INK, 3.4) + shape(poly(whole), "none", w), x, y, scale, turn)


def cane_motif():
    """Two short joints of cane with a leaf, for the ring."""
    leafs = flat(leaf_path(0, -12, 26, 9, -145) + leaf_path(0, -12, 26, 9, -35), LEAF)
    stems = "".join(
        group(
            flat(oval(0, 0, 6.5, 18), c) + thread("M-7 -5L7 -5M-7 6L7 6", CREAM, 3),
            v,
            3,
            1,
            v * 1.3,
        )
        for v, c in ((-10, AMBER), (10, AMBER), (0, PLUM))
    )
    return leafs + stems


# --- geese ---------------------------------------------------------------------------------------


def goose(x, y, scale=1.0, flip=False, swim=True):
    """A white goose with its knob, swimming (waterline at 0) or walking; about 120 high."""
    legs = "" if swim else thread("M-14 -20L-16 0M-24 2L-6 2M12 -20L12 0M4 2L24 2", OCHRE, 6)
    body = (
        "M-70 -48C-62 -38 -52 -34 -40 -40C-20 -58 20 -58 40 -36C46 -14 30 0 6 2L-26 2"
        "C-48 0 -64 -18 -70 -48Z"
    )
    neck = ribbon([(26, -26), (44, -62), (30, -96), (44, -116)], [34, 20, 17, 20])
    wing = shape("M-44 -34C-20 -48 14 -40 20 -20C2 -6 -28 -10 -44 -34Z", "#e3ebf0", 3.6) + thread(
        "M-26 -28Q-10 -18 6 -18M-20 -36Q-2 -28 12 -26", INK, 2.6
    )
    head = (
        shape(oval(48, -118, 16, 14), CREAM, 4.4)
        + shape("M60 -124L88 -114L60 -108Z", OCHRE, 3.4)
        + flat(oval(58, -128, 6, 5), OCHRE)
        + flat(oval(49, -121, 3.4), INK)
    )
    wake = thread("M-78 6Q-60 -2 -44 6M-20 8Q0 0 20 8M36 6Q56 -2 74 6", CREAM, 4.4) if swim else ""
    return group(
        legs + shape(neck, CREAM, 4.4) + shape(body, CREAM, 4.6) + wing + head + wake,
        x,
        y,
        scale,
        0,
        flip,
    )


# --- peanut --------------------------------------------------------------------------------------

SHELL, SHELL_DARK, NET = "#eec27c", "#d79a4c", "#a2602a"
KERNEL, KERNEL_DARK = "#fad9c8", "#ef9f8f"


def _pod_half(x):
    """Half the height of a pod of length 1 at x: two bulges and a shallow waist."""
    end = max(1 - abs((x - 0.01) / 0.5) ** 3.4, 0) ** 0.5
    return 0.255 * end - 0.036 * math.exp(-(((x - 0.02) / 0.11) ** 2))


def _pod_outline(length):
    body = (
        (-0.5, 0),
        (-0.5, -0.2, -0.36, -0.27, -0.22, -0.265),
        (-0.1, -0.26, -0.04, -0.222, 0.02, -0.222),
        (0.1, -0.222, 0.16, -0.258, 0.26, -0.25),
        (0.38, -0.235, 0.44, -0.16, 0.48, -0.08),
        (0.51, -0.03, 0.57, 0, 0.6, 0.075),
        (0.55, 0.06, 0.5, 0.075, 0.46, 0.12),
        (0.4, 0.2, 0.3, 0.24, 0.2, 0.235),
        (0.1, 0.225, 0.06, 0.2, 0, 0.2),
        (-0.08, 0.2, -0.12, 0.25, -0.22, 0.255),
        (-0.38, 0.255, -0.5, 0.18, -0.5, 0),
    )
    d = "M" + pt(*(v * length for v in body[0]))
    for step in body[1:]:
        v = [k * length for k in step]
        d += f"C{pt(v[0], v[1])} {pt(v[2], v[3])} {pt(v[4], v[5])}"
    return d + "Z"


def peanut_pod(x, y, length=230, turn=0.0, flip=False, w=6.5):
    """A pod of two seeds, stalk at the left: fine net, deep veins, shallow waist, long hooked beak."""
    veins, links, pits = "", "", ""
    lines = [-0.84, -0.52, -0.18, 0.18, 0.52, 0.84]
    for v in lines:
        p = [(u / 20, v * _pod_half(u / 20)) for u in range(-9, 10, 2)]
        p = [(px * length, py * length) for px, py in p]
        veins += smooth([(-length * 0.5, 0), *p, (length * 0.52, length * 0.03)], closed=False)
    for i, (a, b) in enumerate(pairwise(lines)):
        for k in range(-4, 5):
            u = k / 9.6 + (0.05 if i % 2 else 0)
            lean = 0.045 if (i + k) % 2 else -0.015
            ha, hb = a * _pod_half(u), b * _pod_half(u + lean)
            links += f"M{pt(u * length, ha * length)}L{pt((u + lean) * length, hb * length)}"
            pits += f"M{pt((u + 0.06) * length, (ha + hb) / 2 * length)}h{num(length * 0.012)}"
    d = _pod_outline(length)
    low = [(u / 20, 0.3 * _pod_half(u / 20) + 0.04) for u in range(-10, 13, 2)]
    shade = smooth([(px * length, py * length) for px, py in low], closed=False)
    shade += f"L{pt(length * 0.6, length * 0.3)}L{pt(-length * 0.5, length * 0.3)}Z"
    inner = (
        flat(shade, SHELL_DARK)
        + thread(pits, STRAW, length * 0.022)
        + thread(links, NET, length * 0.011)
        + thread(veins, NET, length * 0.019)
    )
    return group(region(d, SHELL, inner, w), x, y, 1, turn, flip)


def peanut_kernel(x, y, length=86, turn=0.0, w=5.0):
    """A kernel in its pale pinkish coat."""
    r = length / 2
    d = (
        f"M{pt(-r, 0)}C{pt(-r, -r * 0.8)} {pt(r * 0.3, -r * 0.95)} {pt(r * 0.8, -r * 0.42)}"
        f"C{pt(r * 1.04, -r * 0.2)} {pt(r * 1.04, r * 0.2)} {pt(r * 0.8, r * 0.42)}"
        f"C{pt(r * 0.3, r * 0.95)} {pt(-r, r * 0.8)} {pt(-r, 0)}Z"
    )
    marks = (
        f"M{pt(-r * 0.7, r * 0.3)}Q{pt(0, r * 0.62)} {pt(r * 0.7, r * 0.18)}"
        f"M{pt(-r * 0.5, r * 0.02)}Q{pt(0, r * 0.24)} {pt(r * 0.5, 0)}"
    )
    gloss = f"M{pt(-r * 0.5, -r * 0.34)}Q{pt(-r * 0.1, -r * 0.6)} {pt(r * 0.3, -r * 0.46)}"
    body = shape(d, KERNEL, w) + thread(marks, KERNEL_DARK, 4) + thread(gloss, "#ffffff", 5)
    return group(body + flat(oval(r * 0.86, 0, r * 0.1), KERNEL_DARK), x, y, 1, turn)


def peanut_open(x, y, length=260, turn=0.0, w=6.5):
    """Half a shell with its two kernels."""
    cup = "".join(
        oval(length * u, length * 0.0, length * r, length * r * 0.82)
        for u, r in ((-0.24, 0.2), (0.2, 0.2))
    )
    waist = rect(-length * 0.2, -length * 0.12, length * 0.18, length * 0.12)
    return group(
        shape(_pod_outline(length), SHELL_DARK, w)
        + flat(waist + cup, NET)
        + shape(cup, "#c98a44", 3.4, NET)
        + flat(waist, "#c98a44")
        + peanut_kernel(-length * 0.24, -length * 0.02, length * 0.36, 170)
        + peanut_kernel(length * 0.2, -length * 0.02, length * 0.36, 8),
        x,
        y,
        1,
        turn,
    )


def peanut_leaflet(length, width, turn, fill, vein=LIME, w=5.0):
    """An egg-shaped leaflet, broad towards its round tip, from 0, 0."""
    lo, wi = length, width / 2
    d = (
        f"M{pt(0, 0)}C{pt(lo * 0.16, -wi * 0.66)} {pt(lo * 0.42, -wi * 1.06)} {pt(lo * 0.68, -wi)}"
        f"C{pt(lo * 0.92, -wi * 0.9)} {pt(lo * 1.0, -wi * 0.34)} {pt(lo, 0)}"
        f"C{pt(lo * 1.0, wi * 0.34)} {pt(lo * 0.92, wi * 0.9)} {pt(lo * 0.68, wi)}"
        f"C{pt(lo * 0.42, wi * 1.06)} {pt(lo * 0.16, wi * 0.66)} {pt(0, 0)}Z"
    )
    vein = LEAF if fill == LIME else vein
    ribs = f"M0 0L{pt(lo * 0.92, 0)}" + "".join(
        f"M{pt(lo * t, 0)}L{pt(lo * (t + 0.16), s * wi * 0.62)}"
        for t in (0.26, 0.46, 0.66)
        for s in (-1, 1)
    )
    return group(shape(d, fill, w) + thread(ribs, vein, 3.2), 0, 0, 1, turn)


def peanut_leaf(x, y, stalk=70, turn=-90.0, size=86, fills=(YOUNG, LEAF), w=5.0):
    """A leaf of two pairs of leaflets on its stalk."""
    out = shape(ribbon([(0, 0), (stalk * 0.5, -4), (stalk, 0)], [9, 8, 7]), LIME, 3.8)
    for u, a, k in ((0.56, 78, 0.92), (0.56, -78, 0.92), (1, 30, 1), (1, -30, 1)):
        fill = fills[0] if a > 0 else fills[1]
        out += group(peanut_leaflet(size * k, size * 0.6 * k, a, fill, w=w), stalk * u, 0)
    return group(out, x, y, 1, turn)


def peanut_flower(x, y, scale=1.0, turn=0.0):
    """The yellow butterfly flower: a round standard with red lines, two wings and a keel."""
    return group(
        shape(
            "M0 6C-34 4 -40 -34 -16 -40C-6 -44 0 -38 0 -34C0 -38 6 -44 16 -40C40 -34 34 4 0 6Z",
            SUN,
            4,
        )
        + thread("M-4 -6L-14 -28M0 -8L0 -28M4 -6L14 -28", CINNABAR, 2.6)
        + shape("M0 2C-18 0 -20 18 -2 20C16 20 18 0 0 2Z", OCHRE, 3.6),
        x,
        y,
        scale,
        turn,
    )


def peanut_motif():
    """A small pod with two leaflets, for the ring."""
    pod = (
        "M-17 0C-18 -11 -6 -12 0 -8C6 -12 16 -11 17 -1L22 4L16 5C13 12 5 10 0 7C-6 12 -17 11 -17 0Z"
    )
    leaves = flat(leaf_path(-2, -6, 22, 11, -130) + leaf_path(-2, -6, 22, 11, -60), LEAF)
    net = thread("M-12 -3Q-7 -6 -2 -3M3 -3Q8 -6 12 -3M-12 4Q-7 6 -2 4M3 4Q8 6 11 4", NET, 2.4)
    return group(leaves + flat(pod, SHELL_DARK) + net, 0, 4, 1.2)
