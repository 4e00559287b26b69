"""The geometry of the programme's charts; look and words are in templates and style sheet."""

from dataclasses import dataclass

from gi_site.core.templatetags.drawing import arc, ceiling
from gi_site.core.templatetags.formats import number_range
from products.catalogue.dossier import Noted

WIDTH, HEIGHT = 320, 200
LEFT, RIGHT, TOP, BOTTOM = 44, 36, 34, 34
GAP = 3  # degrees left open between two stitches of the ring


@dataclass(frozen=True)
class Point:
    """One figure: where its stem stands and its moon hangs (units of the drawing)."""

    row: Noted
    x: float
    y: float
    y_low: float | None = None

    @property
    def label_y(self) -> float:
        """Where its number is written."""
        return self.y - 15


@dataclass(frozen=True)
class Chart:
    """Figures of one definition, unit and area, year by year, on a scale that begins at 0."""

    points: list[Point]
    unit: str
    base: int = HEIGHT - BOTTOM
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"
    left: int = LEFT - 24
    right: int = WIDTH - RIGHT + 24
    year_y: int = HEIGHT - 10

    @property
    def words(self) -> str:
        """The same in words, for those who do not see the drawing."""
        parts = [
            f"{point.row.fact.period.year}: {_quantity(point.row.fact)} {self.unit}"
            for point in self.points
        ]
        return "; ".join(parts)


def _quantity(fact) -> str:
    qualifier = "" if fact.qualifier == "exact" else f"{fact.get_qualifier_display()} "
    return f"{qualifier}{number_range(fact.value, fact.value_max)}"


def chart_of(rows: list[Noted], unit: str) -> Chart | None:
    """The chart of `rows`, which the caller knows to be of one definition, unit and area.

    None unless they are of several years, each with one figure: two sources that differ on a
    year are for the table alone, and so is a single figure.
    """
    years = [row.fact.period.year for row in rows if row.fact.period]
    if len(years) < 2 or len(years) < len(rows) or len(set(years)) < len(years):
        return None
    rows = sorted(rows, key=lambda row: row.fact.period)
    highest = max(float(row.fact.value_max or row.fact.value) for row in rows)
    if highest <= 0 or any(row.fact.value < 0 for row in rows):
        return None
    top = ceiling(highest)
    step = (WIDTH - LEFT - RIGHT) / (len(rows) - 1)

    def y(value) -> float:
        return round(HEIGHT - BOTTOM - float(value) / top * (HEIGHT - TOP - BOTTOM), 1)

    return Chart(
        [
            Point(
                row,
                round(LEFT + index * step, 1),
                y(row.fact.value_max or row.fact.value),
                y(row.fact.value) if row.fact.value_max else None,
            )
            for index, row in enumerate(rows)
        ],
        unit,
    )


def ring(filled: int, total: int, radius: int = 84) -> list[dict]:
    """A ring of `total` stitches, the first `filled` of them done; one stitch is one product."""
    total = max(filled, total, 1)
    step = 360 / total
    gap = min(GAP, step / 3)
    return [
        {
            "is_filled": index < filled,
            "path": arc(radius, index * step + gap, (index + 1) * step - gap),
        }
        for index in range(total)
    ]
