"""The mountain of Luofu, its pines, the poet and his lychees."""

from .figures import hand, head
from .library import (
    BARK,
    CINNABAR,
    CREAM,
    GREY,
    INDIGO,
    INK,
    LEAF,
    LIME,
    PINE,
    SUN,
    WATER,
    clip,
    dice,
    flat,
    group,
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
