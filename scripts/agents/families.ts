/** Parameters that several fence agents have of the library that they share, each family in one interface. */
import { type DeclaredAgent, type DeclaredParameter, fieldOf, typeOf } from '../../src/agents/declaration.js'
import { fencingParameter, fencingParameterNames } from '../../src/options/fencing-parameters.js'

/** An interface that those of agents extend. */
export interface Family {
  readonly name: string
  readonly about: string
  readonly parameters: readonly DeclaredParameter[]
}

/** What Pacemaker reads of every fencing device. */
export const baseOfAll: Family = {
  name: 'FencingParameters',
  about: 'What Pacemaker reads of every fencing device.',
  parameters: fencingParameterNames.map((name) => {
    const { type, ...facts } = { type: 'string', ...fencingParameter(name) }
    const known = (['boolean', 'integer', 'select'] as const).find((each) => each === type) ?? 'string'
    return { required: false, reloadable: false, deprecated: false, ...facts, name, type: known }
  }),
}

const members: readonly (readonly [name: string, about: string, parameters: string])[] = [
  [
    'FenceAgentParameters',
    'What nearly every fence agent has: the plug, how long it waits, what it logs.',
    `action plug port quiet verbose verbose_level debug debug_file version help delay disable_timeout login_timeout
    power_timeout power_wait shell_timeout retry_on plug_separator stonith_status_sleep`,
  ],
  [
    'FenceLoginParameters',
    'Fence agents that log in.',
    'login username passwd password passwd_script password_script',
  ],
  ['FenceAddressParameters', 'Fence agents of a device with an address.', 'ip ipaddr'],
  [
    'FenceSshParameters',
    'Fence agents that use a shell, through SSH among others.',
    'identity_file inet4_only inet6_only secure ssh ssh_options ssh_path',
  ],
  ['FenceSslParameters', 'Fence agents that use SSL.', 'ssl ssl_insecure ssl_secure gnutlscli_path'],
  [
    'FenceSnmpParameters',
    'Fence agents that use SNMP.',
    `snmp_auth_prot snmp_priv_passwd snmp_priv_passwd_script snmp_priv_prot snmp_sec_level snmpget_path
     snmpset_path snmpwalk_path`,
  ],
  ['FenceSudoParameters', 'Fence agents that start programs as root.', 'sudo use_sudo sudo_path'],
  [
    'FenceIpmiParameters',
    'Fence agents that use IPMI.',
    `auth cipher hexadecimal_kg ipmitool_path ipmitool_timeout lanplus privlvl target`,
  ],
]

/** The families; a parameter is declared as most of the agents have it, and never as a required one. */
export function familiesOf(agents: readonly DeclaredAgent[]): readonly Family[] {
  return members.map(([name, about, parameters]) => ({
    name,
    about,
    parameters: parameters.split(/\s+/).map((parameter) => {
      const all = agents
        .flatMap((agent) => agent.parameters.filter((each) => each.name === parameter))
        .map((each) => ({ ...each, required: false }))
      const times = (text: string) => all.filter((each) => fieldOf(each) === text).length
      return all.reduce((most, each) => (times(fieldOf(each)) > times(fieldOf(most)) ? each : most))
    }),
  }))
}

/** The agent with the interfaces that its own can extend as bases, without the fields that it has of them. */
export function inFamilies(agent: DeclaredAgent, families: readonly Family[]): DeclaredAgent {
  const own = new Map(agent.parameters.map((parameter) => [parameter.name, parameter]))
  const fitting = families.filter(({ parameters }) =>
    parameters.every((each) => {
      const parameter = own.get(each.name)
      return parameter !== undefined && typeOf(parameter) === typeOf(each) && hasOwnComment(parameter, each)
    }),
  )
  const inherited = new Set(fitting.flatMap(({ parameters }) => parameters.map(fieldOf)))
  return {
    ...agent,
    bases: [baseOfAll, ...fitting].map(({ name }) => name),
    parameters: agent.parameters.filter((parameter) => !inherited.has(fieldOf(parameter))),
  }
}

/** Editors show the comment of the base where a field has none. */
function hasOwnComment(own: DeclaredParameter, inherited: DeclaredParameter): boolean {
  const [text, base] = [fieldOf(own), fieldOf(inherited)]
  return text === base || text.includes('/**') || !base.includes('/**')
}
