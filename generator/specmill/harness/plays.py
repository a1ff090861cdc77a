"""What faults of several kinds play: good answers out of place, octets, and silence."""

from __future__ import annotations

from .line import Line, Play


async def well(line: Line) -> None:
    """Answer as the request deserves."""
    await line.answer(line.answered.status, line.answered.content)


async def another(line: Line) -> None:
    """Answer as the call of somebody else deserves."""
    await line.answer(line.another.status, line.another.content)


async def held(line: Line) -> None:
    await line.hold()


def under(status: int) -> Play:
    """Answer well, but under *status*."""

    async def play(line: Line) -> None:
        await line.answer(status, line.answered.content)

    return play


def said(octets: bytes) -> Play:
    """Send *octets* and nothing else."""

    async def play(line: Line) -> None:
        await line.send(octets)

    return play
