"""The command line as a person or a program uses it: a process, its output and its exit code."""

import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]
"""Runs a command with these arguments; `given` is its standard input, all else changes its environment."""
