"""Import of the registry from XLSX and CSV files.

A file is read (`files`), its cells are understood (`cells`, `rows`), its rows are compared with
the registry (`plan`), the outcome is shown (`report`). The plan follows from file, choices and
registry alone, so it is made again when the second person confirms; only then is it written,
and undone if need be (`apply`).
"""
