/* Produced from pcs/script/frame.sh by scripts/generated.mjs. */

export const frame = `# Produced by lightcib; change the cluster's description and compile it again instead of editing this.
#
# The commands build the wanted configuration in a CIB of their own. What the cluster lacks of it is then
# added to a copy of the cluster's CIB, which is verified and pushed once. So the script can be run
# again, everything else in the cluster stays as it is, and a failure at any point changes nothing.

set -Eeuo pipefail
umask 077

usage() {
  cat <<'END'
usage: bash SCRIPT [--file CIB] [--update [--prune]] [--force] [--wait SECONDS] [--print]

  (no option)      add what is missing to the live cluster, then wait for it to start
  --file CIB       add it to this CIB file instead; the file is replaced whole or not at all
  --update         change what differs too, and record in the CIB what this script has made
  --prune          remove what an earlier script has made with --update, and this one does not have
  --force          go on where crm_verify finds errors in the result
  --wait SECONDS   how long to wait, 60 by default; 0 does not wait
  --print          show the commands, one a line, and change nothing
  --help           show this text

Where something differs, the script shows it, stops and changes nothing, unless --update is given.
END
}

fail() {
  printf 'error: %s\\n' "$*" >&2
  exit 1
}

# The words of a command as they were read, what is not ASCII escaped.
failed() { # WORD...
  local LC_ALL=C
  fail "nothing was changed, this failed: \${*@Q}"
}

trap 'printf "error: nothing was changed, this failed: %s\\n" "$BASH_COMMAND" >&2; exit 1' ERR

file=
print=
force=
update=
prune=
ids=exact
wait=60

main() {
  while [ $# -gt 0 ]; do
    case $1 in
      --file) [ -n "\${2-}" ] || fail '--file needs the name of a CIB file'; file=$2; shift ;;
      --update) update=yes ;;
      --prune) prune=yes ;;
      --force) force=yes ;;
      --wait) [[ \${2-} =~ ^[0-9]+$ ]] || fail '--wait needs a number of seconds'; wait=$((10#$2)); shift ;;
      --print) print=yes ;;
      --help) usage; exit 0 ;;
      *) usage >&2; exit 2 ;;
    esac
    shift
  done
  if [ -n "$prune" ] && [ -z "$update" ]; then fail '--prune needs --update'; fi
  if [ -n "$print" ]; then configure; exit 0; fi
  check_version
  make_work
  if [ -n "$file" ]; then
    cp -- "$file" "$work/current.xml"
  else
    command cibadmin --query >"$work/current.xml" ||
      fail 'nothing was changed, no cluster answers on this machine; with --file CIB the script works on a file'
  fi
  (merge start "$work")
  configure
  # This process becomes that one, so that a signal reaches the one that changes the cluster.
  merge bring "$work" "$file" "$ids" "$update" "$prune" "$force" "$wait" "$for_pcs" "\${resources[@]}"
}

check_version() {
  local version
  version=$(command pcs --version 2>/dev/null) || fail 'pcs is not installed'
  case $version in
    "$for_pcs" | "$for_pcs".*) ;;
    *) fail "this script is for pcs $for_pcs, but pcs $version is installed" ;;
  esac
}

# A folder for current.xml, which is the cluster's, wanted.xml, which the commands build, and new.xml, the result.
# For a file it is beside that, so that the result can be renamed. Where this process is killed, and so descriptor 3
# closed, another one removes it.
make_work() {
  local near=\${TMPDIR:-/tmp}
  if [ -n "$file" ]; then
    file=$(realpath -e -- "$file" 2>/dev/null) ||
      fail 'nothing was changed, there is no such file; cibadmin --empty prints an empty CIB'
    [ -f "$file" ] || fail "$file is not a regular file"
    near=\${file%/*}
  fi
  work=$(mktemp -d -u -- "$near/.lightcib.XXXXXXXXXX")
  coproc remover { trap '' HUP INT TERM; exec >/dev/null 2>&1; cat; rm -rf -- "$work"; }
  # By way of descriptor 1: a copy of a coprocess's descriptor would be closed by exec.
  { exec 3>&1; } >&"\${remover[1]}"
  trap 'rm -rf -- "$work"' EXIT
  mkdir -- "$work"
}

pcs() {
  if [ -n "$print" ]; then
    printf 'pcs'
    [ -z "$file" ] || printf ' -f %q' "$file"
    printf ' %q' "$@"
    printf '\\n'
  else
    command pcs -f "$work/wanted.xml" "$@" || failed pcs "$@"
  fi
}

# What pcs does not support: XML from standard input.
cibadmin() {
  local xml
  xml=$(cat)
  if [ -n "$print" ]; then
    [ -z "$file" ] || printf 'CIB_file=%q ' "$file"
    printf 'cibadmin'
    printf ' %q' "$@"
    printf ' <<<%q\\n' "$(tr -d '\\n' <<<"$xml")"
  else
    CIB_file=$work/wanted.xml command cibadmin "$@" <<<"$xml" || failed cibadmin "$@" "$xml"
  fi
}

# Nodes belong to the cluster, not to this script. A file has no cluster, so it gets them.
require_node() { # ID NAME
  [ -n "$print" ] || cibadmin --create --scope nodes --xml-pipe <<<"<node id=\\"$1\\" uname=\\"$2\\"/>"
}

merge() {
  local python=/usr/bin/python3
  [ -x "$python" ] || python=/usr/libexec/platform-python
  exec "$python" -I - "$@" <<'PYTHON'
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
    sys.exit("\\n  ".join(["error: nothing was changed, " + lines[0], *lines[1:]]))


def run(*words, cib=None, accept=(0,)):
    """A program that ran on a CIB of this run, or else on the cluster; it fails with other statuses than these."""
    environment = dict(os.environ, CIB_file=path(cib)) if cib else None
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    if done.returncode not in accept:
        fail("this failed: " + command_line(words), printed(done))
    return done


def command_line(words):
    """A command as a terminal may show it, without passwords."""
    return shown(" ".join(shlex.quote(SECRET.sub(r"\\1=(not shown)", word)) for word in words))


def printed(done):
    return shown((done.stdout + done.stderr).decode(errors="replace").strip())


def shown(text):
    """A text for a terminal: what is not visible is escaped."""
    return "".join(c if c.isprintable() or c in "\\n\\t" else c.encode("unicode_escape").decode() for c in text)


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
    verdict = found.split("\\n")[-1].lower()
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


RESOURCES = "primitive", "group", "clone", "master", "bundle", "template"


def mark_of(element):
    """The name of an element among those that scripts have made: its id; users and elements may share an id."""
    own = element.get("id")
    if own is None or own in ("lightcib", "lightcib-made"):
        return None
    if element.tag == "acl_target":
        return "user:" + quote(own)
    return None if element.tag in REFERENCES else own


def marks_in(element):
    return [mark for mark in map(mark_of, element.iter("*")) if mark]


def read_marks(configuration):
    """The ids of what scripts have made. One that starts with a dash continues the one before that does not."""
    last, marks = "", set()
    for word in configuration.xpath("string(//nvpair[@id='lightcib-made']/@value)").split():
        last = last if word.startswith("-") else word
        marks.add(last + word if word.startswith("-") else word)
    return marks


def write_marks(configuration, marks):
    for old in configuration.xpath("crm_config/cluster_property_set[@id='lightcib']"):
        old.getparent().remove(old)
    last, words = None, []
    for mark in marks:
        is_longer = last is not None and mark.startswith(last + "-")
        words.append(mark[len(last):] if is_longer else mark)
        last = last if is_longer else mark
    if words:
        properties = etree.SubElement(configuration.find("crm_config"), "cluster_property_set", id="lightcib")
        etree.SubElement(properties, "nvpair", id="lightcib-made", name="lightcib-made", value=" ".join(words))


class Update(Merge):
    """Makes of a configuration what is wanted. What is not wanted stays, or is removed if a script has made it."""

    def __init__(self, current, wanted):
        self.made, self.before = read_marks(current), set(marks_in(current))
        self.places = {(element.tag, element.get("id")): element for element in current.iter(*RESOURCES)}
        self.described, self.changed, self.moves, self.removed, self.left = set(), [], [], [], []
        for section in parts(current):
            if wanted.find(section.tag) is None:
                etree.SubElement(wanted, section.tag)
        super().__init__(current, wanted)
        marks = dict.fromkeys(marks_in(current))
        write_marks(current, [mark for mark in marks if mark in self.made or mark not in self.before])

    def units(self, parent, wanted):
        own = {name_of(child): child for child in parts(parent)}
        order = []
        for child in parts(wanted):
            same = own.get(name_of(child))
            if same is None:
                same = self.moved(child)
            if same is None:
                same = self.make(child)
                self.added.append(same)
            elif is_list(child):
                self.described.add(same)
                self.units(same, child)
            else:
                self.change(same, child)
            order.append(same)
        arrange(parent, order)

    def change(self, own, wanted):
        if content(own) == content(wanted):
            self.described.update(own.iter("*"))
            return
        old = copy.deepcopy(own)
        self.merge(own, wanted)
        self.changed.append((old, own))

    def merge(self, own, wanted):
        own.attrib.clear()
        own.attrib.update(wanted.attrib)
        self.described.add(own)
        for reference in [part for part in parts(own) if part.tag in REFERENCES]:
            own.remove(reference)
        rest, order = parts(own), []
        for part in parts(wanted):
            same = self.same(rest, part)
            if same is None:
                same = self.moved(part)
            if same is None:
                same = self.make(part)
            elif content(same) == content(part):
                self.described.update(same.iter("*"))
            else:
                self.merge(same, part)
            order.append(same)
            rest = [other for other in rest if other is not same]
        for other in rest:
            if other.tag not in RESOURCES and self.is_made(other):
                own.remove(other)
            elif other.tag not in RESOURCES:
                self.left.append((other, "is in " + name_of(own) + ", and no script has made it"))
        arrange(own, order)

    @staticmethod
    def same(rest, part):
        """The one with the id or name, else the only one of its kind."""
        found = [other for other in rest if other.tag == part.tag]
        for name in ("id", "name"):
            named = [other for other in found if part.get(name) is not None and other.get(name) == part.get(name)]
            if len(named) == 1:
                return named[0]
        like = [other for other in parts(part.getparent()) if other.tag == part.tag]
        is_only = len(found) == len(like) == 1 and part.tag not in ("nvpair", "op", *RESOURCES)
        return found[0] if is_only else None

    def moved(self, wanted):
        """A resource that is in another one now, or was."""
        own = self.places.get((wanted.tag, wanted.get("id")))
        if own is None or own in self.described:
            return None
        self.moves.append(own)
        own.getparent().remove(own)
        return own

    def make(self, wanted):
        element = etree.Element(wanted.tag, wanted.attrib)
        self.described.add(element)
        for part in parts(wanted):
            own = self.moved(part)
            if own is None:
                own = self.make(part)
            else:
                self.change(own, part)
            element.append(own)
        return element

    def is_made(self, element):
        marks = marks_in(element)
        if not marks and element.getparent() is not None:
            marks = [mark_of(element.getparent())]
        return all(mark in self.made for mark in marks)

    def check_ids(self):
        """Removes what is not wanted, as far as it may be, then looks for ids that occur twice."""
        rest = [unit for unit in units_of(self.current) if unit not in self.described]
        for unit in reversed(rest):
            if unit.tag in ("group", "clone", "master") and unit.find("*") is not None:
                if not any(child.tag in RESOURCES for child in unit):
                    self.remove(unit)
        wanted = {mark for element in self.described for mark in [mark_of(element)] if mark}
        for unit in rest:
            if wanted.intersection(marks_in(unit)) and self.is_made(unit):
                self.remove(unit)
        rest = [unit for unit in rest if unit not in self.removed and not self.is_gone(unit)]
        pruned = [unit for unit in rest if prune and self.is_made(unit)]
        while True:
            gone = {element for unit in pruned for element in unit.iter("*")}
            used = {name for unit in rest for names in references_in(unit, gone) for name in names}
            needed = [unit for unit in pruned if used.intersection(marks_in(unit))]
            if not needed:
                break
            pruned = [unit for unit in pruned if unit not in needed]
        for unit in pruned:
            if not self.is_gone(unit):
                self.remove(unit)
        for unit in rest:
            if unit in pruned or self.is_gone(unit) or mark_of(unit) not in self.made:
                continue
            why = "contains or is used by what no script has made" if prune else "--prune removes it"
            self.left.append((unit, "is not wanted any more; " + why))
        for empty in self.current.xpath("crm_config/*[not(*)] | nodes/node/*[not(*)]"):
            if empty not in self.described and mark_of(empty) in self.made:
                empty.getparent().remove(empty)
        super().check_ids()

    def is_gone(self, unit):
        return any(parent in self.removed for parent in (unit, *unit.iterancestors()))

    def remove(self, unit):
        self.removed.append(unit)
        unit.getparent().remove(unit)

    def lines(self):
        return (
            super().lines()
            + ["~ " + name_of(own) + ": " + line for old, own in self.changed for line in differences(old, own)]
            + ["~ " + name_of(own) + ": now in " + name_of(own.getparent()) for own in self.moves]
            + ["- " + name_of(unit) for unit in self.removed]
            + ["left: " + name_of(unit) + " " + why for unit, why in self.left]
        )

    def run_commands(self):
        """Runs the commands that change what is there. The rest is given to cibadmin as XML."""
        before = saved("new").find("configuration")
        for command in update_commands(before, self.current, self.changed, self.removed):
            print("pcs " + command_line(command))
            run("pcs", "-f", path("new"), *command)
        elements = saved("new").find("configuration").iter("*")
        there = {element.get("id"): element for element in elements if element.tag not in REFERENCES}
        others = [own for _, own in self.changed if own.get("id") in there]
        others = [own for own in others if content(there[own.get("id")]) != content(own)]
        if others:
            print("by cibadmin, since pcs has no command for all of it: " + shown(", ".join(map(name_of, others))))


def units_of(configuration):
    """All that is described or not as a whole, what contains others first."""
    for section in parts(configuration):
        for item in parts(section):
            if item.get("id") == "lightcib":
                continue
            if section.tag == "nodes":
                yield from item.iter("nvpair")
            elif section.tag == "resources":
                yield from item.iter(*RESOURCES)
            elif is_list(item):
                yield from parts(item)
            else:
                yield item


def arrange(parent, order):
    """Puts children in this order; others keep their places among them."""
    own = set(order)
    old = [child for child in parent if child in own]
    following, before = {}, None
    there = set(old)
    existing = iter([child for child in order if child in there])
    for child in order:
        if child in there:
            before = child
        else:
            following.setdefault(before, []).append(child)
    result = []
    is_first = True
    for child in list(parent):
        if child not in own:
            result.append(child)
            continue
        child = next(existing)
        if is_first:
            result += following.pop(None, [])
        is_first = False
        result += [child, *following.get(child, [])]
    parent[:] = result + following.get(None, [])


# What refers to an element by id.
REFERRING = {"rsc", "with-rsc", "first", "then", "id-ref", "template", "reference", "devices"}
WORD = re.compile(r"[!-<>-~][ -<>-~]*$")
PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")


def references_in(unit, gone):
    for element in unit.iter("*"):
        if element in gone:
            continue
        for name, text in element.items():
            if name in REFERRING or (name == "id" and element.tag in REFERENCES):
                yield text.split(",")


def is_used(unit, used):
    """True where something refers to a constraint, or to a part of a resource: pcs cannot remove those for a while. It
    changes a role or a tag in its place, and with a role it removes all that refers to it."""
    elements = unit.iter("acl_permission" if unit.tag == "acl_role" else "*")
    return any(mark_of(element) in used for element in elements if element.tag not in RESOURCES)


def update_commands(before, after, changed, removed):
    """The pcs commands that make one configuration the other, as far as there are such. Where they stop being exact,
    cibadmin sets the rest."""
    used = {name for cib in (before, after) for names in references_in(cib, ()) for name in names}
    there = {element.get("id"): element for element in before.iter("*") if element.tag not in REFERENCES}
    yield from group_commands(before, after)
    for old, own in changed:
        if own.tag == "tag" or not is_used(old, used):
            yield from commands(old, own, there)
    for unit in removed:
        if not is_used(unit, used):
            yield from removal(unit)


REMOVALS = {"alert": "alert", "tag": "tag", "acl_role": "acl role", "acl_target": "acl user", "acl_group": "acl group"}
REMOVALS.update(dict.fromkeys(("rsc_location", "rsc_colocation", "rsc_order", "rsc_ticket"), "constraint"))


def removal(unit):
    if unit.tag == "fencing-level":
        yield from level_removal(unit)
    elif unit.tag in REMOVALS and PLAIN.match(unit.get("id", "")):
        yield [*REMOVALS[unit.tag].split(), "delete", unit.get("id")]


def group_commands(before, after):
    """Moves primitives into groups, out of them and in them, as long as a group keeps a member."""
    places = {each.get("id", ""): each.getparent() for each in before.iter("primitive") if each.get("class") != "stonith"}
    groups = {group.get("id", ""): [each.get("id", "") for each in group.findall("primitive")] for group in before.iter("group")}
    for group in after.iter("group"):
        own = group.get("id", "")
        if own not in groups or not PLAIN.match(own):
            continue
        wanted = [each.get("id", "") for each in group.findall("primitive")]
        wanted = [each for each in wanted if each in places and PLAIN.match(each)]
        wanted = [each for each in wanted if places[each].tag in ("group", "resources")]
        for name, beside in moves(groups[own], wanted):
            source = groups.get(places[name].get("id"), [])
            if len(source) == 1:
                break
            if source:
                source.remove(name)
            groups[own].append(name)
            places[name] = group
            yield ["resource", "group", "add", own, name, *beside]
    for own, members in groups.items():
        for element in after.findall("resources/primitive"):
            name = element.get("id", "")
            if name in members and len(members) > 1 and PLAIN.match(own) and PLAIN.match(name):
                members.remove(name)
                yield ["resource", "group", "remove", own, name]


def moves(old, new):
    """What is added to a list, or moved in it, and the option that names its neighbour, which is there by then."""
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    stay = {name for block in blocks for name in old[block.a:block.a + block.size]}
    there = list(old)
    for at, name in enumerate(new):
        if name in stay:
            continue
        others = [other for other in there if other != name]
        if at and new[at - 1] in others:
            yield name, ["--after", new[at - 1]]
        elif others and not at:
            yield name, ["--before", others[0]]
        else:
            return
        there = [*others, name] if at else [name, *others]


def commands(old, new, there):
    """The pcs commands that make the new element of the old one, as far as there are such."""
    parent, own = new.getparent(), new.get("id", "")
    if new.tag == "nvpair":
        node = parent.getparent()
        kind = "utilization" if parent.tag == "utilization" else "attribute"
        is_property = node.tag == "crm_config"
        # With a second set pcs does not know which one is meant.
        if len([other for other in parts(node) if other.tag == parent.tag and other.get("id") != "lightcib"]) > 1:
            return
        words = ["property", "set"] if is_property else ["node", kind, node.get("uname")]
        yield from set_command(words, [old], [new], *(["--force"] if is_property else []))
    elif not PLAIN.match(own):
        return
    elif parent.tag == "constraints":
        yield ["constraint", "delete", own]
    elif new.tag in OTHERS:
        yield from OTHERS[new.tag](old, new, there)
    elif parent.tag in ("rsc_defaults", "op_defaults"):
        words = ["resource", "defaults"] if parent.tag == "rsc_defaults" else ["resource", "op", "defaults"]
        if old.get("id") == own:
            yield from set_command([*words, "set", "update", own, "meta"], [old], [new])
    elif new.tag in RESOURCES:
        before = {element.get("id"): element for element in old.iter(*RESOURCES)}
        for resource in new.iter(*RESOURCES):
            if resource.get("id") in before and PLAIN.match(resource.get("id")):
                yield from resource_commands(before[resource.get("id")], resource)


def resource_commands(old, new):
    own, is_fence = new.get("id"), new.get("class") == "stonith"
    # pcs 0.10.8 has no command for an agent with another colon in its name.
    if ":" in new.get("type", "") or ":" in old.get("type", ""):
        return
    if new.tag == "primitive" and old.get("type") == new.get("type"):
        words = ["stonith" if is_fence else "resource", "update", own]
        yield from set_command(words, old.findall("instance_attributes"), new.findall("instance_attributes"), "--force")
        if not is_fence:
            words = ["resource", "utilization", own]
            yield from set_command(words, old.findall("utilization"), new.findall("utilization"))
    # Of a clone pcs 0.11.5 wants the metadata of an OCF agent, with --force too.
    is_free = new.tag in ("primitive", "group") or new.tag == "clone" and new.find(".//primitive[@class='ocf']") is None
    if is_free and not is_fence:
        words = ["resource", "meta", own]
        yield from set_command(words, old.findall("meta_attributes"), new.findall("meta_attributes"), "--force")
    if new.tag == "primitive" and not is_fence:
        yield from operation_commands(own, old.findall("operations/op"), new.findall("operations/op"))


OPERATION = re.compile(
    r"(id=[A-Za-z_][A-Za-z0-9_.-]*|name=[A-Za-z_-]+|(interval|timeout)=[0-9]+(s|m|h|min)?|enabled=(true|false)"
    r"|on-fail=(ignore|block|stop|restart|standby|fence)|role=(Promoted|Unpromoted|Started|Stopped))$"
)


def operation_commands(resource, old, new):
    was = {op.get("id"): op for op in old}
    now = {op.get("id"): op for op in new}
    changed = [op for op in new if op.get("id") not in was or content(was[op.get("id")]) != content(op)]
    words = [[name + "=" + value for name, value in op.items()] for op in changed]
    is_plain = all(OPERATION.match(word) for each in words for word in each) and not any(len(op) for op in changed)
    if not is_plain or any(op.get("interval") is None for op in changed):
        return
    for own, op in was.items():
        if PLAIN.match(own) and (own not in now or now[own] in changed):
            yield ["resource", "op", "delete", own]
    for op in changed:
        options = [name + "=" + value for name, value in op.items() if name != "name"]
        yield ["resource", "op", "add", resource, op.get("name"), *options, "--force"]


def set_command(words, old, new, *options):
    """A command that changes the nvpairs of one set."""
    changes = set_changes(old, new)
    if changes:
        yield [*words, *changes, *options]


def set_changes(old, new):
    """Its words, none where there is nothing to change, or names and values are such that pcs would not write them unchanged."""
    if len(old) > 1 or len(new) > 1:
        return []
    was, now = (
        {pair.get("name", ""): pair.get("value", "") for each in sets for pair in each.iter("nvpair")} for sets in (old, new)
    )
    return changed_words(was, now)


def changed_words(was, now):
    changes = [(name, value) for name, value in now.items() if was.get(name) != value]
    removed = [(name, "") for name in was if name not in now]
    is_plain = all(PLAIN.match(name) for name, _ in changes + removed) and all(WORD.match(value) for _, value in changes)
    words = [name + "=" + value for name, value in changes + removed]
    # The words of a command are in the list of processes.
    return words if is_plain and not any(map(SECRET.match, words)) else []


def changed_details(old, new):
    """The attributes and nvpairs of an alert or recipient."""
    names = "path", "value", "description"
    was, now = ({name: each.get(name) for name in names if name in each.attrib} for each in (old, new))
    words = changed_words(was, now)
    for keyword, tag in ("options", "instance_attributes"), ("meta", "meta_attributes"):
        changes = set_changes(old.findall(tag), new.findall(tag))
        words += [keyword, *changes] if changes else []
    return words


def alert_commands(old, new, _there):
    own = new.get("id")
    words = changed_details(old, new)
    if words:
        yield ["alert", "update", own, *words]
    was, now = ({each.get("id", ""): each for each in alert.findall("recipient")} for alert in (old, new))
    if not all(map(PLAIN.match, [*was, *now])):
        return
    gone = [name for name in was if name not in now]
    if gone:
        yield ["alert", "recipient", "remove", *gone]
    for name, recipient in now.items():
        words = ["update", name] if name in was else ["add", own]
        details = changed_details(was.get(name, etree.Element("recipient", id=name)), recipient)
        if "'" not in recipient.get("value", "'") and details and (name in was or details[0].startswith("value=")):
            id_word = [] if name in was else [details.pop(0), "id=" + name]
            yield ["alert", "recipient", *words, *id_word, *details, "--force"]


def role_commands(old, new, there):
    own = new.get("id")
    was, now = ({each.get("id", ""): each for each in role.findall("acl_permission")} for role in (old, new))
    gone = [name for name in was if name not in now or content(was[name]) != content(now[name])]
    added = [each for name, each in now.items() if name not in was or name in gone]
    if [*(name for name in was if name not in gone), *(each.get("id", "") for each in added)] != list(now):
        return
    used = {name for name in there if name not in gone}
    words = []
    for permission in added:
        kind, xpath, reference = map(permission.get, ("kind", "xpath", "reference"))
        start = own + "-" + str(kind)
        name = next(each for each in (start, *(start + "-%d" % at for at in range(1, len(used) + 2))) if each not in used)
        used.add(name)
        is_xpath = re.match(r"/[ -~]*$", xpath or "") and set(permission.keys()) == {"id", "kind", "xpath"}
        is_reference = reference in there and set(permission.keys()) == {"id", "kind", "reference"}
        if name != permission.get("id", "") or not (is_xpath or is_reference):
            return
        words += [kind, "xpath", xpath] if is_xpath else [kind, "id", reference]
    if not all(map(PLAIN.match, gone)):
        return
    for name in gone:
        yield ["acl", "permission", "delete", name]
    if words:
        yield ["acl", "permission", "add", own, *words]


def subject_commands(old, new, there):
    kind = "user" if new.tag == "acl_target" else "group"
    was, now = ([role.get("id", "") for role in subject.findall("role")] for subject in (old, new))
    added = [name for name in now if name not in was]
    are_there = all(PLAIN.match(name) and name in there for name in {*was, *now})
    if are_there and [name for name in was if name in now] + added == now:
        for action, names in ("unassign", was), ("assign", added):
            for name in names:
                if action == "assign" or name not in now:
                    yield ["acl", "role", action, name, kind, new.get("id")]


def tag_commands(old, new, there):
    own = new.get("id")
    was, now = ([reference.get("id", "") for reference in tag.findall("obj_ref")] for tag in (old, new))
    added = list(moves(was, now))
    are_resources = all(name in there and there[name].tag in RESOURCES[:-1] for name, _ in added)
    if not are_resources or not all(map(PLAIN.match, {*was, *now})):
        return
    for name, beside in added:
        yield ["tag", "update", own, "add", name, *beside]
    gone = [name for name in was if name not in now]
    if gone:
        yield ["tag", "update", own, "remove", *gone]


def level_commands(old, new, there):
    """A level is removed and added again, with the id that pcs gives it."""
    words = level_words(new)
    devices = new.get("devices", "").split(",")
    if words and new.get("id") == old.get("id") == words[0] and all(name in there for name in devices):
        removals = list(level_removal(old))
        if removals:
            yield from removals
            yield ["stonith", "level", "add", new.get("index"), words[1], *devices, "--force"]


def level_removal(level):
    words = level_words(level)
    if words:
        keywords = ("target", "stonith") if for_pcs != "0.10" else ()
        target, devices = [words[1]], level.get("devices", "").split(",")
        yield ["stonith", "level", "remove", level.get("index"), *keywords[:1], *target, *keywords[1:], *devices]


def level_words(level):
    """The id that pcs gives a level, and the word for its target; none where pcs would not find it."""
    names = {"id", "index", "devices"}
    target, pattern, name, text = map(level.get, ("target", "target-pattern", "target-attribute", "target-value"))
    plain = [text for text in (target, pattern, name, text) if text is not None]
    if not all(re.match(r"[A-Za-z0-9_.][A-Za-z0-9_.*^$-]*$", text) for text in plain):
        return None
    if not re.match(r"[1-9]$", level.get("index", "")) or not all(map(PLAIN.match, level.get("devices", "").split(","))):
        return None
    own = "fl-" + re.sub(r"[^A-Za-z0-9_.-]", "", target or pattern or name or "") + "-" + level.get("index")
    if set(level.keys()) == names | {"target"}:
        return own, target
    if set(level.keys()) == names | {"target-pattern"}:
        return own, "regexp%" + pattern
    if set(level.keys()) == names | {"target-attribute", "target-value"}:
        return own, "attrib%" + name + "=" + text
    return None


OTHERS = {"alert": alert_commands, "acl_role": role_commands, "acl_target": subject_commands, "tag": tag_commands}
OTHERS.update({"acl_group": subject_commands, "fencing-level": level_commands})


sys.stdout = open(1, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
mode, work, *rest = sys.argv[1:]
try:
    if mode == "start":
        ids, file = "exact", ""
        start()
    else:
        file, ids, update, prune, force, seconds, for_pcs, *resources = rest
        seconds = int(seconds)
        atexit.register(shutil.rmtree, work, ignore_errors=True)
        bring()
except OSError as error:
    # A disk that is full, a file that is immutable, a program that is not there.
    sys.exit("error: " + shown(str(error)))
PYTHON
}`
