"""Luofushan lychee (罗浮山荔枝): a bunch in the daylight of June, the mountain of Luofu, and a poet at his table.

Facts: fresh fruit in June and July; Guiwei leads, with milky white, thick flesh round a small seed; Su Shi tasted his first
lychee in Huizhou in 1095 and wrote "Below Mount Luofu all four seasons are spring ... three hundred lychees a day".
"""

from ..animals import dog
from ..figures import child
from ..frame import plate
from ..fruit import lychee_motif, opened_lychee
from ..library import (
    BARK,
    BLUE,
    CINNABAR,
    CREAM,
    GREY,
    INDIGO,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    PINK,
    RUST,
    SUN,
    WATER,
    YOUNG,
    Stamp,
    field,
    flat,
    group,
    leaf_path,
    poly,
    rect,
    region,
    ribbon,
    shape,
    thread,
)
from ..motifs_luofu import luofu, poet, rosy_lychee
from ..patterns import cloud, furrows, rays, ripples, sprigs
from ..plants import cluster, leaf, lychee_tree, pinnate
from ..things import basket

SKY = "#e3efb4"


def sky():
    return (
        flat(rect(180, 180, 1420, 1420), SKY)
        + rays(560, 860, 300, 1200, 44, "#eef5cc")
        + cloud(820, 300, 0.74, CREAM, INK, "#b9d27c")
    )


def land():
    shore = [(180, 806), (520, 794), (860, 810), (1420, 798)]
    bank = [(180, 872), (520, 884), (860, 862), (1420, 880)]
    lawn = [(180, 1010), (500, 990), (860, 1016), (1420, 990)]
    return (
        field(shore, 1420, WATER, ripples((180, 822, 1420, 900), 26, CREAM, 4, "brook"))
        + field(bank, 1420, LIME, furrows(bank, 1010, 36, YOUNG, 4, "22 12"))
        + field(
            lawn, 1420, YOUNG, sprigs((180, 1030, 1420, 1430), 74, CREAM, PINK, PINE, 1.0, "lawn")
        )
    )


def desk(x, y):
    """The poet's table: a plate of lychee, an opened one, paper, inkstone and brush in its rest."""
    half = 270
    top = shape(poly([(-half, -96), (half, -96), (half, -70), (-half, -70)]), BARK, 5.5) + thread(
        f"M{-half + 20} -83L{half - 20} -83", RUST, 4, "22 12"
    )
    legs = "".join(
        shape(poly([(v - 13, -70), (v + 13, -70), (v + 13, 40), (v - 13, 40)]), BARK, 5)
        for v in (-226, 226)
    )
    apron = region(
        "M-212 -70L212 -70L212 -40C160 -40 150 -14 110 -14C70 -14 60 -40 0 -40C-60 -40 -70 -14 -110 -14C-150 -14 -160 -40 -212 -40Z",
        RUST,
        thread("M-200 -54L200 -54", SUN, 4, "10 9"),
        4.6,
    )
    spots_ = (
        (-52, -112),
        (-18, -112),
        (18, -112),
        (52, -112),
        (-36, -138),
        (0, -140),
        (36, -138),
        (-16, -164),
        (18, -164),
    )
    dish = (
        shape(leaf_path(-10, -168, 60, 22, -150), LEAF, 4)
        + shape(leaf_path(10, -168, 60, 22, -24), YOUNG, 4)
        + cluster(spots_, 18)
        + shape(
            "M-84 -112L84 -112C78 -98 40 -94 30 -94L-30 -94C-40 -94 -78 -98 -84 -112Z", CREAM, 4.6
        )
        + thread("M-66 -105L66 -105", INDIGO, 4, "3 8")
    )
    paper = shape("M-60 -96L-40 -122L92 -122L112 -96Z", CREAM, 4.4) + thread(
        "M-34 -104L88 -104M-26 -113L80 -113", WATER, 3, "2 12"
    )
    stone = shape("M-30 -96C-34 -112 34 -112 30 -96Z", INK, 4, INK) + thread(
        "M-16 -104L16 -104", GREY, 3
    )
    rest = (
        shape("M-24 -96L24 -96L14 -136L-14 -136Z", BLUE, 4.4)
        + thread("M-8 -138L-20 -196M4 -138L12 -206", OCHRE, 7)
        + shape(leaf_path(-20, -192, 26, 10, -104), INK, 2.6)
        + shape(leaf_path(12, -202, 26, 10, -80), INK, 2.6)
    )
    return group(
        legs
        + apron
        + top
        + group(dish, 130, 0)
        + group(paper, -100, 0)
        + group(rest, -226, 0)
        + group(stone, 20, 0, 0.8),
        x,
        y,
    )


