"""The plate: a cream paper-cut moon with a stitched ring, twelve month segments, the round scene, and the product over its rim."""

from .library import (
    CENTRE,
    CINNABAR,
    CREAM,
    INK,
    LEAF,
    OCHRE,
    PAPER,
    blade,
    clip,
    flat,
    group,
    leaf_path,
    num,
    oval,
    polar,
    pt,
    shape,
    spots,
    thread,
)

SIZE = 1600
OUTER, DISC, RING, SCENE = 745, 722, 672, 610


def scalloped(radius=OUTER, count=72, depth=22, cx=CENTRE, cy=CENTRE):
    """A paper-cut edge of round scallops."""
    d = ""
    for k in range(count):
        a, b = 360 * k / count, 360 * (k + 1) / count
        ax, ay = polar(radius - depth, a, cx, cy)
        bx, by = polar(radius - depth, b, cx, cy)
        mx, my = polar(radius + depth * 0.9, (a + b) / 2, cx, cy)
        d += ("M" + pt(ax, ay) if k == 0 else "") + f"Q{pt(mx, my)} {pt(bx, by)}"
    return d + "Z"


def cut_leaf(length, width, fill, slit=CREAM):
    """A paper-cut leaf around 0, 0 along +x: one flat piece, with midrib and veins cut out."""
    d = leaf_path(-length / 2, 0, length, width, 0)
    cuts = blade(-length * 0.42, 0, length * 0.8, width * 0.1, 0)
    for k in range(3):
        u = -length * (0.26 - 0.2 * k)
        for side in (-1, 1):
            cuts += blade(
                u, side * width * 0.08, width * (0.46 - 0.04 * abs(k - 1)), width * 0.13, side * 48
            )
    return flat(d, fill) + flat(cuts, slit)


def segment(month, motif="", leaf=LEAF, accent=CINNABAR, lit=True):
    """One of the twelve month segments of the ring (1 = January, at the top, then clockwise)."""
    pale = "#e6d6b4"
    first, second = (leaf, accent) if lit else (pale, pale)
    parts = []
    for offset, side in ((-10.4, 1), (-4.6, -1), (4.6, 1), (10.4, -1)):
        angle = 30 * (month - 1) - 90 + offset
        x, y = polar(RING + side * 9, angle, CENTRE, CENTRE)
        outward = offset < 0
        parts.append(
            group(
                cut_leaf(76, 34, first if abs(offset) > 6 else second),
                x,
                y,
                1,
                angle + (-90 if outward else 90) + (-side if outward else side) * 24,
            )
        )
    x, y = polar(RING, 30 * (month - 1) - 90, CENTRE, CENTRE)
    mark = motif if motif and lit else flat(oval(0, 0, 15), second) + flat(oval(0, 0, 6), CREAM)
    parts.append(group(mark, x, y, 1, 30 * (month - 1)))
    seeds = [polar(RING + r, 30 * (month - 1) - 75, CENTRE, CENTRE) for r in (-16, 0, 16)]
    parts.append(spots(seeds, 6, OCHRE if lit else pale))
    return f'<g class="month month-{month}">{"".join(parts)}</g>'


def ring(motif="", leaf=LEAF, accent=CINNABAR, months=range(1, 13)):
    """All twelve segments; months outside ``months`` are pale (the season ring)."""
    return "".join(segment(m, motif, leaf, accent, m in months) for m in range(1, 13))


def disc(motif="", leaf=LEAF, accent=CINNABAR, months=range(1, 13)):
    """The opaque moon: scalloped coloured edge with cut-outs, cream disc, stitched rings, segments."""
    holes = spots([polar(OUTER - 9, 5 * k + 2.5, CENTRE, CENTRE) for k in range(72)], 4.6, CREAM)
    return (
        flat(scalloped(), accent)
        + holes
        + flat(oval(CENTRE, CENTRE, DISC), CREAM)
        + thread(oval(CENTRE, CENTRE, DISC - 8), accent, 4, "14 9.7")
        + ring(motif, leaf, accent, months)
        + thread(oval(CENTRE, CENTRE, SCENE + 19), leaf, 5, "15 10")
    )


def plate(scene, product, motif="", leaf=LEAF, accent=CINNABAR, behind=""):
    """A whole plate as an SVG document.

    ``scene`` is clipped to the round (centre 800, 800, radius 610); ``behind`` lies over the moon but under the rim;
    ``product`` is drawn in front, over the rim. ``motif`` is a small mark around 0, 0 (at most 40 across, outward = up).
    """
    round_ = oval(CENTRE, CENTRE, SCENE)
    body = (
        disc(motif, leaf, accent)
        + clip(round_, scene)
        + behind
        + shape(round_, "none", 13, INK)
        + product
    )
    return document(body)


def document(body, width=SIZE, height=SIZE):
    """The SVG file around a drawing."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {num(width)} {num(height)}">{body}</svg>\n'


def wide(svg):
    """The sharing picture, 1200 x 630: the plate on rice paper with calm paper-cut corners."""
    inner = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
    waves = ""
    for cx, cy in ((0, 0), (1200, 0), (0, 630), (1200, 630)):
        waves += "".join(
            thread(oval(cx, cy, r), "#ead9b2", 5, "16 10" if i % 2 else None)
            for i, r in enumerate(range(60, 320, 36))
        )
        side = 45 if (cx == 0) == (cy == 0) else -45
        base = side if cx == 0 else side + 180
        for k, r in enumerate((72, 150, 228)):
            for turn in (0,) if k == 0 else (-17, 17) if k == 1 else (-22, 0, 22):
                waves += group(
                    cut_leaf(58, 25, "#dcc590", PAPER),
                    *polar(r, base + turn, cx, cy),
                    1,
                    base + turn,
                )
    back = flat("M0 0L1200 0L1200 630L0 630Z", PAPER) + waves
    return document(back + group(inner, 291, 6, 0.386), 1200, 630)
