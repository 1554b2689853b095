"""The pages, a module each; every module here has a `router`, found by listing the folder."""
