"""Animals of the villages. Each stands with its feet at 0, 0 (flyers: centre) and looks to the right; ``flip`` turns it."""

from .library import (
    BARK,
    CINNABAR,
    CREAM,
    GREY,
    INK,
    OCHRE,
    PINK,
    RUST,
    STRAW,
    SUN,
    WATER,
    flat,
    group,
    leaf_path,
    oval,
    region,
    ribbon,
    shape,
    thread,
)
from .patterns import stitches


def buffalo(x, y, scale=1.0, flip=False, rider=""):
    """A water buffalo, about 330 long and 210 high; ``rider`` is drawn with its seat at 0, 0 of the back."""
    hide, dark = "#5d6285", "#474b6b"
    legs = "".join(
        shape(
            ribbon([(v, -80), (v + 4, -40), (v, -8)], [38, 27, 24]),
            dark if v in (-92, 66) else hide,
            5,
        )
        + flat(f"M{v - 14} -12L{v + 14} -12L{v + 17} 0L{v - 16} 0Z", INK)
        for v in (-92, 66, -118, 92)
    )
    tail = shape(ribbon([(-140, -140), (-168, -100), (-160, -52)], [12, 8, 7]), hide, 4) + shape(
        leaf_path(-160, -58, 34, 18, 96), INK, 3
    )
    body = "M-146 -128C-150 -178 -96 -190 -40 -180C10 -172 40 -196 84 -184C128 -176 140 -138 130 -104C122 -70 90 -58 40 -56C-20 -52 -96 -50 -124 -68C-140 -82 -144 -104 -146 -128Z"
    coat = region(
        body, hide, stitches((-150, -186, 140, -50), 24, ("#8a90b4",), 11, 70, 3.2, "buffalo"), 6
    )
    head_d = "M112 -170C130 -194 172 -190 186 -164C196 -146 214 -122 216 -102C216 -84 186 -78 172 -88C150 -98 118 -118 112 -150Z"
    horns = shape(
        "M138 -180C110 -216 60 -214 44 -190C72 -196 102 -186 124 -166Z", STRAW, 5
    ) + shape("M166 -184C186 -214 232 -216 250 -190C224 -196 200 -186 184 -166Z", STRAW, 5)
    bands = thread(
        "M70 -205L74 -192M96 -206L98 -190M224 -206L220 -193M200 -204L197 -189", BARK, 3.4
    )
    face = (
        shape(leaf_path(126, -152, 54, 26, 165), hide, 4.5)
        + shape(head_d, hide, 5.5)
        + shape("M176 -100C190 -118 216 -116 217 -100C216 -84 186 -78 172 -88Z", "#a9acc4", 4)
        + flat(oval(194, -103, 4, 5) + oval(209, -103, 3, 4), INK)
        + flat(oval(160, -146, 9, 8), CREAM)
        + flat(oval(162, -145, 5, 5.5), INK)
        + thread("M148 -156Q160 -164 171 -154", INK, 4)
        + flat(oval(152, -122, 11, 9), PINK)
    )
    return group(
        tail + legs + coat + group(rider, -30, -178) + horns + bands + face, x, y, scale, 0, flip
    )


def chick(x, y, scale=1.0, flip=False, pecking=False):
    """A round yellow chick, about 60 high."""
    legs = thread("M-6 -12L-8 0M-14 2L-2 2M8 -12L8 0M2 2L15 2", RUST, 4)
    hx, hy = (24, -20) if pecking else (14, -46)
    body = shape(
        "M-30 -34C-26 -16 -12 -8 4 -9C22 -10 28 -24 20 -36C8 -48 -14 -42 -20 -34C-24 -38 -28 -38 -30 -34Z",
        SUN,
        4.2,
    )
    wing = shape("M-14 -30C-6 -34 6 -30 6 -22C-2 -16 -12 -20 -14 -30Z", OCHRE, 3)
    head = shape(oval(hx, hy, 16, 15), SUN, 4.2) + shape(
        f"M{hx + 13} {hy - 4}L{hx + 27} {hy + 2}L{hx + 12} {hy + 6}Z", CINNABAR, 3
    )
    eye = flat(oval(hx + 4, hy - 3, 3.4), INK) + flat(oval(hx + 1, hy + 6, 4, 3), PINK)
    return group(legs + body + wing + head + eye, x, y, scale, 0, flip)


