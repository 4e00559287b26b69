"""Original round plates after the farmers' painting of Longmen: a drawing library and one file per plate."""
