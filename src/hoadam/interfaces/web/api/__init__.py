"""The API under /api/v1: the views as JSON and CSV, and what may be written with a token; `app.py` puts it together."""
