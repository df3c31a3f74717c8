/** Options of one configuration file by section, as oslo.config reads them. */
type Settings = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * Connecting at start, and repeating what fails later, for ever. oslo.db: reference/opts, `-1` is infinite. What repeats
 * (wrap_db_retry) does so in older releases; newer ones, 12.1 among them, do not repeat at all with it.
 */
const database = { max_retries: '-1', db_max_retries: '-1' }

/**
 * oslo.messaging connects to RabbitMQ for ever by default: `0` is infinite, and the option is deprecated since nobody
 * should change it. A broker that went without closing its connections is noticed by missing heartbeats.
 */
const messaging = { rabbit_max_retries: '0', heartbeat_timeout_threshold: '60' }

const both: Settings = { database, oslo_messaging_rabbit: messaging }

/**
 * What makes the services of a project of OpenStack wait for database and broker for ever. After TripleO, which set it
 * when it moved them out of Pacemaker (tripleo-heat-templates 81de0656, manila: b99733d0; puppet/services/*-base.yaml,
 * glance-*.yaml, keystone.yaml), and where TripleO set nothing after the configuration reference: messaging of manila
 * and sahara, aodh (openstack-helm sets its max_retries).
 */
const settingsOfProjects: ReadonlyMap<string, Settings> = new Map([
  ['aodh', { database: { max_retries: '-1' } }],
  ['ceilometer', both],
  ['cinder', both],
  ['glance', { database }],
  ['heat', both],
  ['keystone', both],
  ['manila', both],
  ['neutron', both],
  ['nova', both],
  ['sahara', both],
])

/** `nova` of `openstack-nova-api.service` and of `nova-api.service`; none for a unit that is none of a known project. */
export function projectsOf(unit: string): readonly string[] {
  const [, name] = /^(?:openstack-)?([a-z]+)[-.]/.exec(unit) ?? []
  return name !== undefined && settingsOfProjects.has(name) ? [name] : []
}

/** The projects whose settings are known. */
export const knownProjects: readonly string[] = [...settingsOfProjects.keys()]

/** The file in which oslo.config finds the settings of a project beside its own configuration, by default since Ocata. */
export function settingsPath(project: string): string {
  return `etc/${project}/${project}.conf.d/50-lightcib.conf`
}

/** The settings of a project in the format of oslo.config. */
export function settingsText(project: string): string {
  const sections = Object.entries(settingsOfProjects.get(project) ?? {})
  const lines = sections.flatMap(([section, options]) => [
    '',
    `[${section}]`,
    ...Object.entries(options).map(([name, value]) => `${name} = ${value}`),
  ])
  return ['# Waits for database and broker for ever, instead of an order in Pacemaker.', ...lines, ''].join(
    '\n',
  )
}

/** Units that need neither database nor broker. */
const independent = /^(memcached|mongod|redis|haproxy)\b/

/** True for a unit that may need a database or broker and for which no settings are known. */
export function mayGiveUp(unit: string): boolean {
  return !independent.test(unit)
}
