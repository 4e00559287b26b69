"""Houses and tools. Each stands with its bottom centre at 0, 0 unless it says otherwise."""

from .library import (
    BARK,
    CINNABAR,
    CLAY,
    CREAM,
    GREY,
    INDIGO,
    INK,
    LEAF,
    OCHRE,
    RUST,
    STRAW,
    SUN,
    WATER,
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
    shape,
    spots,
    thread,
)
from .patterns import tiles, weave


def basket(x, y, scale=1.0, content="", a=STRAW, b=OCHRE):
    """A woven basket 120 wide and 76 high; ``content`` is heaped behind its rim around 0, -78."""
    d = "M-60 -76L60 -76C56 -40 50 -16 42 0L-42 0C-50 -16 -56 -40 -60 -76Z"
    rim = shape("M-66 -84L66 -84L64 -68L-64 -68Z", OCHRE, 4.4) + thread(
        "".join(f"M{v} -82L{v + 8} -70" for v in range(-58, 58, 14)), BARK, 3
    )
    return group(content + region(d, b, weave((-64, -76, 64, 4), 15, a, b), 5) + rim, x, y, scale)


def tray(x, y, scale=1.0, content="", rx=92, ry=30):
    """A flat round winnowing tray, centre at 0, 0; ``content`` lies on it."""
    return group(
        shape(oval(0, 6, rx, ry), BARK, 5)
        + region(oval(0, 0, rx, ry), STRAW, weave((-rx, -ry, rx, ry), 14, STRAW, SUN), 5)
        + thread(oval(0, 0, rx - 8, ry - 5), BARK, 3)
        + content,
        x,
        y,
        scale,
    )


def jar(x, y, scale=1.0, body=BARK, glaze=RUST, lid=True):
    """A glazed jar 110 wide and 130 high, with a cloth lid tied by a cord."""
    d = "M-34 -112C-70 -92 -66 -24 -38 0L38 0C66 -24 70 -92 34 -112Z"
    drip = "M-70 -118L70 -118L62 -60C52 -44 46 -66 36 -62C26 -56 22 -30 10 -34C2 -40 -4 -62 -16 -58C-26 -52 -30 -36 -40 -44C-48 -54 -54 -58 -62 -56Z"
    pot = region(
        d, body, flat(drip, glaze) + thread("M-44 -20C-20 -12 20 -12 44 -20", OCHRE, 4), 5.4
    )
    cover = shape(
        "M-40 -112C-44 -98 -30 -92 -28 -104C-20 -92 -8 -92 0 -104C8 -92 20 -92 28 -104C30 -92 44 -98 40 -112C34 -136 -34 -136 -40 -112Z",
        CINNABAR,
        4.6,
    ) + thread("M-34 -112C-16 -104 16 -104 34 -112", SUN, 4.5)
    mouth = shape(oval(0, -112, 34, 9), INK, 4)
    return group(pot + (cover if lid else mouth), x, y, scale)


def stone(x, y, scale=1.0, fill=GREY):
    """A rounded river stone, 80 wide and 44 high."""
    return group(
        shape("M-40 0C-48 -22 -30 -44 -2 -44C28 -46 46 -24 40 0Z", fill, 4.8)
        + thread("M-22 -28Q-8 -36 6 -34M-26 -14L-20 -14M14 -20L20 -20M0 -10L6 -10", CREAM, 3.4),
        x,
        y,
        scale,
    )


