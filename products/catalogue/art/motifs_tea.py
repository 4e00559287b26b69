"""Tea: the shoot of two leaves and a bud, hedges in steps, pluckers, the old tea tree, the pan over the wood fire."""

import itertools
import math

from .figures import person
from .library import (
    BARK,
    CINNABAR,
    CREAM,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
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
    rect,
    region,
    ribbon,
    shape,
    thread,
    union,
)
from .patterns import weave
from .people import POSES

SPRING, DOWN, FRESH = "#8fc63f", "#e2ec9a", "#c3dc5e"

POSES.setdefault(
    "pluck",
    dict(
        hip=(-6, -120),
        neck=(8, -202),
        head=(26, -244),
        near=[(-14, -188), (16, -140), (66, -150)],
        far=[(32, -190), (70, -164), (110, -162)],
        near_leg=[(-18, -112), (-22, -60), (-26, -12)],
        far_leg=[(10, -112), (18, -60), (22, -12)],
    ),
)
POSES.setdefault(
    "climb",
    dict(
        hip=(-4, -120),
        neck=(6, -202),
        head=(16, -246),
        near=[(-16, -190), (20, -154), (76, -172)],
        far=[(30, -190), (80, -206), (108, -258)],
        near_leg=[(-18, -110), (-44, -66), (-26, -14)],
        far_leg=[(12, -110), (56, -92), (44, -40)],
    ),
)
POSES.setdefault(
    "fire",
    dict(
        hip=(0, -122),
        neck=(0, -204),
        head=(2, -246),
        near=[(-26, -188), (-62, -146), (-34, -92)],
        far=[(26, -188), (64, -146), (40, -92)],
        near_leg=[(-15, -112), (-17, -60), (-18, -12)],
        far_leg=[(15, -112), (18, -60), (20, -12)],
    ),
)


# --- the leaf ------------------------------------------------------------------------------------------------------


def _width(u):
    """Half width of a tea leaf blade along its length (0-1): a long ellipse drawn out to a blunt tip."""
    return math.sin(math.pi * min(u, 1) ** 0.86) ** 0.82 * (1 - 0.18 * u**4) / 2


def tea_outline(length, width, bend=0.0, teeth=13, only=None):
    """The finely toothed margin of a tea leaf lying along +x; ``only`` (-1 or 1) gives one half up to the midrib."""

    def at(u, side, out=0.0):
        v = side * (_width(u) * width + out)
        return u * length, v + bend * length * u * u

    def edge(side):
        steps, size = [], width * 0.022
        for k in range(teeth):
            a, b = k / teeth, (k + 1) / teeth
            grow = size if 0.12 < a < 0.95 else 0
            steps.append(
                (at((a + b) / 2, side, size * 0.5), at(b - 0.004, side, grow), at(b, side))
            )
        return steps

    d = f"M{pt(0, 0)}"
    if only in (None, -1):
        for mid, tip, foot in edge(-1):
            d += f"Q{pt(*mid)} {pt(*tip)}L{pt(*foot)}"
    if only is None:
        points = [(0.0, 0.0)] + [p for step in edge(1) for p in (step[0], step[1], step[2])]
        for k in range(len(points) - 1, 0, -3):
            d += f"L{pt(*points[k])}L{pt(*points[k - 1])}Q{pt(*points[k - 2])} {pt(*points[k - 3])}"
    elif only == 1:
        for mid, tip, foot in edge(1):
            d += f"Q{pt(*mid)} {pt(*tip)}L{pt(*foot)}"
        d += f"Q{pt(length * 0.5, 0)} 0 0"
    return d + "Z"


