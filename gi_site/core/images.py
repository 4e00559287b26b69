"""The sizes in which pictures are shown, declared once: pages ask for them by name, the worker
makes them after each upload."""

from dataclasses import dataclass

from wagtail.images.models import Filter

# Best format first; the last one is for browsers that know neither and comes in one size.
MODERN_FORMATS = {"avif": "image/avif", "webp": "image/webp"}


@dataclass(frozen=True)
class Preset:
    """One way of showing a picture: widths in pixels, shape, and its place on the page."""

    widths: tuple[int, ...]
    sizes: str
    height_per_width: float | None = None

    def specs(self, image_format: str) -> list[str]:
        """Filter specs of `image_format`, narrowest first."""
        widths = self.widths if image_format in MODERN_FORMATS else self.widths[:1]
        return [f"{self._operation(width)}|format-{image_format}" for width in widths]

    def _operation(self, width: int) -> str:
        if self.height_per_width is None:
            return f"width-{width}"
        return f"fill-{width}x{round(width * self.height_per_width)}"


PRESETS = {
    "thumb": Preset((96, 192), "96px", 1),
    "card": Preset((240, 360, 480), "(min-width: 60em) 17rem, (min-width: 30em) 30vw, 44vw"),
    "plate": Preset((480, 640, 800, 1200), "(min-width: 60em) 36rem, 82vw"),
    "wide": Preset((640, 1200), "(min-width: 76rem) 76rem, 100vw", 0.525),
}


def fallback_format(image) -> str:
    """PNG keeps the transparent ground of a plate; photographs are far smaller as JPEG."""
    return "jpeg" if image.file.name.lower().endswith((".jpg", ".jpeg")) else "png"


def preset_specs(image, preset: Preset) -> dict[str, list[str]]:
    """Filter specs by format for `image` in `preset`."""
    return {name: preset.specs(name) for name in (*MODERN_FORMATS, fallback_format(image))}


def all_specs(image) -> list[str]:
    """Every rendition that pages may ask for."""
    groups = [
        group for preset in PRESETS.values() for group in preset_specs(image, preset).values()
    ]
    return list(dict.fromkeys(spec for group in groups for spec in group))


def existing_renditions(image, specs: list[str]) -> dict[str, object]:
    """Those of `specs` that are made; no query if renditions were prefetched.

    A page never makes renditions: that takes seconds and writes, on a visitor's time.
    """
    filters = [Filter(spec=spec) for spec in specs]
    return {f.spec: made for f, made in image.find_existing_renditions(*filters).items()}
