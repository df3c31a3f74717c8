import { type Cause, causeKinds } from '../cause/cause.js'
import type { NearCause } from '../cause/causes.js'
import type { Outcomes } from './outcomes.js'
import { decisive } from './search.js'

/** A cause that is proven: the scheduler was asked what it does without it. */
export interface ProvenCause extends Omit<Cause, 'lift'> {
  /** The nodes where the resource is when this alone is lifted. */
  readonly nodesWithout: readonly string[]
}

/** Why a resource is where it is. */
export interface Reason {
  readonly resource: string
  /** The node that is asked about. */
  readonly node?: string
  /** Where only that role is asked about: the nodes of this are those where it is Promoted. */
  readonly role?: 'Promoted'
  /** What is asked: why it runs nowhere, not on the node, on the node, leaves it, or moved between two CIBs. */
  readonly question: 'stopped' | 'not-on' | 'on' | 'leaves' | 'moved'
  /** The nodes where it is when nothing is left to do. */
  readonly nodes: readonly string[]
  /** The nodes where it was before. */
  readonly nodesBefore: readonly string[]
  /** `any`: to lift one of the causes is enough; `all`: all must go, each alone is enough to keep it so. */
  readonly needed: 'any' | 'all'
  /** What was done or failed first, then the constraints; empty where no cause was found. */
  readonly causes: readonly ProvenCause[]
  /** The nodes where it is when all causes are lifted. */
  readonly nodesWithoutAll: readonly string[]
}

/** What is asked, and when it is otherwise. */
export interface Question {
  readonly question: Reason['question']
  readonly node?: string
  readonly role?: 'Promoted'
  readonly isOtherwise: (nodes: readonly string[]) => boolean
}

/** The most causes that are tried one by one. */
const mostTried = 40

/** The most causes that are named where one is enough. */
const mostNamed = 4

/**
 * Which of the causes decide; where none does, whether one more does that is no fault of the cluster, a missing constraint
 * about the node.
 */
export async function reasonFor(
  id: string,
  { question, node, role, isOtherwise }: Question,
  causes: readonly NearCause[],
  { nodes, nodesBefore, nodesWithout, planWithout }: Outcomes,
  missing?: Cause,
): Promise<Reason> {
  const isWithout = async (gone: readonly Cause[]) => isOtherwise(await nodesWithout(gone))
  const search = async (gone: readonly Cause[]) => {
    const plan = await planWithout(gone)
    return decisive<NearCause>({
      causes,
      isWithout: (more) => isWithout([...gone, ...more]),
      isPlannedOtherwise: async (cause) => (await planWithout([...gone, cause])) !== plan,
      most: mostTried,
    })
  }
  const found = (await search([])) ?? (missing && (await withMissing(missing)))

  async function withMissing(cause: Cause) {
    if (await isWithout([cause])) return { needed: 'any' as const, causes: [cause] }
    const more = await search([cause])
    if (more === undefined) return undefined
    const least = more.needed === 'any' ? more.causes.slice(0, 1) : more.causes
    return { needed: 'all' as const, causes: [...least, cause] }
  }

  const { needed = 'any', causes: all = [] as readonly Cause[] } = found ?? {}
  // What an operator or a failure did comes before the constraints that it acts through.
  const byKind = [...all].sort((a, b) => causeKinds.indexOf(a.kind) - causeKinds.indexOf(b.kind))
  const named = needed === 'any' ? byKind.slice(0, mostNamed) : byKind
  const proven = named.map(async (cause) => {
    const { lift: _, distance: __, ...rest } = { distance: 0, ...cause }
    return { ...rest, nodesWithout: await nodesWithout([cause]) }
  })
  return {
    resource: id,
    question,
    ...(node === undefined ? {} : { node }),
    ...(role === undefined ? {} : { role }),
    nodes,
    nodesBefore,
    needed,
    causes: await Promise.all(proven),
    nodesWithoutAll: await nodesWithout(named),
  }
}