def tea_leaf(
    x,
    y,
    length,
    width,
    turn,
    fill=YOUNG,
    dark=LEAF,
    vein=LIME,
    bend=0.0,
    w=6.5,
    pairs=7,
    gloss=CREAM,
):
    """One tea leaf: toothed margin, side veins that arch and join before the margin, glossy cushions between them."""

    def at(u, v):
        return u * length, v * width + bend * length * u * u

    d = tea_outline(length, width, bend)
    veins, shine = "", ""
    for k in range(pairs):
        t = 0.08 + 0.74 * k / (pairs - 1)
        for side in (-1, 1):
            wide = _width(min(t + 0.13, 0.96))
            veins += f"M{pt(*at(t, 0))}Q{pt(*at(t + 0.07, side * wide * 0.62))} {pt(*at(t + 0.155, side * wide * 0.84))}"
            if side == -1 and 0 < k < pairs - 1:
                shine += f"M{pt(*at(t + 0.085, -wide * 0.34))}Q{pt(*at(t + 0.11, -wide * 0.52))} {pt(*at(t + 0.135, -wide * 0.6))}"
    rib = ribbon([at(0, 0), at(0.4, 0), at(0.72, 0), at(0.96, 0)], [w * 1.5, w, w * 0.6, w * 0.2])
    return group(
        flat(d, fill)
        + flat(tea_outline(length, width, bend, only=1), dark)
        + thread(veins, vein, w * 0.5)
        + (thread(shine, gloss, w * 0.62) if gloss else "")
        + flat(rib, vein)
        + shape(d, "none", w),
        x, y, 1, turn,
    )  # fmt: skip


def tea_bud(x, y, length=240, width=60, turn=-90.0, bend=0.06, w=6.5):
    """The unopened bud: a downy spear with its fold."""
    d = leaf_path(0, 0, length, width, 0, bend)
    fold = f"M{pt(length * 0.04, 0)}Q{pt(length * 0.45, width * 0.34)} {pt(length * 0.95, bend * length * 0.92)}L{pt(length * 0.95, bend * length * 0.92)}Q{pt(length * 0.5, width * 0.92)} {pt(length * 0.04, 0)}Z"
    down = ""
    for k in range(12):
        u = 0.16 + 0.066 * k
        v = (
            -width * (0.36 - 0.3 * abs(u - 0.45)) * (1 - max(0, u - 0.7) * 2)
            + bend * length * u * u
        )
        down += f"M{pt(u * length, v)}l{pt(length * 0.035, width * 0.13)}"
    return group(
        region(d, DOWN, flat(fold, FRESH) + thread(down, "#fffbe0", w * 0.6), w)
        + thread(f"M{pt(length * 0.05, 0)}Q{pt(length * 0.45, width * 0.34)} {pt(length * 0.93, bend * length * 0.88)}", "#9fbf3a", w * 0.5),
        x, y, 1, turn,
    )  # fmt: skip


def shoot(x, y, scale=1.0, turn=0.0, flip=False, w=6.5, size=1.0):
    """Two leaves and a bud on their stem, about 660 high; the foot of the stem at 0, 0; ``size`` widens the leaves."""
    stem = [(0, 0), (8, -130), (-2, -270), (4, -380)]
    return group(
        tea_leaf(-8, -40, 90, 34 * size, -142, LEAF, PINE, YOUNG, 0.1, w * 0.85, 4, None)
        + tea_leaf(4, -150, 350, 132 * size, -30, YOUNG, LEAF, "#cfe58a", -0.14, w)
        + tea_leaf(0, -292, 300, 104 * size, -139, SPRING, YOUNG, "#e3f0a8", 0.16, w)
        + shape(ribbon(stem, [30, 25, 19, 15]), FRESH, w)
        + thread("M3 -20L8 -130M6 -160L1 -250", "#8fb02e", w * 0.6)
        + tea_bud(3, -366, 262, 66, -84, -0.07, w)
        + shape("M-12 -352C-16 -376 -4 -396 4 -398C16 -390 24 -372 18 -352Z", FRESH, w * 0.8),
        x, y, scale, turn, flip,
    )  # fmt: skip


def shoot_motif(leaf=LEAF, bud=YOUNG):
    """The small two leaves and a bud of the ring, around 0, 0."""
    return (
        flat(leaf_path(0, 16, 34, 15, -150, 0.12) + leaf_path(0, 16, 34, 15, -30, -0.12), leaf)
        + flat(leaf_path(0, 10, 36, 13, -90), bud)
        + thread("M0 18L0 6", leaf, 4)
    )


