import { failure, type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { dropIn, dropInPath } from './drop-in.js'
import { handOverScript } from './hand-over.js'
import { settingsPath, settingsText } from './retries.js'
import { type ServicesOptions, systemdServices } from './services.js'

/** A file for each node. */
export interface SystemdFile {
  /** Relative to the root of the node; the script, which is no file of the node, has no folder. */
  readonly path: string
  readonly text: string
}

/**
 * What the services need that left Pacemaker: for each unit a drop-in by which systemd restarts it for ever, for each
 * project of OpenStack the settings by which it waits for database and broker, and `hand-over.sh`, the script that
 * installs them on a node, removes Pacemaker's override and proves the result.
 *
 * @example
 * ```ts
 * import { toSystemd } from 'lightcib/systemd'
 *
 * const web = cluster({ resources: [systemd('haproxy')], services: ['openstack-nova-api', 'httpd'] })
 * const files = toSystemd(web)
 * // etc/systemd/system/openstack-nova-api.service.d/50-lightcib.conf: Restart=always ...
 * // etc/nova/nova.conf.d/50-lightcib.conf: max_retries = -1 ...
 * ```
 */
export function toSystemd(cluster: Cluster, options: ServicesOptions = {}): Result<readonly SystemdFile[]> {
  const { output: services, diagnostics } = systemdServices(cluster, options)
  if (services === undefined) return failure(diagnostics)
  const files = new Map<string, string>()
  const byUnit = new Map<string, readonly string[]>()
  for (const service of services) {
    const paths: string[] = []
    const add = (path: string, text: string | undefined) => {
      if (text === undefined) return
      files.set(path, text)
      paths.push(path)
    }
    add(dropInPath(service.unit), dropIn(service))
    for (const project of service.projects) add(settingsPath(project), settingsText(project))
    byUnit.set(service.unit, paths)
  }
  files.set('hand-over.sh', handOverScript(byUnit))
  return success(
    [...files].map(([path, text]) => ({ path, text })),
    diagnostics,
  )
}
