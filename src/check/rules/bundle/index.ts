import type { Rule } from '../../rule.js'
import { rule as attributeTargetOutside } from './attribute-target-outside.js'
import { rule as bundleControlPort } from './bundle-control-port.js'
import { rule as bundleMapping } from './bundle-mapping.js'
import { rule as bundleNumber } from './bundle-number.js'
import { rule as bundleOldName } from './bundle-old-name.js'
import { rule as bundlePortShared } from './bundle-port-shared.js'
import { rule as bundleUnreachable } from './bundle-unreachable.js'

/** Rules about bundles. */
export const bundleRules: readonly Rule[] = [
  attributeTargetOutside,
  bundleUnreachable,
  bundleControlPort,
  bundleMapping,
  bundleNumber,
  bundleOldName,
  bundlePortShared,
]
