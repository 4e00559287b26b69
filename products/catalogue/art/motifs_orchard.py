"""The New-Year mandarin, large: fruit, peeled fruit, twig and tree; and the door dressed for the New Year."""

import math

from .library import (
    BARK,
    CINNABAR,
    CREAM,
    GREY,
    INDIGO,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
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
    rect,
    region,
    ribbon,
    shape,
    spots,
    thread,
    union,
)
from .patterns import tiles
from .trees import leaf

ORANGE, DEEP_ORANGE, GLOW, PEEL = "#f5821f", "#dd5514", "#ffb24d", "#ffe9c4"


def mandarin_path(r):
    """A flattened ball with a shallow dimple at the stalk."""
    a, b = r, r * 0.87
    return (
        f"M{pt(0, -b * 0.93)}C{pt(a * 0.28, -b * 1.08)} {pt(a, -b * 0.96)} {pt(a, b * 0.04)}"
        f"C{pt(a, b * 0.64)} {pt(a * 0.52, b)} {pt(0, b)}C{pt(-a * 0.52, b)} {pt(-a, b * 0.64)} "
        f"{pt(-a, b * 0.04)}C{pt(-a, -b * 0.96)} {pt(-a * 0.28, -b * 1.08)} {pt(0, -b * 0.93)}Z"
    )


def mandarin(x, y, r=150, turn=0.0, seed="mandarin", w=7.0, stalk=True):
    """A whole fruit: smooth orange-red skin with fine oil dots, a green star at the short stalk."""
    roll, pores, lit = dice(seed), [], []
    for k in range(120):
        px, py = polar(0.95 * ((k + 0.5) / 120) ** 0.5, 137.5 * k + roll.uniform(-9, 9))
        (lit if px + py < -0.5 else pores).append((px * r, py * r * 0.86))
    d = mandarin_path(r)
    shade = (
        f"M{pt(r * 0.98, -r * 0.3)}C{pt(r * 0.9, r * 0.5)} {pt(r * 0.2, r * 0.82)} "
        f"{pt(-r * 0.74, r * 0.5)}L{pt(-r * 0.6, r)}L{pt(r * 1.1, r)}Z"
    )
    gloss = (
        f"M{pt(-r * 0.74, -r * 0.02)}C{pt(-r * 0.76, -r * 0.4)} {pt(-r * 0.52, -r * 0.66)} "
        f"{pt(-r * 0.26, -r * 0.68)}"
    )
    inner = (
        flat(shade, DEEP_ORANGE)
        + spots(pores, r * 0.016, "#c9480c")
        + spots(lit, r * 0.016, GLOW)
        + thread(gloss, GLOW, r * 0.1)
        + thread(
            f"M{pt(-r * 0.2, -r * 0.58)}Q0 {-r * 0.5:.1f} {pt(r * 0.2, -r * 0.58)}", DEEP_ORANGE, 5
        )
    )
    star = poly([polar(r * (0.17 if k % 2 else 0.075), 36 * k - 90) for k in range(10)])
    tip = group(shape(star, YOUNG, 4), 0, -r * 0.72) if stalk else ""
    stem = (
        shape(ribbon([(0, -r * 0.72), (r * 0.05, -r * 0.98)], [r * 0.08, r * 0.07]), LEAF, 4)
        if stalk
        else ""
    )
    return group(region(d, ORANGE, inner, w) + tip + stem, x, y, 1, turn)


def _flap(r, turn):
    """One lobe of opened peel from 0, 0: broad, with a blunt turned-up tip."""
    d = (
        f"M{pt(r * 0.2, -r * 0.44)}C{pt(r * 0.7, -r * 0.56)} {pt(r * 1.06, -r * 0.34)} "
        f"{pt(r * 1.34, -r * 0.1)}Q{pt(r * 1.4, 0)} {pt(r * 1.34, r * 0.1)}"
        f"C{pt(r * 1.06, r * 0.34)} {pt(r * 0.7, r * 0.56)} {pt(r * 0.2, r * 0.44)}Z"
    )
    pith = (
        f"M{pt(r * 0.2, -r * 0.34)}C{pt(r * 0.7, -r * 0.44)} {pt(r * 0.98, -r * 0.24)} "
        f"{pt(r * 1.18, 0)}C{pt(r * 0.98, r * 0.24)} {pt(r * 0.7, r * 0.44)} {pt(r * 0.2, r * 0.34)}Z"
    )
    vein = f"M{pt(r * 0.7, 0)}L{pt(r * 1.08, 0)}M{pt(r * 0.7, -r * 0.18)}L{pt(r * 0.94, -r * 0.14)}"
    vein += f"M{pt(r * 0.7, r * 0.18)}L{pt(r * 0.94, r * 0.14)}"
    return group(shape(d, ORANGE, 7) + flat(pith, PEEL) + thread(vein, "#f6cf94", 5), 0, 0, 1, turn)


