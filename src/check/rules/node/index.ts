import type { Rule } from '../../rule.js'
import { rule as discoveryIgnored } from './discovery-ignored.js'
import { rule as healthIgnored } from './health-ignored.js'
import { rule as nodeAttributeInvalid } from './node-attribute-invalid.js'
import { rule as nodeDuplicate } from './node-duplicate.js'
import { rule as nodeInvalid } from './node-invalid.js'
import { rule as nodeType } from './node-type.js'
import { rule as stateWithoutNode } from './state-without-node.js'
import { rule as statusNumber } from './status-number.js'
import { rule as utilizationInvalid } from './utilization-invalid.js'

export const nodeRules: readonly Rule[] = [
  discoveryIgnored,
  nodeAttributeInvalid,
  nodeDuplicate,
  nodeInvalid,
  nodeType,
  stateWithoutNode,
  utilizationInvalid,
  statusNumber,
  healthIgnored,
]
