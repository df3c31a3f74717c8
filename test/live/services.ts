import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Cluster } from 'lightcib'
import { toSystemd } from 'lightcib/systemd'
import { root } from '../support/tools.js'
import type { Machines } from './machines.js'

/** A unit as a package installs it, with these options of its section [Service]. */
export function unit(options: readonly string[]): string {
  return ['[Service]', ...options, '[Install]', 'WantedBy=multi-user.target', ''].join('\n')
}

/** Puts what `compile --to systemd` writes into a folder of a node. */
export function copyFiles(machines: Machines, node: string, cluster: Cluster, folder: string): void {
  for (const { path, text } of toSystemd(cluster).output ?? []) {
    machines.ask(node, `mkdir -p "$(dirname '${folder}/${path}')"`)
    machines.write(node, `'${folder}/${path}'`, text)
  }
}

/** What systemd has of a unit. */
export function show(
  machines: Machines,
  node: string,
  name: string,
  ...properties: readonly string[]
): Readonly<Record<string, string>> {
  const options = properties.map((property) => `-p ${property}`).join(' ')
  const lines = machines.ask(node, `systemctl show ${options} -- '${name}'`).split('\n')
  return Object.fromEntries(lines.map((line) => /^(\w+)=(.*)$/.exec(line)?.slice(1) ?? []))
}

/** Puts packages on top of what a node has; unpack.sh gets their name and them. */
export function addPackages(machines: Machines, node: string, packages: readonly string[]): void {
  const words = [join(root, 'test/live'), machines.folder, node, ...packages]
  const { status, stderr } = spawnSync(
    'bash',
    [
      '-euo',
      'pipefail',
      '-c',
      'dir=$1 node=$2; shift 2; tar -C "$("$0/unpack.sh" "$@")" -c . | "$0/cluster.sh" exec "$dir" "$node" tar -x --keep-directory-symlink -C /',
      ...words,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
}
