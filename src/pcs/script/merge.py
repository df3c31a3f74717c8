import atexit
import copy
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import time

from urllib.parse import quote

from lxml import etree

# The ids of these are those of other elements, or names of nodes and users.
REFERENCES = {"resource_ref", "obj_ref", "role", "node", "acl_target"}
# What has an id that only id-ref can name.
PARTS = {"cluster_property_set", "instance_attributes", "meta_attributes", "utilization", "nvpair", "op", "operations"}
PARTS |= {"resource_set", "rule", "expression", "date_expression", "date_spec", "duration", "rsc_expression"}
PARTS |= {"op_expression", "acl_permission", "port-mapping", "storage-mapping"}
SECRET = re.compile(
    r"^([^=]*(?:pass|secret)[^=]*|(?:[^=]*[-_.])?(?:token|cookie|community|api[-_]?key))=.*", re.DOTALL | re.IGNORECASE
)
# Every exit status; that of a signal is negative.
EVERY = range(-64, 256)


def fail(*lines):
    sys.exit("\n  ".join(["error: nothing was changed, " + lines[0], *lines[1:]]))


def run(*words, cib=None, accept=(0,)):
    """A program that ran on a CIB of this run, or else on the cluster; it fails with other statuses than these."""
    environment = dict(os.environ, CIB_file=path(cib)) if cib else None
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    if done.returncode not in accept:
        fail("this failed: " + command_line(words), printed(done))
    return done


def command_line(words):
    """A command as a terminal may show it, without passwords."""
    return shown(" ".join(shlex.quote(SECRET.sub(r"\1=(not shown)", word)) for word in words))


def printed(done):
    return shown((done.stdout + done.stderr).decode(errors="replace").strip())


def shown(text):
    """A text for a terminal: what is not visible is escaped."""
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode() for c in text)


def path(name):
    return os.path.join(work, name + ".xml")


def read(text):
    return etree.fromstring(text, etree.XMLParser(remove_blank_text=True, resolve_entities=False, huge_tree=True))


def query():
    return read(run("cibadmin", "--query").stdout)


def saved(name):
    """A CIB of this run, as a program wrote it."""
    with open(path(name), "rb") as file:
        return read(file.read())


def write(name, root):
    with open(path(name), "wb") as file:
        file.write(etree.tostring(root, encoding="utf-8"))


def parts(parent):
    return [child for child in parent if isinstance(child.tag, str)]


def content(element):
    """Equal for equal elements: the order of attributes, nvpairs, operations and kinds of children does not count."""
    children = [content(child) for child in parts(element)]
    if ids == "pcs":
        children = [child for child in children if child[0] != "operations" or child[2]]
    children.sort(key=lambda child: (child[0], child if child[0] in ("nvpair", "op") else []))
    return [element.tag, sorted(pair for pair in element.items() if is_compared(element, pair[0])), children]


def contents(configuration):
    """The same for a configuration, in which the order of resources counts, and that of constraints."""
    return sorted([section.tag, [content(item) for item in parts(section)]] for section in configuration if len(section))


def is_compared(element, attribute):
    return ids != "pcs" or attribute != "id" or element.tag not in PARTS


def name_of(element):
    """What distinguishes an element from its siblings."""
    own = element.get("name" if element.tag in ("nvpair", "op") else "uname" if element.tag == "node" else "id")
    return element.tag if own is None or not is_compared(element, "id") else element.tag + " " + own


class Merge:
    """Adds what is wanted to a configuration; collects what was added, and what is there in another form."""

    def __init__(self, current, wanted):
        self.current, self.added, self.different = current, [], []
        for section in parts(wanted):
            own = current.find(section.tag)
            self.units(etree.SubElement(current, section.tag) if own is None else own, section)
        self.check_ids()

    def units(self, current, wanted):
        own = {name_of(child): child for child in parts(current)}
        for child in parts(wanted):
            same = own.get(name_of(child))
            if same is None:
                current.append(copy.deepcopy(child))
                self.added.append(child)
            elif is_list(child):
                self.units(same, child)
            elif content(same) != content(child):
                self.different += [(same, line) for line in differences(same, child)]

    def check_ids(self):
        first = {}
        for element in self.current.iter("*"):
            own = element.get("id")
            if own is not None and element.tag not in REFERENCES and first.setdefault(own, element) is not element:
                where = name_of(first[own].getparent())
                self.different.append((element, "its id is that of " + name_of(first[own]) + " in " + where))

    def lines(self):
        return ["+ " + name_of(element) for element in self.added]

    def run_commands(self):
        """What was added by now is all."""


