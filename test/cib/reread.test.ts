import { expect, test } from 'vitest'
import { positionOfElement } from '../../src/cib/positions.js'
import { readText } from '../../src/cib/read.js'
import { rereadCib } from '../../src/cib/reread.js'
import { type Cluster, walk } from '../../src/model/index.js'
import { inScenarios } from '../support/mutated-text.js'
import { seed } from '../support/properties.js'
import { randomOf } from '../support/random.js'
import { richCibs } from '../support/rich-cibs.js'
import { typed } from '../support/typed.js'

const runs = Number(process.env.FUZZ) || 40

const read = (text: string) => {
  const { output } = readText(text)
  if (output === undefined) throw new Error('not read')
  return output
}

const positionsOf = (cluster: Cluster) => {
  const found: unknown[] = []
  walk(cluster, ({ element }) => found.push([element.element, positionOfElement(cluster, element)]))
  return found
}

const small = `<cib validate-with="pacemaker-3.9">
  <configuration>
    <crm_config/>
    <resources>
      <primitive id="a" class="ocf" provider="heartbeat" type="Dummy"/>
      <!-- of b -->
      <primitive id="b" class="ocf" provider="heartbeat" type="Dummy"/>
    </resources>
    <constraints><rsc_order id="o" first="a" then="b"/></constraints>
  </configuration>
</cib>`

/** The text after a change, read as an editor does and whole: the same. */
function rereadAfter(from: string, to: string, text = small) {
  const changed = text.replace(from, () => to)
  const again = rereadCib(read(text), changed)
  if (again !== undefined) expectSame(again, changed)
  return again
}

function expectSame(again: NonNullable<ReturnType<typeof rereadCib>>, text: string) {
  const whole = readText(text)
  expect(again.output).toStrictEqual(whole.output?.cluster)
  if (again.output === undefined || whole.output === undefined)
    expect(again.diagnostics).toEqual(whole.diagnostics)
  else expect(positionsOf(again.output)).toEqual(positionsOf(whole.output.cluster))
}

test.each([
  ['a letter of an id', 'id="b"', 'id="bb"'],
  ['a new first child', '<resources>', '<resources><primitive id="c"/>'],
  ['a new child between others', '<!-- of b', '<group id="g"><primitive id="c"/></group>\n<!-- of b'],
  ['a new last child', '\n    </resources>', '<primitive id="c"/>\n    </resources>'],
  ['a child less', '<primitive id="a" class="ocf" provider="heartbeat" type="Dummy"/>', ''],
  ['a comment', 'of b', 'of\nb'],
  ['a start tag without its end', '<!-- of b', '<clone id="c"\n<!-- of b'],
  ['an entity that is none', 'then="b"', 'then="&b;"'],
])('%s is read alone', (_, from, to) => {
  expect(rereadAfter(from, to)).toBeDefined()
})

test.each([
  ['a child that is commented out', '<rsc_order id="o" first="a" then="b"/>', '<!-- <rsc_order/> -->'],
  ['an end tag of the section', '<!-- of b -->', '</resources><resources>'],
  ['an element without an end', 'type="Dummy"/>\n      <!', 'type="Dummy">\n      <!'],
  ['text between children', '<!-- of b -->', 'text'],
  ['an unknown child', '<!-- of b -->', '<unknown/>'],
  ['a last comment', '\n    </resources>', '<!-- last -->\n    </resources>'],
  ['a section without children', '<crm_config/>', '<crm_config />'],
  ['an attribute of the root', 'pacemaker-3.9', 'pacemaker-3.8'],
])('%s needs the whole text', (_, from, to) => {
  expect(rereadAfter(from, to)).toBeUndefined()
})

test(`what is read again after edits is what is in the text (seed ${seed})`, () => {
  const random = randomOf(seed)
  const counts = { same: 0, fault: 0, whole: 0 }
  for (const original of [...richCibs, ...inScenarios('cib.xml')]) {
    let text = original
    let before = read(text)
    for (let left = runs; left > 0; left--) {
      text = random.chance(0.1) ? original : typed(text, random)
      const again = rereadCib(before, text)
      counts[again === undefined ? 'whole' : again.output === undefined ? 'fault' : 'same'] += 1
      if (again !== undefined) expectSame(again, text)
      const { output } = readText(text)
      if (output !== undefined && random.chance(0.5)) before = output
      if (output === undefined) text = random.chance(0.5) ? before.text : original
    }
  }
  expect(counts.same).toBeGreaterThan(runs)
  expect(counts.fault).toBeGreaterThan(runs)
  expect(counts.whole).toBeGreaterThan(runs)
})
