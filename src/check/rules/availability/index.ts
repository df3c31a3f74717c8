import type { Rule } from '../../rule.js'
import { rule as addressNotPlaced } from './address-not-placed.js'
import { rule as boothAlone } from './booth-alone.js'
import { rule as dlmWithoutFencing } from './dlm-without-fencing.js'
import { rule as fenceRace } from './fence-race.js'
import { rule as filesystemCloned } from './filesystem-cloned.js'
import { rule as filesystemTwice } from './filesystem-twice.js'
import { rule as migrationHindered } from './migration-hindered.js'
import { rule as migrationNotAllowed } from './migration-not-allowed.js'
import { rule as pingUnused } from './ping-unused.js'
import { rule as priorityDelayUnused } from './priority-delay-unused.js'
import { rule as probeAlone } from './probe-alone.js'
import { rule as probePortTwice } from './probe-port-twice.js'
import { rule as quorumIgnored } from './quorum-ignored.js'
import { rule as quorumPolicyGfs2 } from './quorum-policy-gfs2.js'

/** Rules about the loss of a node or of the network. */
export const availabilityRules: readonly Rule[] = [
  addressNotPlaced,
  dlmWithoutFencing,
  fenceRace,
  filesystemCloned,
  filesystemTwice,
  pingUnused,
  priorityDelayUnused,
  quorumIgnored,
  quorumPolicyGfs2,
  migrationHindered,
  migrationNotAllowed,
  probeAlone,
  probePortTwice,
  boothAlone,
]
