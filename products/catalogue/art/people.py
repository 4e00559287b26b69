"""Parts of a person: the joints of each pose, hands, hats and faces."""

import math

from .library import (
    CINNABAR,
    CREAM,
    GREY,
    INDIGO,
    INK,
    PINK,
    SKIN,
    STRAW,
    SUN,
    WATER,
    flat,
    group,
    oval,
    region,
    shape,
    thread,
)

RUST_LINE = "#a45a14"
SKIN_LINE = "#b9703f"

# Joints of each pose. Arms: shoulder, elbow, wrist. Legs: hip, knee, ankle. "near" is the viewer's side.
POSES = {
    "stand": dict(
        hip=(0, -122),
        neck=(0, -206),
        head=(4, -250),
        near=[(-24, -192), (-44, -156), (-16, -126)],
        far=[(24, -192), (46, -158), (30, -124)],
        near_leg=[(-15, -112), (-17, -60), (-18, -12)],
        far_leg=[(15, -112), (18, -60), (20, -12)],
    ),
    "pick": dict(
        hip=(-2, -122),
        neck=(2, -206),
        head=(10, -250),
        near=[(-22, -196), (-70, -220), (-82, -284)],
        far=[(26, -196), (82, -222), (98, -286)],
        near_leg=[(-16, -112), (-22, -60), (-24, -12)],
        far_leg=[(14, -112), (22, -62), (22, -12)],
    ),
    "carry": dict(
        hip=(0, -122),
        neck=(4, -206),
        head=(14, -252),
        near=[(-20, -186), (-12, -144), (24, -180)],
        far=[(26, -190), (54, -160), (70, -128)],
        near_leg=[(-12, -112), (-26, -62), (-46, -14)],
        far_leg=[(12, -112), (34, -66), (40, -12)],
    ),
    "hoe": dict(
        hip=(-14, -120),
        neck=(20, -194),
        head=(44, -234),
        near=[(2, -184), (26, -142), (64, -146)],
        far=[(40, -184), (76, -170), (98, -178)],
        near_leg=[(-26, -110), (-30, -60), (-42, -12)],
        far_leg=[(0, -110), (30, -66), (32, -12)],
    ),
    "pound": dict(
        hip=(-4, -122),
        neck=(4, -206),
        head=(14, -248),
        near=[(-18, -194), (8, -158), (54, -178)],
        far=[(28, -194), (54, -186), (60, -226)],
        near_leg=[(-18, -112), (-26, -60), (-34, -12)],
        far_leg=[(12, -112), (22, -62), (22, -12)],
    ),
    "kneel": dict(
        hip=(-20, -56),
        neck=(2, -138),
        head=(14, -182),
        near=[(-18, -126), (6, -88), (46, -78)],
        far=[(24, -126), (52, -104), (78, -84)],
        near_leg=[(-22, -44), (34, -28), (-34, -12)],
        far_leg=[(-8, -44), (46, -48), (44, -10)],
    ),
    "sit": dict(
        hip=(-8, -84),
        neck=(-2, -168),
        head=(6, -212),
        near=[(-24, -154), (-34, -112), (16, -96)],
        far=[(22, -154), (44, -118), (42, -92)],
        near_leg=[(-8, -78), (46, -74), (40, -12)],
        far_leg=[(6, -78), (62, -72), (64, -12)],
    ),
    "bend": dict(
        hip=(-20, -122),
        neck=(48, -158),
        head=(88, -158),
        near=[(34, -142), (44, -92), (62, -44)],
        far=[(60, -146), (84, -98), (92, -50)],
        near_leg=[(-30, -112), (-28, -60), (-38, -12)],
        far_leg=[(-6, -112), (4, -62), (0, -12)],
    ),
    "reach": dict(
        hip=(0, -122),
        neck=(4, -206),
        head=(12, -250),
        near=[(-20, -192), (14, -166), (62, -186)],
        far=[(26, -194), (64, -216), (84, -262)],
        near_leg=[(-16, -112), (-20, -60), (-22, -12)],
        far_leg=[(14, -112), (22, -62), (24, -12)],
    ),
    "tread": dict(
        hip=(0, -122),
        neck=(0, -206),
        head=(4, -250),
        near=[(-24, -192), (-56, -164), (-24, -134)],
        far=[(24, -192), (56, -166), (26, -134)],
        near_leg=[(-14, -112), (-20, -60), (-20, -12)],
        far_leg=[(14, -112), (40, -92), (26, -46)],
    ),
}