# --- hedges, baskets, pluckers -----------------------------------------------------------------------------------------


def hedge(points, height, fill=LEAF, light=YOUNG, tip=LIME, w=5.0, seed="hedge"):
    """A clipped row of tea along points (left to right): rounded bushes with leaf stitches and fresh tips."""
    roll = dice(seed)
    d = "M" + pt(points[0][0], points[0][1] + height) + "L" + pt(*points[0])
    dark, young = "", ""
    step = points[1][0] - points[0][0]
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        d += f"C{pt(ax + step * 0.02, ay - step * 0.42)} {pt(bx - step * 0.02, by - step * 0.42)} {pt(bx, by)}"
        mx, my = (ax + bx) / 2, (ay + by) / 2
        for k in range(3):
            young += blade(mx, my + step * 0.02, step * 0.31, step * 0.13, -90 + 46 * (k - 1))
        for line in range(1, int(height / (step * 0.3)) + 1):
            for off in (-0.34, 0, 0.34):
                x0 = mx + step * (off + (0.17 if line % 2 else 0)) + roll.uniform(-3, 3)
                y0 = my + step * 0.3 * line + roll.uniform(-3, 3)
                dark += f"M{x0:.0f} {y0:.0f}l{step * roll.choice((-0.13, -0.07, 0.07, 0.13)):.0f} {-step * 0.15:.0f}"
    d += "".join("L" + pt(px, py + height) for px, py in reversed(points)) + "Z"
    return flat(d, fill) + thread(dark, light, step * 0.1) + flat(young, tip) + shape(d, "none", w)


def leaf_heap(scale=1.0):
    """Fresh leaf heaped above a basket rim (the rim at y = -78)."""
    out = ""
    for k, (px, py) in enumerate(
        ((-44, -80), (-22, -92), (4, -96), (28, -92), (46, -80), (-34, -74), (-6, -80), (20, -80))
    ):
        out += shape(
            leaf_path(px, py + 8, 40, 18, -130 + (k * 47) % 90),
            (YOUNG, SPRING, LEAF, FRESH)[k % 4],
            3.6,
        )
    return group(out, 0, 0, scale)


def creel(x, y, scale=1.0, full=True):
    """A plucker's bamboo basket, narrow at the neck, 84 wide and 92 high (bottom centre at 0, 0)."""
    d = "M-30 -88C-26 -70 -46 -50 -42 -26C-40 -8 -30 0 -24 0L24 0C30 0 40 -8 42 -26C46 -50 26 -70 30 -88Z"
    heap = "".join(
        shape(leaf_path(px, -84, 34, 15, a), c, 3.2)
        for px, a, c in (
            (-18, -128, YOUNG),
            (-4, -100, SPRING),
            (10, -74, LEAF),
            (20, -50, FRESH),
            (-22, -152, LEAF),
        )
    )
    return group(
        (heap if full else "")
        + region(d, OCHRE, weave((-48, -90, 48, 4), 13, STRAW, OCHRE), 4.6)
        + shape("M-34 -94L34 -94L32 -82L-32 -82Z", OCHRE, 4),
        x, y, scale,
    )  # fmt: skip


def plucker(x, y, scale=1.0, flip=False, **look):
    """A tea plucker with both hands over the bush in front and a creel on the back."""
    look.setdefault("down", 4)
    strap = thread("M-26 -196C-44 -180 -48 -164 -46 -150", CINNABAR, 6)
    return person(x, y, scale, flip, pose="pluck", back=creel(-56, -92, 0.92) + strap, **look)


