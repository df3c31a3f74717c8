import { describe } from 'vitest'
import { describeWith } from '../support/tools.js'

const tools = [
  'pacemakerd',
  'corosync',
  'pcs',
  'haproxy',
  'systemctl',
  'sshd',
  'ip',
  'unshare',
  'nsenter',
  'setpriv',
]

/** A `describe` for tests on machines in namespaces: left out by name where there is no root or a package is missing. */
export function describeAsRoot(name: string, body: () => void): void {
  if (process.getuid?.() === 0) describeWith(tools, name, body)
  else describe.skip(`${name} [left out: needs root]`, body)
}
