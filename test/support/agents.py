"""Prints as JSON what the agents of a Debian system report of themselves: `python3 agents.py ROOT`. Reads their XML with
Python's own parser; the names and values are as the agents write them."""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

INSTANCE = "lightcib-resource-name"


def files(root):
    ocf = os.path.join(root, "usr/lib/ocf/resource.d")
    for provider in sorted(os.listdir(ocf)):
        for name in sorted(os.listdir(os.path.join(ocf, provider))):
            yield f"ocf:{provider}:{name}", f"/usr/lib/ocf/resource.d/{provider}/{name}", ["meta-data"]
    for name in sorted(os.listdir(os.path.join(root, "usr/sbin"))):
        if name.startswith("fence_"):
            yield f"stonith:{name}", f"/usr/sbin/{name}", ["-o", "metadata"]


def metadata(root, name, path, words):
    inside = [] if root == "/" else ["chroot", root]
    environment = ["env", "OCF_ROOT=/usr/lib/ocf", f"OCF_RESOURCE_INSTANCE={INSTANCE}"]
    done = subprocess.run(inside + environment + [path] + words, capture_output=True, timeout=60)
    found = re.search(rb"<resource-agent\b.*</resource-agent>", done.stdout, re.DOTALL)
    if not os.access(root + path, os.X_OK) or found is None:
        return None
    return name, ElementTree.fromstring(found.group(0))


def parameter(element):
    content = element.find("content")
    given = {} if content is None else content.attrib
    return {
        **element.attrib,
        "type": given.get("type", "string"),
        "default": given.get("default"),
        "options": [] if content is None else [option.get("value") for option in content.iter("option")],
    }


def main(root):
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda agent: metadata(root, *agent), files(root))
    print(json.dumps({
        name: {
            "parameters": [parameter(each) for each in xml.iterfind("parameters/parameter")],
            "actions": [dict(each.attrib) for each in xml.iterfind("actions/action")],
        }
        for name, xml in filter(None, found)
    }))


main(sys.argv[1])
