/* Produced from render/html/page/ by scripts/generated.mjs. */

export const pageScript = `"use strict";
(() => {
  function makeGraph({ boxes, edges }) {
    const into = /* @__PURE__ */ new Map();
    const out = /* @__PURE__ */ new Map();
    const parts = /* @__PURE__ */ new Map();
    const wholes = /* @__PURE__ */ new Map();
    const addPart = (whole, part) => {
      add(parts, whole, part);
      add(wholes, part, whole);
    };
    for (const [key, { frame }] of Object.entries(boxes)) if (frame !== void 0) addPart(frame, key);
    for (const [key, { from, to, look }] of Object.entries(edges)) {
      if (look === "part") addPart(from, to);
      add(out, from, key);
      add(into, to, key);
    }
    const withRelated = (key) => [key, ...parts.get(key) ?? [], ...wholes.get(key) ?? []];
    function reach(key, back) {
      const lines = /* @__PURE__ */ new Set();
      const own = new Set(withRelated(key));
      const seen = new Set(own);
      for (const at of seen) {
        for (const line of (back ? into : out).get(at) ?? []) {
          const { line: kind, look, [back ? "from" : "to"]: end } = edges[line];
          if (kind === "colocation" || look === "part" || own.has(at) && own.has(end)) continue;
          lines.add(line);
          for (const next of withRelated(end)) seen.add(next);
        }
      }
      for (const box of own) seen.delete(box);
      return { boxes: seen, edges: lines };
    }
    function linesAt(key, line, back) {
      return ((back ? into : out).get(key) ?? []).filter((edge) => edges[edge].line === line);
    }
    function near(key) {
      const found = new Set(key in edges ? [key] : withRelated(key));
      const follow = (line) => {
        found.add(line);
        for (const end of [edges[line].from, edges[line].to]) {
          if (found.has(end)) continue;
          found.add(end);
          if (!(end in boxes)) for (const next of linesOf(end)) follow(next);
        }
      };
      for (const at of [...found]) for (const line of at in edges ? [at] : linesOf(at)) follow(line);
      return found;
    }
    function linesOf(key) {
      return [...into.get(key) ?? [], ...out.get(key) ?? []];
    }
    return { reach, linesAt, near };
  }
  function add(map, key, value) {
    const list2 = map.get(key);
    if (list2 === void 0) map.set(key, [value]);
    else list2.push(value);
  }

  function makeHighlight(svg2, { boxes, edges }, graph2) {
    const element = (key) => svg2.getElementById(key);
    function clear() {
      svg2.classList.remove("has-focus");
      for (const name of ["is-self", "is-before", "is-after", "is-with", "is-near"]) {
        for (const marked of svg2.querySelectorAll(\`.\${name}\`)) marked.classList.remove(name);
      }
    }
    function highlight2(keys2, name) {
      for (const key of keys2) element(key)?.classList.add(name);
    }
    function focus(key) {
      clear();
      svg2.classList.add("has-focus");
      highlight2([key], "is-self");
      highlight2(graph2.near(key), "is-near");
      if (key in edges) {
        highlight2([edges[key].from, edges[key].to], "is-with");
        return;
      }
      if (boxes[key].frame === void 0) highlight2(membersOf(key), "is-self");
      for (const [back, name] of [
        [true, "is-before"],
        [false, "is-after"]
      ]) {
        const reached = graph2.reach(key, back);
        highlight2([...reached.boxes, ...reached.edges], name);
        const beside = graph2.linesAt(key, "colocation", back);
        highlight2([...beside, ...beside.map((line) => edges[line][back ? "from" : "to"])], "is-with");
      }
    }
    function membersOf(frame) {
      return Object.keys(boxes).filter((key) => boxes[key].frame === frame);
    }
    const near = () => [...svg2.querySelectorAll(".is-near")];
    return { focus, clear, element, near };
  }

  function makePanel(panel2, data2, graph2, visit2) {
    const { boxes, edges } = data2;
    const xml = new Map(data2.xml);
    function show(key) {
      panel2.hidden = false;
      panel2.replaceChildren(...key in edges ? aboutLine(edges[key]) : aboutBox(key, boxes[key]));
      panel2.scrollTop = 0;
    }
    function hide() {
      panel2.hidden = true;
    }
    function aboutLine(edge) {
      if (edge.constraint === void 0) {
        return [create("h2", edge.text), ends(edge)];
      }
      return [
        create("h2", edge.constraint || "(no id)"),
        create("p", edge.text),
        ends(edge),
        source(edge.constraint)
      ];
    }
    function ends({ from, to }) {
      return list([nameOf(from), nameOf(to)].map((name, index) => [index === 0 ? "from" : "to", name]));
    }
    function nameOf(key) {
      return boxes[key] === void 0 ? create("em", "resource sets") : link(key);
    }
    function aboutBox(key, { id, kind, agent, badge, note }) {
      const before = graph2.reach(key, true);
      const after = graph2.reach(key, false);
      const facts = [kind, agent, badge, note].filter((fact) => fact !== void 0);
      return [
        create("h2", id),
        ...facts.map((fact) => create("p", fact)),
        ...section("Waits for", "before", graph2.linesAt(key, "order", true), "from", before),
        ...section("Waited for by", "after", graph2.linesAt(key, "order", false), "to", after),
        ...section("Colocated with", "with", graph2.linesAt(key, "colocation", false), "to"),
        ...section("Colocated with it", "with", graph2.linesAt(key, "colocation", true), "from"),
        source(id)
      ];
    }
    function section(title, name, lines, end, reached) {
      const boxesReached = [...reached?.boxes ?? []].filter((key) => key in boxes);
      if (lines.length === 0 && boxesReached.length === 0) return [];
      const heading = create("h3", reached === void 0 ? title : \`\${title} (\${boxesReached.length} in total)\`);
      heading.className = name;
      return [heading, list(lines.map((line) => [nameOf(edges[line][end]), constraintLink(line)]))];
    }
    function constraintLink(line) {
      const element = button(edges[line].constraint || "(no id)", () => visit2(line));
      element.className = "constraint";
      return element;
    }
    function link(key) {
      return button(boxes[key].id, () => visit2(key));
    }
    function source(id) {
      return create("pre", xml.get(id) ?? "no XML of its own");
    }
    return { show, hide };
  }
  function create(tag, text) {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  }
  function button(text, run) {
    const element = create("button", text);
    element.type = "button";
    element.addEventListener("click", run);
    return element;
  }
  function list(rows) {
    const all = document.createElement("ul");
    for (const row of rows) {
      const item = document.createElement("li");
      item.append(...row.flatMap((cell, index) => index === 0 ? [cell] : [" ", cell]));
      all.append(item);
    }
    return all;
  }

  function makeSearch(input, count, { boxes }, { element, visit: visit2 }) {
    let found = [];
    let at = -1;
    function search() {
      for (const key of found) element(key)?.classList.remove("is-found");
      const wanted = input.value.trim().toLowerCase();
      found = wanted === "" ? [] : Object.keys(boxes).filter((key) => textOf(boxes[key]).includes(wanted));
      at = -1;
      for (const key of found) element(key)?.classList.add("is-found");
      count.textContent = wanted === "" ? "" : \`\${found.length} of \${Object.keys(boxes).length}\`;
    }
    function next(step) {
      if (found.length === 0) return;
      at = (at + step + found.length) % found.length;
      count.textContent = \`\${at + 1} of \${found.length}\`;
      visit2(found[at]);
    }
    input.addEventListener("input", search);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") next(event.shiftKey ? -1 : 1);
      if (event.key !== "Escape") return;
      input.value = "";
      search();
      input.blur();
    });
  }
  function textOf({ id, agent = "", kind }) {
    return \`\${id} \${agent} \${kind}\`.toLowerCase();
  }

  function makeView(svg2) {
    const whole = svg2.viewBox.baseVal;
    const home = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
    let box = { ...home };
    function show() {
      svg2.setAttribute("viewBox", [box.x, box.y, box.width, box.height].map((n) => n.toFixed(2)).join(" "));
    }
    function scale() {
      const { width, height } = svg2.getBoundingClientRect();
      return Math.max(box.width / width, box.height / height);
    }
    function pointAt(x, y) {
      const point = new DOMPoint(x, y).matrixTransform(svg2.getScreenCTM().inverse());
      return { x: point.x, y: point.y };
    }
    function zoom(factor, at) {
      const width = Math.min(Math.max(box.width * factor, 120), home.width * 4);
      const by = width / box.width;
      box = {
        x: at.x - (at.x - box.x) * by,
        y: at.y - (at.y - box.y) * by,
        width,
        height: box.height * by
      };
      show();
    }
    function pan(dx, dy) {
      box = { ...box, x: box.x + dx, y: box.y + dy };
      show();
    }
    function fit() {
      box = { ...home };
      show();
    }
    function center(element) {
      const { x, y, width, height } = element.getBBox();
      const span = Math.min(home.width, Math.max(900, width * 3));
      box = { width: span, height: span * home.height / home.width, x: 0, y: 0 };
      box.x = x + width / 2 - box.width / 2;
      box.y = y + height / 2 - box.height / 2;
      show();
    }
    function frame(elements) {
      const all = elements.map((element) => element.getBBox());
      const x = Math.min(...all.map((one) => one.x)) - 20;
      const y = Math.min(...all.map((one) => one.y)) - 20;
      const width = Math.max(...all.map((one) => one.x + one.width)) + 20 - x;
      const height = Math.max(...all.map((one) => one.y + one.height)) + 20 - y;
      const { width: screenWidth, height: screenHeight } = svg2.getBoundingClientRect();
      const span = { width: Math.max(width, screenWidth / 1.5), height: Math.max(height, screenHeight / 1.5) };
      box = { x: x - (span.width - width) / 2, y: y - (span.height - height) / 2, ...span };
      show();
    }
    const middle = () => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    svg2.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        zoom(1.0015 ** event.deltaY, pointAt(event.clientX, event.clientY));
      },
      { passive: false }
    );
    followFingers(svg2, { pan: (dx, dy) => pan(-dx * scale(), -dy * scale()), zoom, pointAt });
    return {
      fit,
      center,
      frame,
      pan: (dx, dy) => pan(dx * box.width, dy * box.width),
      zoom: (by) => zoom(by, middle())
    };
  }
  function followFingers(svg2, { pan, zoom, pointAt }) {
    const fingers = /* @__PURE__ */ new Map();
    let moved = 0;
    svg2.addEventListener("pointerdown", (event) => {
      fingers.set(event.pointerId, event);
      moved = 0;
    });
    window.addEventListener("pointermove", (event) => {
      const last = fingers.get(event.pointerId);
      if (last === void 0) return;
      const [other] = [...fingers.values()].filter(({ pointerId }) => pointerId !== event.pointerId);
      moved += Math.abs(event.clientX - last.clientX) + Math.abs(event.clientY - last.clientY);
      if (other === void 0) pan(event.clientX - last.clientX, event.clientY - last.clientY);
      else zoom(distance(last, other) / distance(event, other), pointAt(other.clientX, other.clientY));
      fingers.set(event.pointerId, event);
      svg2.classList.toggle("is-dragged", moved > 4);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      window.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId));
    }
    svg2.addEventListener(
      "click",
      (event) => {
        if (moved > 4) event.stopPropagation();
        moved = 0;
        svg2.classList.remove("is-dragged");
      },
      { capture: true }
    );
  }
  function distance(a, b) {
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1;
  }

  var byId = (id) => document.getElementById(id);
  var data = JSON.parse(byId("data").textContent);
  var svg = document.querySelector("main svg");
  var graph = makeGraph(data);
  var view = makeView(svg);
  var highlight = makeHighlight(svg, data, graph);
  var panel = makePanel(byId("panel"), data, graph, visit);
  var alone = byId("alone");
  var chosen;
  function visit(key) {
    choose(key);
    if (!alone.checked) view.center(highlight.element(key));
  }
  function choose(key) {
    chosen = key;
    if (key === void 0) {
      highlight.clear();
      panel.hide();
    } else {
      highlight.focus(key);
      panel.show(key);
    }
    if (alone.checked) showAlone();
  }
  function showAlone() {
    svg.classList.toggle("is-alone", alone.checked);
    if (alone.checked && chosen !== void 0) view.frame(highlight.near());
    else view.fit();
  }
  function keyAt(target) {
    const key = target.closest?.("g[id]")?.id;
    return key in data.boxes || key in data.edges ? key : void 0;
  }
  makeSearch(byId("search"), byId("count"), data, { element: highlight.element, visit });
  svg.addEventListener("click", (event) => choose(keyAt(event.target)));
  svg.addEventListener("pointerover", ({ target }) => {
    const key = alone.checked ? chosen : keyAt(target) ?? chosen;
    if (key === void 0) highlight.clear();
    else highlight.focus(key);
  });
  svg.addEventListener("pointerleave", () => choose(chosen));
  for (const box of document.querySelectorAll("input[data-line]")) {
    box.addEventListener("change", () => svg.classList.toggle(\`no-\${box.dataset.line}\`, !box.checked));
  }
  alone.addEventListener("change", showAlone);
  byId("in").addEventListener("click", () => view.zoom(0.8));
  byId("out").addEventListener("click", () => view.zoom(1.25));
  byId("fit").addEventListener("click", view.fit);
  var keys = {
    "+": () => view.zoom(0.8),
    "-": () => view.zoom(1.25),
    0: view.fit,
    ArrowLeft: () => view.pan(-0.1, 0),
    ArrowRight: () => view.pan(0.1, 0),
    ArrowUp: () => view.pan(0, -0.1),
    ArrowDown: () => view.pan(0, 0.1),
    f: () => alone.click(),
    Escape: () => choose(void 0),
    "/": () => byId("search").focus()
  };
  document.addEventListener("keydown", (event) => {
    if (event.target.matches("input[type=search]") || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = keyAt(event.target);
    if (event.key === "Enter" && key !== void 0) choose(key);
    else if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  svg.setAttribute("role", "group");
  for (const box of svg.querySelectorAll("g.box, g.edge")) {
    if (keyAt(box) === void 0) continue;
    box.setAttribute("role", "button");
    const { constraint, text } = data.edges[box.id] ?? {};
    if (constraint === void 0 && text !== void 0) box.setAttribute("aria-label", text);
    if (box.classList.contains("box")) box.setAttribute("tabindex", "0");
    if (box.classList.contains("edge")) box.prepend(wideCopy(box.querySelector("path")));
  }
  function wideCopy(path) {
    const copy = path.cloneNode();
    copy.setAttribute("class", "hit");
    return copy;
  }
})();
`