def vat(x, y, scale=1.0, fill=CLAY, band=BARK, stones=True, content=SUN, inside=""):
    """A big salting vat 240 wide and 190 high, weighed down with boards and stones.

    ``inside`` is a drawing (same coordinates) that stands in the vat, seen above its front edge.
    """
    back = shape(oval(0, -142, 118, 26), band, 5.5)
    folds = "".join(
        f"M{v} -158C{v + 14} -150 {v - 8} -142 {v + 8} -130" for v in range(-96, 100, 22)
    )
    back += region(oval(0, -144, 104, 19), content, thread(folds, RUST, 4), 4.5)
    d = "M-118 -142C-130 -80 -112 -24 -80 0L80 0C112 -24 130 -80 118 -142C84 -106 -84 -106 -118 -142Z"
    zig = "M-130 -80" + "".join(f"L{-120 + 20 * k} {-64 if k % 2 == 0 else -80}" for k in range(14))
    pot = region(
        d,
        fill,
        thread(zig, band, 6)
        + spots([(v, -46) for v in range(-110, 120, 20)], 4, CREAM)
        + thread("M-120 -24L120 -24M-130 -98C-60 -86 60 -86 130 -98", band, 5),
        6,
    )
    lip = "M-118 -142C-84 -106 84 -106 118 -142"
    pot += thread(lip, INK, 17) + thread(lip, band, 9)
    load = ""
    if stones:
        load = shape("M-82 -152L82 -152L82 -140L-82 -140Z", OCHRE, 4.4) + stone(-38, -151, 0.95)
        load += stone(40, -151, 0.9, "#a7adc0") + stone(0, -182, 0.85, "#767d94")
    return group(back + (inside or load) + pot, x, y, scale)


def drying_rack(x, y, scale=1.0, width=320, colours=(SUN, OCHRE, "#e0a020"), seed="rack"):
    """Two bamboo rails with golden opened mustard sheets hung to dry; 250 high."""
    roll = dice(seed)
    half = width / 2
    posts = "".join(
        shape(
            ribbon([(s * half * 0.9 - s * 16, 0), (s * half * 0.9 + s * 6, -250)], [11, 10]),
            OCHRE,
            4.2,
        )
        + shape(
            ribbon([(s * half * 0.9 + s * 24, 0), (s * half * 0.9 - s * 8, -250)], [11, 10]),
            OCHRE,
            4.2,
        )
        for s in (-1, 1)
    )
    sheets = ""
    count = int(width / 46)
    for row, top in ((0, -236), (1, -138)):
        sheets += shape(ribbon([(-half - 14, top), (half + 14, top)], [10, 10]), OCHRE, 4)
        for k in range(count):
            sheets += meicai_sheet(
                -half + 32 + (width - 64) * k / (count - 1),
                top,
                0.72,
                roll.uniform(-4, 4),
                colours[(k + row) % len(colours)],
            )
    return group(posts + sheets, x, y, scale)


def meicai_sheet(x, y, scale=1.0, turn=0.0, fill=SUN):
    """One mustard plant slit and opened, hung over a rail: pale split stem on top, crinkled leaves below; 120 high."""
    d = "M-9 -8C-12 10 -16 24 -26 34C-36 44 -28 52 -34 62C-40 74 -28 78 -32 90C-36 104 -24 104 -20 112C-12 122 -8 108 0 116C8 124 12 110 20 112C30 106 24 98 32 90C36 80 28 76 34 64C36 54 28 50 28 38C18 26 12 10 9 -8Z"
    veins = "M0 4L0 96M-4 24C-8 44 -18 52 -20 84M4 24C8 44 18 52 20 84M-12 56L-22 58M12 56L22 58M-14 78L-24 82M14 78L24 80"
    stem = flat(
        "M-6 -6L6 -6C8 12 10 22 16 32C6 30 4 40 0 60C-4 40 -6 30 -16 32C-10 22 -8 12 -6 -6Z", CREAM
    )
    return group(shape(d, fill, 4.4) + stem + thread(veins, RUST, 2.8), x, y, scale, turn)


