"""Huidong potato (惠东马铃薯): the winter crop lifted on ridges beside the sea.

Facts: Huidong lies between hills and sea; after two rice crops the fields carry potatoes through the winter, harvested
with its peak around the Spring Festival; machines lift the crop, people sort and box it by hand; skin thin and smooth,
flesh fine. The festival of 2025 had a contest for the heaviest potato. Long oval tubers with few shallow eyes, yellow
skin and blue-violet flowers are those of the main variety Yueyin 85-38 (a name of Favorita).
"""

from ..animals import dog, flying_heron
from ..figures import child, kneeler, person
from ..frame import plate
from ..library import (
    BARK,
    BLUE,
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    MIST,
    OCHRE,
    PINE,
    PINK,
    RUST,
    SOIL,
    STRAW,
    SUN,
    WATER,
    YOUNG,
    blade,
    clip,
    dice,
    flat,
    group,
    oval,
    rect,
    region,
    ribbon,
    shape,
    smooth,
    thread,
)
from ..motifs_potato import (
    crate,
    cut_potato,
    digger,
    potato,
    potato_bloom,
    potato_leaf,
    potato_motif,
    small_potatoes,
)
from ..patterns import cloud, hills, rays, waves
from ..things import boat


def sky():
    ground = flat(rect(180, 180, 1420, 700), "#fbe2a4") + rays(1100, 420, 120, 900, 36, "#fdedc4")
    disc = (
        flat(oval(1100, 420, 106), CREAM)
        + shape(oval(1100, 420, 84), "#f7b23b", 6)
        + thread(oval(1100, 420, 64), CREAM, 5, "9 9")
    )
    return (
        ground
        + disc
        + cloud(700, 300, 1.0, CREAM, INK, "#e6b98a")
        + cloud(420, 452, 0.78, CREAM, INK, "#e6b98a")
    )


def sea():
    range_ = [(180, 500), (270, 430), (380, 520), (470, 470), (600, 560), (720, 600)]
    isles = [(180, 580), (300, 540), (420, 590), (560, 540), (700, 584), (860, 602)]
    cape = [(960, 604), (1080, 548), (1180, 584), (1290, 500), (1420, 450)]
    return (
        hills(range_, 700, "#2f6f8f", 40, edge=WATER)
        + hills(isles, 700, "#3d9a7a", 36, edge=MIST)
        + hills(cape, 700, INDIGO, 40, edge=WATER)
        + flat(rect(180, 592, 1420, 860), INDIGO)
        + clip(
            rect(180, 594, 1420, 860), waves((180, 640, 1420, 880), 36, INDIGO, WATER, 3.4, BLUE)
        )
        + thread("M180 594L1420 594", INK, 6)
    )


def sail_boat(x, y, scale=1.0, flip=False, sail=CINNABAR):
    """A fishing boat with a ribbed sail."""
    hull = shape(
        "M-80 -26C-50 -16 50 -16 86 -34C78 -8 60 6 40 8L-46 8C-66 4 -78 -10 -80 -26Z", BARK, 5
    ) + thread("M-72 -12C-40 -4 40 -4 74 -16", SUN, 4)
    cloth = "M6 -176C62 -150 82 -96 74 -46L-30 -40C-44 -92 -30 -146 6 -176Z"
    ribs = thread("M-36 -72L78 -80M-38 -104L72 -114M-24 -138L50 -146", STRAW, 4)
    return group(
        thread("M6 -184L6 -24", INK, 7) + region(cloth, sail, ribs, 5) + hull, x, y, scale, 0, flip
    )


def strip(k, count=15):
    """The edges of one ridge of the fan that runs from the shore to the front: left and right points at t."""

    def at(i, t):
        top = 300 + (1330 - 300) * i / count
        low = -620 + (2040 + 620) * i / count
        bend = 70 * (1 - t) * t
        u = t**1.5
        return top + (low - top) * u + bend, 838 + (1460 - 838) * t

    return [at(k, t / 8) for t in range(9)], [at(k + 1, t / 8) for t in range(9)]


def tuft(x, y, s):
    """A small potato plant on its ridge."""
    leaves = "".join(blade(0, 0, 30, 12, a) for a in (-158, -22, -122, -58))
    return group(flat(blade(0, 2, 32, 14, -90) + leaves, PINE) + flat("".join(blade(0, -2, 23, 7, a) for a in (-150, -30, -90)), LIME)
                 + flat(oval(0, -28, 4.6), "#b9a8ea"), x, y, s)  # fmt: skip


