from gi_site.ops.caches import caches

FILES = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": "/cache"}
REDIS = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://h/0"}


def test_each_store_has_a_folder_of_its_own():
    assert len({store["LOCATION"] for store in caches(FILES).values()}) == 3


def test_stores_on_disk_are_bounded():
    assert all(store["OPTIONS"]["MAX_ENTRIES"] for store in caches(FILES).values())


def test_each_store_in_redis_has_a_prefix_of_its_own_and_no_options_it_does_not_know():
    stores = caches(REDIS).values()
    assert len({store["KEY_PREFIX"] for store in stores}) == 3
    assert not any("OPTIONS" in store for store in stores)
