"""What a visitor wants to ask for, kept in the session: products, each maybe with a producer."""

KEY = "inquiry_basket"
MAX_ITEMS = 10


def items(request) -> list[dict]:
    """The items as `{"product": slug, "producer": slug or ""}`, in the order they were added."""
    return list(request.session.get(KEY, []))


def add(request, product: str, producer: str = "") -> bool:
    """Adds an item once; False if the basket is full."""
    item, basket = {"product": product, "producer": producer}, items(request)
    if item in basket:
        return True
    if len(basket) >= MAX_ITEMS:
        return False
    request.session[KEY] = [*basket, item]
    return True


def remove(request, product: str, producer: str = ""):
    """Takes an item out."""
    item = {"product": product, "producer": producer}
    request.session[KEY] = [each for each in items(request) if each != item]


def empty(request):
    """Forgets everything; a visitor without a basket gets no session for it."""
    if KEY in request.session:
        del request.session[KEY]
