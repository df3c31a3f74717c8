import { commandLines } from '../pcs/script/quoting.js'
import type { Subject } from './subject.js'

/** What the script does before it configures the cluster, as comments and commands. */
export function planBefore(subject: Subject, authorize: readonly string[]): readonly string[] {
  const units = [...new Set(subject.units.map(({ unit }) => unit))]
  return [
    '# 1. Check this machine and the description; this changes nothing.',
    ...commandLines([...subject.setup, '--corosync_conf', 'FILE']),
    '',
    '# 2. Prepare the nodes: this one, and those that ssh reaches.',
    ...commandLines(['systemctl', 'enable', '--now', 'pcsd']),
    '# If hacluster has no password:',
    ...commandLines(['chpasswd']),
    '# The services that Pacemaker will manage, unless it does already:',
    ...units.flatMap((unit) => commandLines(['systemctl', 'disable', '--now', unit])),
    '# If the node has the cluster at 127.0.0.1 that comes with a package:',
    ...commandLines(['pcs', 'cluster', 'destroy']),
    '',
    '# 3. Authenticate the nodes to each other, unless they are; the password comes on standard input.',
    ...commandLines(authorize),
    '',
    '# 4. Set up the cluster, unless it exists; another one is destroyed only with your consent.',
    ...commandLines(subject.setup),
    '',
    '# 5. Start the cluster, unless it runs.',
    ...commandLines(['pcs', 'cluster', 'start', '--all']),
    '',
    '# 6. Wait for all nodes and quorum.',
    '',
    '# 7. Enable the cluster at boot.',
    ...commandLines(['pcs', 'cluster', 'enable', '--all']),
    '',
    '# 8. Configure the cluster, in one change:',
  ]
}

/** What it does after that. */
export function planAfter({ vips }: Subject): readonly string[] {
  const each = vips.map(({ id, address }) => `#    ${id} ${address}`)
  return ['', `# 9. Verify resources and virtual IPs${vips.length === 0 ? '.' : ':'}`, ...each]
}
