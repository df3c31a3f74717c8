import type { Rule } from '../rule.js'
import { aclRules } from './acl/index.js'
import { alertRules } from './alert/index.js'
import { availabilityRules } from './availability/index.js'
import { bundleRules } from './bundle/index.js'
import { cloneRules } from './clone/index.js'
import { colocationRules } from './colocation/index.js'
import { conditionRules } from './condition/index.js'
import { constraintRules } from './constraint/index.js'
import { fenceDeviceRules } from './fence-device/index.js'
import { fencingRules } from './fencing/index.js'
import { groupRules } from './group/index.js'
import { leftoverRules } from './leftovers/index.js'
import { locationRules } from './location/index.js'
import { metaRules } from './meta/index.js'
import { monitoringRules } from './monitoring/index.js'
import { nodeRules } from './node/index.js'
import { operationRules } from './operation/index.js'
import { optionRules } from './option/index.js'
import { orderRules } from './order/index.js'
import { databaseRules } from './pack-database/index.js'
import { drbdRules } from './pack-drbd/index.js'
import { nfsRules } from './pack-nfs/index.js'
import { sapRules } from './pack-sap/index.js'
import { parameterRules } from './parameter/index.js'
import { placementRules } from './placement/index.js'
import { resourceRules } from './resource/index.js'
import { schemaRules } from './schema/index.js'
import { setRules } from './set/index.js'
import { storageRules } from './storage/index.js'
import { tagRules } from './tag/index.js'

/** The rules about one product, which find nothing in a cluster without it. */
export const packs = {
  database: databaseRules,
  drbd: drbdRules,
  nfs: nfsRules,
  sap: sapRules,
} as const satisfies Readonly<Record<string, readonly Rule[]>>

/** Every rule, in the order in which `check` reports their findings. */
export const rules: readonly Rule[] = [
  ...optionRules,
  ...fencingRules,
  ...nodeRules,
  ...resourceRules,
  ...parameterRules,
  ...metaRules,
  ...schemaRules,
  ...aclRules,
  ...alertRules,
  ...operationRules,
  ...groupRules,
  ...cloneRules,
  ...bundleRules,
  ...constraintRules,
  ...orderRules,
  ...colocationRules,
  ...locationRules,
  ...placementRules,
  ...setRules,
  ...tagRules,
  ...conditionRules,
  ...leftoverRules,
  ...monitoringRules,
  ...Object.values(packs).flat(),
  ...availabilityRules,
  ...storageRules,
  ...fenceDeviceRules,
]