def is_list(element):
    """True for a set of cluster properties, and one of a node: others may add to it."""
    parent = element.getparent()
    is_properties = parent.tag == "crm_config" and element.get("id") == "cib-bootstrap-options"
    return is_properties or "node" in (element.tag, parent.tag)


def differences(current, wanted, where=""):
    """Lines for what differs between an element and the wanted one."""
    for attribute in sorted(set(current.keys()) | set(wanted.keys())):
        here, there = current.get(attribute), wanted.get(attribute)
        if here != there and is_compared(wanted, attribute):
            yield where + attribute + ": " + value(wanted, here) + ", wanted: " + value(wanted, there)
    rest = parts(current)
    for child in parts(wanted):
        same = next((other for other in rest if name_of(other) == name_of(child)), None)
        if same is None:
            yield where + "lacks " + name_of(child)
            continue
        rest.remove(same)
        if content(same) != content(child):
            yield from differences(same, child, where + name_of(child) + ": ")
    for other in rest:
        yield where + "has " + name_of(other)


def value(element, text):
    if text is None:
        return "none"
    return "(not shown)" if SECRET.match(element.get("name", "") + "=") else '"' + text + '"'


def bring():
    current, wanted = saved("current"), saved("wanted")
    check_nodes(current, wanted)
    shutil.copy(path("current"), path("new"))
    # A command may have upgraded the schema.
    if current.get("validate-with") != wanted.get("validate-with"):
        run("cibadmin", "--upgrade", "--force", cib="new")
    before = saved("new").find("configuration")
    merge = (Update if update else Merge)(copy.deepcopy(before), wanted.find("configuration"))
    if merge.different:
        used = dict.fromkeys(element.get("id", name_of(element)) for element, _ in merge.different)
        lines = [shown(name_of(element) + ": " + line) for element, line in merge.different]
        fail("these ids are used by something else: " + shown(" ".join(used)), *lines)
    for line in merge.lines():
        print(shown(line))
    if contents(merge.current) == contents(before):
        print("nothing changed: the whole configuration exists already")
        return
    merge.run_commands()
    write("configuration", merge.current)
    run("cibadmin", "--replace", "--scope", "configuration", "--xml-file", path("configuration"), cib="new")
    new = saved("new")
    if contents(new.find("configuration")) != contents(merge.current):
        fail("cibadmin changes what it is given")
    verify()
    if file:
        replace_file()
    else:
        push(current, new)
        wait_for_start()


def check_nodes(current, wanted):
    """Nodes belong to the cluster, not to this script. A file has no cluster, so it gets them."""
    own = {node.get("uname"): node.get("id") for node in current.iterfind("configuration/nodes/node")}
    for node in wanted.iterfind("configuration/nodes/node"):
        name, number = node.get("uname"), node.get("id")
        if name not in own and not file:
            fail("the cluster has no node " + name)
        if own.get(name, number) != number:
            fail("the id of node " + name + " is " + own[name] + ", not " + number)


def verify():
    """Stops at errors. crm_verify has one exit status for errors and warnings, so its output decides."""
    done = run("crm_verify", "--verbose", "--xml-file", path("new"), accept=EVERY if force else (0, 78))
    found = printed(done)
    verdict = found.split("\n")[-1].lower()
    if done.returncode == 0 or ("warnings" in verdict and "errors" not in verdict):
        return
    if not force:
        fail("crm_verify reports errors in the result, and --force was not given:", found)
    print(found, file=sys.stderr)