def swallow(x, y, scale=1.0, flip=False, turn=0.0):
    """A swallow in flight, about 130 across."""
    return group(
        shape("M-60 10C-30 4 -8 -6 4 -12C-10 -34 -40 -56 -66 -60C-32 -72 12 -50 26 -16C40 -20 52 -16 60 -8L44 -4C40 10 20 14 4 8C-10 30 -34 44 -56 44C-36 34 -22 22 -16 8C-30 12 -44 20 -74 34C-66 20 -58 16 -44 8Z", INK, 3)
        + flat("M46 -6C40 6 24 10 10 4C24 2 36 -4 46 -6Z", CREAM)
        + flat(oval(48, -11, 5, 4), CINNABAR)
        + flat(oval(40, -14, 2.2), CREAM),
        x, y, scale, turn, flip,
    )  # fmt: skip


# --- the old tree ------------------------------------------------------------------------------------------------------


def tea_mass(x, y, rx, ry, fill=LEAF, tones=(PINE, YOUNG, SPRING), bud=FRESH, seed="mass", w=5.0):
    """A mass of the old tree's crown: single leaves stand out along its edge, rosettes and pale buds inside."""
    roll = dice(seed)
    fringe, rosettes = "", {}
    for ring_, count in ((1.0, int((rx + ry) / 7)), (0.84, int((rx + ry) / 9))):
        leaves = {fill: "", tones[1]: ""}
        for k in range(count):
            a = 360 * k / count + roll.uniform(-5, 5)
            px, py = (
                rx * 0.86 * ring_ * math.cos(math.radians(a)),
                ry * 0.84 * ring_ * math.sin(math.radians(a)),
            )
            hang = math.degrees(math.atan2(py / ry + 0.12, px / rx)) + roll.uniform(-24, 24)
            leaves[tones[1] if k % 3 == 1 else fill] += blade(
                px, py, roll.uniform(50, 62), 22, hang
            )
        fringe += "".join(shape(d, tone, w * 0.8) for tone, d in leaves.items())
    clumps = int(rx * ry / 1250)
    for k in range(clumps):
        px, py = polar(0.9 * ((k + 0.5) / clumps) ** 0.5, 137.5 * k + roll.uniform(-14, 14))
        px, py, turn = px * rx, py * ry, roll.uniform(-18, 18)
        for j, a in enumerate((-164, -16, -128, -52)):
            tone = tones[0] if (k + j // 2) % 2 else tones[1]
            rosettes[tone] = rosettes.get(tone, "") + blade(px, py, 35, 15, a + turn)
        if k % 3 == 0:
            rosettes["bud"] = rosettes.get("bud", "") + blade(px, py, 34, 12, -90 + turn)
    inner = "".join(flat(d, bud if tone == "bud" else tone) for tone, d in rosettes.items())
    return group(
        shape(oval(0, 0, rx * 0.9, ry * 0.88), fill, w)
        + fringe
        + flat(oval(0, 0, rx * 0.8, ry * 0.78), fill)
        + inner,
        x,
        y,
    )


def old_bark(parts, lichen, w=5.6, fill="#8a5a35", light="#c79a63"):
    """Joined trunks and boughs as ``(points, widths)``, with bark stitches and patches of lichen at ``(x, y, r)``."""
    body = union([(ribbon(p, v), fill) for p, v in parts], w)
    marks = ""
    for points, widths in parts:
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            for t, off in ((0.2, -0.22), (0.45, 0.2), (0.7, -0.1)):
                px, py = ax + (bx - ax) * t + off * widths[0] * 0.6, ay + (by - ay) * t
                dx, dy = (bx - ax) * 0.12, (by - ay) * 0.12
                marks += f"M{pt(px, py)}q{pt(dx * 0.5 + 5, dy * 0.5)} {pt(dx, dy)}"
    patches = "".join(
        flat(
            oval(px, py, r, r * 0.7, 20) + oval(px + r * 0.9, py + r * 0.6, r * 0.5, r * 0.4),
            "#b9d8b0",
        )
        + thread(oval(px, py, r * 0.5, r * 0.3, 20), "#7fae86", 2.6)
        for px, py, r in lichen
    )
    return body + thread(marks, light, 4) + patches


# --- the pan over the wood fire -------------------------------------------------------------------------------------------


def flame(x, y, scale=1.0, turn=0.0):
    """One tongue of fire in three flat tones, 160 high."""
    tongue = "M0 0C-46 -6 -58 -48 -36 -82C-34 -62 -26 -56 -20 -58C-30 -96 -8 -128 12 -160C10 -128 24 -114 36 -92C42 -98 44 -106 44 -116C62 -76 58 -12 0 0Z"
    return group(
        shape(tongue, CINNABAR, 4.4)
        + group(flat(tongue, OCHRE), 0, -4, 0.72)
        + group(flat(tongue, "#fff0b0"), 2, -6, 0.42),
        x, y, scale, turn,
    )  # fmt: skip


def log(x, y, length=220, r=30, turn=0.0, w=5.0):
    """A log of lychee wood lying along +x from its cut face at 0, 0: rough red-brown bark, pale rings."""
    bark = f"M0 {-r}L{length} {-r * 0.9:.1f}C{length + r * 0.5:.1f} {-r * 0.5:.1f} {length + r * 0.5:.1f} {r * 0.5:.1f} {length} {r * 0.9:.1f}L0 {r}Z"
    knots, roll = "", dice(f"log{length}{turn}")
    for k in range(int(length / 26)):
        px, py = 34 + k * 26 + roll.uniform(-6, 6), roll.uniform(-0.62, 0.62) * r
        knots += f"M{pt(px, py)}q6 -5 {roll.uniform(14, 22):.0f} {roll.uniform(-3, 3):.0f}"
    stub = shape(
        f"M{length * 0.55:.1f} {-r * 0.9:.1f}l8 {-r * 0.7:.1f}l18 0l4 {r * 0.7:.1f}Z",
        "#7a3a24",
        w * 0.9,
    )
    return group(
        stub
        + region(bark, "#7a3a24", thread(knots, "#b8683c", 4), w)
        + shape(oval(0, 0, r * 0.62, r), "#e9a765", w)
        + thread(oval(0, 0, r * 0.4, r * 0.66) + oval(0, 0, r * 0.18, r * 0.32), "#a8552c", 3.2),
        x, y, 1, turn,
    )  # fmt: skip


def curled(places, tones, seed="curl"):
    """Leaves rolled in the pan: small twisted commas at ``(x, y)``."""
    roll, out = dice(seed), {}
    for k, (x, y) in enumerate(places):
        a, s = roll.uniform(-180, 180), roll.uniform(30, 44)
        bend = roll.choice((-0.4, 0.4))
        tone = tones[k % len(tones)]
        out[tone] = out.get(tone, "") + leaf_path(x - s / 2, y, s, s * 0.42, a, bend)
    return "".join(shape(d, tone, 2.8) for tone, d in out.items())


def tea_stove(rx=310, ry=84, height=430, mouth=140, brick="#c1562f"):
    """A clay stove with an iron pan of tea let into its top and a fire of logs in its mouth; the pan's centre is 0, 0."""
    half = rx + 46
    front = (
        f"M{-half} 6L{half} 6C{half + 8} {height * 0.5:.0f} {half - 14} {height - 30} {half - 44} {height}"
        f"L{-half + 44} {height}C{-half + 14} {height - 30} {-half - 8} {height * 0.5:.0f} {-half} 6Z"
    )
    lines, tints = "", ""
    for row in range(1, 9):
        y = 52 * row
        lines += f"M{-half - 20} {y}L{half + 20} {y}"
        for k, x in enumerate(range(-half - 20 + (row % 2) * 46, half + 40, 92)):
            lines += f"M{x} {y}L{x} {y + 52}"
            if (k * 2 + row * 3) % 5 < 2:
                tints += rect(x, y, x + 92, y + 52)
    diamonds = "".join(
        f"M{x} 78L{x + 22} 104L{x} 130L{x - 22} 104Z"
        for x in range(-half + 64, half, int((2 * half - 128) / 6))
    )
    arch = f"M{-mouth} {height - 6}L{-mouth} {height - 130}C{-mouth} {height - 268} {mouth} {height - 268} {mouth} {height - 130}L{mouth} {height - 6}Z"
    rim = f"M{-mouth - 28} {height}L{-mouth - 28} {height - 132}C{-mouth - 28} {height - 310} {mouth + 28} {height - 310} {mouth + 28} {height - 132}L{mouth + 28} {height}Z"
    blaze = (
        flat(oval(0, height - 40, mouth * 0.95, 110), "#8d0f2a")
        + flame(-70, height - 34, 1.0, -8)
        + flame(72, height - 34, 1.04, 8)
        + flame(0, height - 30, 1.36, 0)
        + log(-118, height - 34, 170, 19, -7, 4.4)
        + log(112, height - 30, 160, 19, 188, 4.4)
    )
    roll = dice("pan")
    heap = [
        (px * rx * 0.66, py * ry * 0.5 - 6 + roll.uniform(-4, 4))
        for px, py in (polar(((k + 0.5) / 74) ** 0.5, 137.5 * k) for k in range(74))
    ]
    heap.sort(key=lambda p: p[1])
    pan = (
        shape(oval(0, 6, rx + 20, ry + 16), OCHRE, 6)
        + shape(oval(0, 0, rx, ry), "#4a4c78", 6)
        + flat(oval(0, 8, rx * 0.92, ry * 0.82), "#2a2a52")
        + thread(oval(0, 4, rx * 0.96, ry * 0.9), "#8d93c0", 3.4, "40 16 4 16")
        + flat(oval(0, 2, rx * 0.76, ry * 0.64), "#12402c")
        + curled(heap, (LEAF, YOUNG, "#3d7a3a", SPRING, PINE), "heap")
    )
    return (
        region(
            front,
            brick,
            flat(tints, "#d97a45")
            + thread(lines, "#8a3418", 4)
            + flat(diamonds, SUN)
            + thread(diamonds, INK, 3.4),
            6.4,
        )
        + shape(rim, OCHRE, 5.4)
        + region(arch, INK, blaze, 5.4)
        + pan
    )


def tea_rack(x, y, scale=1.0, shelves=3):
    """A bamboo rack of round trays on which leaf withers, 300 wide, about 400 high."""
    out = "".join(
        shape(ribbon([(v, 0), (v + lean, -120 * shelves - 30)], [14, 12]), OCHRE, 4.4)
        for v, lean in ((-140, 8), (140, -8))
    )
    for k in range(shelves):
        y0 = -64 - 120 * k
        leaves = "".join(
            shape(leaf_path(px, py, 38, 17, (px * 7 + k * 50) % 360), c, 3)
            for (px, py), c in zip(
                ((-84, 2), (-52, -9), (-40, 8), (-12, -10), (4, 8), (34, -9), (48, 7), (84, 0)),
                (YOUNG, LEAF, SPRING, YOUNG, LEAF, SPRING, LEAF, YOUNG),
                strict=True,
            )
        )
        out += shape(ribbon([(-152, y0 + 20), (152, y0 + 20)], [11, 11]), OCHRE, 4)
        out += group(
            shape(oval(0, 8, 132, 32), BARK, 4.6)
            + region(oval(0, 0, 132, 32), STRAW, weave((-134, -34, 134, 34), 18, STRAW, SUN), 4.6)
            + leaves,
            0, y0,
        )  # fmt: skip
    return group(out, x, y, scale)


def flame_motif(leaf=LEAF):
    """The small flame of the ring, around 0, 0."""
    return flat(
        "M0 18C-17 16 -20 -2 -11 -12C-10 -4 -7 -3 -5 -4C-8 -14 -2 -20 4 -24C4 -14 9 -11 12 -5C14 -7 14 -9 14 -11C20 3 17 16 0 18Z",
        CINNABAR,
    ) + flat("M0 16C-9 14 -10 3 -3 -4C-2 2 2 2 4 -4C10 4 9 14 0 16Z", SUN)
