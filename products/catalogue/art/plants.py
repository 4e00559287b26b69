"""Field plants with their true leaves, standing on 0, 0; the trees are in ``trees`` and can be imported from here too."""

from .library import (
    BARK,
    CINNABAR,
    CREAM,
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
    pt,
    region,
    ribbon,
    shape,
    smooth,
    thread,
)
from .trees import bamboo as bamboo
from .trees import canopy as canopy
from .trees import carambola as carambola
from .trees import cluster as cluster
from .trees import fruit_mark as fruit_mark
from .trees import leaf as leaf
from .trees import leaf_half as leaf_half
from .trees import lychee_tree as lychee_tree
from .trees import pinnate as pinnate
from .trees import round_tree as round_tree
from .trees import starfruit_tree as starfruit_tree
from .trees import tangerine_tree as tangerine_tree
from .trees import trunk as trunk


def cane(x, y, scale=1.0, height=380, stems=6, fill="#9a3b58", seed="cane"):
    """Sugar cane: banded stems and arching blades."""
    roll, out, blades = dice(seed), "", ""
    for k in range(stems):
        x0 = (k - (stems - 1) / 2) * 32
        tall = height * roll.uniform(0.62, 0.78)
        out += shape(
            ribbon([(x0, 0), (x0 + roll.uniform(-4, 8), -tall)], [22, 18]),
            (fill, LIME, "#b9683f")[k % 3],
            4.6,
        )
        for j in range(1, 9):
            out += thread(
                f"M{pt(x0 - 9, -tall * j / 9)}Q{pt(x0, -tall * j / 9 + 5)} {pt(x0 + 10, -tall * j / 9)}",
                CREAM,
                4,
            )
        for a, b in ((-118, -0.34), (-62, 0.34), (-92, 0.16), (-146, -0.3), (-34, 0.3)):
            blades += shape(
                leaf_path(x0, -tall + 4, height * 0.42, 17, a, b),
                (LEAF, YOUNG)[(k + (a < -90)) % 2],
                3.8,
            )
    return group(blades + out, x, y, scale)


def tea_bush(x, y, scale=1.0, seed="tea"):
    """A clipped tea bush with bright two-leaf buds, 160 wide, 110 high."""
    roll, tones = dice(seed), {}
    d = "M-80 0C-96 -40 -76 -92 -40 -96C-14 -112 20 -110 42 -96C78 -90 96 -40 80 0Z"
    for k in range(34):
        c = (PINE, YOUNG)[k % 2]
        tones[c] = tones.get(c, "") + leaf_path(
            roll.uniform(-84, 84), roll.uniform(-92, 0), 26, 13, roll.uniform(-130, -50)
        )
    buds = "".join(
        group(
            shape(leaf_path(0, 0, 30, 13, -128), LIME, 3)
            + shape(leaf_path(0, 0, 30, 13, -52), LIME, 3)
            + shape(leaf_path(0, 0, 28, 9, -90), SUN, 3),
            px,
            py,
        )
        for px, py in ((-58, -78), (-22, -98), (18, -98), (54, -80))
    )
    return group(
        region(d, LEAF, "".join(flat(v, c) for c, v in tones.items()), 5) + buds, x, y, scale
    )


def pod(x, y, scale=1.0, turn=0.0, fill="#e6b566"):
    """A peanut pod with waist, ridges and net, centre at 0, 0; 110 long."""
    d = "M-54 0C-56 -28 -28 -34 -8 -22C0 -18 8 -20 18 -26C42 -34 58 -22 56 2C58 26 40 34 18 25C8 20 0 18 -8 22C-28 34 -56 28 -54 0Z"
    net = "M-50 -6C-30 -14 30 -14 54 -6M-52 8C-30 2 30 2 54 8M-44 20C-26 12 30 12 46 20M-38 -24L-42 22M-22 -26L-24 24M-4 -22L-6 20M14 -24L12 22M30 -28L32 26M44 -24L46 22"
    return group(region(d, fill, thread(net, BARK, 3), 5), x, y, scale, turn)


