"""Dependable API clients from documentation pages that somebody wrote down once, in YAML."""

__version__ = "0.1.0"
