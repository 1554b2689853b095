"""`hoadam publish`: the desk as a folder of files, to be put anywhere; `command.py` is the way in."""
