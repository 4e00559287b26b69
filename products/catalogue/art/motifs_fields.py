"""Motifs of the field plates: big ruffled leaves, ripe panicles, choy sum in flower, the mountain of Luofu, reapers, a poet."""

import itertools
import math
import zlib

from .figures import hand, head, person
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
    RUST,
    STRAW,
    SUN,
    WATER,
    YOUNG,
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
    sample,
    shape,
    smooth,
    spots,
    thread,
)
from .patterns import cloud

RIB = "#e4efb8"


class Stamp:
    """A drawing cut once and printed many times: the first print holds the drawing, the others only point to it."""

    def __init__(self, content):
        self.content, self.key, self.fresh = content, f"s{zlib.crc32(content.encode()):08x}", True

    def at(self, x, y, scale=1.0, turn=0.0, flip=False):
        if self.fresh:
            self.fresh = False
            return group(f'<g id="{self.key}">{self.content}</g>', x, y, scale, turn, flip)
        steps = f"translate({pt(x, y)})" + (f"rotate({turn:.0f})" if turn else "")
        if flip or scale != 1:
            steps += f"scale({-scale if flip else scale:.3g} {scale:.3g})"
        return f'<use href="#{self.key}" transform="{steps}"/>'


# --- leaves along a bent midrib ------------------------------------------------------------------------------------


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


# --- rice ----------------------------------------------------------------------------------------------------------


def grain(x, y, length, width, turn, fill=SUN, line=RUST, w=3.6):
    """One unhulled grain: slender, pointed, with its rib."""
    tip = polar(length * 0.84, turn, x, y)
    a = polar(length * 0.16, turn, x, y)
    return shape(leaf_path(x, y, length, width, turn), fill, w) + thread(
        f"M{pt(*a)}L{pt(*tip)}", line, 2.2
    )


class Grains:
    """The two grains of a plate, bright and dark, printed many times."""

    def __init__(self, fill=SUN, husk=OCHRE, length=50, width=17):
        self.tones = [Stamp(grain(0, 0, length, width, 0, c)) for c in (fill, husk)]

    def panicle(self, points, size=1.0, nodes=11, stalk=YOUNG, spread=26, reach=7):
        """A ripe panicle: the axis arches along ``points``; branches of paired grains hang from it by their weight."""
        line = spine(points, 60)
        out, last = "", len(line) - 1
        step = 27 * size
        stems = ""
        for k in range(nodes):
            t = 0.1 + 0.86 * k / (nodes - 1)
            x, y, nx, ny = line[int(t * last)]
            side = 1 if k % 2 else -1
            angle = math.degrees(math.atan2(-nx, ny)) + side * spread
            count = max(3, round(reach * (0.72 + 0.28 * math.sin(math.pi * min(t + 0.2, 1)))))
            path, px, py = f"M{pt(x, y)}", x, y
            for i in range(count):
                angle += ((90 - angle + 180) % 360 - 180) * 0.2
                px, py = polar(step, angle, px, py)
                path += f"L{pt(px, py)}"
                for s in (-1, 1) if i < count - 1 else (0,):
                    out += self.tones[s * side > 0].at(px, py, size, angle + s * 24)
            stems += thread(path, INK, 7 * size) + thread(path, stalk, 3.4 * size)
        axis = shape(ribbon(points, [15 * size, 12 * size, 8 * size, 4 * size], 5), stalk, 4)
        return stems + axis + out


def rice_blade(points, width=30, fill=LEAF, light=LIME, w=5):
    """A long leaf of rice with its midrib."""
    return shape(
        ribbon(points, [width * 0.7, width, width * 0.86, width * 0.5, 2], 5), fill, w
    ) + thread(
        smooth(
            [*points[:-1], tuple((a + b) / 2 for a, b in zip(points[-2], points[-1], strict=True))],
            False,
        ),
        light,
        3.4,
    )