def house(x, y, scale=1.0, flip=False, wall=CREAM, roof=INDIGO, door=CINNABAR, width=260):
    """A Hakka house with a tiled roof, wok-ear ridge ends, red door and round window; about 230 high."""
    half = width / 2
    body = shape(poly([(-half, 0), (-half, -124), (half, -124), (half, 0)]), wall, 5.4)
    base = region(
        poly([(-half, 0), (-half, -30), (half, -30), (half, 0)]),
        GREY,
        thread(
            "".join(f"M{v} -30L{v} 0" for v in range(int(-half), int(half), 26))
            + f"M{pt(-half, -15)}L{pt(half, -15)}",
            INK,
            3,
        ),
        4.4,
    )
    doorway = (
        shape("M-34 0L-34 -96L34 -96L34 0Z", door, 4.8)
        + thread("M0 -94L0 -2", INK, 3.6)
        + flat(oval(-9, -48, 4) + oval(9, -48, 4), SUN)
        + flat(
            poly([(-24, -88), (-8, -88), (-8, -64), (-24, -64)])
            + poly([(24, -88), (8, -88), (8, -64), (24, -64)]),
            OCHRE,
        )
        + shape("M-44 -108L44 -108L44 -96L-44 -96Z", OCHRE, 4)
    )
    windows = "".join(
        shape(oval(v, -76, 22), INDIGO, 4.6)
        + thread(
            f"M{pt(v - 20, -76)}L{pt(v + 20, -76)}M{pt(v, -96)}L{pt(v, -56)}" + oval(v, -76, 10),
            WATER,
            3.4,
        )
        for v in (-half * 0.66, half * 0.66)
    )
    d = f"M{pt(-half - 26, -118)}L{pt(-half + 22, -196)}L{pt(half - 22, -196)}L{pt(half + 26, -118)}Z"
    tiled = region(d, roof, tiles((-half - 30, -196, half + 30, -112), 22, roof), 5.4)
    ridge = shape(
        f"M{pt(-half + 6, -190)}C{pt(-half + 4, -226)} {pt(-half + 34, -226)} {pt(-half + 40, -206)}L{pt(half - 40, -206)}C{pt(half - 34, -226)} {pt(half - 4, -226)} {pt(half - 6, -190)}Z",
        INK,
        4,
    )
    ridge += thread(f"M{pt(-half + 50, -199)}L{pt(half - 50, -199)}", SUN, 4, "2 10")
    return group(body + base + doorway + windows + tiled + ridge, x, y, scale, 0, flip)


def granary(x, y, scale=1.0, wall=STRAW, roof=BARK):
    """A round woven granary on stilts with a straw roof; about 220 high."""
    legs = "".join(shape(ribbon([(v, 0), (v, -44)], [14, 14]), BARK, 4.4) for v in (-56, 0, 56))
    body = region(
        "M-78 -40L78 -40L72 -136L-72 -136Z",
        OCHRE,
        weave((-82, -138, 82, -36), 17, wall, OCHRE),
        5.4,
    )
    door = shape("M-20 -52L20 -52L20 -104L-20 -104Z", CINNABAR, 4.4) + thread(
        "M-20 -78L20 -78", SUN, 4
    )
    thatch = region(
        "M-110 -120C-74 -150 -34 -196 0 -228C34 -196 74 -150 110 -120C70 -106 -70 -106 -110 -120Z",
        OCHRE,
        thread("".join(f"M0 -228L{v} -104" for v in range(-108, 116, 18)), roof, 4)
        + thread("M-70 -156C-30 -140 30 -140 70 -156M-40 -190C-14 -180 14 -180 40 -190", roof, 4),
        5.6,
    )
    return group(legs + body + door + thatch, x, y, scale)


def boat(x, y, scale=1.0, flip=False, hull=BARK):
    """A river boat with a woven awning, 300 long, waterline at 0."""
    awning = region("M-70 -44C-66 -122 54 -122 58 -44Z", STRAW, weave((-74, -120, 62, -40), 17), 5)
    d = "M-156 -58C-100 -40 100 -40 150 -64C142 -20 110 8 70 10L-80 10C-118 8 -146 -20 -156 -58Z"
    return group(
        awning
        + region(
            d,
            hull,
            thread("M-150 -34C-90 -16 90 -16 142 -38M-130 -10C-80 2 80 2 122 -12", OCHRE, 4),
            5.4,
        ),
        x,
        y,
        scale,
        0,
        flip,
    )


def bridge(x, y, scale=1.0, stone_fill=CREAM):
    """A stone arch bridge, 420 wide."""
    d = "M-210 0C-160 -20 -110 -118 0 -122C110 -118 160 -20 210 0L96 0C92 -92 -92 -92 -96 0Z"
    rail = thread("M-196 -26C-150 -44 -104 -146 0 -150C104 -146 150 -44 196 -26", INK, 7)
    posts = "".join(
        shape(poly([(v - 6, t), (v + 6, t), (v + 6, t - 34), (v - 6, t - 34)]), CINNABAR, 4)
        for v, t in ((-150, -46), (-82, -98), (0, -118), (82, -98), (150, -46))
    )
    joints = thread(
        "".join(
            f"M{pt(*polar(98, a, 0, 2))}L{pt(*polar(126, a, 0, 2))}" for a in range(186, 356, 14)
        ),
        INK,
        3.4,
    )
    return group(rail + posts + shape(d, stone_fill, 5.4) + joints, x, y, scale)


