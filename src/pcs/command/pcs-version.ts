import { whyTwoDoesNotKeep, whyTwoZeroDoesNotKeep } from './representable.js'

/** The generations of pcs that scripts are written for. */
export type PcsVersion = '0.10' | '0.11' | '0.12'

/**
 * What a generation of pcs says in its own way, and what the Pacemaker that it comes with holds.
 * Measured with pcs 0.10.8 on Pacemaker 2.0.5, 0.11.5 on 2.1.5 and 0.12.0 on 3.0.0.
 */
export interface Dialect {
  readonly pcs: PcsVersion
  /** Why its Pacemaker does not keep a value, or undefined where it does. */
  readonly whyUnholdable: (value: string) => string | undefined
  /** The schema of the CIBs that it works on, which decides how roles are named. */
  readonly schema: string
  /** The roles that it takes elsewhere. */
  readonly roles: readonly string[]
  /** The roles that it takes for the rule of a location; 0.10 writes them in small letters, which is no role. */
  readonly ruleRoles: readonly string[]
  /** The classes of agents that it knows. */
  readonly agentClasses: readonly string[]
  /** True where all of a property's name goes into its id as it is, and not the first 20 letters cleaned. */
  readonly hasPlainProperties: boolean
  /** True for a property value that it takes. */
  readonly takesProperty: (value: string) => boolean
  /** The score of `constraint location add`. */
  readonly locationScore: (score: string) => string
  /** True where the rule of a location is one word, parsed as the rules of defaults are. */
  readonly hasOneWordRules: boolean
  /** The scores that the rule of a set of defaults and a rule in a rule get. */
  readonly defaultsScore: string | undefined
  readonly nestedScore: string | undefined
  /** Options that come before `clone` and `promotable` in `resource create`. */
  readonly cloneOptions: readonly string[]
  /** What comes before a clone's own meta attributes. */
  readonly cloneMeta: readonly string[]
  /** Options of `resource clone` of a group whose agents may be missing. */
  readonly cloneForce: readonly string[]
  /** The programs that run its bundles. */
  readonly containers: readonly string[]
}

const common = {
  ruleRoles: ['Promoted', 'Unpromoted'],
  agentClasses: ['heartbeat', 'lsb', 'nagios', 'ocf', 'service', 'systemd', 'upstart'],
  roles: ['Promoted', 'Unpromoted', 'Started', 'Stopped'],
  hasPlainProperties: false,
  takesProperty: () => true,
  locationScore: (score: string) => score,
  hasOneWordRules: false,
  defaultsScore: 'INFINITY',
  nestedScore: '0',
  cloneOptions: [],
  cloneMeta: [],
  cloneForce: ['--force'],
  containers: ['docker', 'podman', 'rkt'],
} as const

/** The dialects by the version of pcs; each is what it does unlike the others. */
export const dialects: Readonly<Record<PcsVersion, Dialect>> = {
  '0.10': {
    ...common,
    pcs: '0.10',
    whyUnholdable: whyTwoZeroDoesNotKeep,
    schema: 'pacemaker-3.5',
    ruleRoles: [],
    roles: ['Master', 'Slave', 'Started', 'Stopped'],
    hasPlainProperties: true,
    takesProperty: (value) => !value.includes('='),
    cloneForce: [],
  },
  '0.11': { ...common, pcs: '0.11', schema: 'pacemaker-3.9', whyUnholdable: whyTwoDoesNotKeep },
  '0.12': {
    ...common,
    pcs: '0.12',
    whyUnholdable: () => undefined,
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
