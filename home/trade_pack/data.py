"""The trade pack as plain data, for machines; keys are fixed, `null` means not known."""

from django.utils.translation import get_language

from gi_site.core.languages import HTML_LANGUAGES
from gi_site.core.plain import partial_day, plain_number
from home.trade_pack.contents import TradePack

FORMAT = "huizhou-gi-trade-pack/1"


def pack_data(pack: TradePack) -> dict:
    """Everything in the pack; texts in the reader's language, names in all."""
    product = pack.product
    return {
        "format": FORMAT,
        "language": HTML_LANGUAGES[get_language()],
        "date": pack.day,
        "address": pack.address,
        "facts_last_checked": product.last_checked_on,
        "name": {"zh": product.name_zh, "pinyin": product.pinyin, "en": product.name_en},
        "other_names": [row.fact.name for row in pack.dossier.names],
        "class": product.category.name,
        "codes": {"hs": product.hs_code or None, "gbt43583": pack.gbt43583 or None},
        "origin": {
            "districts": [district.name for district in pack.dossier.districts],
            "area": product.area or None,
            "is_official_area": product.has_official_area,
            "sources": pack.dossier.area_notes,
        },
        "protections": [_protection(item) for item in pack.dossier.protections],
        "seasons": [_season(row) for row in pack.dossier.seasons],
        "quality": [_quality(row) for row in pack.dossier.quality],
        "storage": [{"text": text.text, "sources": text.notes} for text in pack.keeping],
        "offers": [_offer(offer) for offer in pack.offers],
        "certificates": [_certificate(certificate) for certificate in pack.certificates],
        "lawful_users": {
            "count": pack.lawful_user_count,
            "on": pack.day,
            "registry": pack.registry_address,
            "listed": [
                {
                    "number": entry.public_number,
                    "name": entry.name_as_printed,
                    "credit_code": entry.credit_code_as_printed or None,
                }
                for entry in pack.lawful_users
            ],
        },
        "pictures": [
            {
                "addresses": pack.picture_addresses,
                "shows": pack.picture.default_alt_text,
                "author": pack.picture.credit,
                "licence": pack.picture.licence,
            }
        ]
        if pack.picture
        else [],
        "sources": [_source(number, source) for number, source in pack.dossier.notes],
        "not_known": pack.unknown,
    }


def _stated(value) -> str | None:
    """A date as exactly as it is known: 2018, 2018-03 or 2018-03-01."""
    if not value:
        return None
    return partial_day(*value)


def _protection(item) -> dict:
    right = item.protection
    return {
        "scheme": right.get_scheme_display(),
        "scheme_code": right.scheme,
        "status": item.status,
        "status_label": item.status.label,
        "number": right.number or None,
        "announcement": right.announcement_number or None,
        "announced": _stated(right.announced_stated),
        "authority": right.authority or None,
        "holder": right.holder or None,
        "valid_until": right.valid_until,
        "standards": [standard.fact.number for standard in item.standards],
        "sources": item.notes,
    }


def _season(row) -> dict:
    window = row.fact
    return {
        "kind": window.kind,
        "label": window.label or window.get_kind_display(),
        "first_half_month": window.start,
        "last_half_month": window.end,
        "sources": row.notes,
    }


def _quality(row) -> dict:
    limit = row.fact
    return {
        "indicator": limit.indicator,
        "variety": limit.variety or None,
        "comparison": limit.comparator,
        "value": plain_number(limit.value),
        "upper_value": plain_number(limit.value_max),
        "unit": limit.unit,
        "kind": limit.kind,
        "to_be_verified": row.is_weak,
        "sources": row.notes,
    }


def _offer(offer) -> dict:
    return {
        "producer": _producer(offer.producer),
        "form": offer.form,
        "pack": offer.pack or None,
        "unit": offer.unit,
        "minimum_order": plain_number(offer.minimum_order),
        "monthly_capacity": plain_number(offer.monthly_capacity),
        "from_month": offer.from_month,
        "until_month": offer.until_month,
        "storage": offer.storage or None,
        "shelf_life_days": offer.shelf_life_days,
        "footing": offer.footing,
        "footing_on": offer.footing_on,
    }


def _certificate(certificate) -> dict:
    return {
        "producer": _producer(certificate.producer),
        "kind": certificate.get_kind_display(),
        "number": certificate.number or None,
        "issuer": certificate.issuer or None,
        "valid_from": certificate.valid_from,
        "valid_until": certificate.valid_until,
        "footing": certificate.footing,
        "footing_on": certificate.footing_on,
    }


def _producer(producer) -> dict:
    return {"id": producer.slug, "name": producer.name}


def _source(number, source) -> dict:
    return {
        "note": number,
        "title": source.title,
        "publisher": source.publisher or None,
        "published": _stated(source.published_stated),
        "link": source.url or None,
    }
