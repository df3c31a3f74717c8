import { type Cluster, nodesOf } from '../model/index.js'
import { type TimeLimit, usualLimit } from './simulate.js'
import { cibText } from './start.js'
import { allOnline, hasNodeStates } from './status/synthetic-status.js'
import { readOutput } from './tool/read-output.js'
import { inWorkplace, type ToolRun } from './tool/workplace.js'

/** One message of crm_verify. */
export interface VerifyMessage {
  readonly severity: 'error' | 'warning'
  /** The message in Pacemaker's words. */
  readonly message: string
}

/** What crm_verify reports about a cluster. */
export interface Verification {
  /** True where it reports no error. */
  readonly ok: boolean
  readonly messages: readonly VerifyMessage[]
}

/**
 * What `crm_verify` reports about a cluster. Without a status, all nodes are online, so that it reports what it looks for
 * only in a running cluster. Rejects with `PacemakerError` where it is not installed or takes longer than the limit.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const { ok, messages } = await verify(web)
 * ```
 */
export async function verify(
  cluster: Cluster,
  { limit = usualLimit }: TimeLimit = {},
): Promise<Verification> {
  const text = cibText(hasNodeStates(cluster) || nodesOf(cluster).length === 0 ? cluster : allOnline(cluster))
  const ran = await inWorkplace(async ({ run, write }) => {
    const file = write('cib.xml', text)
    const verbose = await run('crm_verify', ['-VV', '--xml-file', file, '--output-as=xml'], limit)
    // Where -VV aborts the tool itself, -V is asked.
    return verbose.exitCode === undefined
      ? run('crm_verify', ['-V', '--xml-file', file, '--output-as=xml'], limit)
      : verbose
  })
  const messages = ran.exitCode === undefined ? [crash] : messagesOf(ran)
  return { ok: ran.exitCode === 0 && messages.every(({ severity }) => severity !== 'error'), messages }
}

const crash: VerifyMessage = {
  severity: 'error',
  message: 'crm_verify aborts on this CIB, and so may the cluster',
}

/** Pacemaker 3 prints them within the XML, Pacemaker 2.1 as lines of a log. */
function messagesOf({ stdout, stderr, exitCode }: ToolRun): readonly VerifyMessage[] {
  const status = readOutput('crm_verify', stdout).first('status')
  const inXml =
    status
      ?.first('errors')
      ?.children('error')
      .map(({ text }) => text) ?? []
  const found = [...inXml, ...stderr.split('\n')].flatMap(messageIn)
  const unique = [...new Map(found.map((message) => [message.message, message])).values()]
  if (exitCode === 0 || unique.some(({ severity }) => severity === 'error')) return unique
  if (unique.length > 0) return unique
  const severity = /^crm_verify: Warnings found/m.test(stderr) ? 'warning' : 'error'
  return [{ severity, message: status?.attributes.message ?? `exit code ${exitCode}` }]
}

/** `(function) error: text`, `error: text`, or what libxml2 reports about the schema. */
function messageIn(line: string): readonly VerifyMessage[] {
  const logged = /^(?:\(\w+\)\s+)?(error|warning): (.*)$/.exec(line.trim())
  const [, severity, message = ''] = logged ?? []
  if (severity !== undefined)
    return [{ severity: severity as VerifyMessage['severity'], message: message.trim() }]
  const schema = /element (\S+): Relax-NG validity error : (.*)$/.exec(line)
  return schema === null ? [] : [{ severity: 'error', message: `<${schema[1]}> ${schema[2]}` }]
}
