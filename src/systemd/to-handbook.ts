import { failure, hasErrors, type Result, success } from '../diagnostics/diagnostic.js'
import { shellWord } from '../diagnostics/quote.js'
import { escapeUnseen } from '../diagnostics/unseen.js'
import { agentOf, type Cluster, primitivesOf, type Resource, resourcesOf } from '../model/index.js'
import { typedBy, unitsOf } from '../model/systemd/units.js'
import { projectsOf } from './retries.js'
import { type Service, type ServicesOptions, systemdServices } from './services.js'

/** One line of the table. */
interface Row {
  readonly service: string
  readonly watch: string
  readonly look: string
  readonly restart: string
  readonly log: string
}

/** Where services log beside the journal, by the beginning of the unit: the folders of their packages. */
const logs: readonly (readonly [unit: RegExp, path: string])[] = [
  [/^httpd\b/, '/var/log/httpd/'],
  [/^apache2\b/, '/var/log/apache2/'],
  [/^mongod\b/, '/var/log/mongodb/'],
  [/^redis\b/, '/var/log/redis/'],
]

/** The same for what agents run, by their types. */
const logOfAgent: ReadonlyMap<string, string> = new Map([
  ['galera', '/var/log/mariadb/'],
  ['rabbitmq-cluster', '/var/log/rabbitmq/'],
  ['redis', '/var/log/redis/'],
])

/** Where Pacemaker's agents log. */
const agentLog = '/var/log/pacemaker/pacemaker.log'

/**
 * The handbook of a cluster in Markdown: for each service who watches it, how to look at it and restart it, and where
 * its log is. What Pacemaker runs is managed with pcs, what systemd runs with systemctl.
 *
 * @example
 * ```ts
 * import { toHandbook } from 'lightcib/systemd'
 *
 * const web = cluster({ resources: [systemd('haproxy')], services: ['httpd'] })
 * const handbook = toHandbook(web)
 * // | haproxy | Pacemaker | `pcs resource status haproxy` | `pcs resource restart haproxy` | `journalctl -u haproxy.service` |
 * // | httpd.service | systemd, on each node | `systemctl status httpd.service` | ...
 * ```
 */
export function toHandbook(cluster: Cluster, options: ServicesOptions = {}): Result<string> {
  const { output: services = [], diagnostics: all } = systemdServices(cluster, options)
  const diagnostics = all.filter(({ code }) => code !== 'systemd-no-services')
  if (hasErrors(diagnostics)) return failure(diagnostics)
  const resources = resourcesOf(cluster).filter(({ element }) => element !== 'template')
  const text = [
    '# Handbook',
    '',
    '## Under Pacemaker: pcs, on any node',
    '',
    ...table(resources.map((resource) => resourceRow(resource, resourcesOf(cluster)))),
    '',
    'Where `systemctl` stops or restarts one of these, Pacemaker takes that for a failure.',
    '',
    '## Under systemd: systemctl, on each node',
    '',
    ...table(services.map(serviceRow)),
    '',
    'systemd starts these again for ever, unless `systemctl stop` ends them.',
    '',
  ]
  return success(text.join('\n'), diagnostics)
}

function resourceRow(resource: Resource, resources: readonly Resource[]): Row {
  const { id } = resource
  const primitives = primitivesOf(resource).map((primitive) => typedBy(primitive, resources))
  const isFencing = primitives.some((primitive) => primitive.class === 'stonith')
  const units = unitsOf([resource, ...resources.filter(({ element }) => element === 'template')])
  const agents = primitives.filter((primitive) => primitive.class !== 'systemd')
  const folders = agents.flatMap(({ type }) => (type === undefined ? [] : (logOfAgent.get(type) ?? [])))
  const isBundle = resource.element === 'bundle'
  return {
    service: `${plain(id)} (${plain([...new Set(primitives.map(agentOf))].join(', ') || resource.element)})`,
    watch: 'Pacemaker',
    look: code(isFencing ? 'pcs stonith status' : `pcs resource status ${shellWord(id)}`),
    restart: isFencing ? '' : code(`pcs resource restart ${shellWord(id)}`),
    log: [
      ...units.flatMap(({ unit }) => logsOf(unit, projectsOf(unit))),
      ...folders,
      ...(isBundle ? ['/var/log/pacemaker/bundles/'] : []),
      ...(agents.length > 0 || isBundle ? [agentLog] : []),
    ]
      .map(code)
      .join(', '),
  }
}

function serviceRow({ unit, projects, restart }: Service): Row {
  const word = unit.startsWith('-') ? `-- ${shellWord(unit)}` : shellWord(unit)
  return {
    service: plain(unit),
    watch: restart === 'no' ? 'nobody: it works once, at boot' : 'systemd',
    look: code(`systemctl status ${word}`),
    restart: restart === 'no' ? '' : code(`systemctl restart ${word}`),
    log: logsOf(unit, projects).map(code).join(', '),
  }
}

/** The command for its journal, and the folders in which it logs. */
function logsOf(unit: string, projects: readonly string[]): readonly string[] {
  const folders = logs.flatMap(([begin, path]) => (begin.test(unit) ? [path] : []))
  return [
    `journalctl -u ${shellWord(unit)}`,
    ...folders,
    ...projects.map((project) => `/var/log/${project}/`),
  ]
}

function table(rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return ['None.']
  return [
    '| service | watched by | look | restart | log |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.service} | ${row.watch} | ${row.look} | ${row.restart} | ${row.log} |`),
  ]
}

/** Text of a cell in which nothing is markup. */
function plain(text: string): string {
  return escapeUnseen(text).replace(/[\\`*_{}[\]<>|~&#]/g, '\\$&')
}

/** Code of a cell, fenced by more backticks than are in it. */
function code(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const padding = runs.length === 0 ? '' : ' '
  return `${fence}${padding}${escapeUnseen(text).replaceAll('|', '\\|')}${padding}${fence}`
}
