import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A port or directory of a bundle that is mapped to nothing. */
export const rule = defineRule<{ element: string; missing: string }>({
  code: 'bundle-mapping',
  severity: 'error',
  message: ({ element, missing }) => `<${element}> has no ${missing}: Pacemaker leaves the mapping out`,
  hint: ({ missing }) => `add ${missing}`,
  visit: {
    'port-mapping': (place, { facts, report }) => {
      const { port = '', range = '' } = place.element
      if (port !== '' || range !== '' || facts.hasSchema) return
      report(place, { element: 'port-mapping', missing: 'port or range' })
    },
    'storage-mapping': (place, { facts, report }) => {
      if (facts.hasSchema) return
      const { sourceDir = '', sourceDirRoot = '', targetDir = '' } = place.element
      const missing = [
        ...(targetDir === '' ? ['target-dir'] : []),
        ...(sourceDir === '' && sourceDirRoot === '' ? ['source-dir or source-dir-root'] : []),
      ]
      if (missing.length > 0)
        report(place, { element: 'storage-mapping', missing: missing.join(', and no ') })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A port-mapping has neither port nor range, or a storage-mapping no source or no target.',
  why: 'The container starts without the port or the directory, and the service inside fails or writes into the container. Only a CIB whose schema is switched off (`validate-with="none"`) can contain it.',
  source: 'Pacemaker Explained, bundle network and storage; the schema requires these attributes',
  pacemaker: { does: 'logs an error and leaves the mapping out', versions: '1.1.18 and later' },
  wrong: `<cib validate-with="none"><configuration><crm_config/><nodes/>
<resources>
  <bundle id="web">
    <podman image="web:1"/>
    <network control-port="3121"><port-mapping id="web-port" internal-port="80"/></network>
  </bundle>
</resources>
<constraints/></configuration></cib>`,
  right: `cluster({
  resources: [
    bundle('web', podman({ image: 'web:1' })),
  ],
})`,
  fix: 'pcs resource bundle update web port-map add port=80',
}
