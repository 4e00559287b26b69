"""The hand of the set: palette, paths, the brush contour, clipping and placing. Everything returns SVG text.

Paths are strings of absolute M, L, C, Q and Z commands with a space between all numbers, so they can be mapped point by
point. Angles are in degrees, clockwise, 0 = to the right. Boxes are ``(left, top, right, bottom)``.
"""

import itertools
import math
import random
import re
import zlib

INK = "#1d1a3a"
PAPER = "#f6ecd8"
CREAM = "#fff6e2"
CINNABAR = "#d4213d"
PINK = "#f2607d"
BLUSH = "#f9b3b4"
LEAF = "#1f7a4d"
PINE = "#14563a"
YOUNG = "#57a639"
LIME = "#a5cc4a"
INDIGO = "#1f3f8f"
NIGHT = "#182a66"
BLUE = "#3f79c4"
WATER = "#8fd0d6"
MIST = "#d3ece4"
OCHRE = "#f2a900"
SUN = "#ffcf4a"
STRAW = "#f5dc93"
RUST = "#c8641b"
BARK = "#8a4b21"
SOIL = "#b5482c"
CLAY = "#e08a4f"
SKIN = "#f3bd8b"
SKIN_DARK = "#dd9a66"
GREY = "#8d93a8"

CENTRE = 800
NUMBER = r"-?\d+(?:\.\d+)?"
PAIR = re.compile(rf"({NUMBER}) ({NUMBER})")


def num(value):
    """A number with at most one decimal."""
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text


def pt(x, y):
    return f"{num(x)} {num(y)}"


def dice(seed):
    """Repeatable randomness: the same seed draws the same picture."""
    return random.Random(str(seed))  # noqa: S311


def polar(radius, degrees, cx=0.0, cy=0.0):
    """The point at a distance and a direction (0 = right, 90 = down)."""
    angle = math.radians(degrees)
    return cx + radius * math.cos(angle), cy + radius * math.sin(angle)


# --- paths ---------------------------------------------------------------------------------------------------------


def poly(points, closed=True):
    """A straight-edged path."""
    return "M" + "L".join(pt(*p) for p in points) + ("Z" if closed else "")


def facet(points):
    """A small polygon in relative steps, for many-faced patterns (not for ``shape``)."""
    fixed = [(round(x, 1), round(y, 1)) for x, y in points]
    steps = [pt(bx - ax, by - ay) for (ax, ay), (bx, by) in itertools.pairwise(fixed)]
    return f"M{pt(*fixed[0])}l{' '.join(steps)}z".replace(" -", "-")


def smooth(points, closed=True, tension=1.0):
    """A soft curve through all points (Catmull-Rom)."""
    count = len(points)
    at = (lambda i: points[i % count]) if closed else (lambda i: points[min(max(i, 0), count - 1)])
    parts = ["M" + pt(*points[0])]
    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        k = tension / 6
        parts.append(
            f"C{pt(bx + (cx - ax) * k, by + (cy - ay) * k)} {pt(cx - (dx - bx) * k, cy - (dy - by) * k)} {pt(cx, cy)}"
        )
    return "".join(parts) + ("Z" if closed else "")


def oval(cx, cy, rx, ry=None, turn=0):
    """A circle or ellipse, as four curves."""
    ry = rx if ry is None else ry
    k = 0.5523
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def p(x, y):
        return pt(cx + x * rx * cos - y * ry * sin, cy + x * rx * sin + y * ry * cos)

    return (
        f"M{p(1, 0)}C{p(1, k)} {p(k, 1)} {p(0, 1)}C{p(-k, 1)} {p(-1, k)} {p(-1, 0)}"
        f"C{p(-1, -k)} {p(-k, -1)} {p(0, -1)}C{p(k, -1)} {p(1, -k)} {p(1, 0)}Z"
    )


def rect(left, top, right, bottom):
    return poly([(left, top), (right, top), (right, bottom), (left, bottom)])


