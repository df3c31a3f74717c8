import { translateCluster } from '../../../cib/index.js'
import { validateCluster } from '../../../cib/validate/validate.js'
import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly schema: string
  /** What keeps it from the first schema that daemons accept; undefined where nothing does. */
  readonly obstacle: string | undefined
}

/** A schema below the lowest that Pacemaker 2.0 and later use. */
export const rule = defineRule<Parameters>({
  code: 'schema-old',
  severity: 'info',
  message: ({ schema, obstacle }) =>
    obstacle === undefined
      ? `schema ${quote(schema)} is older than pacemaker-3.0: Pacemaker converts the CIB each time it reads it`
      : `schema ${quote(schema)} is older than pacemaker-3.0 and the CIB cannot be converted: Pacemaker 2.0 and later reject it, since ${obstacle}`,
  hint: ({ obstacle }) =>
    obstacle === undefined
      ? 'convert it once: pcs cluster cib-upgrade, or lightcib compile --schema'
      : undefined,
  visit: {
    cib: (place, { report }) => {
      const cluster = place.element
      const schema = cluster.validateWith ?? ''
      if (!/^pacemaker-[12]\./.test(schema)) return
      const where = { place, attribute: 'validate-with' }
      if (validateCluster(cluster).length > 0) return
      const { diagnostics } = translateCluster(cluster, 'pacemaker-3.0')
      const obstacle = diagnostics.find(
        ({ severity, code }) => severity === 'error' && code !== 'schema-unsupported',
      )
      if (obstacle === undefined) report(where, { schema, obstacle: undefined })
      else report(where, { schema, obstacle: obstacle.message }, 'error')
    },
  },
})

export const docs: RuleDocs = {
  about: 'The CIB names a schema of Pacemaker 1.x, which newer ones only read after a conversion.',
  why: 'Names that have changed since (fencing options, cluster properties, permissions) are converted in memory only, so what the administrator reads is not what the cluster does. A CIB that cannot be converted stops the cluster at the update.',
  source: 'Pacemaker Administration, upgrading the configuration',
  pacemaker: {
    does: 'converts the CIB in memory, or does not use it where that fails',
    versions: '2.0 and later',
  },
  wrong: `<cib validate-with="pacemaker-1.2" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
</configuration></cib>`,
  right: `<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
</configuration></cib>`,
  fix: 'pcs cluster cib-upgrade',
}
