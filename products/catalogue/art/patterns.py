"""Embroidery for the fields: each pattern fills a box (or follows a ground line) and is clipped by ``region``/``field``."""

import itertools
import math

from .library import (
    BARK,
    BLUE,
    CINNABAR,
    CREAM,
    INDIGO,
    INK,
    LEAF,
    LIME,
    OCHRE,
    PINE,
    RUST,
    STRAW,
    SUN,
    WATER,
    YOUNG,
    blade,
    dice,
    flat,
    ground_line,
    group,
    height_at,
    leaf_path,
    num,
    oval,
    polar,
    poly,
    pt,
    region,
    shape,
    smooth,
    spots,
    thread,
)


def _frange(start, stop, step):
    return [start + step * i for i in range(math.ceil((stop - start) / step) + 1)]


def _arc(x, y, r, rx=None):
    """Half a circle above the point, as one curve."""
    rx = rx or r
    return f"M{pt(x - rx, y)}C{pt(x - rx, y - r * 1.33)} {pt(x + rx, y - r * 1.33)} {pt(x + rx, y)}"


def waves(box, r=34, fill=INDIGO, line=WATER, w=3.5, accent=BLUE):
    """Seigaiha water: overlapping scales of three arcs, row over row."""
    left, top, right, bottom = box
    parts = []
    for row, y in enumerate(_frange(top, bottom + r * 1.2, r * 0.62)):
        xs = _frange(left - r * (1 + row % 2), right + r, 2 * r)
        scale = "".join(_arc(x, y, r) + "Z" for x in xs)
        parts.append(f'<path d="{scale}" fill="{fill}" stroke="{line}" stroke-width="{num(w)}"/>')
        parts.append(flat("".join(_arc(x, y, r * 0.66) + "Z" for x in xs), accent))
        parts.append(thread("".join(_arc(x, y, r * 0.34) for x in xs), line, w * 0.8))
    return "".join(parts)


def ripples(box, gap=30, line=CREAM, w=3.5, seed="ripples"):
    """Calm water: short brushed double waves."""
    roll = dice(seed)
    left, top, right, bottom = box
    d = ""
    for row, y in enumerate(_frange(top, bottom, gap)):
        for x in _frange(left + (row % 2) * gap * 1.6, right, gap * 3.2):
            k, x0 = gap * (0.7 + roll.random() * 0.4), x + roll.uniform(-8, 8)
            d += f"M{pt(x0, y)}Q{pt(x0 + k / 2, y - 9)} {pt(x0 + k, y)}Q{pt(x0 + 1.5 * k, y + 9)} {pt(x0 + 2 * k, y)}"
    return thread(d, line, w)


def tiles(box, size=22, fill=INDIGO, line=INK, edge=WATER, w=3):
    """A tiled roof: columns of round tiles with small moons at their ends."""
    left, top, right, bottom = box
    d, moons = "", ""
    for x in _frange(left, right, size):
        d += f"M{pt(x, top)}L{pt(x, bottom)}"
        for y in _frange(top + size * 0.4, bottom, size * 0.62):
            moons += f"M{pt(x + 3, y)}Q{pt(x + size / 2, y + size * 0.5)} {pt(x + size - 3, y)}"
    return (
        flat(f"M{pt(left, top)}L{pt(right, top)}L{pt(right, bottom)}L{pt(left, bottom)}Z", fill)
        + thread(moons, edge, w * 0.8)
        + thread(d, line, w)
    )


def weave(box, step=15, a=STRAW, b=OCHRE, line=BARK, w=2):
    """Bamboo weave: over and under in a brick rhythm."""
    left, top, right, bottom = box
    up, dark = "", ""
    for row, y in enumerate(_frange(top, bottom, step)):
        for col, x in enumerate(_frange(left, right, step)):
            s = step * 0.44
            if (row + col) % 2:
                up += f"M{pt(x - s, y - s * 0.55)}Q{pt(x, y - s * 0.95)} {pt(x + s, y - s * 0.55)}L{pt(x + s, y + s * 0.55)}Q{pt(x, y + s * 0.95)} {pt(x - s, y + s * 0.55)}Z"
            else:
                dark += f"M{pt(x, y - s)}L{pt(x, y + s)}"
    back = flat(f"M{pt(left, top)}L{pt(right, top)}L{pt(right, bottom)}L{pt(left, bottom)}Z", b)
    return (
        back
        + thread(dark, line, w)
        + f'<path d="{up}" fill="{a}" stroke="{line}" stroke-width="{num(w * 0.7)}"/>'
    )


