/** What decides, found by taking away. */
export interface Found<Cause> {
  /** `any`: to take one of them away is enough, `all`: all must go, and each alone is enough to keep it so. */
  readonly needed: 'any' | 'all'
  readonly causes: readonly Cause[]
}

export interface Search<Cause> {
  /** The nearest first. */
  readonly causes: readonly (Cause & { readonly distance: number })[]
  /** Whether it is as wished without these. */
  readonly isWithout: (causes: readonly Cause[]) => Promise<boolean>
  /** Whether the scheduler plans anything else without one: the others are not asked about, which takes a fraction of the time. */
  readonly isPlannedOtherwise: (cause: Cause) => Promise<boolean>
  /** The most causes that are tried one by one. */
  readonly most: number
}

/** The causes of which each alone, or else a smallest set of which all, must go; undefined where that does not help. */
export async function decisive<Cause>(search: Search<Cause>): Promise<Found<Cause> | undefined> {
  const { causes, isWithout, isPlannedOtherwise, most } = search
  const tried = causes.slice(0, most)
  const outcomes = await Promise.all(
    tried.map(async (cause) => (await isPlannedOtherwise(cause)) && isWithout([cause])),
  )
  const single = tried.filter((_, at) => outcomes[at])
  if (single.length > 0) return { needed: 'any', causes: single }
  for (const pool of pools(causes)) {
    if (!(await isWithout(pool))) continue
    const least = await smallest(pool, [], isWithout)
    // Where less can do more, that may not be enough.
    const enough = (await isWithout(least)) ? least : pool
    return { needed: 'all', causes: await withoutNeedless(enough, isWithout) }
  }
  return undefined
}

/** More and more causes, by their distance. */
function pools<Cause>(causes: Search<Cause>['causes']): readonly (readonly Cause[])[] {
  const distances = [...new Set(causes.map(({ distance }) => distance))]
  return distances.map((most) => causes.filter(({ distance }) => distance <= most))
}

/** A smallest part of a set that is enough beside what is gone anyway: QuickXplain (Junker 2004). */
async function smallest<Cause>(
  pool: readonly Cause[],
  gone: readonly Cause[],
  isEnough: (causes: readonly Cause[]) => Promise<boolean>,
  isGoneNew = false,
): Promise<readonly Cause[]> {
  if (isGoneNew && (await isEnough(gone))) return []
  if (pool.length <= 1) return pool
  const middle = Math.ceil(pool.length / 2)
  const [near, far] = [pool.slice(0, middle), pool.slice(middle)]
  const ofFar = await smallest(far, [...gone, ...near], isEnough, true)
  const ofNear = await smallest(near, [...gone, ...ofFar], isEnough, ofFar.length > 0)
  return [...ofNear, ...ofFar]
}

/** Drops what is not needed until nothing more can be. */
async function withoutNeedless<Cause>(
  causes: readonly Cause[],
  isEnough: (causes: readonly Cause[]) => Promise<boolean>,
): Promise<readonly Cause[]> {
  const others = causes.map((cause) => causes.filter((other) => other !== cause))
  const outcomes = await Promise.all(others.map((each) => isEnough(each)))
  const fewer = others[outcomes.indexOf(true)]
  return fewer === undefined || fewer.length === 0 ? causes : withoutNeedless(fewer, isEnough)
}