def lamp(x, y, scale=1.0, glow=True):
    """A storm lantern hanging from 0, 0 (90 high), in a flat rayed glow."""
    halo = (
        flat(
            "".join(
                leaf_path(*polar(46, 22.5 * k, 0, 56), 46 if k % 2 else 30, 12, 22.5 * k)
                for k in range(16)
            ),
            SUN,
        )
        + thread(oval(0, 56, 44), SUN, 4, "3 9")
        if glow
        else ""
    )
    body = (
        thread("M-14 26C-26 6 26 6 14 26M0 10L0 0", INK, 4.4)
        + shape("M-16 26L16 26L20 38L-20 38Z", CINNABAR, 4)
        + shape("M-19 38C-30 56 -26 72 -17 80L17 80C26 72 30 56 19 38Z", CREAM, 4.4)
        + flat("M0 46C12 60 10 76 0 76C-10 76 -12 60 0 46Z", OCHRE)
        + flat("M0 58C6 66 5 75 0 75C-5 75 -6 66 0 58Z", CINNABAR)
        + shape("M-24 80L24 80L20 94L-20 94Z", CINNABAR, 4)
    )
    return group(halo + body, x, y, scale)


def ladder(x, y, scale=1.0, height=260, turn=0.0):
    """A bamboo ladder."""
    rungs = "".join(f"M-26 {-v}L26 {-v}" for v in range(26, int(height), 36))
    sides = shape(ribbon([(-30, 0), (-24, -height)], [11, 9]), OCHRE, 4.2) + shape(
        ribbon([(30, 0), (24, -height)], [11, 9]), OCHRE, 4.2
    )
    return group(thread(rungs, INK, 13) + thread(rungs, SUN, 6) + sides, x, y, scale, turn)


def hive(x, y, scale=1.0):
    """A wooden box hive under a tiled board on a stone, 150 wide, 150 high."""
    return group(
        stone(0, 2, 1.5)
        + shape("M-66 -40L66 -40L66 -116L-66 -116Z", CLAY, 5)
        + thread(
            "M-62 -66L62 -66M-62 -92L62 -92M-36 -112L-36 -96M24 -88L24 -70M-10 -62L-10 -46",
            BARK,
            3.6,
        )
        + shape("M-22 -40L22 -40L22 -50L-22 -50Z", INK, 3)
        + shape("M-82 -116L82 -116L72 -138L-72 -138Z", OCHRE, 5)
        + thread("M-50 -136L-54 -118M-16 -136L-18 -118M18 -136L18 -118M50 -136L54 -118", BARK, 3.6),
        x,
        y,
        scale,
    )


