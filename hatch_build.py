"""Builds the wheel whatever SOURCE_DATE_EPOCH holds; hatchling itself stops where it is no time, or
one that a zip file cannot hold."""

import os

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LAST = 4354819199  # the end of 2107, in seconds since 1970; before 1980 hatchling writes 1980


class Date(BuildHookInterface):
    def initialize(self, version: str, build_data: dict) -> None:
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        if not (epoch.isascii() and epoch.isdecimal() and int(epoch) <= LAST):
            os.environ.pop("SOURCE_DATE_EPOCH", None)  # then hatchling writes a day of its own
