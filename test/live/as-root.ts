import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe } from 'vitest'
import { slowness } from '../support/slowness.js'
import { has, root } from '../support/tools.js'
import { Machines } from './machines.js'

/** What machines in namespaces are made with, and what runs on them. */
const always = [
  'systemctl',
  'ip',
  'unshare',
  'nsenter',
  'setpriv',
  'pacemakerd',
  'corosync',
  'pcs',
  'haproxy',
]

/** What some tests need beside that. */
interface Needs {
  readonly tools?: readonly string[]
  /** What unpack.sh gets: a name, and packages. */
  readonly packages?: readonly string[]
}

/**
 * A `describe` for tests on machines in namespaces. Where the host does not allow them they are left out, by name and with the
 * reason, with CI=true too: a container has no network links of its own, for example.
 */
export function describeAsRoot(name: string, body: () => void, needs: Needs = {}): void {
  const reason = reasonAgainst(needs)
  if (reason === undefined) describe(name, body)
  else describe.skip(`${name} [left out: ${reason}]`, body)
}

function reasonAgainst({ tools = [], packages = [] }: Needs): string | undefined {
  if (process.getuid?.() !== 0) return 'needs root'
  const missing = [...always, ...tools].filter((tool) => !has(tool))
  if (missing.length > 0) return `no ${missing.join(', ')}`
  if (slowness > slowest) return `a machine that is ${slowness} times slower than usual`
  return reasonAgainstMachines() ?? (packages.length === 0 ? undefined : reasonAgainstPackages(packages))
}

/** How many times slower a machine may be: corosync takes a node for dead that does not answer for seconds. */
const slowest = 4

let booted: { readonly reason: string | undefined } | undefined

/** One machine is booted: nothing else shows whether the kernel allows all of this, and corosync runs on it. */
function reasonAgainstMachines(): string | undefined {
  booted ??= { reason: boot() }
  return booted.reason
}

function boot(): string | undefined {
  try {
    const machines = new Machines(['node1'])
    const { stdout } = machines.on('node1', 'systemctl is-active corosync pacemaker haproxy')
    machines.down()
    return /^(active\n){3}$/.test(stdout) ? undefined : 'corosync, Pacemaker or HAProxy does not start'
  } catch (error) {
    return `no machines in namespaces: ${String(error).trim().split('\n').at(-1)}`
  }
}

function reasonAgainstPackages(packages: readonly string[]): string | undefined {
  const { status, stderr } = spawnSync(join(root, 'test/live/unpack.sh'), packages, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  return status === 0 ? undefined : `${packages.join(' ')}: ${stderr.trim().split('\n').at(-1)}`
}
