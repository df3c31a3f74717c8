import { describe } from 'vitest'
import { describeWith } from '../support/tools.js'

/** What machines in namespaces are made with. */
const machines = ['systemctl', 'ip', 'unshare', 'nsenter', 'setpriv']

/** What runs on the machines of a cluster. */
const clusters = ['pacemakerd', 'corosync', 'pcs', 'haproxy', 'sshd']

/**
 * A `describe` for tests on machines in namespaces: left out by name where there is no root or a package is missing, of
 * those of a cluster or of `tools`.
 */
export function describeAsRoot(name: string, body: () => void, tools: readonly string[] = clusters): void {
  if (process.getuid?.() === 0) describeWith([...machines, ...tools], name, body)
  else describe.skip(`${name} [left out: needs root]`, body)
}
