import type { CibElement, Cluster, Place } from '../../model/index.js'
import type { SchemaVersion } from '../validate/grammar/versions.js'
import { permissions, users } from './access.js'
import type { Change, Target } from './change.js'
import { locations, pingLocations, pingNodes, splitReferences } from './locations.js'
import {
  fenceAction,
  masters,
  nodeType,
  olderPropertyNames,
  orderKinds,
  promotedMax,
  propertyNames,
  scoreAttributes,
  setScores,
} from './names.js'
import { instanceToMeta, requiresInSet, requiresOfOp, requiresOfResource } from './operations.js'
import { lostProperty, newDefaults, oldProperties } from './options.js'
import { promotedNames, toClones, toMasters, unsupportedOfClone } from './promotable.js'
import { withCopies, withReferences } from './references.js'
import { emptySets, fencingOptions, oldMetaAttributes } from './resources.js'
import { newerRoles, olderRoles } from './roles.js'
import {
  fencingLevels,
  goneOptions,
  namedReferences,
  repeatedPairs,
  sortedSets,
  valuelessPairs,
} from './sets.js'

/** Differences between two schemas, applied in one walk. */
export interface Step {
  readonly changes: readonly Change[]
  /** What the newer schema cannot express. */
  readonly unsupported: (element: CibElement, place: Place, target: Target) => string | undefined
  readonly before?: (cluster: Cluster) => Cluster
  readonly after?: (cluster: Cluster) => Cluster
}

const nothing = () => undefined

/** A step of Pacemaker's own upgrade, and the schema that it leads to. */
export interface Upgrade extends Step {
  readonly since: SchemaVersion
}

/** The steps of Pacemaker's own upgrade, oldest first. */
export const upgrades: readonly Upgrade[] = [
  { since: '2.0', changes: [users, permissions], unsupported: nothing },
  {
    since: '3.0',
    before: withCopies,
    changes: [
      ...[
        oldProperties,
        newDefaults,
        nodeType,
        fencingOptions,
        oldMetaAttributes,
        requiresOfOp,
        requiresInSet,
      ],
      ...[instanceToMeta, requiresOfResource, scoreAttributes, emptySets],
    ],
    after: withReferences,
    unsupported: lostProperty,
  },
  {
    since: '4.0',
    changes: [
      ...[
        goneOptions,
        valuelessPairs,
        repeatedPairs,
        namedReferences,
        propertyNames,
        fenceAction,
        fencingLevels,
      ],
      ...[sortedSets, pingNodes, toClones, promotedMax, locations, pingLocations, splitReferences],
    ],
    unsupported: nothing,
  },
]

/** What older schemas have under other names. */
export const older: Step = {
  changes: [olderPropertyNames, olderRoles, masters, setScores, toMasters],
  unsupported: unsupportedOfClone,
}

/** What keeps its older name in an upgrade, though pcs writes the newer one. */
export const current: Step = { changes: [newerRoles, orderKinds, promotedNames], unsupported: nothing }
