import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changedOnce, inScenarios, mutated } from './mutated-text.js'
import type { Random } from './random.js'
import { root } from './tools.js'

const cibs = [
  ...inScenarios('cib.xml'),
  ...['order-cycle', 'duplicate-id', 'unknown-reference', 'invalid-value']
    .map((code) => join(root, 'fixtures/invalid', code, 'cib.xml'))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8')),
]

const texts = [
  ...['', '<', '>', '&', '"', "'", '/', '=', '\0', '\u009b', '\ud800', '<!--', ']]>', '&#0;', '<cib', '/>'],
  ...['id', 'INFINITY'],
]

/** Values that no attribute may have, or only few. */
const values = [
  ...['', ' ', '0', '-1', '1e99', 'INFINITY', '-INFINITY', '+infinity', 'true', 'maybe', '10s', 'P1D', 'PT'],
  ...['9'.repeat(400), 'x'.repeat(100_000), '&#x9b;', '&#x202e;', '&lt;b&gt;', 'a&#10;b', '--&gt;', '$(id)'],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'Master',
    'Promoted',
    'Optional',
    'Serialize',
    'start',
    'demote',
  ],
  ...['ocf', 'systemd', 'a:0', '*', '%', '/(/', 'ping;rm', '2026-13-40', 'pacemaker-9.9', 'pacemaker-1.0'],
]

const attribute = / [\w-]+="[^"]*"/g
const value = /(?<==")[^"]*(?=")/g
const leaf = /<[\w-]+(?: [\w-]+="[^"]*")*\/>/g
const tag = /(?<=<\/?)[\w-]+(?=[ />])/g
/** An element whose children are leaves. */
const parent = /<([\w-]+)(?: [^<>]*)?(?<!\/)>\s*(?:<[^<>/][^<>]*\/>\s*)+<\/\1>/g

/** A CIB with one attribute or element changed so that it is well-formed. */
function changedCib(xml: string, random: Random): string {
  const one = (pattern: RegExp) => random.pick(xml.match(pattern) ?? [''])
  const element = random.chance(0.7) ? leaf : parent
  switch (
    random.weighted({ value: 6, other: 6, rename: 1, drop: 3, remove: 3, repeat: 2, move: 2, nest: 1 })
  ) {
    case 'value':
      return changedOnce(xml, value, random, () => random.pick(values))
    case 'other':
      return changedOnce(xml, value, random, () => one(value))
    case 'rename':
      return changedOnce(xml, attribute, random, (text) => text.replace(/^ [\w-]+/, one(/ [\w-]+(?==)/g)))
    case 'drop':
      return changedOnce(xml, attribute, random, () => '')
    case 'remove':
      return changedOnce(xml, element, random, () => '')
    case 'repeat':
      return changedOnce(xml, element, random, (text) => text.repeat(random.between(2, 40)))
    case 'move':
      return changedOnce(xml, leaf, random, (text) => `${text}${one(element)}`)
    default:
      return changedOnce(xml, leaf, random, (text) => {
        const name = one(tag)
        return `<${name}>${text}</${name}>`
      })
  }
}

/** A CIB that was changed at random, three of four well-formed: its bytes, as encodings can be wrong too. */
export function mutatedCib(random: Random): Uint8Array {
  let text = random.pick(cibs)
  if (random.chance(0.25)) {
    const bytes = Buffer.from(mutated(text, /([\w-]+|[<>"=/])/, texts, random))
    if (random.chance(0.5)) bytes[random.between(0, bytes.length - 1)] = random.between(0, 255)
    return bytes
  }
  for (let left = random.between(1, 5); left > 0; left--) text = changedCib(text, random)
  return Buffer.from(text)
}
