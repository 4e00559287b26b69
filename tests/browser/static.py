from gi_site.core.static import JoinedSheetsStorage


class PublicCompressedStorage(JoinedSheetsStorage):
    """As in production, but compresses only what public pages load: the admin's takes long."""

    def compress_files(self, paths):
        """Leave Wagtail's own files as they are."""
        admin = ("wagtail", "django_extensions", "import_export", "admin", "rest_framework")
        return super().compress_files([path for path in paths if not path.startswith(admin)])
