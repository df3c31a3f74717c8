import type { CycleKind } from '../../src/graph/index.js'
import { cibText } from './cib-text.js'
import type { OrderRow } from './order-case-parts.js'
import { hostRows } from './order-cases-hosts.js'
import { pairRows } from './order-cases-pairs.js'
import { setRows } from './order-cases-sets.js'

/** A small cluster and the cycles that its orders must be found to have. */
export interface OrderCase {
  readonly name: string
  readonly cib: string
  readonly kinds: readonly CycleKind[]
}

/** One cluster for each way in which orders can or cannot close a circle. */
export const orderCases: readonly OrderCase[] = [...pairRows, ...setRows].map(caseOf)

/** Those in which it matters what runs where. */
export const hostCases: readonly OrderCase[] = hostRows.map(caseOf)

function caseOf([name, kinds, resources, constraints, more = {}]: OrderRow): OrderCase {
  return { name, kinds, cib: cibText({ resources, constraints, nodes: ['n1', 'n2'], ...more }) }
}
