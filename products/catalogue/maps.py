"""The schematic map: district outlines and product places projected into SVG coordinates."""

import math
from dataclasses import dataclass, field
from itertools import pairwise

from gi_site.ops.memo import cached_until_published
from products.catalogue.models.places import District

# The five districts together: 113.8-115.5 °E, 22.4-24.0 °N, with a margin.
WEST, EAST, SOUTH, NORTH = 113.76, 115.52, 22.42, 24.02
WIDTH = 1000
# Equirectangular: a degree of longitude is shorter by the cosine of the latitude.
SHRINK = math.cos(math.radians((SOUTH + NORTH) / 2))
SCALE = WIDTH / ((EAST - WEST) * SHRINK)
HEIGHT = round((NORTH - SOUTH) * SCALE)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees as SVG coordinates."""
    x = (float(longitude) - WEST) * SHRINK * SCALE
    return round(x, 1), round((NORTH - float(latitude)) * SCALE, 1)


def outline(geometry: dict) -> str:
    """A GeoJSON (Multi)Polygon as SVG path data."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    rings = [ring for polygon in polygons for ring in polygon]
    return "".join(
        "M" + "L".join("{} {}".format(*project(*point[:2])) for point in ring) + "Z"
        for ring in rings
    )


def centroid(geometry: dict) -> tuple[float, float]:
    """Centre of the largest ring, in degrees."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    ring = max((polygon[0] for polygon in polygons), key=len)
    twice_area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        twice_area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    return x / (3 * twice_area), y / (3 * twice_area)


@dataclass
class MapDistrict:
    """One district with its outline, the place of its label and its products."""

    district: District
    path: str
    label_x: float
    label_y: float
    url: str
    products: list = field(default_factory=list)


@dataclass(frozen=True)
class Marker:
    """One product; without coordinates of its area (not `is_exact`) it stands for its county."""

    product: object
    x: float
    y: float
    is_exact: bool


@dataclass(frozen=True)
class Map:
    """Everything the map component draws."""

    districts: list[MapDistrict]
    markers: list[Marker]
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"


def build_map(products, finder_url: str) -> Map:
    """The map of `products` (as from `for_listing`); districts lead into the finder."""
    shapes = {
        district.pk: MapDistrict(district, path, x, y, f"{finder_url}?district={district.slug}")
        for district, path, x, y in cached_until_published("district-outlines", _outlines)
    }
    markers = []
    for product in products:
        homes = [shapes[pk] for pk in _shape_ids(product, shapes)]
        for shape in homes:
            shape.products.append(product)
        if product.west is not None:
            x, y = project((product.west + product.east) / 2, (product.south + product.north) / 2)
            markers.append(Marker(product, x, y, True))
    for shape in shapes.values():
        markers += _around(shape, [p for p in shape.products if p.west is None])
    return Map(list(shapes.values()), markers)


def _outlines() -> list[tuple[District, str, float, float]]:
    """Each district with its outline and the place of its label."""
    districts = District.objects.exclude(boundary=None)
    return [
        (district, outline(district.boundary), *project(*centroid(district.boundary)))
        for district in districts
    ]


def _shape_ids(product, shapes) -> list[int]:
    """Outlines the product belongs to; a zone belongs to the district it lies in."""
    ids = [
        district.pk if district.pk in shapes else district.parent_id
        for district in product.districts.all()
    ]
    return [pk for pk in dict.fromkeys(ids) if pk in shapes]


def _around(shape: MapDistrict, products: list) -> list[Marker]:
    """Markers without coordinates, in an oval around the label of their district."""
    step = math.tau / max(len(products), 1)
    width, height = 92, 56
    return [
        Marker(
            product,
            round(shape.label_x + width * math.cos(index * step - math.pi / 2), 1),
            round(shape.label_y + height * math.sin(index * step - math.pi / 2), 1),
            False,
        )
        for index, product in enumerate(products)
    ]


@dataclass(frozen=True)
class PlaceMap:
    """The districts with one of them marked, and a point if it is known."""

    districts: list[tuple[str, bool]]
    point: tuple[float, float] | None
    view_box: str = f"0 0 {WIDTH} {HEIGHT}"


def build_place_map(district: District, latitude=None, longitude=None) -> PlaceMap:
    """Where something in `district` (or in the district that zone lies in) is."""
    here = {district.pk, district.parent_id}
    shapes = cached_until_published("district-outlines", _outlines)
    point = None if latitude is None else project(longitude, latitude)
    return PlaceMap([(path, shape.pk in here) for shape, path, *_label in shapes], point)
