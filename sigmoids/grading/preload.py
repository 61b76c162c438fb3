"""A parent in the sandbox that has the libraries imported, and starts a child in milliseconds.

It holds nothing that a learner may not see: it is told which modules to import, and no more. Each
child gets namespaces of its own (user, process, mount, IPC, network) and a session, an empty folder
and no /proc, gives up all capabilities, and takes the system call filter, before `child` serves the
first request.
"""

import contextlib
import ctypes
import gc
import importlib
import json
import os
import signal
import socket
import sys

sys.path.insert(0, sys.argv[1])  # the course's folder, in which this file lies
import child

CONTROL = 0  # the socket on which the trusted side sends a child's two streams
# Mount, IPC, user, process, network.
NEW_SPACES = 0x00020000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000
NOSUID, NODEV, NOEXEC, READ_ONLY, PRIVATE = 2, 4, 8, 1, 1 << 18 | 1 << 14
SET_PDEATHSIG, SET_DUMPABLE, SET_SECCOMP, FILTER, SET_NO_NEW_PRIVS = 1, 4, 22, 2, 38

libc = ctypes.CDLL(None, use_errno=True)


def check(result, what):
    if result:
        raise OSError(ctypes.get_errno(), what)


def mount(kind, place, flags, options):
    words = (kind.encode(), place.encode(), kind.encode(), ctypes.c_ulong(flags), options.encode())
    check(libc.mount(*words), f"mount {place}")


def separate(folder, size):
    """Leave the parent's namespaces; the process space is the next child's."""
    user, group = os.getuid(), os.getgid()
    check(libc.prctl(SET_DUMPABLE, 1, 0, 0, 0), "dumpable")  # or /proc/self is not ours to write
    check(libc.unshare(NEW_SPACES), "unshare")
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    check(libc.mount(None, b"/", None, ctypes.c_ulong(PRIVATE), None), "private mounts")
    options = f"size={size},nr_inodes=4096,mode=1777"
    mount("tmpfs", folder, NOSUID | NODEV, options)
    mount("tmpfs", "/proc", NOSUID | NODEV | NOEXEC | READ_ONLY, "size=4096,nr_inodes=2")
    os.chdir(folder)


def give_up(seccomp):
    """All capabilities, and the system calls that the filter refuses."""
    check(libc.prctl(SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "death signal")
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    check(libc.capset(header, (ctypes.c_uint32 * 6)()), "capset")
    code = ctypes.create_string_buffer(seccomp, len(seccomp))
    program = (ctypes.c_uint64 * 2)(len(seccomp) // 8, ctypes.addressof(code))
    check(libc.prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no new privileges")
    check(libc.prctl(SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0), "seccomp")


def keep(control, streams, order):
    """Start the child, and end it when the trusted side says so or is gone."""
    separate(*order["folder"])
    pid = os.fork()
    if pid == 0:
        os.setsid()  # a signal to its group, or a priority, would reach this process, too
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.closerange(3, 256)
        give_up(bytes.fromhex(order["seccomp"]))
        child.main(sys.path[0], order["limits"])
        os._exit(0)
    for stream in streams:
        os.close(stream)
    control.recv(1)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def main(modules):
    control = socket.socket(fileno=CONTROL)
    for name in modules:
        with contextlib.suppress(Exception):  # `a.b` may be a name in a, not a module
            importlib.import_module(name)
    if sympy := sys.modules.get("sympy"):  # what its first expression and function would import
        x = sympy.Symbol("x", positive=True)
        sympy.lambdify(x, sympy.simplify(sympy.log(x / (1 - x)).diff(x)), "numpy")
    gc.freeze()  # collecting in a child would copy the memory that it shares
    check(libc.prctl(SET_DUMPABLE, 0, 0, 0, 0), "dumpable")
    control.send(b".")
    while True:
        order, streams, _, _ = socket.recv_fds(control, 2**16, 2)
        if not order:
            break
        pid = os.fork()
        if pid == 0:
            try:
                keep(control, streams, json.loads(order))
            finally:
                os._exit(0)
        for stream in streams:
            os.close(stream)
        os.waitpid(pid, 0)
        control.send(b".")


if __name__ == "__main__":
    main(json.loads(sys.argv[2]))
