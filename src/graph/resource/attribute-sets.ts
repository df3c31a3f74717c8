import { type AttributeSet, type Cluster, type Nvpair, scoreOf } from '../../model/index.js'
import type { Assumption, Undecided } from './assumptions.js'
import { referenced } from './referenced.js'
import { type RuleSubject, ruleValue } from './static-rules.js'

/** The value of an attribute as far as the configuration decides it. */
export type Resolved =
  | { readonly outcome: 'value'; readonly value: string }
  | { readonly outcome: 'unset' }
  /** A rule that the clock, or the version of Pacemaker, decides is in the way. */
  | { readonly outcome: 'unknown'; readonly candidates: readonly (string | undefined)[] }

/** How sets of attributes are read: for whom, and what of their rules is assumed. */
export interface Reading {
  readonly cluster: Cluster
  readonly subject: RuleSubject
  readonly assumption: Assumption
}

/**
 * The value that sets add to one that is known already: the first, in the order in which Pacemaker reads them, and
 * none is replaced. `#default` takes away what is known so far.
 */
export function valueFrom(
  known: string | undefined,
  sets: readonly AttributeSet[],
  name: string,
  reading: Reading,
): string | undefined {
  if (!sets.some((set) => couldHave(set, name))) return known
  let value = known
  for (const set of inReadingOrder(sets, reading)) {
    for (const written of set.nvpairs) {
      const pair = referenced(written, reading.cluster)
      const own =
        isDoubtful(written, reading.subject) && !reading.assumption(written) ? undefined : written.name
      if (pair?.value === undefined || (own ?? pair.name) !== name) continue
      if (!isInEffect(set, reading)) break
      if (isUnseen(written, reading)) continue
      if (pair.value.toLowerCase() === '#default') value = undefined
      else value ??= pair.value
    }
  }
  return value
}

/** False where no attribute of that name is in sight: most questions end here. */
function couldHave({ idRef, nvpairs }: AttributeSet, name: string): boolean {
  return idRef !== undefined || nvpairs.some((pair) => pair.name === name || pair.idRef !== undefined)
}

/**
 * What the clock, or the version of Pacemaker, decides in sets: whether one is in effect, what an `id-ref` means. Only
 * what can affect one attribute, where that is given.
 */
export function undecidedIn(
  sets: readonly AttributeSet[],
  subject: RuleSubject,
  cluster: Cluster,
  name?: string,
): Undecided[] {
  const concerns = (pair: Nvpair) =>
    name === undefined || pair.name === name || referenced(pair, cluster)?.name === name
  return sets.flatMap((listed) => {
    const set = referenced(listed, cluster)
    const pairs = set?.nvpairs.filter(concerns) ?? []
    if (set === undefined || pairs.length === 0) return []
    const far = listed !== set && subject.isCopy === true ? [listed] : []
    const isOpen = set.rule !== undefined && ruleValue(set.rule, subject, cluster) === undefined
    return [...far, ...(isOpen ? [set] : []), ...pairs.filter((pair) => isDoubtful(pair, subject))]
  })
}

/** To 3.0, an `id-ref` with a name has that of what it names, and one in a copy reaches nothing outside. */
function isDoubtful({ idRef, name }: Nvpair, { isCopy }: RuleSubject): boolean {
  return idRef !== undefined && (name !== undefined || isCopy === true)
}

function isUnseen(referring: Undecided, { subject, assumption }: Reading): boolean {
  return referring.idRef !== undefined && subject.isCopy === true && !assumption(referring)
}

/** The set with the reserved id comes first, then the highest score; of equals the one that is written last. */
function inReadingOrder(sets: readonly AttributeSet[], reading: Reading): readonly AttributeSet[] {
  const found = [...sets].reverse().flatMap((listed) => {
    if (isUnseen(listed, reading)) return []
    return referenced(listed, reading.cluster) ?? []
  })
  if (found.length < 2) return found
  return found
    .map((set) => ({ set, rank: rankOf(set) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : b.rank - a.rank))
    .map(({ set }) => set)
}

function rankOf({ element, id, score }: AttributeSet): number {
  const isReserved = element === 'cluster_property_set' && id?.toLowerCase() === 'cib-bootstrap-options'
  return isReserved ? Number.POSITIVE_INFINITY : scoreOf(score)
}

function isInEffect(set: AttributeSet, { cluster, subject, assumption }: Reading): boolean {
  return set.rule === undefined || (ruleValue(set.rule, subject, cluster) ?? assumption(set))
}
