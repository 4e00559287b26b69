"""The star fruit, large: whole, cut and sliced; its feathered leaf and its small pink flowers."""

import math

from .library import (
    BARK,
    CREAM,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINK,
    SUN,
    YOUNG,
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

GOLD, FLESH, PALE, AMBER, EDGE, ROSE = (
    "#ffc21f",
    "#ffe067",
    "#fff1b0",
    "#e8960c",
    "#8c9a2c",
    "#c22f6d",
)
_ARM = ((0, 1.0), (4.4, 0.99), (7.6, 0.92), (12, 0.72), (24, 0.475))


def star_points(r, turn=0.0):
    """Points of the star: five thick arms with rounded ends and round valleys between them."""
    points = []
    for k in range(5):
        a = turn - 90 + 72 * k
        points += [polar(r * v, a - d) for d, v in reversed(_ARM[1:])]
        points += [polar(r * v, a + d) for d, v in _ARM]
        points.append(polar(r * 0.4, a + 36))
    return points


def star_face(r, turn=0.0, w=7.0, seeds=(0, 2, 3)):
    """The cut face around 0, 0: thin golden skin, clear flesh, a small core and few seeds."""
    skin, flesh = smooth(star_points(r, turn)), smooth(star_points(r * 0.91, turn))
    rays, veins, tips, core = "", "", "", ""
    for k in range(5):
        a = turn - 90 + 72 * k
        rays += f"M{pt(*polar(r * 0.3, a))}L{pt(*polar(r * 0.84, a))}"
        for side in (-1, 1):
            for near, reach, b in ((15, 7.6, 0.66), (30, 24, 0.4)):
                rays += f"M{pt(*polar(r * 0.26, a + side * near))}L{pt(*polar(r * b, a + side * reach))}"
            veins += f"M{pt(*polar(r * 0.5, a + side * 4))}L{pt(*polar(r * 0.78, a + side * 2.4))}"
        arc = [polar(r * 0.985, a + d) for d in (-4.6, 0, 4.6)]
        tips += f"M{pt(*arc[0])}Q{pt(*polar(r * 1.01, a))} {pt(*arc[2])}"
        core += (
            f"M{pt(*polar(r * 0.05, a))}Q{pt(*polar(r * 0.17, a - 30))} {pt(*polar(r * 0.26, a))}"
        )
        core += f"Q{pt(*polar(r * 0.17, a + 30))} {pt(*polar(r * 0.05, a))}Z"
    kernels = "".join(
        group(
            shape(oval(0, 0, r * 0.046, r * 0.025), BARK, 3),
            *polar(r * 0.16, turn - 90 + 72 * k),
            1,
            turn - 90 + 72 * k,
        )
        for k in seeds
    )
    return (
        shape(skin, GOLD, w)
        + thread(tips, EDGE, r * 0.036)
        + f'<path d="{flesh}" fill="{FLESH}" stroke="{AMBER}" stroke-width="3.4" stroke-dasharray="2 9"/>'
        + thread(rays, PALE, r * 0.026)
        + thread(veins, "#f2b62c", r * 0.014)
        + shape(core, "#fffbe8", 3, AMBER)
        + kernels
    )


def star_slice(x, y, r=270, turn=0.0, depth=(26, 34), w=7.0, seeds=(0, 2, 3)):
    """A slice lying towards us, its skin seen below: ``depth`` is how far the back of the slice is shifted."""
    dx, dy = depth
    edge = smooth(star_points(r, turn))
    back = group(shape(edge, AMBER, w), dx, dy)
    middle = "".join(group(flat(edge, AMBER), dx * t, dy * t) for t in (0.34, 0.67))
    rims = ""
    for k in range(5):
        px, py = polar(r * 0.995, turn - 90 + 72 * k)
        rims += f"M{pt(px, py)}l{pt(dx, dy)}"
    return group(back + middle + thread(rims, EDGE, 7) + star_face(r, turn, w, seeds), x, y)


def _rib(length, inner, outer, start=0.0, end=1.0, open_=0.2):
    """A rib of a whole fruit as a pointed blade between two heights, its ends drawn in a little."""

    def line(v):
        found = []
        for k in range(9):
            u = k / 8
            swell = max(math.sin(math.pi * u**0.84), 0) ** 0.62 * (1 - open_) + open_
            draw_in = 0.055 * (1 - min(abs(v / outer), 1))
            place = start + draw_in + (end - start - 2 * draw_in) * u
            found.append(((place - 0.5) * length, v * length * 0.245 * swell))
        return found

    return smooth(line(outer), closed=False) + smooth(line(inner)[::-1], closed=False).replace(
        "M", "L", 1
    ) + "Z", line


def starfruit(x, y, length=560, turn=0.0, flip=False, w=7.0, stalk=True):
    """A whole fruit along x, its stalk at the left: three of its five winged ribs towards us, deep valleys between."""
    out = ""
    if stalk:
        out += shape(
            ribbon(
                [(-length * 0.46, 0), (-length * 0.57, -length * 0.012)],
                [length * 0.034, length * 0.03],
            ),
            YOUNG,
            w * 0.75,
        )
    for inner, outer, start, end, light, dark, shine in (
        (0.1, -1.0, 0.0, 1.0, GOLD, AMBER, -0.8),
        (-0.05, 1.0, 0.02, 0.985, GOLD, AMBER, 0.82),
        (-0.36, 0.5, 0.01, 0.97, SUN, AMBER, -0.1),
    ):
        d, line = _rib(length, inner, outer, start, end, 0.07 if outer == 0.5 else 0.23)
        if outer == 0.5:
            low = (
                smooth(line(0.12), closed=False)
                + smooth(line(0.5)[::-1], closed=False).replace("M", "L", 1)
                + "Z"
            )
            marks = flat(low, dark) + thread(smooth(line(0.12), closed=False), EDGE, length * 0.013)
        else:
            deep = -0.56 if outer < 0 else 0.7
            low = (
                smooth(line(deep), closed=False)
                + smooth(line(inner)[::-1], closed=False).replace("M", "L", 1)
                + "Z"
            )
            marks = flat(low, "#c97f08")
            marks += thread(smooth(line(outer * 0.93), closed=False), EDGE, length * 0.013, "22 9")
        marks += thread(smooth(line(shine)[1:6], closed=False), "#fff3bd", length * 0.018)
        out += region(d, light, marks, w if outer != 0.5 else w * 0.8)
    return group(out, x, y, 1, turn, flip)


def _leaflet(length, width, turn, fill, w):
    """One egg-shaped leaflet from 0, 0, with its midrib and four veins."""
    d = leaf_path(0, 0, length, width, turn)
    ribs = f"M0 0L{pt(*polar(length * 0.86, turn))}"
    for t in (0.28, 0.52):
        for side in (-1, 1):
            mx, my = polar(length * t, turn)
            ribs += f"M{pt(mx, my)}L{pt(*polar(length * 0.26, turn + side * 40, mx, my))}"
    return shape(d, fill, w) + thread(ribs, LIME, 3)


def starfruit_leaf(x, y, length=300, turn=0.0, size=110, fills=(LEAF, YOUNG), w=5.0, leaflets=8):
    """A feathered leaf: egg-shaped leaflets set by turns on both sides, the largest at the end."""
    out = ""
    for k in range(leaflets - 1):
        t = 0.16 + 0.72 * k / (leaflets - 2)
        side = -1 if k % 2 else 1
        s = size * (0.66 + 0.4 * t)
        blade = _leaflet(s, s * 0.5, side * (70 - 16 * t), fills[k % 2], w)
        out += group(blade, length * t, -6 * math.sin(math.pi * t))
    out += group(_leaflet(size * 1.16, size * 0.54, 2, fills[0], w), length * 0.97, 0)
    stalk = shape(ribbon([(0, 0), (length * 0.5, -6), (length, 0)], [10, 8, 6], 1), YOUNG, 4)
    return group(out + stalk, x, y, 1, turn)


def starfruit_flower(x, y, r=17, turn=0.0):
    """One small pink flower."""
    petals = [polar(r * 0.72, turn + 72 * k, x, y) for k in range(5)]
    return (
        spots(petals, r * 0.46 + 4, INK)
        + spots(petals, r * 0.46, PINK)
        + spots([(x, y)], r * 0.5, ROSE)
        + spots([polar(r * 0.26, turn + 36 + 120 * k, x, y) for k in range(3)], r * 0.11, CREAM)
    )


def starfruit_blossom(x, y, scale=1.0, turn=0.0):
    """A small spray of flowers and buds on red stalks, from 0, 0 upwards."""
    places = ((-42, -52), (-10, -84), (30, -66), (52, -28), (-60, -14), (8, -40), (-22, -22))
    stalks = "".join(f"M0 0Q{pt(px * 0.3, py * 0.6)} {pt(px, py)}" for px, py in places)
    buds = [(-72, -44), (-36, -92), (24, -104), (64, -60)]
    more = "".join(f"M0 -10Q{pt(px * 0.4, py * 0.7)} {pt(px, py)}" for px, py in buds)
    blooms = "".join(starfruit_flower(px, py, 19, 20 * i) for i, (px, py) in enumerate(places))
    return group(
        thread(stalks + more, INK, 10)
        + thread(stalks + more, ROSE, 5)
        + spots(buds, 11, INK)
        + spots(buds, 7.5, ROSE)
        + blooms,
        x,
        y,
        scale,
        turn,
    )


def hanging_mark():
    """A far fruit on its tree, around 0, 0."""
    return shape("M0 -18C12 -12 14 10 0 20C-14 10 -12 -12 0 -18Z", SUN, 3.4) + thread(
        "M0 -12L0 14", AMBER, 3.4
    )


def starfruit_motif():
    """The small star of the ring."""
    return (
        flat(smooth(star_points(22)), OCHRE)
        + flat(smooth(star_points(17)), PALE)
        + spots([polar(6, 72 * k - 90) for k in range(5)], 1.9, BARK)
    )
