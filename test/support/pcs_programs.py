"""Runs the programs that pcs starts: the tools of Pacemaker from servers, and each query of metadata once.

The metadata are those of the agents that Pacemaker and resource-agents bring. Others are taken for not installed,
so that what pcs says is the same on every machine.
"""

import ctypes
import fcntl
import json
import os
import re
import subprocess
import tempfile

KNOWN_AGENT = re.compile(r"ocf:(heartbeat|pacemaker):")
Popen = subprocess.Popen


class Tool:
    """A program that tool-server.c made a server of, for this process and its forks."""

    def __init__(self, path, library):
        environment = {"LD_PRELOAD": library, "LD_BIND_NOW": "1", "TOOL_SERVER": os.path.basename(path)}
        self.process = Popen(
            [path], bufsize=0, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.lock = tempfile.NamedTemporaryFile()

    def run(self, args, text, environment, merged):
        with tempfile.TemporaryDirectory() as folder:
            files = [os.path.join(folder, name) for name in ("in", "out", "out" if merged else "err")]
            with open(files[0], "wb") as given:
                given.write(text)
            variables = [f"{name}={value}" for name, value in environment.items()]
            words = [os.getcwd(), *files, str(len(variables)), *variables, *args]
            request = "".join(f"{word}\0" for word in [len(words), *words])
            with open(self.lock.name, "rb") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                self.process.stdin.write(os.fsencode(request))
                status = int(self.process.stdout.readline())
            out, err = ((open(file, "rb").read()) for file in files[1:])
            return status, out, None if merged else err


class Program:
    """Stands for subprocess.Popen, as far as pcs uses it."""

    tools = {}
    metadata = ""

    def __new__(cls, args, **options):
        name = os.path.basename(args[0])
        if name in cls.tools or "--show-metadata" in args or args[1:] == ["metadata"]:
            return super().__new__(cls)
        return Popen(args, **options)

    def __init__(self, args, env=None, stderr=None, universal_newlines=False, **_):
        self.args, self.env, self.is_text = args, env or {}, universal_newlines
        self.merged = stderr == subprocess.STDOUT
        self.returncode = None

    def communicate(self, text=None):
        tool = self.tools.get(os.path.basename(self.args[0]))
        given = text.encode() if isinstance(text, str) else text or b""
        if tool is not None:
            self.returncode, *printed = tool.run(self.args[1:], given, self.env, self.merged)
        else:
            self.returncode, *printed = self.query()
        return tuple(part.decode() if self.is_text and part is not None else part for part in printed)

    def query(self):
        """What a query of metadata prints, from a file after the first time."""
        agent = self.args[-1]
        if "--show-metadata" in self.args and not KNOWN_AGENT.match(agent):
            text = f"crm_resource: Metadata query for {agent} failed: No such device or address\n"
            return 105, b"", text.encode()
        file = os.path.join(self.metadata, re.sub(r"\W", "-", "-".join(self.args)))
        if not os.path.exists(file):
            process = Popen(
                self.args, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.env
            )
            printed = process.communicate()
            with tempfile.NamedTemporaryFile("w", dir=self.metadata, delete=False) as new:
                json.dump([process.returncode, *(os.fsdecode(part) for part in printed)], new)
            os.rename(new.name, file)
        with open(file, encoding="utf-8") as known:
            status, *printed = json.load(known)
        return (status, *(os.fsencode(part) for part in printed))


def serve(library):
    """From now on the programs of pcs run so; tools are servers where the library is one for this system."""
    Program.metadata = tempfile.mkdtemp()
    subprocess.Popen = Program
    try:
        ctypes.CDLL(library)
    except OSError:
        return
    for name in ("cibadmin", "crm_attribute", "crm_diff"):
        Program.tools[name] = Tool(f"/usr/sbin/{name}", library)
