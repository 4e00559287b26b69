"""The hive, its comb and honey, the Chinese honey bee, and the duck's-foot tree (Schefflera) in winter flower."""

import math

from .library import (
    BARK,
    CLAY,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    RUST,
    STRAW,
    SUN,
    YOUNG,
    dice,
    flat,
    group,
    leaf_path,
    oval,
    polar,
    poly,
    pt,
    rect,
    region,
    ribbon,
    shape,
    smooth,
    spots,
    thread,
)
from .trees import leaf

AMBER, GOLD, WAX, DARK_WAX = "#d97a12", "#f6b21c", "#ffdc82", "#b9791f"
WING = "#eaf6f4"

# --- bees ----------------------------------------------------------------------------------------


def honey_bee(x, y, scale=1.0, turn=0.0, flip=False, w=4.6):
    """A Chinese honey bee in flight, seen from the side and looking to the right; about 150 long."""
    far = shape("M0 -20C-2 -60 -44 -92 -76 -82C-84 -56 -50 -22 -8 -10Z", "#cfe6e6", w * 0.8)
    near = shape("M8 -20C26 -64 10 -104 -18 -112C-38 -92 -32 -48 -4 -14Z", WING, w * 0.8) + thread(
        "M2 -24C2 -52 -8 -78 -18 -98M-6 -46L-26 -66M4 -52L10 -74", "#8fb7bd", 3
    )
    legs = thread(
        "M6 22C2 34 -8 38 -16 50M18 22C18 34 12 42 8 54M32 18C36 30 34 40 38 50", INK, 5.4
    ) + shape(oval(-14, 44, 9, 7), SUN, 3)
    tail = "M-8 -16C-40 -28 -84 -16 -96 14C-84 34 -40 34 -8 20Z"
    bands = (
        "".join(f"M{v} -30C{v - 10} -8 {v - 10} 14 {v - 2} 38" for v in (-26, -46, -66))
        + "M-84 -14C-92 4 -90 18 -84 30"
    )
    hairs = "".join(f"M{v} -4C{v - 6} 6 {v - 5} 12 {v - 3} 18" for v in (-36, -56, -75))
    body = region(
        tail, GOLD, thread(bands, "#3a2413", 11, cap="butt") + thread(hairs, RUST, 2.6), w
    )
    fuzz = "".join(
        f"M{pt(*polar(15, a, 14, 2))}L{pt(*polar(25, a, 14, 2))}" for a in range(0, 360, 26)
    )
    chest = shape(oval(14, 2, 29, 25), "#8a5a1c", w) + thread(fuzz, SUN, 4)
    head = (
        shape(oval(50, 4, 19, 20), "#5a3a16", w)
        + flat(oval(56, 0, 9, 12, 12), INK)
        + flat(oval(58, -5, 3.4), CREAM)
        + thread(
            "M54 -16C60 -34 70 -38 82 -34M60 -12C70 -26 80 -26 90 -18M58 20C62 28 60 32 58 36",
            INK,
            4.4,
        )
        + flat(oval(44, 12, 4.6), "#f2607d")
    )
    return group(far + legs + body + chest + head + near, x, y, scale, turn, flip)


def bee_path(points, colour=INK):
    """The dotted trail of a bee."""
    return thread(smooth(points, closed=False), colour, 5, "1 15")


def hive_motif():
    """A cell of comb with a bee's stripes, for the ring."""
    cell = poly([polar(19, 60 * k + 30) for k in range(6)])
    core = poly([polar(12, 60 * k + 30) for k in range(6)])
    return flat(cell, AMBER) + flat(core, SUN) + thread("M-4 -4Q-6 -1 -5 3", CREAM, 3)


# --- comb and honey ------------------------------------------------------------------------------


def _hexagon(x, y, r):
    return poly([polar(r, 60 * k + 30, x, y) for k in range(6)])


def comb(outline, box, r=30, seed="comb", w=7.0, caps=0.3):
    """Comb inside a path: six-sided cells, some full of honey, some open, the upper ones capped with wax."""
    left, top, right, bottom = box
    roll = dice(seed)
    kinds = {"cap": "", "full": "", "deep": "", "shine": "", "pore": ""}
    step_x, step_y = r * math.sqrt(3), r * 1.5
    row, y = 0, top
    while y < bottom + r:
        x = left + (row % 2) * step_x / 2
        while x < right + r:
            high = (y - top) / (bottom - top)
            luck = roll.random()
            if luck > high * 1.9 + 0.42 - caps:
                kinds["cap"] += _hexagon(x, y, r * 0.84)
                kinds["pore"] += _hexagon(x, y, r * 0.46)
            elif luck < 0.14:
                kinds["deep"] += _hexagon(x, y, r * 0.8)
            else:
                kinds["full"] += _hexagon(x, y, r * 0.84)
                kinds["shine"] += (
                    f"M{pt(x - r * 0.42, y + r * 0.06)}Q{pt(x - r * 0.4, y - r * 0.36)} {pt(x - r * 0.04, y - r * 0.46)}"
                )
            x += step_x
        y += step_y
        row += 1
    inner = (
        flat(kinds["full"], AMBER)
        + flat(kinds["deep"], "#7a3d10")
        + flat(kinds["cap"], WAX)
        + flat(kinds["pore"], CREAM)
        + thread(kinds["shine"], SUN, r * 0.17)
    )
    return region(outline, GOLD, inner, w)


