/* Produced from pacemaker/report/page/ by scripts/generated.mjs. */

export const pageScript = `"use strict";
(() => {
  function makeGrid(table, open) {
    const rows = () => [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.cells.length > 1);
    let current;
    function reset() {
      current = void 0;
      const [first] = rows();
      if (first !== void 0) enter(first.cells[0]);
    }
    function enter(cell) {
      if (current !== void 0) current.tabIndex = -1;
      current = cell;
      cell.tabIndex = 0;
    }
    function move(down, right, isFar) {
      const all = rows();
      const { cells } = current.parentElement;
      const row = clamp(all.indexOf(current.parentElement) + down * (isFar ? all.length : 1), all.length);
      const column = clamp(current.cellIndex + right * (isFar ? cells.length : 1), cells.length);
      enter(all[row].cells[column]);
      current.focus();
      current.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    const keys = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
    const farKeys = { Home: [0, -1], End: [0, 1], PageUp: [-1, 0], PageDown: [1, 0] };
    table.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || current === void 0) return;
      const [step, isFar] = [keys[event.key] ?? farKeys[event.key], event.key in farKeys];
      if (step !== void 0) move(...step, isFar);
      else if (event.key === "Enter" || event.key === " ") open(rows().indexOf(current.parentElement));
      else return;
      event.preventDefault();
    });
    table.addEventListener("click", ({ target }) => {
      const cell = target.closest("td, th");
      const row = rows().indexOf(cell?.parentElement);
      if (row < 0) return;
      enter(cell);
      cell.focus();
      open(row);
    });
    return { reset };
  }
  function clamp(at, length) {
    return Math.max(0, Math.min(length - 1, at));
  }

  function create(tag, text, classes = "") {
    const element = document.createElement(tag);
    if (text !== void 0) element.textContent = text;
    if (classes !== "") element.className = classes;
    return element;
  }

  var effects = {
    stops: { sign: "×", words: "runs nowhere then" },
    moves: { sign: "→", words: "starts on another node" },
    promotes: { sign: "▲", words: "is promoted on another node" },
    restarts: { sign: "↻", words: "restarts where it is" },
    loses: { sign: "−", words: "loses an instance or a role" }
  };
  function fillLegend(list) {
    for (const [name, { sign, words }] of Object.entries(effects)) {
      const mark2 = create("span", sign, \`effect \${name}\`);
      mark2.ariaHidden = "true";
      const item = create("li");
      item.append(mark2, \` \${words}\`);
      list.append(item);
    }
  }
  function fillMatrix(table, columns, events2) {
    const heads = ["event", "actions", ...columns.map(({ id }) => id)].map((text, at) => {
      const cell = create("th", void 0, at < 2 ? "" : "resource");
      cell.scope = "col";
      cell.append(create("span", text));
      return cell;
    });
    const body = create("tbody");
    let group2;
    for (const event of events2) {
      if (event.group !== group2) body.append(titleRow(event.group, heads.length));
      group2 = event.group;
      body.append(rowOf(event, columns));
    }
    const head = create("thead");
    head.append(rowWith(heads));
    table.style.setProperty("--columns", columns.length);
    table.replaceChildren(head, body);
  }
  function titleRow(title, width) {
    const cell = create("th", title, "title");
    cell.colSpan = width;
    return rowWith([cell]);
  }
  function rowOf(event, columns) {
    const { words, like, actions, problems: problems2 } = event;
    const head = create("th", like === 0 ? words : \`\${words} (and \${like} like it)\`);
    head.scope = "row";
    head.title = [head.textContent, ...problems2].join("\\n");
    if (problems2.length > 0) {
      head.prepend(create("strong", \`\${problems2.length} × ! \`, "bad"));
      head.append(create("span", \`: \${problems2.join("; ")}\`, "unseen"));
    }
    const cells = columns.map(({ id }, at) => {
      const { sign, words: effect } = effects[event.effects[at]] ?? {};
      const cell = create("td", void 0, \`effect \${event.effects[at] ?? ""}\`);
      if (sign === void 0) return cell;
      cell.append(hidden(sign), create("span", \`\${id} \${effect}\`, "unseen"));
      cell.title = \`\${id} \${effect}\`;
      return cell;
    });
    const row = rowWith([head, create("td", String(actions)), ...cells]);
    for (const cell of row.cells) cell.tabIndex = -1;
    return row;
  }
  function hidden(text) {
    const mark2 = create("span", text);
    mark2.ariaHidden = "true";
    return mark2;
  }
  function rowWith(cells) {
    const row = create("tr");
    row.append(...cells);
    return row;
  }

  function makeView(svg) {
    const whole = svg.viewBox.baseVal;
    const home = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
    let box = { ...home };
    function show() {
      svg.setAttribute("viewBox", [box.x, box.y, box.width, box.height].map((n) => n.toFixed(2)).join(" "));
    }
    function scale() {
      const { width, height } = svg.getBoundingClientRect();
      return Math.max(box.width / width, box.height / height);
    }
    function pointAt(x, y) {
      const point = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
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
      const { width: screenWidth, height: screenHeight } = svg.getBoundingClientRect();
      const span = { width: Math.max(width, screenWidth / 1.5), height: Math.max(height, screenHeight / 1.5) };
      box = { x: x - (span.width - width) / 2, y: y - (span.height - height) / 2, ...span };
      show();
    }
    const middle = () => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    svg.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        zoom(1.0015 ** event.deltaY, pointAt(event.clientX, event.clientY));
      },
      { passive: false }
    );
    followFingers(svg, { pan: (dx, dy) => pan(-dx * scale(), -dy * scale()), zoom, pointAt });
    return {
      fit,
      center,
      frame,
      pan: (dx, dy) => pan(dx * box.width, dy * box.width),
      zoom: (by) => zoom(by, middle())
    };
  }
  function followFingers(svg, { pan, zoom, pointAt }) {
    const fingers = /* @__PURE__ */ new Map();
    let moved = 0;
    svg.addEventListener("pointerdown", (event) => {
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
      svg.classList.toggle("is-dragged", moved > 4);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      window.addEventListener(end, ({ pointerId }) => fingers.delete(pointerId));
    }
    svg.addEventListener(
      "click",
      (event) => {
        if (moved > 4) event.stopPropagation();
        moved = 0;
        svg.classList.remove("is-dragged");
      },
      { capture: true }
    );
  }
  function distance(a, b) {
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1;
  }

  var svgName = "http://www.w3.org/2000/svg";
  function makeState(dialog, { nodes, columns, start }) {
    const byId2 = (id) => dialog.ownerDocument.getElementById(id);
    const svg = dialog.querySelector("svg");
    const view = makeView(svg);
    let [events2, at] = [[], 0];
    function show(all, index) {
      ;
      [events2, at] = [all, index];
      if (!dialog.open) dialog.showModal();
      fill(events2[at]);
    }
    function fill(event) {
      const { words, like, actions, problems: problems2, places } = event;
      byId2("event").textContent = like === 0 ? words : \`\${words} (and \${like} like it)\`;
      byId2("facts").replaceChildren(
        ...problems2.map((problem) => create("p", problem, "bad")),
        create("p", \`\${actions} action\${actions === 1 ? "" : "s"}. \${nodesInWords(event)}\`)
      );
      byId2("previous").disabled = at === 0;
      byId2("next").disabled = at === events2.length - 1;
      svg.classList.toggle("is-unknown", places === void 0);
      for (const [column, { key }] of columns.entries()) paint(svg.getElementById(key), column, event);
      byId2("places").replaceChildren(
        places === void 0 ? create("p", "The scheduler crashed.") : table(event)
      );
    }
    function nodesInWords({ down }) {
      const all = nodes.map((node, node_) => down.includes(node_) ? \`\${node} (not online)\` : node);
      return \`Marks of a box, from the left: \${all.join(", ")}; filled where it is active, a square where it is Promoted, hollow where it was before.\`;
    }
    function paint(box, column, { effects: all, places }) {
      for (const name of Object.keys(effects)) box.classList.toggle(name, all[column] === name);
      for (const mark2 of box.querySelectorAll(".mark")) mark2.remove();
      if (places === void 0) return;
      box.classList.toggle("is-idle", places[column].length === 0 && start[column].length === 0);
      const { x, y, width, height } = box.getBBox();
      const step = Math.min(12, width / (nodes.length + 1));
      for (const [node] of nodes.entries()) {
        const place = stateOf(places[column], start[column], node);
        if (place === "") continue;
        const [left, radius] = [x + width / 2 + (node - (nodes.length - 1) / 2) * step, Math.min(4, step / 2.4)];
        box.append(mark(place, left, y + height, radius));
      }
    }
    function table({ places, effects: all, down }) {
      const element = create("table");
      const head = element.createTHead().insertRow();
      const titles = nodes.map((node, at_) => down.includes(at_) ? \`\${node} (not online)\` : node);
      head.append(...["resource", ...titles, ""].map((text) => create(text === "" ? "td" : "th", text)));
      const body = element.createTBody();
      for (const [column, { id }] of columns.entries()) {
        const row = body.insertRow();
        row.append(
          create("th", id),
          ...nodes.map((_, node) => create("td", placeWords[stateOf(places[column], start[column], node)])),
          create("td", effects[all[column]]?.words ?? "")
        );
        row.cells[0].scope = "row";
      }
      return element;
    }
    const turn = (by) => {
      at = Math.max(0, Math.min(events2.length - 1, at + by));
      fill(events2[at]);
    };
    byId2("previous").addEventListener("click", () => turn(-1));
    byId2("next").addEventListener("click", () => turn(1));
    byId2("close").addEventListener("click", () => dialog.close());
    byId2("in").addEventListener("click", () => view.zoom(0.8));
    byId2("out").addEventListener("click", () => view.zoom(1.25));
    byId2("fit").addEventListener("click", view.fit);
    return { show };
  }
  var placeWords = {
    "": "",
    Started: "active",
    Unpromoted: "active, not promoted",
    Promoted: "Promoted",
    before: "not any more"
  };
  function stateOf(places, before, node) {
    const role = places.find(([at]) => at === node)?.[1];
    return role ?? (before.some(([at]) => at === node) ? "before" : "");
  }
  function mark(place, x, y, radius) {
    const isSquare = place === "Promoted";
    const element = document.createElementNS(svgName, isSquare ? "rect" : "ellipse");
    const shape = isSquare ? { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius } : { cx: x, cy: y, rx: radius, ry: radius };
    for (const [name, value] of Object.entries(shape)) element.setAttribute(name, value);
    element.setAttribute("class", \`mark \${place}\`);
    return element;
  }

  var byId = (id) => document.getElementById(id);
  var data = JSON.parse(byId("data").textContent);
  var events = data.groups.flatMap(({ title, events: events2 }) => events2.map((event) => ({ ...event, group: title })));
  var state = makeState(byId("state"), data);
  var [group, problems] = [byId("group"), byId("problems")];
  var shown = events;
  fillLegend(byId("legend"));
  for (const { title } of data.groups) group.append(new Option(title));
  var grid = makeGrid(byId("matrix"), (row) => state.show(shown, row));
  function refill() {
    shown = events.filter(
      (event) => (group.value === "" || event.group === group.value) && (!problems.checked || event.problems.length > 0)
    );
    fillMatrix(byId("matrix"), data.columns, shown);
    grid.reset();
    byId("count").textContent = \`\${shown.length} of \${events.length} events\`;
  }
  for (const input of [group, problems]) input.addEventListener("change", refill);
  refill();
})();
`

