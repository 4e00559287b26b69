"""What the pages of the programme ask for."""

from django import template

from home.programme.standard_views import has_standards

register = template.Library()

register.simple_tag(has_standards)
