"""People at work. A person stands with the feet at 0, 0, is about 300 high at scale 1 and looks to the right; ``flip`` turns."""

from .library import (
    BARK,
    CINNABAR,
    CREAM,
    GREY,
    INDIGO,
    INK,
    LEAF,
    OCHRE,
    SKIN,
    SUN,
    WATER,
    YOUNG,
    flat,
    group,
    oval,
    polar,
    pt,
    region,
    ribbon,
    shape,
    thread,
    union,
)
from .patterns import dots, sprigs, stitches
from .people import POSES, angle, hand, head


def _arm(joints, coat, cuff, grip, skin):
    shoulder, elbow, wrist = joints
    ex, ey = elbow
    stop = (ex + (wrist[0] - ex) * 0.62, ey + (wrist[1] - ey) * 0.62)
    start = (ex + (wrist[0] - ex) * 0.3, ey + (wrist[1] - ey) * 0.3)
    sleeve = ribbon([shoulder, elbow, stop], [25, 25, 25, 29])
    turn = angle(elbow, wrist)
    end = polar(13.5, turn + 90, *stop), polar(-13.5, turn + 90, *stop)
    return (
        shape(ribbon([start, wrist], [17, 15]), skin, 4.5)
        + hand(*wrist, turn, grip, skin)
        + union([(sleeve, coat)], 4.4)
        + thread(f"M{pt(*end[0])}L{pt(*end[1])}", cuff, 6, cap="butt")
    )


def _leg(joints, trousers, band, shoe, skin):
    hip, knee, ankle = joints
    stop = (knee[0] + (ankle[0] - knee[0]) * 0.66, knee[1] + (ankle[1] - knee[1]) * 0.66)
    turn = angle(knee, ankle)
    lift = abs(abs(turn) - 90) > 60
    toe = (ankle[0] - 4, ankle[1] + 4) if lift else ankle
    x, y = toe
    sole = f"M{pt(x - 9, y - 4)}C{pt(x - 14, y + 12)} {pt(x - 8, y + 13)} {pt(x + 4, y + 13)}L{pt(x + 24, y + 13)}C{pt(x + 36, y + 13)} {pt(x + 31, y + 2)} {pt(x + 20, y)}C{pt(x + 12, y - 3)} {pt(x + 10, y - 5)} {pt(x + 9, y - 8)}Z"
    toes = (
        f"M{pt(x + 25, y + 6)}L{pt(x + 28, y + 11)}M{pt(x + 19, y + 7)}L{pt(x + 21, y + 12)}"
        if not shoe
        else f"M{pt(x - 8, y + 9)}L{pt(x + 30, y + 9)}"
    )
    foot = shape(sole, shoe or skin, 4.2) + thread(toes, CREAM if shoe else INK, 2.4)
    shin = shape(ribbon([knee, ankle], [19, 16, 14]), skin, 4.2)
    leg = union([(ribbon([hip, knee, stop], [37, 35, 33, 33]), trousers)], 4.4)
    a, b = polar(15, turn + 90, *stop), polar(-15, turn + 90, *stop)
    return shin + foot + leg + thread(f"M{pt(*a)}L{pt(*b)}", band, 6, cap="butt")


def _cloth(pattern, box, seed):
    if pattern == "sprig":
        return sprigs(box, 34, CREAM, SUN, YOUNG, 1.15, seed)
    if pattern == "dot":
        return dots(box, 19, 2.8, CREAM)
    if pattern == "stitch":
        return stitches(box, 13, (CREAM, SUN), 8, 90, 2.8, seed)
    if pattern == "check":
        left, top, right, bottom = (int(v) for v in box)
        d = "".join(f"M{v} {top}L{v} {bottom}" for v in range(left, right, 14)) + "".join(
            f"M{left} {v}L{right} {v}" for v in range(top, bottom, 14)
        )
        return thread(d, WATER, 3)
    return ""


