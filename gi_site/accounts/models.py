import re

from django.contrib.auth.models import AbstractUser

HAN = re.compile(r"[\u4e00-\u9fff·]+")


class User(AbstractUser):
    """A member of staff; the public has no accounts."""

    def __str__(self):
        return self.get_full_name() or self.get_username()

    def get_full_name(self):
        """The name in the order of its language: 王核, but Anna Berg."""
        if HAN.fullmatch(self.first_name) and HAN.fullmatch(self.last_name):
            return self.last_name + self.first_name
        return super().get_full_name()
