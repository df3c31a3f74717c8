import type { Rule } from '../../rule.js'
import { rule as addressDuplicate } from './address-duplicate.js'
import { rule as addressInvalid } from './address-invalid.js'
import { rule as classDeprecated } from './class-deprecated.js'
import { rule as containerUnknown } from './container-unknown.js'
import { rule as masterDeprecated } from './master-deprecated.js'
import { rule as remoteInGroup } from './remote-in-group.js'
import { rule as remoteNameUsed } from './remote-name-used.js'
import { rule as resourceRemoved } from './resource-removed.js'
import { rule as resourceWithoutId } from './resource-without-id.js'
import { rule as serviceTwice } from './service-twice.js'
import { rule as templateSelfReference } from './template-self-reference.js'
import { rule as templateUnused } from './template-unused.js'

export const resourceRules: readonly Rule[] = [
  addressDuplicate,
  addressInvalid,
  classDeprecated,
  containerUnknown,
  masterDeprecated,
  remoteInGroup,
  remoteNameUsed,
  resourceRemoved,
  resourceWithoutId,
  templateSelfReference,
  templateUnused,
  serviceTwice,
]