def hand(x, y, turn=0.0, grip=False, skin=SKIN):
    """A hand from the wrist at x, y pointing along ``turn``: four fingers and a thumb, open or closed round a handle."""
    if grip:
        d = "M-8 -8C0 -15 12 -15 19 -12C26 -9 27 9 20 13C12 16 0 14 -8 8Z"
        knuckles = "M20 -6L12 -5M22 1L13 1M20 7L12 7M2 -12C8 -8 10 -4 6 0"
        return group(shape(d, skin, 4.2) + thread(knuckles, INK, 2.6), x, y, 1, turn)
    fingers = "M10 -8L25 -14M12 -3L31 -5M12 3L30 5M10 8L24 14M2 -7L9 -18"
    palm = "M-9 -7C0 -12 10 -12 14 -9L15 9C10 12 0 12 -9 7Z"
    ink = shape(palm, skin, 7.4) + thread(fingers, INK, 13.6)
    return group(ink + thread(fingers, skin, 7) + flat(palm, skin), x, y, 1, turn)


def angle(a, b):
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def hat(kind, x=0.0, y=0.0):
    """A hat on a head whose centre is x, y: "cone", "hakka" (cool hat with its pleated cloth), "straw", "scarf"."""
    if kind == "cone":
        d = "M-66 -10C-44 -26 -14 -60 2 -72C18 -60 48 -26 68 -10C40 -2 -38 -2 -66 -10Z"
        rings = "M-42 -27C-14 -17 18 -17 44 -27M-20 -49C-6 -43 8 -43 23 -49" + "".join(
            f"M2 -70L{v} -6" for v in (-44, -22, 2, 24, 46)
        )
        return group(region(d, SUN, thread(rings, RUST_LINE, 2.6), 5), x, y)
    if kind == "hakka":
        cloth = "M-62 -24L-60 -2C-54 5 -50 -6 -42 0C-36 6 -30 -4 -22 2C-16 7 -8 -3 -1 3C6 8 12 -3 20 2C28 7 34 -4 42 0C48 5 54 -6 60 -2L62 -24Z"
        pleats = "".join(f"M{v} -20L{v} -4" for v in range(-50, 60, 12))
        brim = oval(0, -26, 64, 15)
        weave = oval(0, -26, 48, 10) + oval(0, -27, 32, 6.5)
        return group(
            shape(cloth, INDIGO, 4.5)
            + thread(pleats, WATER, 2.6)
            + shape(brim, SUN, 4.8)
            + thread(weave, RUST_LINE, 2.4)
            + shape("M-17 -28C-18 -44 18 -44 18 -28C10 -23 -10 -23 -17 -28Z", INK, 3),
            x,
            y,
        )
    if kind == "straw":
        return group(
            shape("M-60 -14C-40 -26 40 -26 62 -14C44 -4 -40 -4 -60 -14Z", STRAW, 4.8)
            + shape("M-34 -18C-36 -58 38 -58 36 -18C20 -12 -20 -12 -34 -18Z", STRAW, 4.8)
            + flat("M-34 -27C-20 -21 20 -21 36 -27L36 -18C20 -12 -20 -12 -34 -18Z", CINNABAR)
            + thread(
                "M-18 -40L-14 -30M0 -44L0 -32M18 -40L15 -30M-46 -15L-38 -12M48 -15L40 -12",
                RUST_LINE,
                2.6,
            ),
            x,
            y,
        )
    if kind == "scarf":
        return group(
            shape(
                "M-42 4C-50 -44 -22 -54 2 -53C30 -53 48 -38 43 2C34 -22 14 -30 0 -30C-18 -30 -36 -18 -42 4Z",
                CINNABAR,
                4.8,
            )
            + shape("M-40 0C-56 2 -62 14 -58 24C-48 22 -40 14 -38 4Z", CINNABAR, 4)
            + thread(
                "M-30 -30L-30 -30M-12 -42L-12 -42M8 -43L8 -43M26 -34L26 -34M-38 -14L-38 -14M37 -16L37 -16",
                CREAM,
                6,
            ),
            x,
            y,
        )
    return ""


