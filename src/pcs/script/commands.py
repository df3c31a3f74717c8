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
