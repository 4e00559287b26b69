"""Aipi meicai (矮陂梅菜): the winter field and its dark leaves before the Spring Festival.

Facts: big-leaf mustard stands in the paddies that would lie empty after the late rice; the weather is cool; growers in
Xialang and Tai'an cut around the Spring Festival. (The golden dried vegetable belongs to the plate of Huizhou meicai.)
"""

from ..figures import carrier, child
from ..frame import plate
from ..library import (
    BARK,
    CINNABAR,
    CREAM,
    GREY,
    INDIGO,
    INK,
    LEAF,
    MIST,
    OCHRE,
    PINE,
    PINK,
    RUST,
    SUN,
    YOUNG,
    Stamp,
    field,
    flat,
    group,
    oval,
    poly,
    rect,
    ribbon,
    shape,
    smooth,
    thread,
)
from ..motifs_greens import mustard_motif, ruffled_leaf
from ..motifs_rice import reaper
from ..patterns import cloud, hills, stitches
from ..plants import bamboo, mustard
from ..things import house

DEEP = "#0e4430"
FURROW = "#6b3a26"
EARTH = "#8f4f2c"


def lantern(x, y, scale=1.0):
    """A round red lantern hanging from 0, 0."""
    d = "".join(f"M{v} 14Q{v * 1.9} 48 {v} 82" for v in (-20, 0, 20))
    return group(
        thread("M0 0L0 12M0 88L0 132", INK, 4)
        + thread("M-7 100L-9 136M0 100L0 140M7 100L9 136", OCHRE, 5)
        + shape(oval(0, 48, 52, 38), CINNABAR, 5)
        + thread(d, SUN, 3.6)
        + shape("M-24 6L24 6L24 16L-24 16ZM-24 80L24 80L24 90L-24 90Z", OCHRE, 4),
        x,
        y,
        scale,
    )


def sky():
    """A cool still sky, and the cord of lanterns put up for the festival."""
    ground = flat(rect(180, 180, 1420, 1420), MIST) + stitches(
        (190, 200, 1420, 640), 34, ("#b4dcd4", "#fffaf0"), 26, 0, 4, "winter"
    )
    cord = [(420, 262), (560, 330), (800, 362), (1040, 330), (1180, 262)]
    lanterns = "".join(
        lantern(x, y, k)
        for x, y, k in ((606, 342, 0.84), (736, 360, 0.92), (872, 359, 0.92), (1002, 340, 0.84))
    )
    return (
        ground
        + cloud(1210, 430, 0.84, CREAM, INK, "#9cc9c0")
        + cloud(790, 262, 0.62, CREAM, INK, "#9cc9c0")
        + cloud(370, 440, 0.9, CREAM, INK, "#9cc9c0")
        + thread(smooth(cord, False), INK, 5)
        + lanterns
    )


PLANTS = []


def plant(k, x, y, size):
    """One of the two mustard plants of the rows."""
    return PLANTS[k % 2].at(x, y, size)


def row(top, size, start, gap, count):
    """A ridge of earth with mustard standing on it."""
    x0, y0, x1, y1 = top
    line = [(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2 - 6), (x1, y1)]
    width = 64 * size
    band = shape(ribbon(line, [width, width]), EARTH, 5) + thread(
        smooth([(x, y + 8 * size) for x, y in line], False), RUST, 4, "12 14"
    )
    plants = ""
    for k in range(count):
        x = start + gap * k
        y = y0 + (y1 - y0) * (x - x0) / (x1 - x0)
        plants += plant(k, x, y + 8 * size, size)
    return band + plants


def door_house(x, y, scale):
    """A village house with red New-Year papers at the door and two lanterns."""
    papers = "".join(
        shape(poly([(v - 9, -92), (v + 9, -92), (v + 9, -14), (v - 9, -14)]), CINNABAR, 3.4)
        + thread(f"M{v} -82L{v} -82M{v} -66L{v} -66M{v} -50L{v} -50M{v} -34L{v} -34", SUN, 8)
        for v in (-54, 54)
    )
    lanterns = "".join(
        thread(f"M{v} -120L{v} -106", INK, 3.4)
        + shape(oval(v, -90, 21, 17), CINNABAR, 4)
        + thread(
            f"M{v - 9} -105Q{v - 14} -90 {v - 9} -75M{v + 9} -105Q{v + 14} -90 {v + 9} -75M{v} -106L{v} -74",
            OCHRE,
            2.6,
        )
        + thread(f"M{v} -72L{v} -56", SUN, 5)
        for v in (-92, 92)
    )
    return group(house(0, 0, 1, roof=GREY, door=BARK) + papers + lanterns, x, y, scale)


def land():
    far = [
        (180, 610),
        (330, 520),
        (520, 600),
        (700, 500),
        (900, 590),
        (1090, 520),
        (1270, 590),
        (1420, 540),
    ]
    near = [(180, 650), (420, 610), (700, 650), (960, 606), (1200, 640), (1420, 610)]
    ground = [(180, 712), (800, 700), (1420, 716)]
    return (
        hills(far, 1420, "#5f9f96", 52, edge=CREAM)
        + hills(near, 1420, "#2f6f64", 44, edge="#9cc9c0")
        + field(
            ground,
            1420,
            FURROW,
            stitches((180, 720, 1420, 1420), 30, ("#87492f", "#542a1c"), 15, 4, 4, "soil"),
        )
    )