def hen(x, y, scale=1.0, flip=False, coat=OCHRE, tail=INK, cock=False):
    """A hen or (``cock``) a cock among others in a scene, about 130 high."""
    legs = thread("M-8 -34L-10 -2M-24 0L6 0M14 -34L16 -2M2 0L32 0", OCHRE, 6)
    plume = "".join(
        shape(
            leaf_path(
                -44, -72, (84 if cock else 56) - 7 * k, 22, 200 + 21 * k, 0.25 if cock else 0.05
            ),
            tail if k % 2 else coat,
            4,
        )
        for k in range(4)
    )
    body = "M-64 -92C-58 -50 -30 -28 6 -30C44 -32 58 -66 52 -104C50 -126 28 -130 22 -108C14 -90 -34 -84 -64 -92Z"
    scales = "".join(
        f"M{px - 7} {py}Q{px} {py + 9} {px + 7} {py}"
        for row, py in enumerate((-82, -70, -58, -46, -36))
        for px in range(-48 + row % 2 * 7, 50, 14)
    )
    comb = shape(
        "M24 -128C20 -146 30 -146 33 -136C34 -150 44 -150 44 -137C50 -148 58 -140 52 -126Z",
        CINNABAR,
        3.6,
    )
    head = (
        shape(oval(38, -116, 19, 18), coat, 4.5)
        + shape("M54 -122L74 -113L54 -107Z", OCHRE, 3.4)
        + shape("M46 -103C40 -88 56 -86 55 -102Z", CINNABAR, 3.2)
    )
    eye = flat(oval(43, -120, 3.6), INK)
    wing = shape(
        "M-40 -80C-20 -88 16 -82 20 -64C6 -46 -28 -50 -40 -80Z", RUST if cock else STRAW, 4
    ) + thread("M-24 -74Q-10 -62 6 -60M-16 -80Q0 -70 12 -68", INK, 3)
    return group(
        legs + plume + region(body, coat, thread(scales, RUST, 3), 4.8) + wing + comb + head + eye,
        x,
        y,
        scale,
        0,
        flip,
    )


def heron(x, y, scale=1.0, flip=False):
    """A white egret standing on one leg, about 200 high."""
    legs = thread("M-4 -64L-2 -2M-14 0L12 0M4 -64L22 -44L2 -34", INK, 5)
    body = "M-62 -70C-40 -100 0 -106 26 -92C40 -70 10 -54 -12 -56C-30 -56 -48 -60 -62 -70Z"
    neck = ribbon([(14, -84), (36, -112), (10, -144), (26, -172)], [34, 18, 15, 18])
    feathers = thread(
        "M-40 -74Q-20 -84 -4 -74M-28 -66Q-10 -74 6 -66M-12 -90Q4 -94 14 -84", GREY, 3.4
    )
    crest = shape(leaf_path(18, -180, 44, 8, 196, 0.2), CREAM, 3)
    head = (
        shape(oval(28, -178, 15, 12), CREAM, 4.4)
        + shape("M40 -182L84 -172L40 -170Z", OCHRE, 3.6)
        + flat(oval(32, -180, 3.2), INK)
    )
    return group(
        legs + shape(neck, CREAM, 4.6) + shape(body, CREAM, 4.6) + feathers + crest + head,
        x,
        y,
        scale,
        0,
        flip,
    )