def drip(x, y, length, width=34, fill=AMBER, w=6.0):
    """A hanging thread of honey from x, y with its drop."""
    a, b = width / 2, width * 0.32
    d = (
        f"M{pt(-width * 1.1, -10)}C{pt(-a, 0)} {pt(-b, 10)} {pt(-b * 0.8, length * 0.55)}"
        f"C{pt(-b * 0.8, length * 0.7)} {pt(-a * 1.1, length * 0.8)} {pt(-a * 1.1, length * 0.92)}"
        f"C{pt(-a * 1.1, length * 1.08)} {pt(a * 1.1, length * 1.08)} {pt(a * 1.1, length * 0.92)}"
        f"C{pt(a * 1.1, length * 0.8)} {pt(b * 0.8, length * 0.7)} {pt(b * 0.8, length * 0.55)}"
        f"C{pt(b, 10)} {pt(a, 0)} {pt(width * 1.1, -10)}Z"
    )
    light = (
        f"M{pt(-a * 0.5, length * 0.86)}Q{pt(-a * 0.5, length * 0.98)} {pt(-a * 0.1, length * 1.0)}"
    )
    return group(shape(d, fill, w) + thread(light, SUN, 5), x, y)


def comb_frame(x, y, scale=1.0, turn=0.0):
    """A frame of comb lifted from the hive, its upper bar at 0, 0; 460 wide, 430 high, honey running from it."""
    lobe = (
        "M-186 0L186 0L192 190C196 250 176 304 128 330C96 350 66 328 34 350C0 372 -40 366 -68 342"
        "C-104 352 -150 330 -172 286C-190 246 -192 190 -192 150Z"
    )
    side = shape(rect(-208, -10, -186, 250), CLAY, 5.5) + shape(rect(186, -10, 208, 210), CLAY, 5.5)
    bar = region(
        rect(-250, -34, 250, 10),
        CLAY,
        thread("M-236 -22H-120M-90 -18H60M84 -24H236M-220 -4H-20M6 -2H226", BARK, 4),
        6.5,
    )
    runs = drip(-120, 336, 92, 34) + drip(-6, 356, 150, 42) + drip(92, 338, 62, 30)
    return group(
        runs + side + comb(lobe, (-206, 24, 206, 370), 31, "frame") + bar, x, y, scale, turn
    )


def honey_bowl(x, y, scale=1.0):
    """A blue-painted bowl filled with honey, mouth 260 wide, its foot at 0, 0."""
    d = "M-130 -120C-122 -56 -76 -26 -46 -20L-46 0L46 0L46 -20C76 -26 122 -56 130 -120Z"
    waves = "".join(f"M{v} -70Q{v + 16} -46 {v + 32} -70" for v in range(-144, 130, 32))
    petals = "".join(
        flat(
            leaf_path(v, -30, 34, 16, -90)
            + leaf_path(v, -34, 26, 12, -140)
            + leaf_path(v, -34, 26, 12, -40),
            INDIGO,
        )
        for v in (-64, 0, 64)
    )
    return group(
        region(d, CREAM, thread(waves, INDIGO, 6) + thread("M-130 -98H130", INDIGO, 6) + petals, 6)
        + shape(oval(0, -120, 132, 34), CREAM, 6)
        + shape(oval(0, -116, 112, 25), AMBER, 4)
        + thread(oval(0, -118, 40, 9) + oval(0, -118, 72, 16), SUN, 5)
        + thread("M-92 -122Q-84 -132 -66 -134", CREAM, 5),
        x,
        y,
        scale,
    )