def peanut_plant(x, y, scale=1.0, pods=True):
    """A peanut plant drawn from the soil: four-leaflet leaves, yellow flowers, pegs and pods; ground at 0."""
    stems = "".join(
        thread(f"M0 0Q{pt(dx * 0.4, -60)} {pt(dx, dy)}", LEAF, 7)
        for dx, dy in ((-84, -96), (-40, -140), (6, -156), (50, -138), (88, -92))
    )
    leaflets = ((-158, 54), (-22, 54), (-112, 60), (-68, 60))
    one = "".join(
        leaf(0, 0, size, 34, a, (YOUNG, LEAF)[i % 2], LIME, 4, 0.0, 3)
        for i, (a, size) in enumerate(leaflets)
    )
    tops = ((-84, -96, -30), (88, -92, 30), (-40, -140, -14), (50, -138, 14), (6, -160, 0))
    leaves = "".join(group(one, dx, dy, 0.95, turn) for dx, dy, turn in tops)
    blossom = "".join(
        shape(oval(dx - 6, dy, 9, 8) + oval(dx + 7, dy, 9, 8), SUN, 3)
        + flat(oval(dx, dy + 3, 4), CINNABAR)
        for dx, dy in ((-30, -48), (34, -56))
    )
    below = ""
    if pods:
        below = (
            thread(
                "M0 0Q-10 40 -50 58M0 0Q4 50 -4 84M0 0Q16 40 56 52M0 0Q-30 20 -92 22M0 0Q40 18 96 20",
                BARK,
                5,
            )
            + pod(-58, 74, 0.5, 70)
            + pod(-4, 108, 0.55, 90)
            + pod(62, 68, 0.5, 110)
            + pod(-104, 36, 0.45, 60)
            + pod(108, 34, 0.45, 120)
        )
    return group(below + stems + leaves + blossom, x, y, scale)


def potato_plant(x, y, scale=1.0, tubers=True):
    """A potato plant in white flower; tubers below the ground line at 0."""
    below = ""
    if tubers:
        below = thread("M0 0Q-20 30 -60 40M0 0Q0 40 4 60M0 0Q30 30 66 36", STRAW, 5) + "".join(
            shape(oval(dx, dy, rx, 24, a), "#e9c06a", 4.6)
            + thread(
                f"M{dx - 12} {dy - 4}L{dx - 5} {dy - 4}M{dx + 6} {dy + 6}L{dx + 12} {dy + 6}M{dx + 4} {dy - 12}L{dx + 9} {dy - 12}",
                BARK,
                3,
            )
            for dx, dy, rx, a in ((-70, 50, 34, -12), (4, 76, 36, 6), (74, 46, 32, 14))
        )
    leaves = "".join(
        leaf(0, -6, 92, 42, a, (LEAF, YOUNG)[i % 2], LIME, 4.2, 0.05, 4)
        for i, a in enumerate((-170, -10, -140, -40, -112, -68))
    )
    flower = "".join(
        flat("".join(oval(*polar(9, 72 * k - 90, dx, dy), 7) for k in range(5)), CREAM)
        + flat(oval(dx, dy, 5), OCHRE)
        for dx, dy in ((-16, -112), (14, -120), (0, -98))
    )
    return group(below + thread("M0 -6L0 -96", LEAF, 7) + leaves + flower, x, y, scale)


