"""Runs crmsh in one process for many files.

Arguments: load BASE TEXT OUT BASE TEXT OUT ...: what `crm configure load replace TEXT` makes of the CIB BASE;
show CIB OUT CIB OUT ...: what `crm configure show` prints of the CIB. Prints one line for each: ok, or what crmsh says.
"""

import os
import sys
import tempfile

answers = os.fdopen(os.dup(1), "w")
said = tempfile.TemporaryFile("w+")
os.dup2(said.fileno(), 1)
os.dup2(said.fileno(), 2)
os.environ.setdefault("CIB_file", "/dev/null")

from crmsh import log  # noqa: E402

log.setup_logging(only_help=True)

from lxml import etree  # noqa: E402
from crmsh import cibconfig, config, idmgmt, options  # noqa: E402

config.core.check_frequency = "never"
config.core.obscure_pattern = ""
options.batch = True


def begin(file):
    """A fresh crmsh that has read the CIB."""
    said.seek(0)
    said.truncate()
    idmgmt.clear()
    factory = cibconfig.cib_factory
    factory.reset()
    with open(file) as cib:
        if not factory.initialize(cib=cib.read()):
            raise ValueError("the CIB is not read")
    return factory


def load(base, text, out):
    factory = begin(base)
    with open(text) as config_text:
        if not cibconfig.mkset_obj().save(config_text.read(), remove=False, method="replace"):
            raise ValueError("not loaded")
    with open(out, "wb") as result:
        result.write(etree.tostring(factory.get_cib()))


def show(cib, out):
    begin(cib)
    with open(out, "w") as result:
        result.write(cibconfig.mkset_obj().repr_nopretty())


def each(run, arguments, size):
    for at in range(0, len(arguments), size):
        try:
            run(*arguments[at : at + size])
            print("ok", file=answers)
        except Exception as error:
            said.seek(0)
            print(repr(error), " | ".join(said.read().splitlines()[:4]), file=answers)


if sys.argv[1] == "load":
    each(load, sys.argv[2:], 3)
else:
    each(show, sys.argv[2:], 2)