def culm(points, width=20, fill=YOUNG, nodes=(0.3, 0.62)):
    """A straw with its joints."""
    line = spine(points)
    marks = "".join(
        f"M{pt(*_at(line, t, -width * 0.5))}L{pt(*_at(line, t, width * 0.5))}" for t in nodes
    )
    return shape(ribbon(points, [width, width * 0.86, width * 0.5], 5), fill, 5) + thread(
        marks, INK, 5
    )


def sheaf(x, y, scale=1.0, turn=0.0, fill=SUN, tie=CINNABAR):
    """A small bound sheaf of ripe rice for people's hands and for the field; bound at 0, 0, 150 high."""
    straw = shape(
        "M-34 78C-16 62 -14 20 -13 0C-16 -24 -34 -48 -50 -66L50 -66C34 -48 16 -24 13 0C14 20 16 62 34 78Z",
        STRAW,
        4.4,
    )
    lines = thread(
        "M-20 74C-8 50 -6 20 -5 0M0 76L0 -40M20 74C8 50 6 20 5 0M-8 -10L-34 -58M8 -10L34 -58",
        RUST,
        3,
    )
    ears = ""
    for a, b in ((-58, -1), (-32, -1), (-8, 1), (20, 1), (50, 1)):
        d = f"M{a * 0.8:.1f} -58Q{a + b * 4} -96 {a + b * 26} -84"
        ears += thread(d, INK, 19) + thread(d, fill, 12, "1 8") + thread(d, OCHRE, 3)
    return group(ears + straw + lines + thread("M-15 -2L15 -2", tie, 12), x, y, scale, turn)


def ear_motif(fill=OCHRE, leaf=LEAF):
    """A small ear of rice for the ring, around 0, 0."""
    grains = leaf_path(0, -4, 17, 8.5, -90)
    for k in range(3):
        y = 14 - 8 * k
        grains += leaf_path(0, y, 17, 8, -90 - 46) + leaf_path(0, y, 17, 8, -90 + 46)
    return thread("M0 22L0 -4", leaf, 4) + flat(grains, fill)


# --- choy sum ------------------------------------------------------------------------------------------------------


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


# --- the mountain of Luofu -------------------------------------------------------------------------------------------


def peak(cx, base, width, height, fill, cap, edge, lean=0.0, seed="peak", wooded=False, w=5.5):
    """One steep round-shouldered peak: a cap of a second tone, stitched echoes of its outline, trees on the shoulder."""
    roll = dice(f"{seed}{cx}{height}")
    half, top = width / 2, height
    outline = [
        (-half, 0),
        (-half * 0.86, -top * 0.3),
        (-half * 0.68, -top * 0.56),
        (-half * 0.44 + lean * 0.6, -top * 0.84),
        (-half * 0.1 + lean, -top * 0.99),
        (half * 0.2 + lean, -top * 0.97),
        (half * 0.5 + lean * 0.6, -top * 0.8),
        (half * 0.7, -top * 0.54),
        (half * 0.87, -top * 0.28),
        (half, 0),
    ]
    outline = [(x + roll.uniform(-4, 4), y) for x, y in outline]
    d = smooth(outline, False) + "Z"
    inner = ""
    scallop = f"M{pt(-half, -top * 1.1)}L{pt(-half, -top * 0.5)}"
    n = 6
    for k in range(n):
        a, b = -half + width * k / n, -half + width * (k + 1) / n
        scallop += f"Q{pt((a + b) / 2, -top * (0.3 if k % 2 else 0.38))} {pt(b, -top * 0.5)}"
    scallop += f"L{pt(half, -top * 1.1)}Z"
    inner += flat(scallop, cap)
    for i, k in enumerate((0.86, 0.68, 0.5)):
        echo = [(x * k + lean * (1 - k) * 0.4, y * k) for x, y in outline]
        inner += thread(smooth(echo, False), edge, 3.6, (None, "2 10", "16 9")[i])
    strokes, trees, lights = "", [], []
    for i, k in enumerate((0.93, 0.77, 0.59)):
        ring = sample([(x * k + lean * (1 - k) * 0.4, y * k) for x, y in outline], 3)
        for j, (x, y) in enumerate(ring[3:-3]):
            if (j + i) % 2:
                strokes += f"M{pt(x, y - 7)}Q{pt(x + (3 if x > 0 else -3), y + 4)} {pt(x + (9 if x > 0 else -9), y + 16)}"
            elif wooded and y < -top * 0.3:
                trees += [(x - 7, y + 3), (x + 7, y + 3), (x, y - 7)]
                lights.append((x - 3, y - 6))
    inner += thread(strokes, cap if wooded else edge, 3.4)
    inner += spots(trees, 9, cap) + spots(lights, 3, edge)
    return group(region(d, fill, inner, w), cx, base)