def choy_sum(x, y, scale=1.0, turn=0.0):
    """A cut choy sum: thick pale stem from 0, 0 upwards, oval stalked leaves and a head of yellow flowers; 260 high."""
    out = ""
    for dy, a, s in (
        (-40, -150, 104),
        (-70, -28, 112),
        (-104, -140, 92),
        (-128, -40, 92),
        (-150, -118, 70),
        (-158, -62, 70),
    ):
        ex, ey = polar(s * 0.4, a, 0, dy)
        out += shape(ribbon([(0, dy + 12), (ex, ey)], [12, 7]), LIME, 3.8) + leaf(
            ex, ey, s, s * 0.52, a, LEAF if a < -90 else YOUNG, LIME, 4.4, 0.04, 4
        )
    stem = shape(ribbon([(0, 0), (3, -80), (0, -200)], [28, 22, 12]), LIME, 5) + shape(
        oval(0, 0, 14, 6), CREAM, 4
    )
    bloom = "".join(
        flat("".join(oval(*polar(8, 90 * k + 45, dx, dy), 6.5) for k in range(4)), SUN)
        + flat(oval(dx, dy, 3.6), LEAF)
        for dx, dy in ((-24, -214), (0, -232), (22, -212), (-8, -204), (12, -246), (-16, -244))
    )
    return group(out + stem + bloom, x, y, scale, turn)


def mustard(x, y, scale=1.0, fill=LEAF, vein=LIME):
    """A big-leaf mustard in the field: broad crinkled leaves with thick pale ribs, 200 wide, 170 high."""
    blade = "M0 0C-10 -30 -44 -36 -38 -66C-54 -84 -36 -98 -42 -118C-30 -134 -24 -146 -6 -150C10 -156 26 -142 32 -128C48 -112 34 -100 44 -82C50 -62 34 -58 32 -44C20 -34 10 -20 0 0Z"
    ribs = "M0 -30L-20 -62M0 -30L20 -60M0 -60L-24 -92M0 -60L24 -88M0 -92L-18 -122M0 -92L18 -118"
    out = ""
    for a, s, c in (
        (-74, 0.86, PINE),
        (74, 0.86, PINE),
        (-44, 1.0, fill),
        (44, 1.0, fill),
        (-16, 1.06, YOUNG),
        (18, 1.04, fill),
    ):
        out += group(
            shape(blade, c, 5)
            + shape(ribbon([(0, -14), (0, -70), (0, -138)], [20, 10, 3]), "#e4efb8", 2.6, LEAF)
            + thread(ribs, vein, 3.4),
            0,
            0,
            s,
            a,
        )
    out += shape(oval(0, -4, 20, 13), "#e4efb8", 4.6)
    return group(out, x, y, scale)


def rice_ear(x, y, length=300, turn=0.0, bend=0.5, grain=SUN, husk=OCHRE, w=4.4):
    """A ripe rice panicle arching from 0, 0: a fine stalk, loose hanging branchlets, single ribbed grains."""

    def at(t):
        return t * length, bend * length * t**2.2

    branches, grains = "", ""
    for k in range(9):
        t = 0.24 + 0.76 * k / 8
        px, py = at(t)
        side = 1 if k % 2 else -1
        reach = length * (0.3 - 0.14 * t)
        direction = 52 * t + (34 if side > 0 else -20)
        for step in range(5 if k < 8 else 3):
            u = (step + 1) / 5
            gx, gy = polar(reach * u, direction, px, py)
            gy += reach * 0.34 * u * u
            tilt = direction + 26 * u + (-24 if step % 2 else 24)
            d = leaf_path(0, 0, length * 0.105, length * 0.05, 0)
            colour = (grain, husk)[(step + k) % 2]
            mark = thread(f"M{pt(length * 0.02, 0)}L{pt(length * 0.08, 0)}", RUST, 2.2)
            grains += group(shape(d, colour, w * 0.86) + mark, gx, gy, 1, tilt)
        ex, ey = polar(reach, direction, px, py)
        mx, my = polar(reach * 0.5, direction, px, py)
        branches += f"M{pt(px, py)}Q{pt(mx, my)} {pt(ex, ey + reach * 0.34)}"
    line = [at(t) for t in (0, 0.3, 0.6, 0.85, 1)]
    stem = thread(smooth(line, closed=False), LEAF, w * 1.8) + thread(branches, LEAF, w * 0.9)
    return group(stem + grains, x, y, 1, turn)