/** How a content security policy names the script. */
export const pageScriptHash = 'sha256-U+F2xSvhK0cQ6Xr2z2dH/SA99dFxOekzVkqIrCBUr7Y='

export const pageStyle = `:root {
  color-scheme: light dark;
  font-family: Helvetica, Arial, sans-serif;
  color: var(--ink);
  background: var(--paper);
}
body {
  margin: 0;
  height: 100vh;
  display: flex;
  flex-direction: column;
}
header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.3rem 1rem;
  padding: 0.4rem 1rem;
  font-size: 0.85rem;
}
h1,
h2 {
  font-size: 1.05rem;
  margin: 0;
}
#count {
  color: var(--muted);
}
#legend {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
  margin: 0;
  padding: 0;
  list-style: none;
}
button,
select {
  font: inherit;
  color: inherit;
  background: var(--paper);
  border: 1px solid var(--muted);
  border-radius: 4px;
}
button:disabled {
  opacity: 0.5;
}
main {
  position: relative;
  flex: 1;
  min-height: 0;
  overflow: auto;
}
#matrix {
  border-spacing: 0;
  font-size: 0.75rem;
}
#matrix th {
  text-align: left;
  font-weight: normal;
}
#matrix thead th {
  position: sticky;
  top: 0;
  z-index: 1;
  vertical-align: bottom;
  background: var(--paper);
  border-bottom: 1px solid var(--muted);
}
#matrix th.resource span {
  writing-mode: vertical-rl;
  transform: rotate(180deg);
  max-height: 17rem;
  display: inline-block;
  overflow: hidden;
  white-space: nowrap;
  text-overflow: ellipsis;
}
#matrix tbody th:not(.title) {
  position: sticky;
  left: 0;
  box-sizing: border-box;
  max-width: max(26rem, min(54rem, 100vw - 6rem - var(--columns) * 17px));
  padding-left: 1rem;
  overflow: hidden;
  white-space: nowrap;
  text-overflow: ellipsis;
  background: var(--paper);
}
#matrix th.title {
  padding: 0.6rem 0.3rem 0.2rem;
  font-weight: bold;
}
#matrix td {
  box-sizing: border-box;
  min-width: 17px;
  height: 17px;
  padding: 0 1px;
  text-align: center;
  border: 1px solid var(--hover);
}
#matrix tbody tr:not(:has(.title)) {
  cursor: pointer;
}
#matrix tbody tr:not(:has(.title)):hover > * {
  background: var(--hover);
}
#matrix :focus-visible {
  outline: 2px solid var(--link);
  outline-offset: -2px;
}
.effect {
  font-weight: bold;
}
.stops,
.bad {
  color: var(--alarm);
}
.moves,
.promotes {
  color: var(--link);
}
.restarts {
  color: var(--warn);
}
.loses {
  color: var(--muted);
}
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
dialog {
  box-sizing: border-box;
  width: 100vw;
  height: 100vh;
  max-width: none;
  max-height: none;
  padding: 0;
  border: 0;
  color: inherit;
  background: var(--paper);
}
dialog[open] {
  display: flex;
  flex-direction: column;
}
dialog > header {
  justify-content: space-between;
  padding-bottom: 0;
}
#facts {
  padding: 0 1rem;
  font-size: 0.75rem;
  max-height: 20vh;
  overflow: auto;
}
#facts p {
  margin: 0.1rem 0;
}
#drawing {
  flex: 1;
  min-height: 0;
}
#drawing svg {
  width: 100%;
  height: 100%;
  cursor: grab;
  touch-action: none;
  user-select: none;
}
#drawing .is-unknown {
  opacity: 0.4;
}
dialog details {
  padding: 0.2rem 1rem;
  font-size: 0.8rem;
}
#places {
  max-height: 45vh;
  overflow: auto;
}
#places :is(th, td) {
  text-align: left;
  font-weight: normal;
  padding: 0 0.8rem 0 0;
}
.box.is-idle {
  opacity: 0.4;
}
.box:is(.stops, .moves, .promotes, .restarts) > :is(polygon, path):first-of-type {
  stroke: currentcolor;
  stroke-width: 3.5;
}
.mark {
  fill: var(--ink);
  stroke: var(--ink);
  stroke-width: 1.2;
}
.mark.Promoted {
  fill: var(--link);
  stroke: var(--link);
}
.mark.before {
  fill: var(--paper);
  stroke: var(--muted);
}
@media print {
  header > *:not(h1, ul) {
    display: none;
  }
}
`
