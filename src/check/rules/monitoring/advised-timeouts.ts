/** The least seconds that an agent advises for an operation; `monitor` is for all roles. */
type Advice = Readonly<Record<string, number>>

const usual = { start: 20, stop: 20, monitor: 20 }
const database = { start: 120, stop: 120, promote: 120, demote: 120, monitor: 30, notify: 90 }

/** What the metadata of some agents advises, by the agent's name. */
export const advisedTimeouts: Readonly<Record<string, Advice>> = {
  'ocf:heartbeat:IPaddr2': usual,
  'ocf:heartbeat:Filesystem': { start: 60, stop: 60, monitor: 40 },
  'ocf:heartbeat:LVM-activate': { start: 90, stop: 90, monitor: 90 },
  'ocf:heartbeat:lvmlockd': { start: 90, stop: 90, monitor: 90 },
  'ocf:heartbeat:exportfs': { start: 40, stop: 120, monitor: 20 },
  'ocf:heartbeat:nfsserver': { start: 40, stop: 20, monitor: 20 },
  'ocf:heartbeat:nfsnotify': { start: 90, stop: 90, monitor: 90 },
  'ocf:heartbeat:galera': { start: 120, stop: 120, promote: 300, demote: 120, monitor: 30 },
  'ocf:heartbeat:pgsql': database,
  'ocf:heartbeat:mysql': database,
  'ocf:heartbeat:mariadb': database,
  'ocf:heartbeat:redis': { ...database, monitor: 60 },
  'ocf:heartbeat:rabbitmq-cluster': { start: 100, stop: 90, monitor: 40 },
  'ocf:heartbeat:SAPInstance': { start: 180, stop: 240, promote: 320, demote: 320, monitor: 60 },
  'ocf:heartbeat:SAPDatabase': { start: 1800, stop: 1800, monitor: 60 },
  'ocf:suse:SAPHana': { start: 3600, stop: 3600, promote: 3600, demote: 320, monitor: 700 },
  'ocf:heartbeat:SAPHana': { start: 3600, stop: 3600, promote: 3600, demote: 320, monitor: 700 },
  'ocf:suse:SAPHanaController': { start: 3600, stop: 600, promote: 900, demote: 320, monitor: 700 },
  'ocf:suse:SAPHanaTopology': { start: 600, stop: 300, monitor: 60 },
  'ocf:heartbeat:SAPHanaTopology': { start: 600, stop: 300, monitor: 60 },
  'ocf:heartbeat:apache': { start: 40, stop: 60, monitor: 20 },
  'ocf:heartbeat:nginx': { start: 40, stop: 60, monitor: 30 },
  'ocf:heartbeat:VirtualDomain': { start: 90, stop: 90, migrate_from: 60, migrate_to: 120, monitor: 30 },
  'ocf:heartbeat:db2': { start: 120, stop: 120, promote: 120, demote: 120, monitor: 60 },
  'ocf:heartbeat:oracle': { start: 120, stop: 120, monitor: 30 },
  'ocf:heartbeat:podman': { start: 90, stop: 90, monitor: 30 },
  'ocf:heartbeat:docker': { start: 90, stop: 90, monitor: 30 },
  'ocf:heartbeat:pgsqlms': { start: 60, stop: 60, promote: 30, demote: 120, monitor: 10, notify: 60 },
  'ocf:linbit:drbd': { start: 240, stop: 100, promote: 90, demote: 90, monitor: 20, notify: 90 },
  'ocf:pacemaker:controld': { start: 90, stop: 100, monitor: 20 },
  'ocf:pacemaker:ping': { start: 60, stop: 20, monitor: 60 },
}