def sample(points, steps=6, closed=False):
    """More points on the same soft curve."""
    count = len(points)
    at = (lambda i: points[i % count]) if closed else (lambda i: points[min(max(i, 0), count - 1)])
    found = []
    for i in range(count if closed else count - 1):
        a, b, c, d = at(i - 1), at(i), at(i + 1), at(i + 2)
        for step in range(steps):
            t = step / steps
            found.append(
                tuple(
                    0.5
                    * (
                        2 * b[j]
                        + (c[j] - a[j]) * t
                        + (2 * a[j] - 5 * b[j] + 4 * c[j] - d[j]) * t**2
                        + (3 * b[j] - a[j] - 3 * c[j] + d[j]) * t**3
                    )
                    for j in (0, 1)
                )
            )
    if not closed:
        found.append(points[-1])
    return found


def ribbon(points, widths, steps=3):
    """A closed band along a curve; ``widths`` (any number of full widths) are spread evenly: limbs, trunks, stems."""
    line = (
        sample(points, steps)
        if len(points) > 2
        else [
            (
                points[0][0] + (points[1][0] - points[0][0]) * t / 4,
                points[0][1] + (points[1][1] - points[0][1]) * t / 4,
            )
            for t in range(5)
        ]
    )
    left, right = [], []
    last = len(line) - 1
    for i, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(i - 1, 0)], line[min(i + 1, last)]
        length = math.hypot(bx - ax, by - ay) or 1
        place = i / last * (len(widths) - 1)
        low = min(int(place), len(widths) - 2)
        half = (widths[low] + (widths[low + 1] - widths[low]) * (place - low)) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return smooth(left, closed=False) + smooth(right[::-1], closed=False).replace("M", "L", 1) + "Z"


def leaf_path(x, y, length, width, turn, bend=0.0):
    """A pointed leaf blade from its stalk at x, y; ``bend`` curves the tip sideways (part of its length)."""
    outline = [
        (0, 0),
        (0.16, -0.33),
        (0.45, -0.5),
        (0.76, -0.28),
        (1, 0),
        (0.76, 0.28),
        (0.45, 0.5),
        (0.16, 0.33),
    ]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def at(u, v):
        px, py = u * length, v * width + bend * length * u * u
        return x + px * cos - py * sin, y + px * sin + py * cos

    p = [at(*o) for o in outline]
    return (
        f"M{pt(*p[0])}C{pt(*p[1])} {pt(*at(0.3, -0.52))} {pt(*p[2])}C{pt(*at(0.64, -0.48))} {pt(*at(0.86, -0.16))} {pt(*p[4])}"
        f"C{pt(*at(0.86, 0.16))} {pt(*at(0.64, 0.48))} {pt(*p[6])}C{pt(*at(0.3, 0.52))} {pt(*p[7])} {pt(*p[0])}Z"
    )


def blade(x, y, length, width, turn):
    """A small simple leaf of two curves, for patterns."""
    tip, a, b = polar(length, turn, x, y), polar(length / 2, turn, x, y), turn + 90
    return (
        f"M{pt(x, y)}Q{pt(*polar(width, b, *a))} {pt(*tip)}Q{pt(*polar(-width, b, *a))} {pt(x, y)}Z"
    )


def spots(points, r, colour):
    """Round dots of one size."""
    return thread("".join(f"M{pt(x, y)}h0" for x, y in points), colour, 2 * r)


# --- marks ---------------------------------------------------------------------------------------------------------

# The contour is drawn with a slanted, slightly flat brush: the path is laid down in a space squeezed along the brush's
# short side and put back by a matrix, so that the line swells and thins as it turns.
_SLANT, _FLAT = math.radians(-38), 0.66
_A = round(math.cos(_SLANT) ** 2 + _FLAT * math.sin(_SLANT) ** 2, 3)
_B = round((1 - _FLAT) * math.sin(_SLANT) * math.cos(_SLANT), 3)
_D = round(math.sin(_SLANT) ** 2 + _FLAT * math.cos(_SLANT) ** 2, 3)
_DET = _A * _D - _B * _B
_NIB = f"matrix({_A} {_B} {_B} {_D} 0 0)"


def _squeeze(match):
    x, y = float(match[1]), float(match[2])
    return pt((_D * x - _B * y) / _DET, (_A * y - _B * x) / _DET)