def head(x, y, who="woman", hat_kind=None, skin=SKIN, down=0.0, smile=True):
    """A round face: "woman", "man", "child", "grandmother", "grandfather"; ``down`` lowers the look (0-8)."""
    old = who in ("grandmother", "grandfather")
    hair = GREY if old else INK
    back, front = "", ""
    if who in ("woman", "grandmother"):
        back = shape(oval(-34, 6, 19, 17), hair, 4) + thread("M-46 -6L-24 -2", CINNABAR, 7)
        front = "M-39 6C-46 -40 -16 -46 2 -45C28 -46 46 -30 40 4C36 -10 28 -22 12 -30C-4 -20 -26 -16 -30 -4C-33 2 -36 6 -39 6Z"
    elif who == "child":
        back = "".join(
            shape(oval(v, -36, 14, 13), hair, 4)
            + thread(f"M{v - 10} -26L{v + 10} -26", CINNABAR, 7)
            for v in (-28, 30)
        )
        front = "M-38 -6C-38 -40 -14 -46 2 -45C24 -46 42 -34 40 -6C30 -16 30 -22 26 -26L18 -14L10 -26L0 -14L-8 -26L-18 -13L-24 -24Z"
    else:
        front = "M-40 0C-44 -38 -18 -46 2 -45C28 -46 46 -30 40 0C38 -8 38 -14 34 -20C14 -28 -14 -28 -32 -18C-36 -12 -38 -6 -40 0Z"
    face = (
        "M-38 -6C-38 -36 -18 -43 2 -43C24 -43 41 -34 41 -6C42 22 24 40 3 40C-20 40 -38 22 -38 -6Z"
    )
    look = down
    ear = shape("M-36 -4C-48 -10 -50 12 -36 12Z", skin, 4)
    eyes = ""
    for v in (-10, 23):
        if old or smile == "laugh":
            eyes += thread(f"M{v - 9} {-1 + look}Q{v} {-10 + look} {v + 9} {-1 + look}", INK, 4.2)
        else:
            eyes += flat(
                f"M{v - 10} {-1 + look}C{v - 6} {-11 + look} {v + 5} {-11 + look} {v + 9} {-2 + look}C{v + 4} {4 + look} {v - 5} {5 + look} {v - 10} {-1 + look}Z",
                CREAM,
            )
            eyes += flat(oval(v + 1, -2.6 + look, 5, 5.6), INK) + flat(
                oval(v + 2.6, -4.6 + look, 1.8), CREAM
            )
            eyes += thread(
                f"M{v - 11} {look}C{v - 6} {-11 + look} {v + 5} {-11 + look} {v + 11} {-4 + look}",
                INK,
                3.6,
            )
    brows = "".join(
        thread(
            f"M{v - 10} {-17 + look}Q{v} {-23 + look} {v + 10} {-17 + look}",
            hair if not old else GREY,
            3,
        )
        for v in (-10, 23)
    )
    cheeks = flat(oval(-20, 15 + look, 9.5, 8) + oval(31, 15 + look, 8, 8), PINK)
    nose = thread(f"M{9} {4 + look}C{13} {11 + look} {9} {13 + look} {4} {12 + look}", SKIN_LINE, 3)
    mouth = (
        flat(
            f"M-3 {20 + look}C4 {23 + look} 12 {23 + look} 18 {20 + look}C16 {31 + look} 1 {31 + look} -3 {20 + look}Z",
            CINNABAR,
        )
        if smile
        else thread(f"M1 {22 + look}Q8 {27 + look} 15 {22 + look}", CINNABAR, 4.4)
    )
    extra = ""
    if old:
        extra = thread(
            f"M-26 {4 + look}L-32 {1 + look}M36 {4 + look}L39 {1 + look}M-6 {-26 + look}Q6 {-29 + look} 18 {-26 + look}",
            SKIN_LINE,
            2.6,
        )
    if who == "grandfather":
        extra += shape(
            f"M-8 {27 + look}C2 {31 + look} 12 {31 + look} 22 {27 + look}C22 {46 + look} 12 {56 + look} 6 {60 + look}C-2 {52 + look} -8 {42 + look} -8 {27 + look}Z",
            CREAM,
            3,
        )
    string = (
        thread("M-37 4C-30 30 -16 42 3 44C22 42 36 28 40 4", CINNABAR, 3)
        if hat_kind in ("cone", "straw", "hakka")
        else ""
    )
    return group(
        back
        + ear
        + shape(face, skin, 4.8)
        + cheeks
        + eyes
        + brows
        + nose
        + mouth
        + extra
        + flat(front, hair)
        + string
        + hat(hat_kind, 0, -7 if hat_kind == "hakka" else -2),
        x,
        y - 4,
        1.14,
    )