def stitches(box, gap=26, colours=(CREAM, SUN), length=13, turn=0.0, w=3.4, seed="stitch"):
    """Running stitches in offset rows: the calm ground of a field or a hill."""
    roll = dice(seed)
    left, top, right, bottom = box
    lines = dict.fromkeys(colours, "")
    for row, y in enumerate(_frange(top, bottom, gap)):
        for col, x in enumerate(_frange(left + (row % 2) * gap * 0.7, right, gap * 1.4)):
            tilt = turn + roll.uniform(-10, 10)
            (ax, ay), (bx, by) = polar(-length / 2, tilt, x, y), polar(length / 2, tilt, x, y)
            lines[colours[(row + col) % len(colours)]] += f"M{pt(ax, ay)}L{pt(bx, by)}"
    return "".join(thread(d, c, w) for c, d in lines.items())


def dots(box, gap=30, r=4, colour=CREAM):
    """Dots in offset rows."""
    left, top, right, bottom = box
    d = ""
    for row, y in enumerate(_frange(top, bottom, gap * 0.8)):
        for x in _frange(left + (row % 2) * gap / 2, right, gap):
            d += f"M{pt(x, y)}h0"
    return thread(d, colour, r * 2)


def sprigs(box, gap=54, petal=CREAM, heart=SUN, leaf=LIME, size=1.0, seed="sprig"):
    """Little five-petal flowers with two leaves, scattered like printed cotton."""
    roll = dice(seed)
    left, top, right, bottom = box
    leaves, petals, hearts = "", [], []
    s = size * gap / 54
    for row, y in enumerate(_frange(top, bottom, gap * 0.8)):
        for x in _frange(left + (row % 2) * gap / 2, right, gap):
            turn = roll.uniform(0, 72)
            leaves += blade(x, y, 21 * s, 9 * s, turn + 36) + blade(x, y, 21 * s, 9 * s, turn + 180)
            petals += [polar(7.5 * s, turn + 72 * k, x, y) for k in range(5)]
            hearts.append((x, y))
    return flat(leaves, leaf) + spots(petals, 5 * s, petal) + spots(hearts, 4 * s, heart)


def grass(box, gap=40, colour=PINE, w=3.5, seed="grass"):
    """Tufts of three blades."""
    roll = dice(seed)
    left, top, right, bottom = box
    d = ""
    for row, y in enumerate(_frange(top, bottom, gap * 0.75)):
        for x in _frange(left + (row % 2) * gap / 2, right, gap):
            h = gap * 0.32
            up, out = num(h), num(h * 0.7)
            d += f"M{pt(x + roll.uniform(-5, 5), y + roll.uniform(-4, 4))}v-{up}m-2 {up}q-2 -{num(h * 0.6)} -{out} -{num(h * 0.8)}"
            d += f"m{num(h * 0.7 + 4)} {num(h * 0.8)}q2 -{num(h * 0.6)} {out} -{num(h * 0.8)}"
    return thread(d, colour, w)


def rays(cx, cy, inner, outer, count=24, colour=SUN, start=0.0):
    """Flat sun rays: wedges, every second one coloured."""
    d = ""
    for i in range(count):
        a, b = start + 360 * i / count, start + 360 * (i + 0.5) / count
        d += poly(
            [
                polar(inner, a, cx, cy),
                polar(outer, a, cx, cy),
                polar(outer, b, cx, cy),
                polar(inner, b, cx, cy),
            ]
        )
    return flat(d, colour)


def cloud(x, y, scale=1.0, fill=CREAM, line=INK, curl=WATER, w=5):
    """An auspicious cloud with curling threads and a tail."""
    d = (
        "M-92 22C-126 22 -128 -20 -94 -22C-92 -58 -44 -66 -30 -40C-14 -76 48 -68 46 -28"
        "C84 -44 112 0 80 14C120 10 140 26 164 24C140 40 100 36 70 34L-60 34C-72 34 -84 30 -92 22Z"
    )
    curls = (
        "M-88 6C-104 4 -104 -12 -90 -12C-80 -10 -82 2 -90 0M-40 8C-72 6 -72 -38 -42 -38C-20 -34 -26 -6 -42 -10C-50 -14 -46 -24 -40 -22"
        "M30 10C0 8 0 -42 26 -42C46 -38 40 -12 26 -14C18 -18 22 -28 28 -26M74 4C64 6 58 -6 68 -12M-16 22L52 22M70 24L112 26"
    )
    return group(shape(d, fill, w, line) + thread(curls, curl, 4.5), x, y, scale)


