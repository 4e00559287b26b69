"""A small catalogue to search in."""

from products.catalogue.models import GIProduct
from tests.factories import CategoryFactory, DistrictFactory, GIProductFactory, ProductNameFactory

PRODUCTS = {
    "meicai": ("惠州梅菜", "Huizhou Meicai", "huicheng", ["贡菜"]),
    "aipi": ("矮陂梅菜", "Aipi Meicai", "huicheng", []),
    "luofu-rice": ("罗浮山大米", "Luofushan Rice", "boluo", []),
    "longmen-rice": ("龙门大米", "Longmen Rice", "longmen", ["龙门丝苗米"]),
    "zhenlong": ("镇隆荔枝", "Zhenlong Lychee", "huiyang", ["东坡荔"]),
    "luofu-lychee": ("罗浮山荔枝", "Luofushan Lychee", "boluo", []),
    "sugar": ("观音阁红糖", "Guanyinge Brown Sugar", "boluo", []),
    "peanut": ("观音阁花生", "Guanyinge Peanut", "boluo", []),
    "chicken": ("龙门三黄胡须鸡", "Longmen Bearded Chicken", "longmen", ["龙门胡须鸡"]),
    "potato": ("惠东马铃薯", "Huidong Potato", "huidong", []),
    "starfruit": ("麻榨杨桃", "Mazha Starfruit (Carambola)", "longmen", []),
}
DISTRICTS = {
    "huicheng": ("惠城区", "Huicheng District"),
    "huiyang": ("惠阳区", "Huiyang District"),
    "boluo": ("博罗县", "Boluo County"),
    "longmen": ("龙门县", "Longmen County"),
    "huidong": ("惠东县", "Huidong County"),
}


def make_catalogue():
    """The products of `PRODUCTS`, each with the key there as its slug."""
    category = CategoryFactory(name_zh="农产品", name_en="Farm produce")
    districts = {
        slug: DistrictFactory(slug=slug, name_zh=zh, name_en=en)
        for slug, (zh, en) in DISTRICTS.items()
    }
    for slug, (zh, en, district, names) in PRODUCTS.items():
        product = GIProductFactory(
            bare=True,
            slug=slug,
            name_zh=zh,
            name_en=en,
            pinyin="",
            area_zh="",
            area_en="",
            category=category,
            districts=[districts[district]],
        )
        for name in names:
            ProductNameFactory(product=product, name=name)


def slugs_of(found) -> list[str]:
    """Slugs of the products found, in order."""
    products = GIProduct.objects.in_bulk(found.ids)
    return [products[pk].slug for pk in found.ids]
