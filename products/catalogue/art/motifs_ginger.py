"""The ginger of Gaotan: fingers, roots, shoots and clumps."""

import math

from .library import (
    CINNABAR,
    INK,
    LEAF,
    LIME,
    PINE,
    PINK,
    YOUNG,
    blade,
    clip,
    dice,
    flat,
    group,
    oval,
    polar,
    pt,
    ribbon,
    shape,
    smooth,
    spots,
    thread,
    union,
)
from .motifs_zong import bamboo_leaf

ROOT, ROOT_SHADE, ROOT_LIGHT = "#f0cf86", "#d9a255", "#fbe9b8"
SCAR = "#b27c34"


def finger(x, y, length=230, width=120, turn=0.0, tip="bud", seed="finger", w=7.0):
    """One branch of a ginger root along +x: swollen joints, ring scars with their frayed scales, a pink bud at the tip.

    ``tip`` is "bud", "cut" (broken across, with fibres and the ring inside) or "" (rounded).
    """
    roll = dice(seed)
    half = width / 2
    swell = [
        (-0.09, 0.4),
        (0.03, 0.84),
        (0.2, 1.04),
        (0.36, 0.93),
        (0.56, 1.06),
        (0.72, 0.92),
        (0.86, 0.84),
        (0.95, 0.6),
    ]
    top = [(t * length, -half * k * roll.uniform(0.95, 1.05)) for t, k in swell]
    low = [(t * length, half * k * roll.uniform(0.95, 1.05)) for t, k in swell]
    end = (
        [(length * 1.0, -half * 0.3), (length * 1.0, half * 0.3)]
        if tip != "cut"
        else [(length * 0.97, -half * 0.7), (length * 0.97, half * 0.7)]
    )
    d = smooth(top + end + low[::-1])
    shade = smooth(
        [
            (-20, half * 0.5),
            (length * 0.3, half * 0.36),
            (length * 0.62, half * 0.5),
            (length, half * 0.1),
            (length, half * 1.4),
            (-20, half * 1.4),
        ]
    )
    shine = smooth(
        [
            (length * 0.1, -half * 0.6),
            (length * 0.22, -half * 0.76),
            (length * 0.3, -half * 0.6),
            (length * 0.2, -half * 0.44),
        ]
    ) + smooth(
        [
            (length * 0.42, -half * 0.64),
            (length * 0.52, -half * 0.8),
            (length * 0.62, -half * 0.6),
            (length * 0.5, -half * 0.46),
        ]
    )
    rings, frays = "", ""
    for t in (0.2, 0.37, 0.55, 0.71, 0.86):
        k = half * (1.05 if t in (0.2, 0.55) else 0.95)
        rings += f"M{pt(t * length, -k)}Q{pt(t * length + width * 0.17, 0)} {pt(t * length, k)}"
        for v in (-0.7, -0.42, -0.12, 0.2, 0.5, 0.76):
            px = t * length + width * 0.085 * (1 - v * v) * 1.9
            frays += f"M{pt(px, v * k)}l{roll.uniform(7, 13):.0f} {roll.uniform(-4, 4):.0f}"
    fill = (
        flat(d, ROOT)
        + clip(
            d,
            flat(shade, ROOT_SHADE)
            + flat(shine, ROOT_LIGHT)
            + thread(rings, SCAR, 4.4)
            + thread(frays, SCAR, 3),
        )
        + shape(d, "none", w)
    )
    cap = ""
    if tip == "bud":
        e = length * 0.93
        cap = (
            shape(
                f"M{pt(e, -half * 0.5)}C{pt(e + width * 0.22, -half * 0.5)} {pt(e + width * 0.4, -half * 0.2)} {pt(e + width * 0.5, 0)}C{pt(e + width * 0.4, half * 0.24)} {pt(e + width * 0.2, half * 0.5)} {pt(e, half * 0.5)}C{pt(e + width * 0.1, half * 0.2)} {pt(e + width * 0.1, -half * 0.2)} {pt(e, -half * 0.5)}Z",
                PINK,
                w * 0.8,
            )
            + flat(
                f"M{pt(e + width * 0.2, -half * 0.3)}Q{pt(e + width * 0.42, -half * 0.16)} {pt(e + width * 0.47, 0)}Q{pt(e + width * 0.3, 0)} {pt(e + width * 0.2, -half * 0.3)}Z",
                "#fbc6c9",
            )
            + thread(
                f"M{pt(e + width * 0.12, half * 0.32)}Q{pt(e + width * 0.28, half * 0.2)} {pt(e + width * 0.44, half * 0.04)}",
                CINNABAR,
                3.4,
            )
        )
    elif tip == "cut":
        face = oval(length * 0.97, 0, half * 0.42, half * 0.84)
        dots = [
            (length * 0.97 + half * 0.24 * px, half * 0.5 * py)
            for px, py in (polar(((k + 0.5) / 13) ** 0.5, 137.5 * k) for k in range(13))
        ]
        cap = (
            shape(face, "#fbe27a", w * 0.9)
            + thread(oval(length * 0.97, 0, half * 0.3, half * 0.64), "#d9a226", 4, "8 6")
            + spots(dots, 3, "#d9a226")
        )
    return group(fill + cap, x, y, 1, turn)


