import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './support/tools.js'

/** Words that this project does not use, in any form, and what it writes instead. */
const retired: readonly (readonly [words: string, instead: string])[] = [
  ['circle circles circular', 'cycle'],
  ['say says said saying unsaid', 'convert, express, declare'],
  ['tell tells told telling', 'report, show'],
  ['wave waves', 'start level'],
  ['befores', 'prerequisites'],
  ['surely', 'must, always'],
  ['bond bonds', 'implication'],
  ['flaw flaws', 'exception'],
  ['apart', 'anti-colocated, disjoint, except'],
  ['favourite favourites favorite favorites', 'preferred'],
  ['shun shuns shunned', 'anti-colocated'],
  ['holder holders hold holds held holding holdable', 'parent, ancestor, contain, be true'],
  ['standing standings stand stands stood', 'be, resource scope'],
  ['taken', 'used'],
  ['carry carries carried carrying uncarryable', 'represent'],
  ['spot spots', 'path'],
  ['refuse refuses refused refusal', 'reject, not support'],
]

const replacement = new Map(
  retired.flatMap(([words, instead]) => words.split(' ').map((word) => [word, instead] as const)),
)

/** Where a retired word is the name of something else; the whole text must be there. */
const allowed = ['last_man_standing', 'readonly hold?: number', "hold: 'attribute'"]

const places = [
  'src',
  'docs',
  'fixtures',
  'scripts',
  '.github',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
]

function filesBelow(path: string): readonly string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path)).flatMap((name) => filesBelow(join(path, name)))
}

/** `file:line: word (write instead)` for each retired word; a word of an identifier counts as well. */
function retiredIn(name: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const rest = allowed.reduce((left, phrase) => left.replaceAll(phrase, ''), line)
    return [...rest.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)].flatMap(([word]) => {
      const instead = replacement.get(word.toLowerCase())
      return instead === undefined ? [] : [`${name}:${index + 1}: ${word} (write ${instead})`]
    })
  })
}

/** What agents name their parameters and values is not ours to choose. */
const isOfAgents = (name: string) => /agents\/.*\.generated\.ts$/.test(name)

test.each(places)('no retired word in %s', (place) => {
  const names = filesBelow(place).filter((name) => !isOfAgents(name))
  expect(names.flatMap((name) => retiredIn(name, readFileSync(join(root, name), 'utf8')))).toEqual([])
})

test('no retired word in the title of a test', () => {
  const title = /\b(?:describe|test|it)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*(['"`])(.*?)\1/gs
  const found = filesBelow('test')
    .filter((name) => name.endsWith('.test.ts'))
    .flatMap((name) => {
      const titles = [...readFileSync(join(root, name), 'utf8').matchAll(title)].map(([, , text]) => text)
      return retiredIn(name, titles.join('\n'))
    })
  expect(found).toEqual([])
})