def peeled_mandarin(x, y, r=150, turn=0.0, w=7.0):
    """A fruit opened from the top: its ring of segments on a star of peel."""
    flaps = group("".join(_flap(r, a) for a in (186, -6, 142, 38, 90)), 0, r * 0.16)
    ball = oval(0, -r * 0.08, r * 0.9, r * 0.78)
    top, cuts, lights = (0, -r * 0.5), "", ""
    for k in range(9):
        a, m = math.radians(20 * (2 * k + 1) + 30), math.radians(40 * k + 30)
        ex, ey = math.cos(a) * r * 0.95, math.sin(a) * r * 0.84 - r * 0.08
        bx, by = math.cos(a) * r * 0.7, math.sin(a) * r * 0.2 + top[1]
        cuts += f"M{pt(*top)}Q{pt(bx, by)} {pt(ex, ey)}"
        if math.sin(m) > -0.3:
            lx, ly = math.cos(m) * r * 0.52, math.sin(m) * r * 0.4 - r * 0.2
            lights += f"M{pt(lx * 0.72, ly - r * 0.13)}Q{pt(lx * 0.96, ly - r * 0.02)} {pt(lx, ly + r * 0.1)}"
    body = region(
        ball,
        "#ff9a2a",
        flat(oval(0, r * 0.6, r * 0.9, r * 0.3), ORANGE)
        + thread(cuts, INK, 15)
        + thread(cuts, PEEL, 9)
        + thread(lights, SUN, 7),
        w,
    )
    heart = flat(oval(*top, r * 0.13, r * 0.07), PEEL)
    return group(flaps + body + heart, x, y, 1, turn)


def mandarin_leaf(x, y, length, turn, fill=LEAF, w=5.0):
    """The leaf of the mandarin: narrow, pointed at both ends, on a short stalk."""
    stalk = thread(f"M0 0L{pt(*polar(length * 0.12, turn))}", INK, 9) + thread(
        f"M0 0L{pt(*polar(length * 0.12, turn))}", fill, 4
    )
    tip = polar(length * 0.1, turn)
    return group(
        stalk
        + leaf(
            *tip,
            length * 0.9,
            length * 0.36,
            turn,
            fill,
            LIME if fill != LIME else LEAF,
            w,
            0.06,
            4,
        ),
        x,
        y,
    )


def small_mandarin(x, y, r=44, seed=0):
    """A fruit of the tree with the leaves around its stalk."""
    roll = dice(f"m{seed}")
    greens = [YOUNG, LIME, "#2f8f4d", YOUNG]
    side = 1 if seed % 2 else -1
    leaves = ""
    for i, a in enumerate((-90 + side * 66, -90 - side * 82, 90 - side * 118)[: 2 + seed % 2]):
        turn, size = a + roll.uniform(-16, 16), r * roll.uniform(1.5, 1.9)
        sx, sy = (0, -r * 0.6) if i < 2 else (0, 0)
        leaves += shape(leaf_path(sx, sy, size, r * 0.62, turn, 0.1), greens[(seed + i) % 4], 4)
        rib = f"M{pt(*polar(size * 0.2, turn, sx, sy))}L{pt(*polar(size * 0.78, turn + 3, sx, sy))}"
        leaves += thread(rib, PINE, 3)
    d = mandarin_path(r)
    shade = f"M{pt(r, -r * 0.2)}C{pt(r * 0.8, r * 0.5)} {pt(0, r * 0.7)} {pt(-r * 0.75, r * 0.5)}L{pt(0, r)}L{pt(r, r * 0.8)}Z"
    gloss = f"M{pt(-r * 0.66, -r * 0.05)}Q{pt(-r * 0.62, -r * 0.5)} {pt(-r * 0.2, -r * 0.6)}"
    fruit = (
        flat(d, ORANGE)
        + clip(d, flat(shade, DEEP_ORANGE))
        + thread(gloss, GLOW, r * 0.13)
        + shape(d, "none", 5)
        + flat(oval(0, -r * 0.72, r * 0.17, r * 0.12), LEAF)
    )
    return group(leaves + fruit, x, y)