LUOFU_BACK = (
    (-420, 330, 200, -10),
    (-280, 360, 322, 20),
    (470, 300, 180, 10),
    (345, 350, 276, 14),
    (190, 400, 372, -16),
    (-110, 400, 400, 24),
    (30, 440, 470, 0),
)
LUOFU_FRONT = (
    (-520, 280, 120, 0),
    (500, 300, 116, 6),
    (-350, 330, 180, 8),
    (320, 340, 186, -8),
    (110, 330, 190, -6),
    (-130, 360, 226, 6),
)


def luofu(
    x,
    y,
    scale=1.0,
    back=(INDIGO, "#3f79c4", WATER),
    front=(LEAF, PINE, LIME),
    mist=CREAM,
    curl=WATER,
    flip=False,
):
    """The mountain of Luofu: a high massif of crowded peaks round one summit, a belt of cloud at its waist; foot at x, y."""
    out = "".join(
        peak(cx, 0, w, h, back[0], back[1], back[2], lean, "b") for cx, w, h, lean in LUOFU_BACK
    )
    out += cloud(-330, -236, 0.9, mist, INK, curl) + cloud(190, -262, 0.86, mist, INK, curl)
    out += "".join(
        peak(cx, 0, w, h, front[0], front[1], front[2], lean, "f", True)
        for cx, w, h, lean in LUOFU_FRONT
    )
    pines = ""
    for px, py, s in ((-360, -174, 0.75), (-128, -222, 0.9), (104, -184, 0.8), (316, -180, 0.8)):
        pines += group(pine_tree(), px, py, s)
    return group(out + pines, x, y, scale, 0, flip)


def pine_tree():
    """A little pine of flat tiers, 80 high, foot at 0, 0."""
    tiers = ""
    for k, (yy, half) in enumerate(((-22, 30), (-42, 24), (-60, 16))):
        tiers += shape(
            f"M{-half} {yy}C{-half} {yy - 16} {half} {yy - 16} {half} {yy}C{half * 0.4} {yy + 7} {-half * 0.4} {yy + 7} {-half} {yy}Z",
            (PINE, LEAF, PINE)[k],
            3.4,
        )
    return shape("M-4 2L-3 -58L3 -58L5 2Z", BARK, 3) + tiers


# --- people ----------------------------------------------------------------------------------------------------------


def sickle(x, y, turn=0.0, scale=1.0):
    """A sickle held at 0, 0."""
    return group(
        shape("M8 -4C34 -34 70 -30 76 2C64 -18 36 -18 14 6Z", "#dfe3ea", 3.6)
        + shape(ribbon([(-14, 6), (14, -2)], [9, 9]), BARK, 3.6),
        x,
        y,
        scale,
        turn,
    )


def reaper(x, y, scale=1.0, flip=False, crop="", **look):
    """A person bent over the crop with a sickle; ``crop`` (foot at 0, 0) stands at the far hand."""
    return person(
        x,
        y,
        scale,
        flip,
        pose="bend",
        grip=True,
        back=group(crop, 104, 6) if crop else "",
        front=sickle(64, -40, 24),
        **look,
    )