def person(
    x,
    y,
    scale=1.0,
    flip=False,
    pose="stand",
    who="woman",
    hat_kind="cone",
    coat=CINNABAR,
    pattern="sprig",
    trousers=INDIGO,
    trim=SUN,
    apron=None,
    skin=SKIN,
    shoe=None,
    grip=False,
    back="",
    front="",
    down=0.0,
    smile=True,
):
    """A person at work.

    ``pose`` is a key of POSES; ``pattern`` of the coat is sprig, dot, stitch, check or None; ``back`` and ``front`` are
    drawings (in the person's own coordinates) placed behind the body and between the body and the near arm.
    """
    j = POSES[pose]
    (hx, hy), (nx, ny) = j["hip"], j["neck"]
    lean = angle((hx, hy), (nx, ny)) + 90
    length = ((hx - nx) ** 2 + (hy - ny) ** 2) ** 0.5
    # The coat is drawn upright with the hip at 0, 0 and leaned as a whole.
    top = -length - 2
    coat_d = (
        f"M-13 {top - 2:.1f}C-24 {top:.1f} -33 {top + 6:.1f} -34 {top + 18:.1f}C-30 {top + 44:.1f} -31 -10 -37 22"
        f"C-18 29 18 29 37 22C31 -10 30 {top + 44:.1f} 34 {top + 18:.1f}C33 {top + 6:.1f} 24 {top:.1f} 13 {top - 2:.1f}C6 {top + 5:.1f} -6 {top + 5:.1f} -13 {top - 2:.1f}Z"
    )
    lapel = f"M4 {top + 3:.1f}C8 {top + 22:.1f} 20 {top + 28:.1f} 31 {top + 30:.1f}M-35 16C-18 23 18 23 35 16"
    body = region(
        coat_d, coat, _cloth(pattern, (-46, top - 6, 46, 34), f"{who}{pose}{pattern}"), 5
    ) + thread(lapel, trim, 6)
    if apron:
        d = f"M-20 {top + 30:.1f}C-8 {top + 35:.1f} 8 {top + 35:.1f} 20 {top + 30:.1f}L26 -8C32 8 32 24 28 40C10 47 -10 47 -28 40C-32 24 -32 8 -26 -8Z"
        body += region(
            d,
            apron,
            thread("M-26 33C-10 39 10 39 26 33", trim, 5)
            + thread(f"M-30 {top + 42:.1f}L30 {top + 42:.1f}", trim, 4, "2 8")
            + sprigs((-30, top + 50, 34, 34), 30, CREAM, CINNABAR, LEAF, 1.1, who),
            4.5,
        )
    body = group(body, hx, hy, 1, lean)
    neck = shape(
        ribbon([(nx, ny + 6), ((nx + j["head"][0]) / 2, (ny + j["head"][1]) / 2)], [20, 20]),
        skin,
        4.2,
    )
    legs = _leg(j["far_leg"], trousers, trim, shoe, skin) + _leg(
        j["near_leg"], trousers, trim, shoe, skin
    )
    drawing = (
        back
        + _arm(j["far"], coat, trim, grip, skin)
        + legs
        + neck
        + body
        + head(*j["head"], who, hat_kind, skin, down, smile)
        + front
        + _arm(j["near"], coat, trim, grip, skin)
    )
    return group(drawing, x, y, scale, 0, flip)


# --- people with their tools -------------------------------------------------------------------------------------------


def carrier(x, y, scale=1.0, flip=False, load=None, **look):
    """A person with a shoulder pole and two hanging loads; ``load`` is a drawing with its bottom centre at 0, 0."""
    ropes = "".join(f"M{v} -192L{v - 26} -112M{v} -192L{v + 26} -112" for v in (-118, 128))
    loads = "".join(group(load or "", v, -66) for v in (-118, 128))
    pole = shape(ribbon([(-136, -188), (0, -200), (146, -188)], [8, 12, 8]), OCHRE, 4.2)
    return group(thread(ropes, BARK, 3.6) + loads, x, y, scale, 0, flip) + person(
        x, y, scale, flip, pose="carry", grip=True, front=pole, **look
    )


def hoer(x, y, scale=1.0, flip=False, **look):
    """A person hoeing to the right."""
    tool = shape(ribbon([(36, -118), (82, -170), (150, -236)], [9, 9]), OCHRE, 4) + shape(
        "M144 -240L160 -226L196 -198C190 -182 178 -178 168 -184L138 -228Z", GREY, 4.5
    )
    return person(x, y, scale, flip, pose="hoe", grip=True, back=tool, **look)


def pounder(x, y, scale=1.0, flip=False, **look):
    """A person with a pestle above a stone mortar at the right."""
    mortar = (
        shape("M16 -62L124 -62C122 -26 108 -14 104 0L36 0C32 -14 18 -26 16 -62Z", GREY, 5)
        + thread("M34 -44L40 -28M60 -42L62 -24M86 -42L84 -24M106 -44L100 -28", CREAM, 3.5)
        + flat(oval(70, -62, 50, 10), INK)
    )
    pestle = shape(ribbon([(62, -300), (66, -180), (70, -66)], [18, 12, 12, 22]), OCHRE, 4.5)
    return person(x, y, scale, flip, pose="pound", grip=True, back=mortar + pestle, **look)


def picker(x, y, scale=1.0, flip=False, fruit="", **look):
    """A person reaching up with both hands; ``fruit`` (drawn around 0, 0) hangs between the hands."""
    return person(
        x, y, scale, flip, pose="pick", back=group(fruit, 16, -312) if fruit else "", **look
    )


def kneeler(x, y, scale=1.0, flip=False, **look):
    """A person kneeling, both hands at work in front at about 60, -76."""
    look.setdefault("down", 4)
    return person(x, y, scale, flip, pose="kneel", **look)


def sitter(x, y, scale=1.0, flip=False, **look):
    """A person sitting on a low stool, hands over the lap."""
    stool = shape("M-44 -60L34 -60L34 -48L-44 -48Z", OCHRE, 4.2) + shape(
        "M-38 -48L-24 -48L-30 0L-42 0ZM28 -48L14 -48L20 0L32 0Z", BARK, 4
    )
    look.setdefault("down", 4)
    return person(x, y, scale, flip, pose="sit", back=stool, **look)


def child(x, y, scale=0.7, flip=False, pose="stand", **look):
    """A child: the same body at a smaller scale with a child's head."""
    look = {
        "coat": SUN,
        "trousers": CINNABAR,
        "trim": LEAF,
        "pattern": "dot",
        "hat_kind": None,
        **look,
    }
    return person(x, y, scale, flip, pose=pose, who="child", **look)


def grandmother(x, y, scale=0.95, flip=False, **look):
    """A grandmother on her stool, looking at her work."""
    look = {
        "coat": INDIGO,
        "trousers": INK,
        "trim": WATER,
        "pattern": "stitch",
        "hat_kind": None,
        **look,
    }
    return sitter(x, y, scale, flip, who="grandmother", **look)