def flying_heron(x, y, scale=1.0, flip=False):
    """An egret in flight, about 180 wide."""
    far = shape("M-6 -6C0 -44 26 -74 62 -86C58 -50 44 -20 24 0Z", "#dfe3ea", 4)
    body = shape(
        "M-86 14C-50 6 -20 -14 20 -12C44 -12 62 -18 84 -14C70 0 40 12 6 14C-20 18 -50 24 -86 14Z",
        CREAM,
        4.4,
    )
    near = shape("M-24 0C-46 -34 -54 -70 -40 -104C-8 -84 18 -46 24 -4Z", CREAM, 4.4) + thread(
        "M-34 -78L-16 -50M-38 -54L-16 -28M-30 -30L-12 -12", GREY, 3.4
    )
    beak = shape("M80 -20L118 -8L80 -7Z", OCHRE, 3.4) + flat(oval(76, -12, 3), INK)
    return group(
        thread("M-80 14L-122 22M-78 18L-116 30", INK, 4) + far + body + near + beak,
        x,
        y,
        scale,
        0,
        flip,
    )


def dog(x, y, scale=1.0, flip=False, coat="#d88a3d"):
    """A village dog sitting with a curled tail, about 130 high."""
    tail = shape(
        ribbon([(-34, -16), (-66, -34), (-56, -66), (-40, -52)], [18, 17, 13, 6]), coat, 4.4
    )
    body = shape("M-44 0C-52 -44 -26 -84 6 -88C34 -82 40 -30 36 0L20 0L16 -30L6 0Z", coat, 4.8)
    chest = flat("M14 -78C28 -68 32 -40 26 -24C18 -36 10 -60 14 -78Z", CREAM)
    leg = thread("M-14 -2C-24 -20 -14 -38 0 -34", INK, 4)
    head = shape(
        "M-12 -104C-10 -128 26 -134 38 -114C52 -112 62 -102 56 -92C46 -82 30 -80 18 -80C0 -80 -12 -90 -12 -104Z",
        coat,
        4.8,
    )
    ears = shape("M-8 -112C-20 -136 -12 -142 8 -124Z", BARK, 4) + shape(
        "M18 -124C22 -146 34 -142 32 -118Z", BARK, 4
    )
    face = (
        flat(oval(55, -100, 6, 5), INK)
        + flat(oval(26, -108, 4, 4.6), INK)
        + thread("M54 -94Q46 -84 36 -90", INK, 3)
        + flat(oval(18, -94, 8, 6), PINK)
    )
    collar = thread("M-6 -82C6 -74 20 -74 30 -80", CINNABAR, 8)
    return group(tail + body + chest + leg + head + ears + face + collar, x, y, scale, 0, flip)


def bee(x, y, scale=1.0, flip=False, turn=0.0):
    """A honey bee seen from the side, about 60 long."""
    wings = shape(leaf_path(2, -8, 34, 22, -120), MIST_WING, 3) + shape(
        leaf_path(6, -8, 30, 20, -80), MIST_WING, 3
    )
    body = shape("M-30 2C-26 -16 10 -18 20 -4C22 12 -10 18 -30 2Z", SUN, 3.6) + thread(
        "M-17 -9L-16 8M-6 -13L-5 11M5 -13L6 9", INK, 4.4, cap="butt"
    )
    head = (
        shape(oval(24, -2, 9, 10), BARK, 3.4)
        + flat(oval(27, -4, 3), CREAM)
        + thread("M26 -11Q30 -22 38 -22", INK, 2.6)
    )
    return group(wings + body + head, x, y, scale, turn, flip)


MIST_WING = "#e8f6f2"


def fish(x, y, scale=1.0, flip=False, coat=CINNABAR):
    """A fish for water scenes, about 90 long."""
    d = "M-30 0C-10 -26 30 -24 48 0C30 24 -10 26 -30 0Z"
    return group(
        shape("M-26 0C-44 -24 -56 -22 -54 -18C-48 -6 -48 6 -54 18C-56 22 -44 24 -26 0Z", coat, 3.6)
        + shape(d, coat, 4)
        + thread("M-8 -10Q-2 -2 -8 8M6 -12Q12 -2 6 10M20 -12Q24 0 20 12", WATER, 3)
        + flat(oval(34, -5, 4), CREAM)
        + flat(oval(35, -5, 2.2), INK),
        x,
        y,
        scale,
        0,
        flip,
    )