def thresher(x, y, scale=1.0, flip=False, **look):
    """A person swinging a sheaf over a wooden threshing tub at the right."""
    swung = sheaf(6, -352, 1.0, 64)
    person_ = person(x, y, scale, flip, pose="pick", grip=True, back=swung, **look)
    return person_ + tub(x + (-150 if flip else 150) * scale, y + 6 * scale, scale)


def tub(x, y, scale=1.0):
    """A square wooden threshing tub, 180 wide, 100 high, with a mat behind to catch the grain."""
    mat = region(
        poly([(-78, -90), (84, -90), (98, -190), (-60, -190)]),
        STRAW,
        thread(
            "".join(f"M{-90 + 20 * k} -196L{-70 + 20 * k} -84" for k in range(11))
            + "M-80 -116L100 -116M-80 -142L100 -142M-80 -168L100 -168",
            OCHRE,
            3,
        ),
        4.6,
    )
    body = region(
        poly([(-100, -96), (100, -96), (80, 0), (-80, 0)]),
        "#c8641b",
        thread("M-56 -96L-46 0M-8 -96L-8 0M42 -96L36 0M-100 -30L100 -30", BARK, 4),
        5,
    )
    rim = shape(poly([(-106, -104), (106, -104), (104, -88), (-104, -88)]), OCHRE, 4.4)
    return group(
        mat + shape("M-84 -100C-40 -130 40 -130 84 -100Z", SUN, 4) + body + rim, x, y, scale
    )


def cap(x=0.0, y=0.0):
    """The tall stiff cap of a Song scholar, on a head whose centre is x, y: inner crown and a turned-up outer wall."""
    return group(
        shape("M-31 -26L-35 -92C-14 -100 20 -100 39 -90L35 -26Z", INK, 4, INK)
        + shape("M-44 -20L-42 -66L4 -56L46 -68L46 -20C20 -30 -18 -30 -44 -20Z", "#33305c", 4)
        + thread("M4 -54L4 -28M-36 -58L-4 -51M40 -60L12 -51", GREY, 2.8),
        x,
        y,
    )


