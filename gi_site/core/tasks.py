"""Work for the queue."""

from django_tasks import task

from gi_site.core.images import all_specs
from gi_site.core.models import SiteImage
from gi_site.ops.page_cache import bump_page_cache


@task()
def make_renditions(image_id: int) -> None:
    """Make every rendition of a picture that pages may ask for."""
    image = SiteImage.objects.filter(pk=image_id).first()
    if image is None:  # deleted again before its turn came
        return
    for spec in all_specs(image):
        # One at a time: together, the threads would hold a dozen decoded pictures in memory.
        image.get_renditions(spec)
    bump_page_cache()  # pages that were kept while the picture was missing
