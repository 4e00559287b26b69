"""Signals that apps below send and apps above listen to."""

from django.dispatch import Signal

# Rows were written past `Model.save()`, by `bulk_create`, `update` or plain SQL, for which Django
# sends no signal. `sender` is the model, `keys` the primary keys. Sent in the same transaction.
rows_written = Signal()