def flat(d, fill):
    """A flat shape without contour."""
    return f'<path d="{d}" fill="{fill}"/>'


def thread(d, colour, w=3.0, dash=None, cap="round"):
    """A plain even line (stitches, patterns); ``dash`` such as "12 8"."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(w)}" stroke-linecap="{cap}" '
        f'stroke-linejoin="round"{dashes}/>'
    )


def shape(d, fill="none", w=6.0, line=INK):
    """A flat shape with the swelling contour; with ``fill="none"`` a swelling line."""
    return (
        f'<path d="{PAIR.sub(_squeeze, d)}" transform="{_NIB}" fill="{fill}" stroke="{line}" '
        f'stroke-width="{num(w * 1.16)}" stroke-linejoin="round" stroke-linecap="round"/>'
    )


def brush(points, w=6.0, colour=INK):
    """One stroke of a loaded brush: fine at both ends, full in the middle."""
    return flat(ribbon(points, [w * 0.25, w, w * 1.1, w * 0.8, w * 0.2], 4), colour)


def union(parts, w=6.0, line=INK):
    """Several ``(path, fill)`` parts with one contour around them all."""
    return "".join(shape(d, fill, w * 2, line) for d, fill in parts) + "".join(
        flat(d, fill) for d, fill in parts
    )


def group(content, x=0.0, y=0.0, scale=1.0, turn=0.0, flip=False):
    """Put a drawing made around 0, 0 at its place."""
    steps = [f"translate({pt(x, y)})"] if x or y else []
    steps += [f"rotate({num(turn)})"] if turn else []
    if flip or scale != 1:
        steps.append(f"scale({-scale if flip else scale:.3f} {scale:.3f})")
    return f'<g transform="{" ".join(steps)}">{content}</g>' if steps else content


def clip(d, content):
    """Show content only inside a path."""
    key = f"c{zlib.crc32(d.encode()):08x}"
    return (
        f'<clipPath id="{key}"><path d="{d}"/></clipPath><g clip-path="url(#{key})">{content}</g>'
    )


def region(d, fill, content="", w=6.0, line=INK):
    """A field: flat colour, a pattern clipped to it, the contour on top."""
    inside = clip(d, content) if content else ""
    return flat(d, fill) + inside + (shape(d, "none", w, line) if w else "")


# --- ground lines --------------------------------------------------------------------------------------------------


def height_at(top, x):
    """The height of a ground line (list of points from left to right) at x."""
    if x <= top[0][0]:
        return top[0][1]
    for (ax, ay), (bx, by) in itertools.pairwise(top):
        if x <= bx:
            t = (1 - math.cos(math.pi * (x - ax) / (bx - ax))) / 2
            return ay + (by - ay) * t
    return top[-1][1]


def ground_line(top, shift=0.0, step=50):
    """The points of a ground line, moved down by ``shift``."""
    left, right = top[0][0], top[-1][0]
    count = max(int((right - left) / step), 2)
    xs = [left + (right - left) * i / count for i in range(count + 1)]
    return [(x, height_at(top, x) + shift) for x in xs]


def field(top, bottom, fill, content="", w=6.0):
    """Land under a ground line down to ``bottom``, filled with a pattern."""
    line = ground_line(top)
    d = smooth(line, closed=False) + f"L{pt(line[-1][0], bottom)}L{pt(line[0][0], bottom)}Z"
    return region(d, fill, content, w)


class Stamp:
    """A drawing cut once and printed many times: the first print holds the drawing, the others only point to it."""

    def __init__(self, content):
        self.content, self.key, self.fresh = content, f"s{zlib.crc32(content.encode()):08x}", True

    def at(self, x, y, scale=1.0, turn=0.0, flip=False):
        if self.fresh:
            self.fresh = False
            return group(f'<g id="{self.key}">{self.content}</g>', x, y, scale, turn, flip)
        steps = f"translate({pt(x, y)})" + (f"rotate({turn:.0f})" if turn else "")
        if flip or scale != 1:
            steps += f"scale({-scale if flip else scale:.3g} {scale:.3g})"
        return f'<use href="#{self.key}" transform="{steps}"/>'
