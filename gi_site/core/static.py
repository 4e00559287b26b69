"""How style sheets are stored: written in parts, served as one file each."""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath, relpath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

FOLDER = "css/"  # the site's own sheets; those of Wagtail and others stay as they are
IMPORT = re.compile(r'^@import "([^"]+)";\n', re.MULTILINE)
ADDRESS = re.compile(r'url\("(?!data:|/|#)([^"]+)"\)')


def joined(name: str, read: Callable[[str], str]) -> str:
    """The sheet `name` with its parts in the place of its `@import` lines.

    `read` gives the text of a sheet by its name, such as "css/site.css", and raises for a part
    that is missing.
    """

    def part(line):
        other = normpath(join(dirname(name), line[1]))
        return ADDRESS.sub(lambda found: f'url("{moved(other, found[1])}")', joined(other, read))

    # Addresses in a part are seen from its folder, those of the whole from that of `name`.
    def moved(other, address):
        return relpath(normpath(join(dirname(other), address)), dirname(name))

    return IMPORT.sub(part, read(name))


class JoinedSheetsStorage(CompressedManifestStaticFilesStorage):
    """Joins the parts of each sheet when it is collected; then all is as WhiteNoise does it.

    In development the browser follows the same lines itself.
    """

    def post_process(self, paths, dry_run=False, **options):
        """Joins, names by content and compresses; what came of each file."""

        def read(name):
            # As it was written: the collected copy may be joined already.
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        sheets = [name for name in paths if name.startswith(FOLDER) and IMPORT.search(read(name))]
        if not dry_run:
            for name in sheets:
                self.delete(name)
                self._save(name, ContentFile(joined(name, read).encode()))
            paths = paths | {name: (self, name) for name in sheets}
        yield from super().post_process(paths, dry_run, **options)