def load():
    """Cut mustard in a flat carrying basket."""
    return (
        plant(0, -22, -26, 0.5)
        + plant(1, 24, -26, 0.5)
        + shape("M-50 -34L50 -34C44 -10 34 0 22 2L-22 2C-34 0 -44 -10 -50 -34Z", OCHRE, 4.4)
        + thread("M-44 -20L44 -20", BARK, 3.4, "9 6")
    )


def scene():
    village = (
        bamboo(1352, 716, 0.95, 330, 4, seed="aipi")
        + group(house(0, 0, 0.78, roof=GREY, width=230), 838, 704)
        + door_house(1130, 716, 1.04)
    )
    women = reaper(830, 940, 0.94, coat=CINNABAR, hat_kind="hakka", trousers=INDIGO, down=3)
    man = carrier(
        1196,
        960,
        0.98,
        True,
        load=load(),
        coat=INDIGO,
        pattern="dot",
        hat_kind="straw",
        who="man",
        trousers=INK,
    )
    kid = child(
        972,
        1138,
        0.84,
        coat=SUN,
        trousers=CINNABAR,
        smile="laugh",
        front=group(plant(1, 0, 0, 0.62), 8, -128),
    )
    front = reaper(
        1196, 1256, 1.12, True, coat=PINK, pattern="check", hat_kind="cone", trousers=INDIGO, down=3
    )
    return (
        sky()
        + land()
        + village
        + row((180, 768, 1420, 776), 0.46, 240, 78, 16)
        + women
        + row((180, 948, 1420, 972), 0.56, 260, 96, 12)
        + man
        + kid
        + row((180, 1128, 1420, 1150), 0.7, 250, 128, 10)
        + front
        + row((180, 1356, 1420, 1366), 0.84, 290, 150, 8)
    )


def product():
    """One big plant at the left, just cut, wider than the moon leaves room for."""
    x, y = 510, 1404
    back = ruffled_leaf(
        [(x - 10, y), (400, 1150), (290, 880), (280, 590)], 320, PINE, DEEP, seed="a"
    ) + ruffled_leaf([(x + 10, y), (590, 1130), (660, 900), (706, 680)], 300, PINE, DEEP, seed="b")
    middle = (
        ruffled_leaf(
            [(x - 30, y), (340, 1240), (204, 1056), (110, 812)],
            312,
            LEAF,
            PINE,
            seed="c",
        )
        + ruffled_leaf(
            [(x + 30, y), (640, 1240), (760, 1100), (872, 950)], 300, LEAF, PINE, seed="d"
        )
        + ruffled_leaf([(x, y), (496, 1120), (494, 830), (500, 480)], 350, LEAF, PINE, seed="e")
    )
    thick = (76, 60, 32, 13, 4)
    near = (
        ruffled_leaf(
            [(x - 40, y + 6), (350, 1344), (210, 1280), (60, 1216)],
            262,
            PINE,
            DEEP,
            seed="f",
            ruffles=8,
            stalk=thick,
        )
        + ruffled_leaf(
            [(x + 40, y + 6), (640, 1350), (780, 1296), (930, 1310)],
            250,
            PINE,
            DEEP,
            seed="g",
            ruffles=8,
            stalk=thick,
        )
        + ruffled_leaf(
            [(x - 20, y + 10), (450, 1210), (404, 1040), (390, 850)],
            236,
            YOUNG,
            LEAF,
            seed="h",
            stalk=thick,
            ruffles=8,
        )
        + ruffled_leaf(
            [(x + 20, y + 10), (566, 1250), (604, 1110), (620, 940)],
            226,
            YOUNG,
            LEAF,
            seed="i",
            stalk=thick,
            ruffles=8,
        )
    )
    stump = (
        shape(
            f"M{x - 84} {y - 50}C{x - 70} {y + 10} {x - 50} {y + 40} {x - 46} {y + 70}L{x + 46} {y + 70}"
            f"C{x + 50} {y + 40} {x + 70} {y + 10} {x + 84} {y - 50}Z",
            "#e4efb8",
            5.5,
        )
        + shape(oval(x, y + 70, 45, 15), CREAM, 5)
        + thread(oval(x, y + 70, 27, 7.5), YOUNG, 4)
        + thread(
            "".join(f"M{x + v} {y + 30}L{x + v * 0.85:.1f} {y + 50}" for v in (-34, -8, 16, 38)),
            YOUNG,
            4,
        )
    )
    return back + middle + stump + near


def draw():
    PLANTS[:] = [Stamp(mustard(0, 0)), Stamp(mustard(0, 0, 1.0, PINE))]
    return plate(scene(), product(), mustard_motif(CINNABAR), CINNABAR, PINE)
