"""The pictures of the desk: rows in, a Picture out; nothing in here asks the record."""
