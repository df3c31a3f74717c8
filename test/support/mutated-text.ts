import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from './random.js'
import { root } from './tools.js'

export const scenarios = join(root, 'fixtures/scenarios')

/** The file of this name in each scenario. */
export const inScenarios = (name: string): readonly string[] =>
  readdirSync(scenarios, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(join(scenarios, entry.name, name), 'utf8'))

/** The text with a few of its parts removed, doubled, exchanged, or replaced by one of these: mostly no valid text. */
export function mutated(text: string, parts: RegExp, others: readonly string[], random: Random): string {
  const each = text.split(parts)
  for (let left = random.between(1, 4); left > 0; left--) {
    const at = random.between(0, each.length - 1)
    const other = random.between(0, each.length - 1)
    const change = random.weighted({ remove: 2, double: 2, exchange: 2, replace: 4, cut: 0.3 })
    const [here = '', there = ''] = [each[at], each[other]]
    if (change === 'remove') each[at] = ''
    else if (change === 'double') each[at] = `${here}${here}`
    else if (change === 'exchange') [each[at], each[other]] = [there, here]
    else if (change === 'replace') each[at] = random.pick(others)
    else each.length = at + 1
  }
  return each.join('')
}

/** The text with one match of the pattern changed; the text itself where nothing matches. */
export function changedOnce(
  text: string,
  pattern: RegExp,
  random: Random,
  change: (match: string) => string,
): string {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return text
  const { 0: match, index } = random.pick(matches)
  return `${text.slice(0, index)}${change(match)}${text.slice(index + match.length)}`
}