def ginger_root(x, y, scale=1.0, turn=0.0, flip=False):
    """A hand of ginger about 820 wide and 470 high: a main stem of joints with fingers above and below."""
    back = (
        finger(-262, -30, 176, 128, -122, "bud", "a")
        + finger(-122, -176, 104, 92, -150, "", "h")
        + finger(-96, -40, 204, 138, -97, "bud", "b")
        + finger(96, -50, 176, 128, -76, "", "c")
        + finger(292, -136, 112, 92, -112, "bud", "i")
        + finger(262, -30, 196, 130, -48, "", "d")
    )
    main = (
        finger(-350, 24, 250, 166, -7, "", "m1")
        + finger(180, 6, 230, 164, 7, "cut", "m4")
        + finger(-168, 6, 250, 182, 4, "", "m2")
        + finger(24, 14, 250, 178, -5, "", "m3")
    )
    front = (
        finger(-196, 52, 120, 104, 116, "", "e")
        + finger(64, 72, 116, 108, 76, "", "f")
        + finger(-330, 22, 150, 122, 170, "bud", "g")
    )
    hairs = "".join(
        thread(f"M{px} {py}q{dx} {dy} {dx * 0.4:.0f} {dy * 1.9:.0f}", INK, 6)
        + thread(f"M{px} {py}q{dx} {dy} {dx * 0.4:.0f} {dy * 1.9:.0f}", ROOT_SHADE, 3)
        for px, py, dx, dy in (
            (-100, 90, -16, 22),
            (-60, 94, 12, 24),
            (170, 92, -10, 24),
            (210, 90, 16, 22),
            (250, 90, 4, 26),
        )
    )
    return group(hairs + back + main + front, x, y, scale, turn, flip)


def small_ginger(x, y, scale=1.0, turn=0.0):
    """A hand of ginger at the size of a person's hand, cheap to repeat; 150 wide."""
    lumps = (
        (0, 6, 66, 26, 0),
        (-40, -18, 19, 30, -24),
        (-4, -24, 20, 32, 6),
        (36, -20, 18, 28, 26),
        (-62, 16, 24, 17, 20),
        (58, 18, 24, 17, -20),
    )
    rings = "M-26 -16q16 10 4 44M14 -18q14 10 4 46M-50 -24l22 -8M-18 -36l28 -2M26 -30l22 10M-64 6l4 20M62 8l-4 20"
    return group(
        union([(oval(*v), ROOT) for v in lumps], 9)
        + flat(oval(-50, -44, 9, 8) + oval(46, -44, 9, 8), PINK)
        + thread(rings, SCAR, 5),
        x, y, scale, turn,
    )  # fmt: skip