def field():
    out = flat(rect(180, 838, 1420, 1420), "#6d3418")
    roll = dice("ridges")
    for k in range(15):
        left, right = strip(k)
        shade = [(lx + (rx - lx) * 0.14, ly) for (lx, ly), (rx, _) in zip(left, right, strict=True)]
        inner = [(lx + (rx - lx) * 0.8, ly) for (lx, ly), (rx, _) in zip(left, right, strict=True)]
        d = (
            smooth(shade, closed=False)
            + smooth(inner[::-1], closed=False).replace("M", "L", 1)
            + "Z"
        )
        green = k in (0, 1, 2, 3, 4, 12, 13, 14)
        mid = [((lx + rx) / 2, ly) for (lx, ly), (rx, _) in zip(left, right, strict=True)]
        out += shape(d, SOIL if green else RUST, 4.4)
        out += thread(
            smooth([(px - 8 * j, py) for j, (px, py) in enumerate(mid)], closed=False),
            CLAY_LIGHT,
            4,
            "13 15",
        )
        if green:
            for j in range(11):
                t = (j + 0.35 + 0.4 * (k % 2)) / 11
                i = min(int(t * 8), 7)
                f = t * 8 - i
                px, py = (
                    mid[i][0] + (mid[i + 1][0] - mid[i][0]) * f,
                    mid[i][1] + (mid[i + 1][1] - mid[i][1]) * f,
                )
                if (px - 800) ** 2 + (py - 800) ** 2 < 640**2:
                    out += tuft(px, py, 0.55 + 1.25 * t)
        else:
            spots = [
                (roll.uniform(-10, 10) + mid[i][0], mid[i][1] + roll.uniform(-16, 16))
                for i in (2, 3, 4, 5, 6, 7)
            ]
            out += small_potatoes(spots, 14, 10, f"lifted{k}")
    shore = [(180, 836), (420, 826), (700, 842), (980, 828), (1420, 838)]
    band = smooth(shore, closed=False)
    return out + thread(band, INK, 34) + thread(band, STRAW, 24) + thread(band, OCHRE, 4, "3 12")


CLAY_LIGHT = "#e99a63"


def people():
    driver = person(0, -40, 0.82, pose="sit", who="man", hat_kind="straw", coat=WATER, pattern="check",
                    trousers=INDIGO, trim=CREAM, grip=True)  # fmt: skip
    sorter = kneeler(
        1064, 1200, 0.94, True, hat_kind="hakka", coat=PINK, pattern="sprig", trousers=INDIGO
    )
    packer = person(
        566,
        1142,
        0.92,
        pose="bend",
        hat_kind="cone",
        coat=CINNABAR,
        pattern="dot",
        trousers=INDIGO,
        trim=SUN,
    )
    king = child(812, 1120, 0.82, pose="pick", coat=SUN, trousers=LEAF, trim=CINNABAR, smile="laugh",
                 front=potato(12, -318, 84, 58, -6, "king", 4, 5))  # fmt: skip
    return (
        digger(1176, 986, 0.8, False, driver)
        + crate(1272, 1130, 0.8, BLUE, INDIGO)
        + packer
        + crate(684, 1152, 0.8)
        + king
        + sorter
        + crate(976, 1216, 0.86, LEAF, PINE)
        + dog(1182, 1150, 0.52, True, CREAM)
    )


def scene():
    boats = sail_boat(900, 704, 0.8) + sail_boat(560, 660, 0.5, True, OCHRE) + boat(1180, 700, 0.46)
    birds = flying_heron(840, 500, 0.5) + flying_heron(590, 452, 0.4)
    return sky() + sea() + boats + birds + field() + people()


def product():
    stem = shape(ribbon([(440, 1390), (396, 1290), (352, 1190)], [24, 18, 13]), YOUNG, 4.4)
    plant = (
        potato_leaf(430, 1400, 232, -163, 0.1, 146, (LEAF, YOUNG))
        + potato_leaf(424, 1366, 330, -128, -0.06, 150, (YOUNG, LEAF))
        + potato_leaf(444, 1390, 392, -80, 0.03, 146, (LEAF, YOUNG))
        + stem
        + potato_bloom(356, 1204, 1.24, -17)
    )
    return (
        plant
        + potato(628, 1312, 176, 120, -16, "a")
        + potato(1176, 1330, 178, 118, 15, "b")
        + potato(900, 1312, 182, 126, 4, "c")
        + potato(496, 1424, 168, 110, 10, "d", 5)
        + cut_potato(1056, 1440, 162, 116, -6)
        + potato(768, 1450, 184, 118, -4, "e")
    )


def draw():
    return plate(scene(), product(), potato_motif(), INDIGO, RUST)
