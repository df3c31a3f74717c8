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
