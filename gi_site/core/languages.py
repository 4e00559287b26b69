"""How the site's languages are written outside Django."""

# Value of the HTML lang attribute by Django's language code.
HTML_LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}