def ginger_shoot(
    points, leaves=9, size=300, width=58, start=0.3, fills=(YOUNG, LEAF), w=5.4, seed="shoot"
):
    """A leafy ginger stem along points: sheathed stem, long narrow leaves in two ranks, growing smaller at the top."""
    roll = dice(seed)
    count = len(points) - 1
    out = ""
    for k in range(leaves):
        t = start + (1 - start) * k / (leaves - 1)
        place = min(t * count, count - 0.001)
        i, f = int(place), place - int(place)
        (ax, ay), (bx, by) = points[i], points[i + 1]
        px, py = ax + (bx - ax) * f, ay + (by - ay) * f
        lean = math.degrees(math.atan2(by - ay, bx - ax))
        side = 1 if k % 2 else -1
        s = size * (1 - 0.3 * abs(t - 0.55) / 0.55) * roll.uniform(0.94, 1.06)
        last = k == leaves - 1
        a = lean + 8 if last else lean + side * (60 - 24 * t) + roll.uniform(-5, 5)
        fill = fills[k % 2]
        out += bamboo_leaf(
            px,
            py,
            s * (0.8 if last else 1),
            width,
            a,
            fill,
            PINE if fill == LEAF else LEAF,
            LIME,
            0.1 if last else side * roll.uniform(0.2, 0.34),
            w,
        )
    stem = shape(ribbon(points, [34, 28, 22, 12]), YOUNG, w)
    sheath = ""
    for t in (0.12, 0.24, 0.36, 0.5, 0.64, 0.78):
        place = t * count
        i, f = int(place), place - int(place)
        (ax, ay), (bx, by) = points[i], points[i + 1]
        px, py = ax + (bx - ax) * f, ay + (by - ay) * f
        sheath += (
            f"M{pt(px - 13 + 5 * t, py + 6)}Q{pt(px + 2, py - 4)} {pt(px + 13 - 5 * t, py - 14)}"
        )
    return out + stem + thread(sheath, PINE, 3.6)


def ginger_plant(x, y, scale=1.0, stems=4, seed="clump"):
    """A small clump of ginger in the field, about 150 high."""
    roll, tones = dice(seed), {}
    stalks = ""
    for k in range(stems):
        dx = (k - (stems - 1) / 2) * 26
        tip = dx * 1.7 + roll.uniform(-6, 6)
        stalks += f"M{pt(dx * 0.4, 0)}Q{pt(dx * 0.6, -70)} {pt(tip, -120)}"
        for j in range(5):
            t = 0.32 + 0.16 * j
            px, py = dx * 0.4 + (tip - dx * 0.4) * t, -120 * t
            tone = (LIME, YOUNG)[(j + k) % 2]
            tones[tone] = tones.get(tone, "") + blade(
                px, py, 60, 15, -90 + (50 if j % 2 else -50) + roll.uniform(-8, 8)
            )
    return group(
        thread(stalks, INK, 9)
        + thread(stalks, YOUNG, 4)
        + "".join(shape(d, c, 2.6) for c, d in tones.items()),
        x,
        y,
        scale,
    )


def ginger_motif(fill="#e6b455", bud=PINK):
    """The small root of the ring, around 0, 0."""
    return (
        flat(
            oval(0, 4, 18, 9)
            + oval(-9, -6, 7, 10, 24)
            + oval(8, -7, 7, 10, -20)
            + oval(-15, 9, 8, 6, 30)
            + oval(15, 9, 7, 6, -30),
            fill,
        )
        + flat(oval(-13, -14, 4, 4) + oval(11, -15, 4, 4), bud)
        + thread("M-6 -1L-6 9M5 -1L5 9M-12 -4L-5 -8M5 -8L12 -5", "#a8671c", 2.6)
    )
