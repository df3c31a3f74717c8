"""Answers pcs commands from one process that has imported pcs once: it forks for each command.

A pcs command spends nine tenths of its time starting Python; a fork needs 0.03 s.
Prints the port it listens on. A request is `\\0`-ended strings: their number, the directory, the arguments;
the answer is the exit status, standard output and standard error, each `\\0`-ended.
It ends with its standard input, and so with the process that started it.
"""

import gc
import os
import select
import signal
import socket
import sys
import tempfile

import pcs_programs
from pcs import app


def strings(connection):
    data = b""
    while True:
        *whole, rest = data.split(b"\0")
        if whole and len(whole) > int(whole[0]):
            return [os.fsdecode(part) for part in whole[1:]]
        more = connection.recv(1 << 16)
        if not more:
            return None
        data += more


def answer(connection):
    directory, *arguments = strings(connection) or os._exit(1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.alarm(120)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        status = 1
        try:
            os.chdir(directory)
            app.main(arguments)
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        except BaseException:
            sys.excepthook(*sys.exc_info())
        sys.stdout.flush()
        sys.stderr.flush()
        out.seek(0)
        err.seek(0)
        connection.sendall(b"\0".join([str(status).encode(), out.read(), err.read(), b""]))
    os._exit(0)


pcs_programs.serve(sys.argv[1])
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
# What stands in memory stays shared with the forks: looking through it for garbage would copy it.
gc.disable()
gc.freeze()
while sys.stdin not in select.select([listener, sys.stdin], [], [])[0]:
    connection, _ = listener.accept()
    with connection:
        if os.fork() == 0:
            answer(connection)
