"""Prints one line for each pair of XML files: equal, or where the first difference lies.

Two documents are equal when they differ only in the order of attributes, in white space and comments,
and in the order of the nvpairs of a set and of the ops of a resource.
Arguments: [--only ELEMENT] file file, file file, ...; with --only that child of the root is compared.
"""

import sys
import xml.etree.ElementTree as ET

BLANKS = " \t\r\n"
UNORDERED = {"operations": {"op"}}
SETS = {"cluster_property_set", "instance_attributes", "meta_attributes", "utilization"}


def canonical(element, path):
    """Lines for an element and all below it, the same for equal documents."""
    children = [canonical(child, path + "/" + child.tag) for child in element]
    movable = {"nvpair"} if element.tag in SETS else UNORDERED.get(element.tag, set())
    fixed = [lines for child, lines in zip(element, children) if child.tag not in movable]
    moved = sorted(lines for child, lines in zip(element, children) if child.tag in movable)
    texts = [element.text or ""] + [child.tail or "" for child in element]
    lines = [f"{path} {sorted(element.attrib.items())!r} {''.join(texts).strip(BLANKS)!r}"]
    for below in fixed + moved:
        lines.extend(below)
    return lines + [f"end {path}"]


def difference(first, second, only):
    """What to print for a pair of files."""
    roots = (ET.parse(file).getroot() for file in (first, second))
    left, right = (canonical(root if only is None else root.find(only), "") for root in roots)
    if left == right:
        return "equal"
    pairs = [(a, b) for a, b in zip(left, right) if a != b]
    return f"differs: {pairs[0] if pairs else 'length'}"


files = sys.argv[1:]
only = None
if files[:1] == ["--only"]:
    only, files = files[1], files[2:]
for first, second in zip(files[::2], files[1::2]):
    print(first, difference(first, second, only))
