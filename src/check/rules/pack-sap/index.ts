import type { Rule } from '../../rule.js'
import { rule as hanaClone } from './hana-clone.js'
import { rule as hanaOrder } from './hana-order.js'
import { rule as hanaTopologyClone } from './hana-topology-clone.js'
import { rule as hanaTopologyMissing } from './hana-topology-missing.js'
import { rule as sapAscsStickiness } from './sap-ascs-stickiness.js'
import { rule as sapErsColocation } from './sap-ers-colocation.js'
import { rule as sapErsFlag } from './sap-ers-flag.js'
import { rule as sapErsOrder } from './sap-ers-order.js'

/** Rules for SAP NetWeaver and SAP HANA. */
export const sapRules: readonly Rule[] = [
  hanaClone,
  hanaOrder,
  hanaTopologyClone,
  sapAscsStickiness,
  sapErsColocation,
  sapErsFlag,
  sapErsOrder,
  hanaTopologyMissing,
]