def box_hive(x, y, scale=1.0):
    """A wooden box hive on legs under a tilted board, 420 wide, 440 high, with its flight slit and landing board."""
    legs = "".join(
        shape(poly([(v - 20, 0), (v - 14, -70), (v + 18, -70), (v + 14, 0)]), BARK, 6)
        for v in (-150, 150)
    )
    grain = (
        "M-180 -262H-60M-30 -262H150M-180 -216Q-120 -226 -60 -214T60 -216H176M-176 -120H-92M92 -122H176"
        "M-176 -150Q-130 -140 -92 -152M92 -152Q130 -142 178 -150M-150 -288H20M50 -286H170M-176 -92H178"
    ).replace("T60 -216", "Q0 -202 60 -216")
    knots = (
        oval(-120, -240, 12, 8)
        + oval(-120, -240, 4, 3)
        + oval(120, -184, 14, 9)
        + oval(120, -184, 5, 3)
    )
    body = region(
        rect(-190, -316, 190, -66),
        CLAY,
        flat(rect(120, -316, 190, -66), "#cc7440")
        + thread(grain + knots, BARK, 4.6)
        + thread("M-190 -192H190", INK, 5),
        7,
    )
    corners = "".join(
        shape(rect(v, -316, v + 26, -66), "#b9612f", 5) + thread(f"M{v + 6} {h}h14", STRAW, 5)
        for v in (-196, 170)
        for h in (-296, -254, -128, -88)
    )
    slit = shape(rect(-78, -98, 78, -76), INK, 5) + shape(
        poly([(-110, -72), (110, -72), (132, -48), (-132, -48)]), OCHRE, 6
    )
    roof = region(
        poly([(-236, -312), (-216, -362), (216, -362), (236, -312)]),
        "#8a5a3a",
        thread("".join(f"M{v} -360L{v * 1.09:.0f} -314" for v in range(-180, 200, 60)), INK, 4.6),
        7,
    )
    stones = shape(
        "M-70 -360C-78 -396 -40 -412 0 -408C44 -412 74 -392 66 -360Z", "#a7adc0", 6
    ) + thread("M-36 -390Q-10 -398 14 -394M30 -376H40M-20 -374H-8", CREAM, 5)
    return group(legs + body + corners + slit + stones + roof, x, y, scale)


# --- the duck's-foot tree ------------------------------------------------------------------------


def duckfoot_leaf(x, y, size=150, turn=0.0, fills=(LEAF, PINE, YOUNG), w=5.0, stalk=110):
    """A leaf of seven stalked leaflets spread from the end of a long stalk that leaves x, y along ``turn``."""
    hub = polar(stalk, turn)
    out = shape(ribbon([(0, 0), (hub[0] * 0.5, hub[1] * 0.5 - 5), hub], [12, 10, 9]), LIME, 4)
    for i, (a, k) in enumerate(
        ((-122, 0.66), (122, 0.66), (-82, 0.84), (82, 0.84), (-42, 0.96), (42, 0.96), (0, 1.0))
    ):
        start = polar(size * 0.16, turn + a, *hub)
        out += thread(f"M{pt(*hub)}L{pt(*start)}", INK, 10) + thread(
            f"M{pt(*hub)}L{pt(*start)}", LIME, 5
        )
        out += leaf(*start, size * k, size * 0.36 * k, turn + a, fills[i % 3], LIME, w, 0.04, 4)
    return group(out + flat(oval(*hub, 7), LIME), x, y)


def umbel(x, y, r=34, seed=0):
    """A ball of small pale flowers on fine stalks."""
    points = [polar(r, 30 * k + 11 * seed, x, y) for k in range(12)]
    inner = [polar(r * 0.56, 51.4 * k + 30 + 7 * seed, x, y) for k in range(7)]
    stalks = "".join(f"M{pt(x, y)}L{pt(*p)}" for p in points)
    return (
        thread(stalks, INK, 8)
        + spots(points, r * 0.2 + 4, INK)
        + flat(oval(x, y, r * 0.84), "#b7cf6a")
        + thread(stalks, YOUNG, 3.4)
        + spots(points, r * 0.22, CREAM)
        + spots(inner, r * 0.22, CREAM)
        + spots(points[::2] + inner, r * 0.075, OCHRE)
    )


def duckfoot_panicle(x, y, scale=1.0, turn=0.0):
    """The erect spray of umbels that ends a shoot, from its foot at 0, 0; 420 high, 420 wide."""
    axis = [(0, 0), (8, -170), (-4, -330)]
    arms = (
        (-60, -206, -110),
        (-70, 206, -116),
        (-130, -184, -150),
        (-150, 190, -160),
        (-210, -138, -130),
        (-226, 142, -132),
        (-290, -74, -104),
        (-300, 76, -100),
    )
    stems, balls, k = "", "", 0
    for foot, dx, dy in arms:
        line = [(4, foot), (dx * 0.55, foot + dy * 0.34), (dx, foot + dy)]
        stems += shape(ribbon(line, [12, 9, 7]), LIME, 4)
        for t, off in ((1.0, 0), (0.62, -34), (0.36, 30)):
            if abs(dx) < 100 and t < 0.5:
                continue
            px, py = (
                dx * t,
                foot + dy * (0.34 * t / 0.55 if t < 0.55 else 0.34 + 0.66 * (t - 0.55) / 0.45),
            )
            balls += umbel(px, py + off, 34 if t == 1 else 29, k)
            k += 1
    spine = shape(ribbon(axis, [20, 15, 9]), LIME, 5)
    return group(stems + spine + balls + umbel(-4, -350, 36, 3), x, y, scale, turn)


def blossom_mark():
    """The flowers of a far duck's-foot tree, around 0, 0."""
    points = [polar(8, 60 * k) for k in range(6)] + [(0, 0)]
    return spots(points, 6.4, INK) + spots(points, 4.4, CREAM)
