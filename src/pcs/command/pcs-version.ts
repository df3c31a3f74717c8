import { whyChangedBy20, whyChangedBy21 } from './representable.js'

/** The generations of pcs that scripts are written for. */
export type PcsVersion = '0.10' | '0.11' | '0.12'

/**
 * How the commands of a generation of pcs differ, and which values its Pacemaker changes.
 * Measured with pcs 0.10.8 on Pacemaker 2.0.5, 0.11.5 on 2.1.5 and 0.12.0 on 3.0.0.
 */
export interface Dialect {
  readonly pcs: PcsVersion
  /** Why its Pacemaker changes a value, or undefined where it does not. */
  readonly whyChanged: (value: string) => string | undefined
  /** The schema of its CIBs, which determines how roles are named. */
  readonly schema: string
  /** The roles that it accepts in operations and constraints. */
  readonly roles: readonly string[]
  /** The roles that it accepts in the rule of a location; 0.10 writes them in lower case, which is no role. */
  readonly ruleRoles: readonly string[]
  /** The classes of agents that it knows. */
  readonly agentClasses: readonly string[]
  /** True where a property's id has its whole name as it is; elsewhere the first 20 letters, sanitized. */
  readonly hasPlainProperties: boolean
  /** True for a property value that it accepts. */
  readonly acceptsProperty: (value: string) => boolean
  /** The score of `constraint location add`. */
  readonly locationScore: (score: string) => string
  /** True where the rule of a location is one word, parsed as the rules of defaults are. */
  readonly hasOneWordRules: boolean
  /** The scores that it writes for the rule of a set of defaults and for a nested rule. */
  readonly defaultsScore: string | undefined
  readonly nestedScore: string | undefined
  /** Options that `clone` and `promotable` need in `resource create`. */
  readonly cloneOptions: readonly string[]
  /** The words before a clone's meta attributes. */
  readonly cloneMeta: readonly string[]
  /** Options of `resource clone` of a group whose agents may be missing. */
  readonly cloneForce: readonly string[]
  /** The container types of its bundles. */
  readonly containers: readonly string[]
}

const common = {
  ruleRoles: ['Promoted', 'Unpromoted'],
  agentClasses: ['heartbeat', 'lsb', 'nagios', 'ocf', 'service', 'systemd', 'upstart'],
  roles: ['Promoted', 'Unpromoted', 'Started', 'Stopped'],
  hasPlainProperties: false,
  acceptsProperty: () => true,
  locationScore: (score: string) => score,
  hasOneWordRules: false,
  defaultsScore: 'INFINITY',
  nestedScore: '0',
  cloneOptions: [],
  cloneMeta: [],
  cloneForce: ['--force'],
  containers: ['docker', 'podman', 'rkt'],
} as const

/** The dialects by the version of pcs. */
export const dialects: Readonly<Record<PcsVersion, Dialect>> = {
  '0.10': {
    ...common,
    pcs: '0.10',
    whyChanged: whyChangedBy20,
    schema: 'pacemaker-3.5',
    ruleRoles: [],
    roles: ['Master', 'Slave', 'Started', 'Stopped'],
    hasPlainProperties: true,
    acceptsProperty: (value) => !value.includes('='),
    cloneForce: [],
  },
  '0.11': { ...common, pcs: '0.11', schema: 'pacemaker-3.9', whyChanged: whyChangedBy21 },
  '0.12': {
    ...common,
    pcs: '0.12',
    whyChanged: () => undefined,
    schema: 'pacemaker-4.0',
    agentClasses: ['lsb', 'ocf', 'service', 'systemd'],
    locationScore: (score) => `score=${score}`,
    hasOneWordRules: true,
    defaultsScore: undefined,
    nestedScore: undefined,
    cloneOptions: ['--future'],
    cloneMeta: ['meta'],
    containers: ['docker', 'podman'],
  },
}
