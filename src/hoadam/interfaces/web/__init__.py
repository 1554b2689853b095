"""The desk: the ten questions as pages; `app.py` puts them together, `serve.py` opens them."""