def mandarin_tree(x, y, rx=420, ry=400, rise=640, seed="nianju", count=44):
    """A bearing tree with its foot at x, y and the middle of its crown ``rise`` above."""
    roll = dice(seed)
    stem = union(
        [
            (ribbon(p, w), BARK)
            for p, w in (
                ([(-50, 2), (-14, -60)], [16, 50]),
                ([(56, 2), (14, -60)], [16, 50]),
                ([(0, 4), (8, -120), (-6, -300)], [74, 54, 46]),
                ([(0, -170), (-90, -270), (-190, -360)], [42, 32, 24]),
                ([(2, -190), (100, -290), (200, -370)], [40, 30, 24]),
            )
        ],
        6,
    )
    marks = "M-12 -20Q-4 -50 -12 -80M14 -14Q18 -60 10 -100M-4 -110Q2 -150 -8 -190M-40 -220L-80 -270M60 -260L100 -300"
    lumps, d = 21, ""
    edge = [polar(1, 360 * k / lumps - 90) for k in range(lumps)]
    for k, (px, py) in enumerate(edge):
        qx, qy = edge[(k + 1) % lumps]
        k2 = 0.6 if k % 2 else 0.575
        mx, my = (px + qx) * k2, (py + qy) * k2
        d += "" if k else "M" + pt(px * rx, py * ry)
        d += f"Q{pt(mx * rx, my * ry)} {pt(qx * rx, qy * ry)}"
    fringe = ""
    for k in range(46):
        a = 360 * k / 46 + roll.uniform(-3, 3)
        px, py = polar(0.97, a)
        fringe += shape(
            leaf_path(px * rx, py * ry, 62, 27, a + roll.uniform(-50, 50), 0.08),
            (YOUNG, LEAF, PINE, LIME)[k % 4],
            5,
        )
    inner = {}
    for k in range(210):
        px, py = polar(1.04 * ((k + 0.5) / 210) ** 0.5, 137.5 * k + roll.uniform(-8, 8))
        tone = (PINE, YOUNG, PINE, "#2f8f4d")[k % 4]
        inner[tone] = inner.get(tone, "") + blade(px * rx, py * ry, 70, 24, roll.uniform(-170, 10))
    fruit = []
    for k in range(count):
        px, py = polar(0.95 * ((k + 0.5) / count) ** 0.5, 137.5 * k + 30)
        fruit.append((px * rx + roll.uniform(-10, 10), py * ry + roll.uniform(-8, 8), k))
    fruit.sort(key=lambda f: f[1])
    crown = region(d + "Z", LEAF, "".join(flat(v, c) for c, v in inner.items()), 7)
    return group(
        stem
        + thread(marks, "#c07a3e", 5)
        + group(
            fringe
            + crown
            + "".join(small_mandarin(a, b, 42 + 3 * (k % 3), k) for a, b, k in fruit),
            0,
            -rise,
        ),
        x,
        y,
    )


def orchard_dots(trees):
    """Far round trees full of fruit, each as (x, y, r), in a few paths."""
    crowns = [(x, y) for x, y, r in trees]
    r = trees[0][2]
    shades, fruit = [], []
    for x, y in crowns:
        shades += [(x + r * 0.3, y + r * 0.25)]
        fruit += [polar(r * 0.56, 72 * k + x, x, y) for k in range(5)] + [(x, y)]
    return (
        thread(
            "".join(f"M{pt(x, y + r * 0.6)}L{pt(x, y + r * 1.4)}" for x, y in crowns), INK, r * 0.4
        )
        + spots(crowns, r + 4, INK)
        + spots(crowns, r, YOUNG)
        + spots(shades, r * 0.55, LEAF)
        + spots(fruit, r * 0.17, ORANGE)
    )


# --- the door ------------------------------------------------------------------------------------


def lantern(x, y, scale=1.0):
    """A round red lantern hanging from 0, 0, with a gold tassel; 150 high."""
    ribs = "".join(f"M0 18C{pt(v, 24)} {pt(v, 86)} 0 92" for v in (-52, -24, 24, 52))
    return group(
        thread("M0 0L0 14", INK, 4.4)
        + region(oval(0, 55, 48, 40), CINNABAR, thread(ribs, "#f2667a", 4), 5)
        + shape(rect(-22, 10, 22, 22), OCHRE, 4)
        + shape(rect(-22, 88, 22, 100), OCHRE, 4)
        + thread("M-12 102L-14 138M0 102L0 146M12 102L14 138", OCHRE, 5),
        x,
        y,
        scale,
    )


def crackers(x, y, scale=1.0, count=9):
    """A string of firecrackers hanging from 0, 0, its end alight."""
    out = thread(f"M0 0L0 {26 * count + 6}", INK, 4)
    for k in range(count):
        for s in (-1, 1):
            out += group(
                shape(rect(-8, -17, 8, 17), CINNABAR, 3.6)
                + thread("M-7 -10L7 -10", SUN, 4, cap="butt"),
                s * 13,
                20 + 26 * k,
                1,
                s * -32,
            )
    base = 26 * count + 20
    spark = poly([polar(46 if k % 2 else 18, 22.5 * k, 0, base) for k in range(16)])
    bits = spots([polar(62, 40 * k + 10, 0, base) for k in range(9)], 5, SUN)
    return group(out + flat(spark, SUN) + flat(oval(0, base, 14), CREAM) + bits, x, y, scale)


