#!/usr/bin/env python
"""Django's command line for the Huizhou GI site."""

import os
import sys


def main():
    """Run with the development settings unless DJANGO_SETTINGS_MODULE says otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gi_site.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
