"""Work for the queue."""

from django_tasks import task

from gi_site.core.images import all_specs
from gi_site.core.models import SiteImage
from gi_site.ops.page_cache import bump_page_cache

QUICK_FORMAT = "format-webp"


@task()
def make_renditions(image_id: int, quick: bool = False) -> None:
    """Make the renditions of a picture that pages may ask for; `quick` the WebP ones alone.

    WebP takes a tenth of the time of AVIF: with them first, all pages have their pictures soon.
    """
    image = SiteImage.objects.filter(pk=image_id).first()
    if image is None:  # deleted again before its turn came
        return
    for spec in all_specs(image):
        if quick and not spec.endswith(QUICK_FORMAT):
            continue
        # One at a time: together, the threads would hold a dozen decoded pictures in memory.
        image.get_renditions(spec)
    bump_page_cache()  # pages that were kept while the picture was missing
