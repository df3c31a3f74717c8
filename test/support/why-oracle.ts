import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProvenCause, Reason } from '../../src/pacemaker/why/reason.js'
import { quote } from '../../src/pcs/script/quoting.js'
import type { XmlElement } from '../../src/xml/element.js'
import { parseXml } from '../../src/xml/parse.js'
import type { PcsServer } from './pcs-server.js'

/** Whether an answer is true, by the commands that it prints. */
export interface Verdict {
  readonly verdict: 'confirmed' | 'refuted' | 'not run'
  readonly detail: string
}

/** What was done with one CIB already: the status after a script, or why there is none. */
export type KnownRuns = Map<string, XmlElement | string>

/**
 * Runs the commands that an answer prints on the CIB, with the real pcs and the tools of Pacemaker, and the scheduler after
 * that: with each alone where one is enough, with all and with all but each where all must go. What needs a live node is done
 * by events of crm_simulate.
 */
export async function verdictOf(
  pcs: PcsServer,
  cib: string,
  reason: Reason,
  known: KnownRuns = new Map(),
): Promise<Verdict> {
  const { causes, needed, nodes, nodesWithoutAll } = reason
  const trials: (readonly [readonly ProvenCause[], readonly string[] | undefined])[] =
    needed === 'any'
      ? causes.map((cause) => [[cause], cause.nodesWithout])
      : [
          [causes, nodesWithoutAll],
          ...causes.map((cause) => [causes.filter((other) => other !== cause), undefined] as const),
        ]
  for (const [lifted, expected] of trials) {
    const ran = await nodesAfter(pcs, cib, reason, lifted, known)
    if (typeof ran === 'string') return { verdict: 'not run', detail: ran }
    const isTrue = expected === undefined ? !isOtherwise(reason, ran) : ran.join() === expected.join()
    if (isTrue) continue
    const commands = lifted.map(({ command }) => command.join(' ')).join(' && ')
    const wanted = expected === undefined ? 'no change' : expected.join()
    return { verdict: 'refuted', detail: `${commands}: ${ran.join()}, not ${wanted} (now ${nodes.join()})` }
  }
  return { verdict: 'confirmed', detail: '' }
}

/** True where the answer to the question is another one. */
function isOtherwise({ question, node = '', nodes }: Reason, then: readonly string[]): boolean {
  switch (question) {
    case 'stopped':
      return then.length > 0
    case 'on':
      return then.length > 0 && (nodes.length === 1 ? !then.includes(node) : then.join() !== nodes.join())
    default:
      return then.includes(node)
  }
}

/** The nodes where a primitive or bundle is after these were lifted; why not, where a command fails. */
async function nodesAfter(
  pcs: PcsServer,
  cib: string,
  { resource, role }: Reason,
  lifted: readonly ProvenCause[],
  known: KnownRuns,
): Promise<readonly string[] | string> {
  const events: string[] = []
  const lines = lifted.flatMap(({ command }) => linesFor(command, events))
  const key = [...lines, ...events].join('\n')
  const status = known.get(key) ?? (await statusAfter(pcs, cib, lines, events))
  known.set(key, status)
  return typeof status === 'string' ? status : nodesIn(status, resource, role)
}

/** What crm_simulate reports after these lines of bash and events; why not, where a line fails. */
async function statusAfter(
  pcs: PcsServer,
  cib: string,
  lines: readonly string[],
  events: readonly string[],
): Promise<XmlElement | string> {
  const folder = mkdtempSync('/dev/shm/lightcib-why-')
  try {
    const text = readFileSync(cib, 'utf8')
    const own = /<cib\s[^>]*?crm_feature_set="([^"]*)"/.exec(text)?.[1] ?? newest
    writeFileSync(
      join(folder, 'cib.xml'),
      withUsualIds(text)
        .replace(/(<cib\b[^>]*?)\scrm_feature_set="[^"]*"/, '$1')
        .replace('<cib ', `<cib crm_feature_set="${newest}" `),
    )
    const script = `set -e
export CIB_file=$PWD/cib.xml CIB_shadow_dir=$PWD
${lines.join('\n')}
unset CIB_file
sed -i '0,/crm_feature_set=/s/crm_feature_set="[^"]*"/crm_feature_set="${isNewer(own, newest) ? newest : own}"/' cib.xml
events=(${events.map(quote).join(' ')})
for i in 1 2 3 4 5 6 7 8 9 10; do
  crm_simulate --simulate --xml-file cib.xml --save-output out.xml --output-as=xml "\${events[@]}" >result.xml || break
  events=()
  mv out.xml cib.xml
  grep -q -e '<rsc_action' -e '<cluster_action' result.xml || break
done
`
    writeFileSync(join(folder, 'run.sh'), script)
    const { status, stderr, pcsOutput } = await pcs.bash(script, [], folder)
    if (status !== 0) return `${lines.join('; ')}: ${(pcsOutput + stderr).trim()}`
    const { output } = parseXml(readFileSync(join(folder, 'result.xml'), 'utf8'))
    const revised = output?.children.find(({ name }) => name === 'revised_cluster_status')
    return revised ?? 'crm_simulate prints no status'
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The transient attributes with the ids that Pacemaker gives them: crm_attribute finds them by those. */
function withUsualIds(cib: string): string {
  return cib.replace(
    /<node_state\s[^>]*?\bid="([^"]*)"[^>]*(?<!\/)>[\s\S]*?<\/node_state>/g,
    (state, id: string) =>
      state.replace(/<transient_attributes[\s\S]*?<\/transient_attributes>/g, (transient) =>
        transient
          .replace(/<transient_attributes\s[^>]*?(\/?)>/, `<transient_attributes id="${id}"$1>`)
          .replace(/<instance_attributes\s[^>]*?(\/?)>/, `<instance_attributes id="status-${id}"$1>`)
          .replace(/<nvpair\s[^>]*>/g, (pair) => {
            const name = /\bname="([^"]*)"/.exec(pair)?.[1] ?? ''
            return pair.replace(/\bid="[^"]*"/, `id="status-${id}-${name.replace(/[#:]/g, '.')}"`)
          }),
      ),
  )
}