def new_year_door(x, y, scale=1.0):
    """A doorway under a tiled roof with red paper strips, lanterns and tassels; 520 wide, 520 high."""
    wall = shape(rect(-420, -330, 330, 0), CREAM, 6)
    bricks = "".join(
        f"M{-420 + 52 * k + 26 * (j % 2)} {-84 + 28 * j}v28" for j in range(3) for k in range(15)
    )
    plinth = region(
        rect(-420, -84, 330, 0), GREY, thread(bricks + "M-420 -56H330M-420 -28H330", INK, 3.4), 5
    )
    frame = shape(rect(-140, -330, 140, 0), "#cfd4dc", 6) + thread(
        "M-126 -310L-126 -6M126 -310L126 -6", GREY, 4, "10 8"
    )
    doors = shape(rect(-104, -296, 104, 0), INDIGO, 5.5) + thread("M0 -292L0 -2", INK, 5)
    for s in (-1, 1):
        cx = 52 * s
        doors += shape(
            poly([(cx, -248), (cx + 40, -196), (cx, -144), (cx - 40, -196)]), CINNABAR, 4.4
        )
        doors += thread(poly([(cx, -234), (cx + 29, -196), (cx, -158), (cx - 29, -196)]), SUN, 3.6)
        doors += group(
            flat(leaf_path(0, -12, 20, 9, -150) + leaf_path(0, -12, 20, 9, -30), YOUNG)
            + flat(oval(0, 2, 16, 14), ORANGE),
            cx,
            -194,
        )
        doors += shape(oval(s * 20, -104, 13), OCHRE, 4) + thread(oval(s * 20, -82, 11), OCHRE, 5)
        doors += thread(f"M{cx - 34} -46H{cx + 34}M{cx - 34} -24H{cx + 34}", "#3f79c4", 4, "10 8")
        strip = rect(s * 178 - 30, -306, s * 178 + 30, -24)
        lozenges = "".join(
            poly([(s * 178, v - 22), (s * 178 + 16, v), (s * 178, v + 22), (s * 178 - 16, v)])
            for v in range(-272, -30, 54)
        )
        doors += shape(strip, CINNABAR, 5) + flat(lozenges, SUN)
        doors += thread(rect(s * 178 - 22, -298, s * 178 + 22, -32), OCHRE, 3)
    tassels = ""
    for k in range(5):
        tx = -84 + 42 * k
        tassels += shape(
            f"M{tx - 18} -300H{tx + 18}L{tx + 18} -258L{tx + 9} -268L{tx} -254L{tx - 9} -268L{tx - 18} -258Z",
            (CINNABAR, "#f2607d", CINNABAR, "#f2607d", CINNABAR)[k],
            3.6,
        ) + flat(oval(tx, -282, 6), SUN)
    window = shape(oval(-310, -200, 62), INDIGO, 5.5) + thread(
        "M-310 -262V-138M-372 -200H-248" + oval(-310, -200, 30) + oval(-310, -200, 50),
        "#8fd0d6",
        4.4,
    )
    lintel = shape(rect(-226, -346, 226, -312), OCHRE, 5) + thread(
        "M-210 -329H214", CINNABAR, 9, "1 21"
    )
    eaves = "M-500 -338L-410 -470L320 -470L410 -338Z"
    roof = region(eaves, INDIGO, tiles((-500, -470, 410, -330), 27, INDIGO), 6)
    ridge = shape(
        "M-440 -460C-452 -528 -398 -532 -384 -488L294 -488C308 -532 362 -528 350 -460Z", INK, 5
    ) + thread("M-372 -474H284", SUN, 5, "2 13")
    steps = shape(rect(-170, -8, 170, 14), "#cfd4dc", 5) + shape(rect(-200, 14, 200, 38), GREY, 5)
    return group(
        wall
        + plinth
        + window
        + frame
        + doors
        + tassels
        + lintel
        + steps
        + roof
        + ridge
        + lantern(-240, -340, 1.0)
        + lantern(240, -340, 1.0),
        x,
        y,
        scale,
    )


def mandarin_motif():
    """The small mandarin of the ring."""
    leaves = flat(leaf_path(0, -10, 24, 11, -152) + leaf_path(0, -10, 24, 11, -28), LEAF)
    pores = [(-6, 2), (2, 6), (7, 0), (-2, 12), (8, 9)]
    return (
        leaves
        + flat(oval(0, 5, 17, 15), ORANGE)
        + spots(pores, 1.7, CREAM)
        + flat(oval(0, -8, 4, 3), PINE)
    )
