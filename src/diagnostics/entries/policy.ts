import { entry, type Language } from '../entry.js'
import { dslString, quote, quoteAll, shellWord } from '../quote.js'

/** The colocation that is missing, as the user would write it. */
function addColocation(
  language: Language,
  rsc: string,
  withRsc: string,
  score: 'INFINITY' | '-INFINITY',
  { role, withRole }: Roles = {},
) {
  if (language === 'cib') {
    const [one, other] = [
      [role, rsc],
      [withRole, withRsc],
    ].map(([inRole, id = '']) => [...(inRole === undefined ? [] : [inRole]), shellWord(id)].join(' '))
    return `pcs constraint colocation add ${one} with ${other} ${score}`
  }
  const given = [
    ...(score === 'INFINITY' ? [] : [`score: '${score}'`]),
    ...(role === undefined ? [] : [`rscRole: '${role}'`]),
    ...(withRole === undefined ? [] : [`withRscRole: '${withRole}'`]),
  ]
  const options = given.length === 0 ? '' : `, { ${given.join(', ')} }`
  return `add colocation(${dslString(rsc)}, ${dslString(withRsc)}${options})`
}

/** The first ids of a list in quotes, and how many more there are. */
function listed(ids: readonly string[]): string {
  const most = 8
  if (ids.length <= most) return quoteAll(ids)
  return `${ids.slice(0, most).map(quote).join(', ')} and ${ids.length - most} more`
}

/** The roles that are asked about. */
export interface Roles {
  readonly role?: string
  readonly withRole?: string
}

export interface Answer {
  readonly reason: string
  readonly isKnown: boolean
}

export interface Pair {
  readonly language: Language
  readonly rsc: string
  readonly withRsc: string
}

/** What a policy requires of what happens, and why that is broken or not verified. */
export interface Happening {
  readonly claim: string
  readonly reason: string
  readonly isBroken: boolean
  /** The resources that it names. */
  readonly ids: readonly string[]
  readonly language: Language
}

/** The entry of a policy about what happens. */
function ofEvents(about: string, broken: (of: Happening) => string) {
  return entry({
    severity: 'error',
    about,
    message: ({ claim, reason, isBroken }: Happening) =>
      isBroken ? `it is not true that ${claim}: ${reason}` : `it is not verified that ${claim}: ${reason}`,
    hint: (of) =>
      of.isBroken
        ? broken(of)
        : 'run lightcib check --with-pacemaker, or lightcib simulate: they ask crm_simulate',
  })
}

