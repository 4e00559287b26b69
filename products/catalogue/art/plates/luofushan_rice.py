"""Luofushan rice (罗浮山大米): heavy ears over water, egrets, and the mountain whose name the rice bears.

Facts: a Huizhou rice named after Mount Luofu; the land falls from hills in the north to small plains of the East River.
Variety, season and method are not recorded, so the scene shows water, birds and ripening fields and claims no month.
"""

from ..animals import buffalo, fish, flying_heron, heron
from ..figures import child, person
from ..frame import plate
from ..library import (
    BARK,
    BLUE,
    CINNABAR,
    INDIGO,
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
    oval,
    rect,
    region,
    ribbon,
    shape,
    smooth,
    thread,
)
from ..motifs_luofu import luofu
from ..motifs_rice import Grains, culm, ear_motif, rice_blade, tufts
from ..patterns import rays, ripples, rows

SKY = "#a9dde0"


def sky():
    return flat(rect(180, 180, 1420, 1420), SKY) + rays(560, 800, 380, 1100, 40, "#bfe7e6")


TUFT = []


def bed(top, bottom, fill, size, gap, step):
    """A bed of ripening rice with its bank."""

    def one(x, y, row):
        return TUFT[0].at(x, y, size) if 150 < x < 1450 else ""

    low = [(x, y + bottom) for x, y in reversed(top)]
    bank = [(x, y + bottom + 20) for x, y in reversed(top)]
    edge = smooth(top, False)
    d = edge + smooth(low, False).replace("M", "L", 1) + "Z"
    under = edge + smooth(bank, False).replace("M", "L", 1) + "Z"
    plants = rows([(x, y + 6) for x, y in top], min(y for _, y in top) + bottom, gap, one, step)
    return shape(under, BARK, 5) + region(d, fill, "", 5) + plants


def land():
    shore = [(180, 800), (800, 788), (1420, 804)]
    water = field(shore, 1420, INDIGO, ripples((180, 820, 1420, 1420), 36, WATER, 4, "luofu"))
    far = [(170, 818), (420, 806), (640, 822), (900, 804), (1430, 820)]
    near = [(170, 950), (380, 936), (600, 962), (820, 944), (1430, 960)]
    return water + bed(far, 54, LIME, 0.36, 44, 40) + bed(near, 92, SUN, 0.6, 64, 52)


def scene():
    rider = child(
        0,
        96,
        0.8,
        pose="sit",
        coat=CINNABAR,
        trousers=INDIGO,
        trim=SUN,
        hat_kind="cone",
        smile="laugh",
    )
    birds = flying_heron(800, 290, 0.78) + flying_heron(980, 340, 0.6)
    people = person(
        306,
        964,
        0.84,
        True,
        pose="carry",
        grip=True,
        coat=PINK,
        pattern="sprig",
        hat_kind="hakka",
        trousers=INDIGO,
        apron=INDIGO,
        front=shape(ribbon([(44, -262), (24, -180), (-34, -40)], [8, 8]), OCHRE, 4),
    )
    low = [(170, 1292), (500, 1272), (820, 1296), (1430, 1280)]
    return (
        sky()
        + luofu(570, 808, 1.06, front=(LEAF, PINE, LIME))
        + birds
        + land()
        + buffalo(536, 972, 0.76, True, rider=rider)
        + people
        + bed(low, 130, LIME, 0.95, 84, 74)
        + wading(640, 1236, 1.1, True)
        + wading(420, 1262, 1.5)
        + fish(840, 1220, 0.8)
        + fish(930, 1104, 0.66, True)
    )


def wading(x, y, scale, flip=False):
    """An egret in the shallows with rings round its foot."""
    rings = "".join(thread(oval(x, y, r * scale, r * scale * 0.24), WATER, 4) for r in (22, 40))
    return rings + heron(x, y, scale, flip)


def product():
    grains = Grains()
    x = 1190
    base = 1440
    leaves_back = (
        rice_blade([(x + 30, base), (1290, 1100), (1330, 800), (1450, 560)], 40, PINE, LIME)
        + rice_blade([(x - 30, base), (1090, 1120), (1040, 900), (930, 700)], 38, PINE, LIME)
        + rice_blade([(x, base), (1180, 1000), (1240, 640), (1330, 330)], 42, LEAF, LIME)
    )
    straws = (
        culm([(x - 26, base), (1120, 1080), (1090, 740)], 22)
        + culm([(x + 4, base), (1190, 1060), (1200, 700)], 22, LIME)
        + culm([(x + 40, base), (1270, 1120), (1290, 860)], 22)
        + culm([(x - 50, base), (1080, 1180), (1040, 980)], 20, LIME)
    )
    ears = (
        grains.panicle([(1200, 704), (1216, 500), (1330, 380), (1440, 430), (1470, 600)], 1.2, 10)
        + grains.panicle([(1290, 864), (1320, 740), (1410, 700), (1470, 790), (1490, 950)], 1.1, 9)
        + grains.panicle([(1090, 744), (1050, 520), (920, 430), (780, 520), (720, 720)], 1.3, 11)
        + grains.panicle([(1040, 984), (990, 840), (880, 800), (790, 900), (760, 1060)], 1.15, 10)
    )
    clod = region(
        "M1078 1448C1090 1416 1150 1404 1196 1406C1250 1404 1300 1420 1312 1450C1300 1478 1250 1484 1196 1482C1140 1484 1090 1476 1078 1448Z",
        BARK,
        thread(
            "M1110 1440L1130 1440M1160 1430L1180 1430M1220 1434L1240 1434M1264 1448L1284 1448"
            "M1130 1460L1152 1460M1190 1456L1212 1456M1236 1466L1256 1466",
            RUST,
            5,
        ),
        6,
    )
    leaves_front = rice_blade(
        [(x - 60, base), (1060, 1300), (960, 1180), (840, 1180)], 36, YOUNG, LIME
    ) + rice_blade([(x + 50, base), (1310, 1280), (1400, 1150), (1500, 1130)], 36, LEAF, LIME)
    return leaves_back + straws + ears + clod + leaves_front


def draw():
    TUFT[:] = [Stamp(tufts(0))]
    return plate(scene(), product(), ear_motif(), INDIGO, BLUE)
