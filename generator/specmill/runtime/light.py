"""Dataclasses that are declared fast; a generated package has the whole module here."""

from __future__ import annotations

from ..light import dataclass as dataclass