def poet(x, y, scale=1.0, flip=False, robe=CREAM, trim=INDIGO, held=""):
    """A scholar of the Song sitting behind a table (its top at y = 0), one hand lifted with a fruit; about 290 high."""
    body = region(
        "M-14 -158C-54 -152 -84 -130 -90 -96C-98 -50 -104 -20 -104 10L104 10C104 -20 100 -50 94 -96C88 -130 56 -152 18 -158Z",
        robe,
        thread(
            "M-60 -90C-66 -50 -66 -20 -66 10M-34 -40C-36 -20 -34 0 -36 10M64 -60C70 -30 70 -10 70 10",
            WATER,
            4.4,
        ),
        5.2,
    )
    skirt = shape(
        "M-96 0L96 0C104 40 112 80 118 112C70 124 -70 124 -118 112C-112 80 -104 40 -96 0Z",
        robe,
        5.2,
    )
    skirt += thread("M-60 10C-64 50 -70 80 -74 108M0 10L0 114M60 10C64 50 70 80 74 108", WATER, 4.4)
    skirt += thread("M-114 102C-70 114 70 114 114 102", trim, 9)
    body = skirt + body
    collar = shape("M-22 -160L6 -92L-10 8L14 8L26 -90L34 -154L20 -160L8 -124L-6 -160Z", trim, 4.4)
    sash = region(
        "M-86 -34C-40 -24 40 -24 88 -34L90 -10C40 0 -40 0 -88 -10Z",
        CINNABAR,
        thread("M-80 -20C-40 -10 40 -10 80 -20", SUN, 3.4, "10 8"),
        4.4,
    )
    far = (
        group(hand(0, 0, -66, False), 118, -152)
        + shape(
            "M44 -138C70 -132 92 -122 104 -146L134 -134C138 -96 130 -60 112 -40C92 -52 66 -74 46 -88Z",
            robe,
            5,
        )
        + thread("M104 -146L134 -134", trim, 9)
        + thread("M98 -110C108 -92 110 -72 108 -54", WATER, 4)
    )
    near = (
        group(hand(0, 0, 8, False), 4, -28, 1)
        + shape(
            "M-62 -142C-92 -118 -112 -74 -112 -34C-92 -6 -40 8 2 8L2 -40C-16 -46 -32 -58 -40 -84Z",
            robe,
            5,
        )
        + thread("M2 -40L2 8", trim, 9)
        + thread("M-84 -64C-70 -36 -46 -16 -20 -8M-92 -36C-76 -18 -60 -8 -44 -4", WATER, 4)
    )
    beard = (
        shape("M-16 30C-4 34 16 34 26 30C28 54 18 78 6 92C-6 78 -18 54 -16 30Z", INK, 3)
        + thread("M5 25C-2 22 -12 24 -20 34M6 25C14 22 24 24 31 34", INK, 4.6)
        + flat("M-1 31Q5 37 12 31Z", CINNABAR)
        + thread("M0 44L4 80M10 44L8 78", GREY, 2.4)
    )
    face = head(8, -204, "man", None, smile="laugh") + group(beard + cap(0, -2), 8, -208, 1.14)
    fruit = group(held, 132, -196) if held else ""
    return group(
        far
        + fruit
        + shape(ribbon([(2, -150), (6, -190)], [26, 24]), "#f3bd8b", 4.4)
        + body
        + collar
        + sash
        + face
        + near,
        x,
        y,
        scale,
        0,
        flip,
    )


def tufts(x, ears=True, colour=LEAF):
    """A tuft of ripe rice for a person to hold, foot at 0, 0, 150 high."""
    blades = "".join(
        shape(
            ribbon([(k * 5, 0), (k * 9, -60), (k * 18, -104)], [8, 7, 2]),
            (YOUNG, colour, LIME)[k % 3],
            3,
        )
        for k in (-3, -1, 0, 2, 3)
    )
    d = "".join(
        f"M{k * 8} -70Q{k * 12} -142 {k * 14 + (30 if k >= 0 else -30)} -112" for k in (-2, 0, 2)
    )
    heads = thread(d, INK, 17) + thread(d, OCHRE, 10) + thread(d, SUN, 9, "1 9") if ears else ""
    return group(blades + heads, x)


def bowl_motif(fill=INDIGO):
    """A small bowl of rice for the ring."""
    heap = flat("M-15 -3C-12 -20 12 -20 15 -3Z", OCHRE)
    return (
        heap
        + flat("M-20 -3L20 -3C19 10 12 16 7 17L7 21L-7 21L-7 17C-12 16 -19 10 -20 -3Z", fill)
        + thread("M-13 4Q0 9 13 4", CREAM, 3)
    )


def rosy_lychee(r, seed, count=150):
    """A whole lychee of the daylight plate around 0, 0: fewer, larger segments than the big fruit of the dawn plate."""
    from .fruit import DEEP, _outline, lychee_skin

    d = _outline(r, 36)
    calyx = shape(
        f"M{pt(-r * 0.2, -r * 0.9)}C{pt(-r * 0.12, -r * 1.04)} {pt(r * 0.12, -r * 1.04)} {pt(r * 0.2, -r * 0.9)}C{pt(r * 0.1, -r * 0.84)} {pt(-r * 0.1, -r * 0.84)} {pt(-r * 0.2, -r * 0.9)}Z",
        BARK,
        4,
    )
    return flat(d, DEEP) + clip(d, lychee_skin(r, seed, count)) + shape(d, "none", 6.5) + calyx
