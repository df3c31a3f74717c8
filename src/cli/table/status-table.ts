import type { ClusterReport, ReportedResource } from '../../pacemaker/live/report.js'
import type { UnitState } from '../../pacemaker/live/units.js'

/** What Pacemaker watches in the cluster, and systemd on this machine. */
export interface Watched {
  readonly cluster: ClusterReport
  readonly units: readonly UnitState[]
}

/** One line for each resource and each service: who watches it, how it is, where. */
export function statusTable({ cluster, units }: Watched): readonly string[] {
  const rows = [
    ...cluster.resources.map((resource) => [resource.id, 'Pacemaker', stateOf(resource), placesOf(resource)]),
    ...units.map((unit) => [unit.unit, 'systemd', unitWords(unit), 'this machine']),
  ]
  const head = ['what', 'watched by', 'state', 'where']
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  const { online, offline, hasQuorum } = cluster
  return [
    `nodes online: ${online.join(', ') || 'none'}${offline.length === 0 ? '' : `; offline: ${offline.join(', ')}`}`,
    ...(hasQuorum ? [] : ['the cluster has no quorum']),
    '',
    ...[head, ...rows].map(line),
  ]
}

function stateOf({ active, isFailed, isManaged, isDisabled }: ReportedResource): string {
  const state = active.length > 0 ? 'active' : isDisabled ? 'disabled' : 'stopped'
  return `${state}${isFailed ? ', failed' : ''}${isManaged ? '' : ', not managed'}`
}

function placesOf({ active }: ReportedResource): string {
  return active.map(({ node, role }) => (role === 'Started' ? node : `${node} (${role})`)).join(', ')
}

function unitWords({ state, restarts, isOverridden }: UnitState): string {
  const restarted = restarts === 0 ? '' : `, restarted ${restarts} times`
  return `${state}${restarted}${isOverridden ? ", with Pacemaker's override" : ''}`
}

/** True where everything runs that should, with quorum, on all nodes, and systemd restarts what is its own. */
export function isWell({ cluster, units }: Watched): boolean {
  const { resources, hasQuorum, offline } = cluster
  return (
    hasQuorum &&
    offline.length === 0 &&
    resources.every(
      ({ active, isFailed, isManaged, isDisabled }) =>
        !isFailed && isManaged && (isDisabled || active.length > 0),
    ) &&
    units.every(({ state, isOverridden }) => state === 'active' && !isOverridden)
  )
}
