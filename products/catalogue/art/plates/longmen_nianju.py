"""Longmen New-Year mandarin (龙门年桔): the tree full of ripe fruit before a door dressed for the New Year.

Facts: the fruit ripens around Chinese New Year, hence its name, and is picked from early February to about Qingming; it is
a New-Year present that stands for good luck; skin smooth, bright orange-red, about 50-60 g; orchards on gentle hillsides
and former paddy land; old trees still stand in the county. The tree grows in the ground: potted trees are not in the facts.
"""

from ..animals import dog
from ..figures import child, grandmother, person
from ..frame import plate
from ..library import (
    BARK,
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    PINE,
    PINK,
    STRAW,
    SUN,
    YOUNG,
    dice,
    facet,
    field,
    flat,
    group,
    polar,
    rect,
    thread,
)
from ..motifs_orchard import (
    crackers,
    mandarin,
    mandarin_leaf,
    mandarin_motif,
    mandarin_tree,
    new_year_door,
    orchard_dots,
    peeled_mandarin,
    small_mandarin,
)
from ..patterns import cloud, furrows, hills, rays
from ..things import basket

RED = "#c81e3a"


def sky():
    return (
        flat(rect(180, 180, 1420, 1420), RED)
        + rays(620, 620, 100, 1100, 30, "#dc3a4a")
        + cloud(420, 400, 0.9, "#ffd98a", curl=CINNABAR)
        + cloud(640, 280, 0.7, "#ffd98a", curl=CINNABAR)
    )


def heap():
    return "".join(
        small_mandarin(x, y, 19, k)
        for k, (x, y) in enumerate(((-30, -90), (4, -92), (36, -88), (-14, -112), (20, -112)))
    )


def confetti():
    """Scraps of red paper left by the firecrackers."""
    roll, d = dice("scraps"), ""
    for _ in range(70):
        x, y, a = roll.gauss(800, 130), roll.uniform(1040, 1400), roll.uniform(0, 360)
        d += facet([polar(r, a + k, x, y) for r, k in ((9, 0), (6, 90), (9, 180), (6, 270))])
    return flat(d, CINNABAR)


def land():
    far = [(180, 520), (360, 440), (560, 530), (760, 450), (960, 540), (1160, 470), (1420, 540)]
    slope = [(180, 600), (500, 580), (800, 700), (1100, 760), (1420, 660)]
    yard = [(180, 1010), (800, 1004), (1420, 1012)]
    trees = [
        (x + (30 if j % 2 else 0), 800 + 74 * j, 24) for j in range(3) for x in range(820, 1420, 72)
    ]
    paving = "".join(f"M180 {1010 + 46 * j}H1420" for j in range(1, 9)) + "".join(
        f"M{200 + 96 * k + (48 if j % 2 else 0)} {1010 + 46 * j}v46"
        for j in range(9)
        for k in range(13)
    )
    return (
        hills(far, 900, PINE, 46, edge=YOUNG)
        + field(slope, 1020, LEAF, furrows(slope, 1020, 46, PINE, 4, "22 12"))
        + orchard_dots(trees)
        + new_year_door(486, 1010, 1.0)
        + field(yard, 1420, STRAW, thread(paving, "#e0b866", 4) + confetti())
    )


def scene():
    gran = grandmother(
        420, 1200, 0.98, shoe=INK, coat=INDIGO, pattern="sprig", trousers=BARK, trim=SUN
    )
    gift = group(basket(0, 0, 0.66, heap()), 6, -84)
    guest = person(
        690,
        1250,
        1.0,
        True,
        pose="stand",
        hat_kind=None,
        shoe=INK,
        coat=PINK,
        pattern="sprig",
        trousers=INDIGO,
        trim=SUN,
        front=gift,
    )
    return sky() + land() + gran + guest


def product():
    tree = mandarin_tree(1050, 1170, 396, 396, 636, count=42)
    man = person(
        1246,
        1216,
        0.94,
        pose="pick",
        back=small_mandarin(104, -312, 30, 5),
        who="man",
        hat_kind="straw",
        coat=CREAM,
        pattern="check",
        trousers=INDIGO,
        trim=CINNABAR,
    )
    kid = child(
        900,
        1362,
        0.88,
        True,
        "pick",
        shoe=INK,
        coat=CINNABAR,
        trousers=INDIGO,
        trim=SUN,
        smile="laugh",
    )
    fruit = (
        mandarin_leaf(290, 1236, 190, -166, LEAF, 6)
        + mandarin_leaf(300, 1240, 170, -24, YOUNG, 6)
        + mandarin(296, 1350, 136, -8, "one")
        + peeled_mandarin(546, 1404, 118, 0)
    )
    return (
        tree
        + crackers(790, 768, 0.92, 8)
        + man
        + basket(1090, 1316, 1.05, heap())
        + kid
        + dog(1010, 1390, 0.66, True)
        + fruit
    )


def draw():
    return plate(scene(), product(), mandarin_motif(), PINE, "#e8641c")