/** The feature set of the tools: they change the CIB under it, and the scheduler decides under that of the CIB, if it is no newer one. */
const newest = '3.16.1'

function isNewer(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) > 0
}

/** A command as it can be run on a file: what concerns live nodes becomes events, or is deleted from the status. */
function linesFor(command: readonly string[], events: string[]): readonly string[] {
  const [program, area, verb, subject = '', node = ''] = command
  const deletion = (xpath: string) => `cibadmin --delete-all --force --xpath ${quote(xpath)}`
  if (program !== 'pcs') return [command.map(quote).join(' ')]
  if (area === 'quorum' || subject === '--all') {
    // The event of crm_simulate for that has no effect.
    return [`sed -i '0,/have-quorum=/s/have-quorum="[^"]*"/have-quorum="1"/' cib.xml`]
  }
  if (area === 'cluster' && verb === 'start') {
    events.push(`--node-up=${subject}`)
    return [deletion(`//node_state[@uname='${subject}']//nvpair[@name='shutdown' or @name='terminate']`)]
  }
  if (area === 'resource' && (verb === 'cleanup' || verb === 'refresh')) {
    const where = `//node_state[@uname='${node.replace(/^node=/, '')}']`
    const isOf = `@id='${subject}' or starts-with(@id,'${subject}:')`
    const isCount = ['', '#', ':'].flatMap((mark) =>
      mark === '' ? [`@name='fail-count-${subject}'`] : [`starts-with(@name,'fail-count-${subject}${mark}')`],
    )
    if (verb === 'refresh') return [deletion(`${where}//lrm_resource[${isOf}]`)]
    return [
      deletion(`${where}//nvpair[${isCount.join(' or ')}]`),
      // What crm_mon lists as failed there.
      `crm_mon -1 --output-as=xml | grep -o '<failure [^>]*' | grep 'node="${node.replace(/^node=/, '')}"' | sed 's/.*\\(op_key\\|id\\)="\\([^"]*\\)".*/\\2/' | while read -r key; do
  cibadmin --delete-all --force --xpath "${where}//lrm_resource[${isOf}]/lrm_rsc_op[@operation_key='$key' or @id='$key']"
done || true`,
      deletion(`${where}//lrm_resource[(${isOf}) and not(lrm_rsc_op)]`),
    ]
  }
  return [['pcs', '-f', 'cib.xml', ...command.slice(1)].map(quote).join(' ')]
}

/** The online nodes where a resource, or a container of a bundle, is active. */
function nodesIn(status: XmlElement, id: string, role: string | undefined): readonly string[] {
  const of = (element: XmlElement, name: string) =>
    element.attributes.find(([key]) => key === name)?.[1] ?? ''
  const inside = (element: XmlElement): readonly XmlElement[] => [
    element,
    ...element.children.flatMap(inside),
  ]
  const all = inside(status)
  const online = all
    .filter((each) => each.name === 'node' && of(each, 'online') === 'true')
    .map((each) => of(each, 'name'))
  const resources = all.filter(({ name }) => name === 'resource')
  const nodesOf = (each: XmlElement) => each.children.map((node) => of(node, 'name'))
  const isPromoted = (each: XmlElement) => ['Promoted', 'Master'].includes(of(each, 'role'))
  // The role is that of what runs inside, on a guest node that has the number of its container.
  const promotedGuests = resources.filter(isPromoted).flatMap(nodesOf)
  const isContainer = (each: string) =>
    each.startsWith(`${id}-`) &&
    /^(docker|podman|rkt)-\d+$/.test(each.slice(id.length + 1)) &&
    (role === undefined || promotedGuests.includes(`${id}-${each.slice(each.lastIndexOf('-') + 1)}`))
  const found = resources
    .filter((each) => {
      const own = of(each, 'id').replace(/:\d+$/, '')
      const isInRole = role === undefined || isPromoted(each)
      return of(each, 'active') === 'true' && ((own === id && isInRole) || isContainer(own))
    })
    .flatMap(nodesOf)
  return [...new Set(found)].filter((node) => online.includes(node)).sort()
}