/** How a content security policy names the script. */
export const pageScriptHash = 'sha256-78tnrIExCfWyrMPFDmmDQL2EC0QZI7EDNV2L7YS6W2Y='

export const pageStyle = `:root {
  color-scheme: light dark;
  --ink: #1b2733;
  --ground: #fff;
  --quiet: #5c6670;
  --line: #d5dae0;
  --raised: #f4f6f8;
  --link: #00639c;
  --before: #0072b2;
  --after: #b94e00;
  --beside: #a83e87;
  --found: #7a00cc;
  font-family: Helvetica, Arial, sans-serif;
  color: var(--ink);
  background: var(--ground);
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e9ee;
    --ground: #14191f;
    --quiet: #a7b1bc;
    --line: #465361;
    --raised: #212933;
    --link: #7cc4ff;
    --before: #6ab8f0;
    --after: #ff9a4d;
    --beside: #e58fcb;
    --found: #c79aff;
  }
}
body {
  margin: 0;
  height: 100vh;
  display: grid;
  grid-template: auto auto 1fr / 1fr auto;
  overflow: hidden;
}
header {
  grid-column: 1 / -1;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.4rem 1rem;
  padding: 0.5rem 1rem;
  border-bottom: 1px solid var(--line);
}
h1 {
  font-size: 1.1rem;
  margin: 0;
}
header p {
  margin: 0;
  color: var(--quiet);
}
header input[type="search"] {
  font: inherit;
  width: 11rem;
  padding: 0.2rem 0.5rem;
}
button {
  font: inherit;
  min-width: 2rem;
  padding: 0.2rem 0.5rem;
  border: 1px solid var(--line);
  border-radius: 4px;
  color: inherit;
  background: var(--ground);
  cursor: pointer;
}
section {
  grid-column: 1 / -1;
  padding: 0.3rem 1rem;
  border-bottom: 1px solid var(--line);
  max-height: 40vh;
  overflow: auto;
}
summary {
  cursor: pointer;
}
main {
  grid-row: 3;
  min-width: 0;
  min-height: 0;
}
main svg {
  width: 100%;
  height: 100%;
  cursor: grab;
  touch-action: none;
  user-select: none;
}
main svg.is-dragged {
  cursor: grabbing;
}
aside {
  grid-row: 3;
  width: 24rem;
  overflow: auto;
  border-left: 1px solid var(--line);
  padding: 0.5rem 1rem;
  font-size: 0.9rem;
  overflow-wrap: anywhere;
}
aside h2 {
  font-size: 1.05rem;
}
aside p {
  margin: 0.2rem 0;
}
aside h3 {
  font-size: 0.9rem;
  margin: 1rem 0 0.3rem;
  padding-left: 0.5rem;
  border-left: 6px solid var(--beside);
}
aside h3.before {
  border-color: var(--before);
}
aside h3.after {
  border-color: var(--after);
}
aside ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
aside li button {
  text-align: left;
  border: 0;
  padding: 0.1rem 0;
  color: var(--link);
  text-decoration: underline;
}
aside li button.constraint {
  display: block;
  padding-left: 1rem;
  font-size: 0.75rem;
  color: var(--quiet);
}
aside pre {
  padding: 0.5rem;
  background: var(--raised);
  white-space: pre-wrap;
}
g.box,
g.edge,
g.frame[id] {
  cursor: pointer;
  transition: opacity 0.1s;
}
path.hit {
  stroke: transparent;
  stroke-width: 12;
  stroke-dasharray: none;
}
.no-order .edge.order,
.no-colocation .edge.colocation,
.no-implied .edge.implied {
  display: none;
}
.has-focus .box,
.has-focus .edge,
.has-focus .junction {
  opacity: 0.13;
}
.has-focus .frame {
  opacity: 0.4;
}
.has-focus :is(.is-self, .is-before, .is-after, .is-with) {
  opacity: 1;
}
.is-alone.has-focus :is(.box, .edge, .junction, .frame):not(.is-near) {
  display: none;
}
.is-self > :is(polygon, path:not(.hit)):first-of-type {
  stroke-width: 4;
}
.is-before:is(.box, .edge, .frame) > :is(polygon, path:not(.hit), polyline) {
  stroke: var(--before);
  stroke-width: 2.2;
}
.is-after:is(.box, .edge, .frame) > :is(polygon, path:not(.hit), polyline) {
  stroke: var(--after);
  stroke-width: 2.2;
}
.edge.is-before > polygon {
  fill: var(--before);
}
.edge.is-after > polygon {
  fill: var(--after);
}
.is-found > :is(polygon, path):first-of-type {
  stroke: var(--found);
  stroke-width: 5;
}
g:focus-visible {
  outline: 3px solid var(--found);
}
@media print {
  header > *:not(h1, p),
  aside {
    display: none;
  }
}
`
