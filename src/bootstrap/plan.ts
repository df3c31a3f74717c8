import { commandLines } from '../pcs/script/quoting.js'
import type { Subject } from './subject.js'

/** What the script does until it configures the cluster, as comments and commands. */
export function planBefore(subject: Subject, authorize: readonly string[]): readonly string[] {
  const units = [...new Set(subject.units.map(({ unit }) => unit))]
  return [
    '# 1. Check this machine and the description: nothing is changed.',
    ...commandLines([...subject.setup, '--corosync_conf', 'FILE']),
    '',
    '# 2. Prepare the nodes: on each of them, here and where ssh leads.',
    ...commandLines(['systemctl', 'enable', '--now', 'pcsd']),
    '# Where hacluster has no password:',
    ...commandLines(['chpasswd']),
    '# What Pacemaker will own, unless it does already:',
    ...units.flatMap((unit) => commandLines(['systemctl', 'disable', '--now', unit])),
    '# Where there is the cluster of one node at 127.0.0.1 that came with a package:',
    ...commandLines(['pcs', 'cluster', 'destroy']),
    '',
    '# 3. Let the nodes trust each other, unless they do; the password comes on standard input.',
    ...commandLines(authorize),
    '',
    '# 4. Make the cluster, unless it is made; another one is destroyed only when you say so.',
    ...commandLines(subject.setup),
    '',
    '# 5. Start it, unless it runs.',
    ...commandLines(['pcs', 'cluster', 'start', '--all']),
    '',
    '# 6. Wait for all nodes and quorum.',
    '',
    '# 7. Start it at boot from now on.',
    ...commandLines(['pcs', 'cluster', 'enable', '--all']),
    '',
    '# 8. Configure it, all at once:',
  ]
}

/** What it does after that. */
export function planAfter({ vips }: Subject): readonly string[] {
  const each = vips.map(({ id, address }) => `#    ${id} ${address}`)
  return ['', `# 9. Look whether it answers${vips.length === 0 ? '.' : ':'}`, ...each]
}