/** What policies require of a cluster. */
export const policyEntries = {
  'vip-with-haproxy': entry({
    severity: 'error',
    about: 'A virtual IP can run on a node where HAProxy does not, so that nothing answers on its address.',
    message: ({
      vip,
      reason,
    }: {
      vip: string
      reason: string
      haproxy: string | undefined
      language: Language
    }) => `virtual IP ${quote(vip)} can run without HAProxy: ${reason}`,
    hint: ({ vip, haproxy, language }) => {
      if (haproxy !== undefined) return addColocation(language, vip, haproxy, 'INFINITY')
      return language === 'dsl'
        ? `add a resource that runs HAProxy, or an exception: vipWithHaproxy({ except: { ${dslString(vip)}: 'why' } })`
        : 'add a resource that runs HAProxy, or name what does, and the virtual IPs to check: --policy vip-with-haproxy=VIP,...,haproxy=ID'
    },
  }),
  'runs-only-with': entry({
    severity: 'error',
    about: 'A resource can run on a node where another does not, although a policy forbids it.',
    message: ({ rsc, withRsc, role, withRole, reason, isKnown }: Pair & Roles & Answer) => {
      const what = role === undefined ? 'run' : `be ${role}`
      const where = withRole === undefined ? 'does not' : `is not ${withRole}`
      const verb = withRole === undefined && role !== undefined ? 'does not run' : where
      return `${quote(rsc)} ${isKnown ? 'can' : 'may'} ${what} where ${quote(withRsc)} ${verb}: ${reason}`
    },
    hint: ({ language, rsc, withRsc, role, withRole }) =>
      addColocation(language, rsc, withRsc, 'INFINITY', {
        ...(role && { role }),
        ...(withRole && { withRole }),
      }),
  }),
  'starts-after': entry({
    severity: 'error',
    about: 'No order has one resource start after another, although a policy requires it.',
    message: ({ rsc, first }: { rsc: string; first: string; language: Language }) =>
      `no order starts ${quote(rsc)} after ${quote(first)}`,
    hint: ({ rsc, first, language }) =>
      language === 'dsl'
        ? `add order(${dslString(first)}, ${dslString(rsc)})`
        : `pcs constraint order ${shellWord(first)} then ${shellWord(rsc)}`,
  }),
  'never-runs-with': entry({
    severity: 'error',
    about: 'Two resources can run on the same node, although a policy forbids it.',
    message: ({ rsc, withRsc, reason }: Pair & { reason: string }) =>
      `${quote(rsc)} can run on a node of ${quote(withRsc)}: ${reason}`,
    hint: ({ language, rsc, withRsc }) => addColocation(language, rsc, withRsc, '-INFINITY'),
  }),
  'stays-until': ofEvents(
    'A resource can leave its node before another runs, although a policy forbids it.',
    ({ language, ids: [rsc = '', until = ''] }) => {
      const order =
        language === 'dsl'
          ? `order(${dslString(until)}, ${dslString(rsc)}, { thenAction: 'stop', kind: 'Optional', symmetrical: false })`
          : `pcs constraint order start ${shellWord(until)} then stop ${shellWord(rsc)} kind=Optional symmetrical=false`
      return `write ${order}, and nothing that makes ${quote(rsc)} depend on ${quote(until)}`
    },
  ),
  'failure-never-stops': ofEvents(
    'A failure of a resource stops another, although a policy forbids it.',
    ({ language, ids: [rsc = '', failing = ''] }) => {
      const critical =
        language === 'dsl'
          ? `meta: { critical: false } on ${quote(failing)}`
          : `pcs resource meta ${shellWord(failing)} critical=false`
      return `place and order ${quote(failing)} after ${quote(rsc)}, not the other way round, and let it not decide where both run: ${critical}`
    },
  ),
  'failure-stays-within': ofEvents(
    'A failure of one instance causes more actions than a policy allows.',
    () =>
      'set interleave on clones that are ordered, and remove orders and colocations that the services do not need',
  ),
  recovers: ofEvents(
    'A resource does not run again after some failures, although a policy requires it.',
    () => 'let it run on more nodes, and remove what binds it to a resource that cannot move',
  ),
  'no-single-point': entry({
    severity: 'error',
    about: 'Most resources depend on a single one, so that its failure stops them all.',
    message: ({ id, count, others }: { id: string; count: number; others: number }) =>
      `${quote(id)} is a single point of failure: ${count} of ${others} other resources depend on it`,
    hint: () => 'remove the orders after it, and let the services retry what they depend on',
  }),
  'light-architecture': entry({
    severity: 'error',
    about:
      'A resource or constraint is not part of the lightweight architecture, in which Pacemaker runs virtual IPs, HAProxy and few other services.',
    message: ({ id, isConstraint }: { id: string; isConstraint: boolean; language: Language }) =>
      `${isConstraint ? 'constraint' : 'resource'} ${quote(id)} is not part of the lightweight architecture`,
    hint: ({ id, isConstraint, language }) => {
      if (isConstraint) return 'remove it, and let the service retry what it depends on'
      const services =
        language === 'dsl' ? `light({ services: [${dslString(id)}, ...] })` : '--policy light=SERVICE,...'
      return `let systemd run the service, or list it: ${services}`
    },
  }),
  'policy-without-subject': entry({
    severity: 'warning',
    about: 'A policy was asked for, and the cluster has nothing that it could check.',
    message: ({
      policy,
      missing,
    }: {
      policy: string
      missing: string
      ids: readonly string[]
      language: Language
    }) => `the policy ${policy} checks nothing: it finds no ${missing} in the cluster`,
    hint: ({ ids, language }) => {
      const known = ids.length === 0 ? 'there are no resources' : `the resources are ${listed(ids)}`
      return language === 'dsl'
        ? `name them: vipWithHaproxy({ vips: ['VIP'], haproxy: 'ID' }); ${known}`
        : `name them: --policy vip-with-haproxy=VIP,haproxy=ID; ${known}`
    },
  }),
  'unused-exception': entry({
    severity: 'warning',
    about: 'An exception of a policy names nothing that the policy checks.',
    message: ({ policy, id }: { policy: string; id: string }) =>
      `the policy ${policy} has an exception for ${quote(id)}, which it does not check`,
    hint: () => 'remove the exception or correct its id',
  }),
} as const
