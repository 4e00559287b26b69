"""Rice: ripe panicles, blades, sheaves, and the people who reap and thresh."""

import math

from .figures import person
from .library import (
    BARK,
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    OCHRE,
    RUST,
    STRAW,
    SUN,
    YOUNG,
    Stamp,
    flat,
    group,
    leaf_path,
    polar,
    poly,
    pt,
    region,
    ribbon,
    shape,
    smooth,
    thread,
)
from .motifs_greens import _at, spine


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
