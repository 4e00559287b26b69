"""Drawings and marks of the registry's pages."""

import segno
from django import template
from django.utils.safestring import mark_safe

from products.producers.credit_codes import grouped

register = template.Library()
register.filter("grouped_code", grouped)


@register.simple_tag
def qr_code(address: str):
    """`address` as a QR code in SVG, black on white in every theme so that it can be read."""
    code = segno.make_qr(address, error="m")
    return mark_safe(code.svg_inline(omitsize=True, border=4, light="#fff", svgclass="qr__code"))
