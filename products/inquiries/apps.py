from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InquiriesConfig(AppConfig):
    name = "products.inquiries"
    label = "inquiries"
    verbose_name = _("Trade inquiries")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.core.page_sections import add_section

        from .sections import inquire_entry, inquire_producer, inquire_product

        add_section("product_opening", "inquiries/sections/opening.html", inquire_product)
        add_section("product", "inquiries/sections/product.html", inquire_product)
        add_section("producer", "inquiries/sections/producer.html", inquire_producer)
        add_section("registry_entry", "inquiries/sections/entry.html", inquire_entry)
