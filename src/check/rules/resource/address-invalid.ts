import { quote } from '../../../diagnostics/quote.js'
import type { Nvpair, Place } from '../../../model/index.js'
import { parameterOf } from '../../../model/templates.js'
import { addressAgentOf, ipVersion } from '../../lookup/addresses.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly name: string
  readonly value: string
  readonly id: string
  readonly expected: string
}

/** An address, netmask or interface that the agent rejects. */
export const rule = defineRule<Parameters>({
  code: 'address-invalid',
  severity: 'error',
  message: ({ name, value, id, expected }) =>
    `${name} ${quote(value)} of ${quote(id)} is not ${expected}: its start fails`,
  hint: ({ expected }) => `write ${expected}`,
  visit: {
    network: (place, { report }) => {
      const { ipRangeStart: value } = place.element
      const { id = '' } = (place.parent?.element ?? {}) as { readonly id?: string }
      if (value === undefined || ipVersion(value) !== 0) return
      const where = { place, attribute: 'ip-range-start' }
      report(where, { name: 'ip-range-start', value, id, expected: 'an IPv4 or IPv6 address' })
    },
    nvpair: (place, context) => {
      const { value } = place.element
      if (value === undefined || place.parent?.element.element !== 'instance_attributes') return
      const expected = expectedOf(place, value, context)
      if (expected !== undefined) {
        const { name = '' } = place.element
        const { id = '' } = (place.parent.parent?.element ?? {}) as { readonly id?: string }
        context.report({ place, attribute: 'value' }, { name, value, id, expected })
      }
    },
  },
})

/** What the value should be, undefined where it is right or nothing is known of it. */
function expectedOf(
  place: Place<Nvpair>,
  value: string,
  { cluster }: RuleContext<Parameters>,
): string | undefined {
  const owner = place.parent?.parent?.element
  if (owner?.element !== 'primitive' && owner?.element !== 'template') return undefined
  const agent = addressAgentOf(cluster, owner)
  if (agent === undefined) return undefined
  const { name = '' } = place.element
  if (agent.address === name) {
    const version = ipVersion(agent.withPrefix ? value.replace(/\/\d+$/, '') : value)
    return agent.versions.includes(version) ? undefined : agent.expected
  }
  if (name === 'cidr_netmask') {
    const address = owner.element === 'primitive' ? parameterOf(cluster, owner, agent.address) : undefined
    return netmaskProblem(value, ipVersion(address ?? '') === 6 ? 128 : address === undefined ? 128 : 32)
  }
  if (name === 'nic' && !/^[^\s/]{1,15}$/.test(value) && value !== '') {
    return 'the name of a network interface of at most 15 characters'
  }
  return undefined
}

function netmaskProblem(value: string, longest: number): string | undefined {
  const isPrefix = /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= longest
  return isPrefix || value === '' || isDottedNetmask(value)
    ? undefined
    : `the length of a prefix from 1 to ${longest}`
}

/** IPaddr2 converts the old form, with a warning. */
function isDottedNetmask(value: string): boolean {
  if (ipVersion(value) !== 4) return false
  const bits = value
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('')
  return /^1*0*$/.test(bits)
}

export const docs: RuleDocs = {
  about: 'The address, netmask or interface of a virtual IP is none.',
  why: 'The agent fails to start, on every node. Pacemaker tries each node in turn and then leaves the resource stopped, with all that needs it.',
  source: 'metadata of ocf:heartbeat:IPaddr2; its function ip_validate',
  wrong: `cluster({ resources: [ocf.heartbeat.IPaddr2('vip', { ip: '300.1.2.3', cidr_netmask: 33 })] })`,
  right: `cluster({ resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6', cidr_netmask: 24 })] })`,
  fix: 'pcs resource update vip ip=192.0.2.6 cidr_netmask=24',
}
