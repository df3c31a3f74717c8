import type { AttributeSet, Cluster, Nvpair } from '../../model/index.js'

/** What the configuration does not decide: whether a set with a rule is in effect, what an `id-ref` means. */
export type Undecided = AttributeSet | Nvpair

/** Whether a set is in effect; whether an `id-ref` is read as Pacemaker 2.1 does, and not as 3.0. */
export type Assumption = (undecided: Undecided) => boolean

/** Outside the times that rules name. */
export const noneInEffect: Assumption = ({ idRef }) => idRef !== undefined

/** More than this are not looked at in every combination. */
const most = 4

const known = new WeakMap<Cluster, Assumption>()

/** What is assumed in a cluster that `assuming` returned, undefined for any other. */
export function assumptionFor(cluster: Cluster): Assumption | undefined {
  return known.get(cluster)
}

/** The same cluster, in which what it does not decide is as assumed. */
export function assuming(cluster: Cluster, assumption: Assumption): Cluster {
  const copy = { ...cluster }
  known.set(copy, assumption)
  return copy
}

/** True for what is too much for `assumptionsAbout`. */
export function areTooMany(undecided: readonly Undecided[]): boolean {
  return undecided.length > most
}

/** Every combination; of very many, the last are never in effect. */
export function assumptionsAbout(undecided: readonly Undecided[]): Assumption[] {
  const none: ReadonlySet<Undecided> = new Set()
  return undecided
    .slice(0, most)
    .reduce((subsets, set) => subsets.flatMap((subset) => [subset, new Set([...subset, set])]), [none])
    .map((chosen) => (item) => chosen.has(item))
}