def stars(box, gap=90, colour=SUN, size=9, seed="stars"):
    """Four-pointed stars and dots on a night sky."""
    roll = dice(seed)
    left, top, right, bottom = box
    d, small = "", ""
    for row, y in enumerate(_frange(top, bottom, gap * 0.7)):
        for col, x in enumerate(_frange(left + (row % 2) * gap / 2, right, gap)):
            px, py = x + roll.uniform(-18, 18), y + roll.uniform(-14, 14)
            if (row + col) % 2:
                small += f"M{pt(px, py)}h0"
                continue
            s = size * roll.uniform(0.8, 1.3)
            d += poly([polar(s if k % 2 else s * 0.34, 45 * k + 45, px, py) for k in range(8)])
    return flat(d, colour) + thread(small, CREAM, 5)


# --- patterns that follow the ground -------------------------------------------------------------------------------


def furrows(top, bottom, gap=30, colour=PINE, w=4, dash=None):
    """Lines that repeat the ground line downwards."""
    count = int((bottom - min(p[1] for p in top)) / gap) + 1
    return "".join(
        thread(smooth(ground_line(top, gap * i, 60), closed=False), colour, w, dash)
        for i in range(1, count)
    )


def rows(top, bottom, gap, draw, step=34):
    """Call ``draw(x, y, row)`` along lines that repeat the ground line; joins what it returns."""
    count = int((bottom - min(p[1] for p in top)) / gap) + 1
    return "".join(
        draw(x, y, i)
        for i in range(1, count)
        for x, y in ground_line([(p[0] + (i % 2) * step / 2, p[1]) for p in top], gap * i, step)
    )


def tea_rows(top, bottom, gap=34, fill=LEAF, light=YOUNG, w=3.5):
    """Clipped tea hedges: scalloped bands with leaf stitches, following the slope."""
    out = ""
    count = int((bottom - min(p[1] for p in top)) / gap) + 1
    for i in range(count):
        pts = ground_line(top, gap * i + 8, 26)
        d = "M" + pt(pts[0][0], pts[0][1] + gap * 0.7)
        d += "L" + pt(*pts[0])
        tips = ""
        for (ax, ay), (bx, by) in itertools.pairwise(pts):
            d += f"C{pt(ax, ay - 13)} {pt(bx, by - 13)} {pt(bx, by)}"
            mx, my = (ax + bx) / 2, (ay + by) / 2
            tips += f"M{pt(mx, my + 6)}L{pt(mx - 6, my - 2)}M{pt(mx, my + 6)}L{pt(mx + 6, my - 2)}M{pt(mx, my + 13)}L{pt(mx, my + 5)}"
        d += "".join("L" + pt(x, y + gap * 0.7) for x, y in reversed(pts)) + "Z"
        out += (
            f'<path d="{d}" fill="{fill}" stroke="{INK}" stroke-width="{num(w)}" stroke-linejoin="round"/>'
            + thread(tips, light, 3)
        )
    return out


def ridges(top, bottom, gap=38, fill=BARK, light=RUST, w=3.5):
    """Ploughed ridges: rounded bands of soil with stitched clods."""
    out = ""
    count = int((bottom - min(p[1] for p in top)) / gap) + 1
    for i in range(count):
        line = ground_line(top, gap * i + gap * 0.5, 50)
        d = smooth(line, closed=False)
        out += (
            thread(d, INK, gap * 0.72 + w * 2)
            + thread(d, fill, gap * 0.72)
            + thread(d, light, 4, "10 12")
        )
    return out


def rice_rows(top, bottom, gap=36, step=30, colour=PINE, ear=None, w=3.5):
    """Rows of young rice; with ``ear`` a bending ripe ear on each tuft."""
    blades, ears = [], []

    def tuft(x, y, _row):
        blades.append(
            f"M{pt(x, y)}L{pt(x, y - 17)}M{pt(x, y)}Q{pt(x - 4, y - 10)} {pt(x - 10, y - 13)}M{pt(x, y)}Q{pt(x + 4, y - 10)} {pt(x + 10, y - 13)}"
        )
        if ear:
            ears.append(f"M{pt(x, y - 16)}Q{pt(x + 5, y - 26)} {pt(x + 12, y - 17)}")
        return ""

    rows(top, bottom, gap, tuft, step)
    return thread("".join(blades), colour, w) + (
        thread("".join(ears), ear, w * 1.7, "0.5 5.5") if ear else ""
    )