def pans(x, y, scale=1.0, count=4, content=RUST):
    """A row of boiling pans on a clay stove with fire mouths; each pan 120 wide, 130 high with steam."""
    out = ""
    width = 124 * count
    out += region(
        poly(
            [(-width / 2 - 14, 0), (-width / 2 - 4, -70), (width / 2 + 4, -70), (width / 2 + 14, 0)]
        ),
        CLAY,
        thread(
            f"M{pt(-width / 2 - 20, -50)}L{pt(width / 2 + 20, -50)}M{pt(-width / 2 - 20, -22)}L{pt(width / 2 + 20, -22)}",
            BARK,
            3.4,
            "24 8",
        ),
        5.4,
    )
    for k in range(count):
        v = -width / 2 + 62 + 124 * k
        out += (
            shape(f"M{pt(v - 24, 0)}C{pt(v - 26, -46)} {pt(v + 26, -46)} {pt(v + 24, 0)}Z", INK, 4)
            + flat(
                f"M{pt(v, -34)}C{pt(v + 22, -10)} {pt(v + 16, -2)} {pt(v, 0)}C{pt(v - 16, -2)} {pt(v - 22, -10)} {pt(v, -34)}Z",
                OCHRE,
            )
            + flat(
                f"M{pt(v, -20)}C{pt(v + 10, -8)} {pt(v + 8, -1)} {pt(v, 0)}C{pt(v - 8, -1)} {pt(v - 10, -8)} {pt(v, -20)}Z",
                CINNABAR,
            )
        )
        out += (
            shape(oval(v, -74, 58, 17), INK, 4.4)
            + flat(oval(v, -77, 48, 12), content)
            + thread(
                oval(v - 14, -78, 7, 3) + oval(v + 16, -75, 9, 4) + oval(v + 2, -82, 5, 2), SUN, 3
            )
        )
        out += thread(
            f"M{pt(v - 20, -96)}C{pt(v - 36, -112)} {pt(v - 4, -118)} {pt(v - 20, -136)}M{pt(v + 16, -96)}C{pt(v, -112)} {pt(v + 32, -118)} {pt(v + 16, -138)}",
            CREAM,
            5,
        )
    return group(out, x, y, scale)


def table(x, y, scale=1.0, width=220, cloth=CINNABAR, content=""):
    """A low square table 90 high; ``content`` stands on it with its bottom at 0, -90."""
    half = width / 2
    legs = "".join(
        shape(poly([(v - 8, 0), (v + 8, 0), (v + 8, -70), (v - 8, -70)]), BARK, 4.4)
        for v in (-half + 20, half - 20)
    )
    top = shape(poly([(-half, -90), (half, -90), (half, -74), (-half, -74)]), OCHRE, 5)
    fringe = shape(
        f"M{pt(-half + 34, -76)}L{pt(half - 34, -76)}L{pt(0, -24)}Z", cloth, 4.4
    ) + thread(f"M{pt(-half + 58, -68)}L0 -38L{pt(half - 58, -68)}", SUN, 4, "3 8")
    return group(legs + fringe + top + content, x, y, scale)


def bowl(x, y, scale=1.0, fill=INDIGO, content=CREAM):
    """A blue-painted bowl 90 wide, 50 high, heaped with something of one colour."""
    return group(
        shape("M-38 -44C-24 -66 24 -66 38 -44Z", content, 4)
        + shape(
            "M-45 -46L45 -46C42 -18 26 -8 16 -6L16 0L-16 0L-16 -6C-26 -8 -42 -18 -45 -46Z",
            CREAM,
            4.6,
        )
        + thread("M-32 -30Q-24 -18 -16 -30Q-8 -18 0 -30Q8 -18 16 -30Q24 -18 32 -30", fill, 4),
        x,
        y,
        scale,
    )


def sack(x, y, scale=1.0, fill=STRAW, tie=CINNABAR):
    """A full sack with a tied neck, 100 wide, 120 high."""
    return group(
        shape("M-16 -98C-28 -112 -24 -124 0 -120C24 -124 28 -112 16 -98Z", fill, 4.4)
        + shape("M-16 -96C-64 -74 -62 -6 -44 0L44 0C62 -6 64 -74 16 -96Z", fill, 5)
        + thread("M-20 -97L20 -97", tie, 8)
        + thread(
            "M-24 -66L-30 -40M0 -74L0 -44M24 -66L30 -40M-14 -24L-14 -14M14 -24L14 -14", BARK, 3.4
        ),
        x,
        y,
        scale,
    )


def bunting(x, y, length=300, sag=40, colours=(CINNABAR, SUN, LEAF)):
    """A cord with paper-cut flags from x, y to the right."""
    flags = ""
    for k in range(int(length / 38)):
        u = (k + 0.5) * 38
        v = sag * 4 * (u / length) * (1 - u / length)
        flags += shape(
            poly([(u - 14, v), (u + 14, v), (u + 10, v + 30), (u, v + 20), (u - 10, v + 30)]),
            colours[k % len(colours)],
            3.4,
        )
    return group(thread(f"M0 0Q{pt(length / 2, sag * 2)} {pt(length, 0)}", INK, 4) + flags, x, y)
