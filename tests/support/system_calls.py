"""What a filter of system calls decides."""

import struct


def verdict(program, audit, number, flags=0, command=0):
    """What the kernel's interpreter would make of a system call."""
    code = list(struct.iter_unpack("HBBI", program))
    data = {0: number, 4: audit, 16: flags, 24: command}
    value, place = 0, 0
    while True:
        op, yes, no, k = code[place]
        place += 1
        if op == 0x06:
            return k
        if op == 0x20:
            value = data[k]
        else:
            holds = {0x15: value == k, 0x35: value >= k, 0x45: bool(value & k)}[op]
            place += yes if holds else no