def paddies(top, bottom, gap=70, colours=(WATER, LIME, YOUNG), seed="paddy"):
    """Terraced paddies: wide bands cut by wandering banks, some of water, some of rice."""
    roll = dice(seed)
    out = ""
    count = int((bottom - min(p[1] for p in top)) / gap) + 2
    left, right = top[0][0], top[-1][0]
    for i in range(count):
        x = left
        while x < right:
            width = roll.uniform(120, 210)
            x2 = x + width
            edge = [
                (
                    x + width * t / 4,
                    height_at(top, x + width * t / 4) + gap * i + 6 * math.sin(t + i),
                )
                for t in range(5)
            ]
            low = [(px, py + gap * 0.92) for px, py in reversed(edge)]
            d = smooth(edge, closed=False) + smooth(low, closed=False).replace("M", "L", 1) + "Z"
            colour = colours[roll.randrange(len(colours))]
            mid = edge[1:4]
            inner = ""
            if colour == WATER:
                inner = thread(
                    "".join(
                        f"M{pt(px - 14, py + gap * k)}Q{pt(px, py + gap * k - 8)} {pt(px + 14, py + gap * k)}"
                        for px, py in mid
                        for k in (0.35, 0.68)
                    ),
                    CREAM,
                    3,
                )
            else:
                inner = thread(
                    "".join(
                        f"M{pt(px + o, py + gap * k)}l-6 -9M{pt(px + o, py + gap * k)}l0 -12M{pt(px + o, py + gap * k)}l6 -9"
                        for px, py in mid
                        for k, o in ((0.42, -8), (0.82, 10))
                    ),
                    PINE,
                    3,
                )
            out += shape(d, colour, 4) + inner
            x = x2
    return out


def sun(x, y, r=70, fill=CINNABAR, ray=OCHRE):
    """A red sun with a stitched face of rays."""
    flames = "".join(
        leaf_path(*polar(r * 1.08, 15 * i, x, y), r * (0.5 if i % 2 else 0.34), r * 0.2, 15 * i)
        for i in range(24)
    )
    return (
        flat(flames, ray)
        + shape(oval(x, y, r), fill, 6)
        + thread(oval(x, y, r * 0.72), SUN, 4, "9 8")
    )


def moon(x, y, r=60, fill=SUN):
    """A thin old moon, as it stands before dawn."""
    d = f"M{pt(x, y - r)}C{pt(x + r * 1.35, y - r)} {pt(x + r * 1.35, y + r)} {pt(x, y + r)}C{pt(x + r * 0.75, y + r * 0.6)} {pt(x + r * 0.75, y - r * 0.6)} {pt(x, y - r)}Z"
    return shape(d, fill, 5)


def hills(top, bottom, fill, scale=60, line=INK, edge=LIME, w=6):
    """A hill of folded ranges: contour and three stitched echoes below it."""
    echo = "".join(
        thread(smooth(ground_line(top, shift, 40), closed=False), edge, 4, dash)
        for shift, dash in ((scale * 0.3, "16 10"), (scale * 0.62, "2 12"), (scale * 0.95, "16 10"))
    )
    d = (
        smooth(ground_line(top), closed=False)
        + f"L{pt(top[-1][0], bottom)}L{pt(top[0][0], bottom)}Z"
    )
    return region(d, fill, echo, w, line)


def plumage(box, size=40, colours=(SUN, OCHRE, STRAW), turn=0.0, line=INK, quill=RUST, w=3.0):
    """Rows of overlapping round feathers pointing along ``turn`` (degrees below the right), each with its quill."""
    left, top, right, bottom = box
    cx, cy = (left + right) / 2, (top + bottom) / 2
    reach = math.hypot(right - left, bottom - top) / 2
    out = ""
    for row, u in enumerate(
        [reach - size * 0.8 * i for i in range(int(2 * reach / (size * 0.8)) + 1)]
    ):
        d, quills = "", ""
        for v in _frange(-reach + (row % 2) * size / 2, reach, size):
            h = size * 0.5
            d += f"M{pt(u, v - h)}c{num(size * 1.25)} 0 {num(size * 1.25)} {num(size)} 0 {num(size)}z"
            quills += f"M{pt(u + size * 0.3, v)}h{num(size * 0.44)}"
        out += (
            f'<path d="{d}" fill="{colours[row % len(colours)]}" stroke="{line}" stroke-width="{num(w)}"/>'
            + thread(quills, quill, w)
        )
    return group(out, cx, cy, 1, turn)
