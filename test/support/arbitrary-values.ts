import fc from 'fast-check'
import { claimId, isId } from '../../src/model/ids.js'
import { dialects, type PcsVersion } from '../../src/pcs/command/pcs-version.js'

/** Texts that a shell, a program's options, XML or an XPath could take for something else. */
const hostileTexts = [
  '$(touch pwned)',
  '`touch pwned`',
  "'; touch pwned; '",
  '"; touch pwned; "',
  '| touch pwned',
  `\${HOME}`,
  '!!',
  '-1',
  '--force',
  '--wait=5',
  '-f',
  '--',
  '~/x',
  'a=b=c',
  '=x',
  '%d',
  'regexp%x',
  '&amp;&#10;]]>',
  '<a b="c"/>',
  "it's",
  '\\',
  '\\n',
  '  blanks  ',
  'é漢😀',
  'then',
  'set',
  'meta',
  'XML',
  '*?[x]{a,b}',
  'two\nlines',
  'a\ttab',
]

const hostile = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({
    unit: fc.constantFrom(...'\'"`$\\;&|<>(){}*?![]#~=% -:,./aZ0é😀'),
    minLength: 1,
    maxLength: 12,
  }),
)
const plain = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,11}$/)

/** Ids that a command's grammar could take for one of its own words, or that pcs does not take. */
const oddIds = [
  'then',
  'set',
  'setoptions',
  'with',
  'add',
  'start',
  'promote',
  'op',
  'meta',
  'Promoted',
  '_',
  'é',
]

/** Draws values one after the other; ids are never drawn twice. */
export interface Draw {
  /** The pcs whose Pacemaker has to hold the cluster. */
  readonly target: PcsVersion
  readonly pick: <T>(...values: readonly T[]) => T
  readonly chance: (percent: number) => boolean
  /** True for what is unusual; never in half of the clusters. */
  readonly odd: (percent: number) => boolean
  readonly times: <T>(most: number, make: (at: number) => T) => T[]
  /** Any text that Pacemaker can hold, seldom empty. */
  readonly text: () => string
  /** Mostly the id that pcs would give. */
  readonly id: (own?: string) => string
  /** Keeps an id for references of a kind, and returns it. */
  readonly keep: (kind: string, id: string) => string
  /** An id that was kept for that kind. */
  readonly kept: (kind: string) => string | undefined
  readonly integer: (low: number, high: number) => string
  readonly score: () => string
  readonly duration: () => string
}

function representable(text: string, target: PcsVersion): string {
  return dialects[target].whyChanged(text) === undefined ? text : text.replace(/[^\x20-\x7e]/gu, '')
}

/** The values of one run, drawn from a fast-check generator. */
export function draw(g: fc.GeneratorValue, target: PcsVersion): Draw {
  const taken = new Set<string>()
  const kept = new Map<string, string[]>()
  const pick = <T>(...values: readonly T[]): T => g(() => fc.constantFrom(...values))
  const chance = (percent: number) => g(fc.nat, 99) < percent
  const oddness = pick(0, 0, 0, 0.2, 0.2, 1)
  const odd = (percent: number) => chance(percent * oddness)
  const integer = (low: number, high: number) => String(g(() => fc.integer({ min: low, max: high })))
  const name = () =>
    odd(10)
      ? pick(...oddIds.filter((id) => dialects[target].whyChanged(id) === undefined))
      : `r${integer(0, 999)}`
  return {
    pick,
    target,
    chance,
    odd,
    keep: (kind, id) => {
      kept.set(kind, [...(kept.get(kind) ?? []), id])
      return id
    },
    kept: (kind) => (kept.has(kind) ? pick(...(kept.get(kind) ?? [])) : undefined),
    integer,
    times: (most, make) => Array.from({ length: g(fc.nat, most) }, (_, at) => make(at)),
    text: () =>
      odd(5)
        ? ''
        : chance(35)
          ? representable(
              g(() => hostile),
              target,
            )
          : g(() => plain),
    id: (own) => claimId(own !== undefined && isId(own) && !odd(15) ? own : name(), taken),
    score: () => pick('INFINITY', '-INFINITY', '+INFINITY', '0', integer(-2000000, 2000000)),
    duration: () =>
      odd(20) ? pick('PT20S', '100ms') : pick(`${integer(0, 300)}s`, integer(0, 300), `${integer(1, 9)}min`),
  }
}

/** The fields that are not undefined, as optional fields. */
export function some<Fields extends object>(
  fields: Fields,
): { [K in keyof Fields]?: Exclude<Fields[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
