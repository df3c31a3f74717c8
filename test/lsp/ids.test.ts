import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, readCib } from 'lightcib'
import { expect, test } from 'vitest'
import { attributesIn } from '../../src/lsp/attributes.js'
import { occurrencesIn } from '../../src/lsp/ids.js'
import { renameChanges } from '../../src/lsp/rename.js'
import { describeWithShared, root, sharedPath } from '../support/tools.js'

test('attributes are found with their places, whatever quotes they have', () => {
  const text = `<!-- <a id="no"/> --><a id='one' b = "x &lt; y"><![CDATA[<c id="no"/>]]><d id-ref="o`
  const found = attributesIn(text).map(({ element, name, value, valueSpan: { start, end } }) => [
    element,
    name,
    value,
    text.slice(start, end),
  ])
  expect(found).toEqual([
    ['a', 'id', 'one', 'one'],
    ['a', 'b', 'x < y', 'x &lt; y'],
  ])
})

test('what an XPath selects, what an old role lists and what the status remembers refer to an id', () => {
  const text = `<cib><primitive id="a"/><acl_permission id="p" xpath="//primitive[@id='a']/x[@id = 'b']"/>
    <acl_user id="u"><role_ref id="r"/><read id="d" ref="a"/></acl_user><node id="1"/>
    <status><node_state id="1"><lrm_resource id="a"/></node_state></status></cib>`
  const found = occurrencesIn(attributesIn(text)).map(({ id, isDefinition, start, end }) => {
    expect(text.slice(start, end)).toBe(id)
    return `${id}${isDefinition ? '!' : ''}`
  })
  expect(found).toEqual(['a!', 'p!', 'a', 'b', 'u!', 'r', 'd!', 'a', '1!', '1', 'a'])
})

/** The text with another name for every id. */
function renamedEverywhere(text: string): string {
  let current = text
  const ids = [...new Set(occurrencesIn(attributesIn(text)).map(({ id }) => id))]
  for (const id of ids) {
    const changes = renameChanges(id, `x-${ids.indexOf(id)}`, occurrencesIn(attributesIn(current)))
    if ('reason' in changes) throw new Error(changes.reason)
    for (const { start, end, text: name } of [...changes].reverse())
      current = current.slice(0, start) + name + current.slice(end)
  }
  return current
}

/** How many references lead nowhere. */
function unknownIn(text: string): number {
  const { output } = readCib(text)
  if (output === undefined) throw new Error('no cluster')
  return check(output).filter(({ code }) => code === 'unknown-reference').length
}

test('to rename every id of a fixture leaves no reference behind', () => {
  for (const name of ['kitchen-sink', 'light', 'wallaby-bundles']) {
    const text = readFileSync(join(root, `fixtures/scenarios/${name}/cib.xml`), 'utf8')
    expect(unknownIn(renamedEverywhere(text))).toBe(unknownIn(text))
  }
})

describeWithShared('corpus/scheduler', 'corpus', () => {
  test('the attributes of every regression CIB are those that the reader finds', () => {
    const folder = sharedPath('corpus/scheduler')
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.xml'))
      .slice(0, 120)
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8')
      const ids = attributesIn(text).filter(({ name }) => name === 'id')
      expect(ids.length, file).toBe(
        text.replace(/<!--[\s\S]*?-->/g, '').match(/\sid\s*=\s*["']/g)?.length ?? 0,
      )
    }
  })
})