def scene():
    fruit = cluster(((0, 0),), 22)
    return (
        sky()
        + luofu(520, 812, 1.1, back=(BLUE, "#7db4d8", CREAM), front=(LEAF, PINE, LIME))
        + land()
        + lychee_tree(270, 1000, 0.72, seed="w")
        + lychee_tree(880, 990, 0.7, True, seed="e")
        + poet(590, 1160, 1.12, robe="#f4f1e4", trim=INDIGO, held=fruit)
        + desk(640, 1246)
        + child(
            978, 1262, 0.98, True, coat=CINNABAR, trousers=INDIGO, smile="laugh", front=armful()
        )
        + basket(
            790,
            1372,
            1.0,
            cluster(
                ((-28, -96), (0, -100), (28, -96), (-42, -84), (42, -84), (-14, -122), (14, -122)),
                17,
            ),
        )
        + dog(624, 1364, 0.8)
        + group(cluster(((0, 0), (34, 12)), 16), 906, 1356)
        + basket(
            1176,
            1302,
            0.84,
            cluster(((-28, -96), (0, -100), (28, -96), (-14, -120), (14, -120)), 17),
        )
    )


def armful():
    """The lychees the child carries before the coat."""
    return (
        shape(leaf_path(10, -150, 54, 20, -150), YOUNG, 3.6)
        + shape(leaf_path(14, -150, 54, 20, -30), LEAF, 3.6)
        + cluster(((-10, -136), (16, -140), (40, -134), (2, -116), (28, -114)), 16)
    )


def product():
    one, two = Stamp(rosy_lychee(104, "sun")), Stamp(rosy_lychee(104, "shade"))
    bough = (
        shape(
            ribbon([(1400, 150), (1310, 192), (1232, 290), (1212, 420)], [34, 28, 22, 16]), BARK, 6
        )
        + shape(ribbon([(1232, 290), (1150, 330), (1086, 400)], [16, 13, 10]), BARK, 5)
        + shape(ribbon([(1222, 320), (1320, 380), (1362, 470)], [16, 13, 10]), BARK, 5)
        + shape(
            ribbon([(1210, 400), (1216, 560), (1200, 740), (1216, 940)], [16, 14, 12, 9]), BARK, 5
        )
    )
    leaves = (
        pinnate(1266, 226, 250, 196, 3, 158, 54)
        + pinnate(1240, 290, 230, 156, 3, 150, 52, (PINE, LEAF, YOUNG))
        + leaf(1326, 186, 128, 48, 262, YOUNG, LIME, 5, 0.08)
        + leaf(1352, 176, 118, 46, 304, LEAF, LIME, 5, -0.08)
        + pinnate(1290, 216, 190, 58, 3, 140, 50, (LEAF, YOUNG, PINE))
    )
    places = (
        (1092, 510, 12),
        (1332, 560, -14),
        (1212, 484, 0),
        (1142, 684, 8),
        (1292, 732, -10),
        (1202, 630, 2),
        (1112, 850, 10),
        (1262, 904, -8),
        (1182, 800, 0),
    )
    fruit = "".join((one, two)[k % 2].at(x, y, 1, a) for k, (x, y, a) in enumerate(places))
    return leaves + bough + fruit + opened_lychee(1170, 1024, 122, 4)


def draw():
    return plate(scene(), product(), lychee_motif(PINK), YOUNG, PINK)