def replace_file():
    draft = path("draft")
    shutil.copyfile(path("new"), draft)
    owner = os.stat(file)
    os.chown(draft, owner.st_uid, owner.st_gid)
    shutil.copystat(file, draft)
    os.utime(draft)
    with open(file, "rb") as now, open(path("current"), "rb") as before:
        if now.read() != before.read():
            fail(file + " was changed by somebody else meanwhile; run this again")
    os.rename(draft, file)


def push(current, new):
    """Applies the difference, which names the version of the CIB that it is for: with another one it fails. Changes of
    the status make another version too, so it is tried again."""
    patch = patch_of(current, new)
    for _ in range(100):
        now = query()
        if contents(now.find("configuration")) != contents(current.find("configuration")):
            fail("the cluster was changed by somebody else meanwhile; run this again")
        patch.find("version/source").attrib.update(zip(VERSION, version(now)))
        write("patch", patch)
        done = run("cibadmin", "--patch", "--xml-file", path("patch"), accept=EVERY)
        if done.returncode == 0:
            return
        if version(query()) == version(now):
            break
    fail("cibadmin does not apply the change", printed(done))


VERSION = "admin_epoch", "epoch", "num_updates"


def version(cib):
    return [cib.get(name) for name in VERSION]


def patch_of(current, new):
    """The difference by crm_diff; that may reverse what has no id, and then whole sections are replaced."""
    target = copy.deepcopy(current)
    target.replace(target.find("configuration"), copy.deepcopy(new.find("configuration")))
    target.set("validate-with", new.get("validate-with"))
    target.set("epoch", str(int(current.get("epoch")) + 1))
    target.set("num_updates", "0")
    write("patched", current)
    write("target", target)
    patch = read(run("crm_diff", "--original", path("current"), "--new", path("target"), accept=(0, 1)).stdout)
    write("patch", patch)
    run("cibadmin", "--patch", "--xml-file", path("patch"), cib="patched", accept=EVERY)
    is_exact = contents(saved("patched").find("configuration")) == contents(target.find("configuration"))
    return patch if is_exact else replaced_sections(current, target)


def replaced_sections(current, target):
    diff = etree.Element("diff", format="2")
    versions = etree.SubElement(diff, "version")
    for name, cib in ("source", current), ("target", target):
        etree.SubElement(versions, name, dict(zip(VERSION, version(cib))))
    for section in parts(current.find("configuration")):
        etree.SubElement(diff, "change", operation="delete", path="/cib/configuration/" + section.tag)
    for at, section in enumerate(parts(target.find("configuration"))):
        change = etree.SubElement(diff, "change", operation="create", path="/cib/configuration", position=str(at))
        change.append(copy.deepcopy(section))
    change = etree.SubElement(diff, "change", operation="modify", path="/cib")
    changes = etree.SubElement(change, "change-list")
    for name in *VERSION, "validate-with":
        etree.SubElement(changes, "change-attr", name=name, operation="set", value=target.get(name))
    etree.SubElement(etree.SubElement(change, "change-result"), "cib", target.attrib)
    return diff


def wait_for_start():
    """Waits for the resources; crm_resource --wait ends a little before all have started."""
    if not seconds:
        return
    end = time.monotonic() + seconds
    run("crm_resource", "--wait", "--timeout=%ss" % seconds, accept=EVERY)
    while True:
        found = [(name, run("crm_resource", "--resource", name, "--locate", accept=EVERY)) for name in resources]
        stopped = [name for name, done in found if b"is running on" not in done.stdout]
        if not stopped:
            return
        if time.monotonic() > end:
            sys.exit("error: the configuration is set, but these resources do not run: " + shown(" ".join(stopped)))
        time.sleep(1)


def start():
    """An empty CIB for the commands, with the schema of the current one."""
    empty, current = read(run("cibadmin", "--empty").stdout), read(run("cibadmin", "--query", cib="current").stdout)
    for name in ("validate-with", "crm_feature_set"):
        if current.get(name) is not None:
            empty.set(name, current.get(name))
    write("wanted", empty)
