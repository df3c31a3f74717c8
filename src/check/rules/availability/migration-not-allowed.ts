import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** Parameters of machines that only a live migration reads. */
const ofMigration: readonly string[] = [
  'migration_transport',
  'migration_network_suffix',
  'migration_user',
  'migration_downtime',
  'migration_speed',
  'migrateport',
  'migrate_options',
]

/** A virtual machine that is prepared for live migration, and never migrates. */
export const rule = defineRule<{ id: string; parameter: string }>({
  code: 'migration-not-allowed',
  severity: 'warning',
  message: ({ id, parameter }) =>
    `${quote(id)} sets ${quote(parameter)} and no allow-migrate: Pacemaker never migrates it live, it is shut down and started on the other node`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? "write meta: { 'allow-migrate': true }"
      : `pcs resource meta ${shellWord(id)} allow-migrate=true`,
  check: ({ cluster, facts, report }) => {
    for (const { id, entry, parameter } of servicesOfType(cluster, ['VirtualDomain'])) {
      const found = ofMigration.find((name) => parameter(name) !== undefined)
      if (found !== undefined && facts.meta(entry, 'allow-migrate') === undefined) {
        report(pathOfId(cluster, id), { id, parameter: found })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'A virtual machine has parameters of live migration, and not `allow-migrate`.',
  why: 'The agent can migrate, and Pacemaker asks for it only where the meta attribute is true; the default is false. Without it each move is a shutdown and a boot, which is noticed at the first standby.',
  source:
    'Pacemaker Explained, meta attribute allow-migrate (default false); ocf:heartbeat:VirtualDomain metadata',
  wrong: `cluster({
  resources: [primitive('vm', 'ocf:heartbeat:VirtualDomain', { config: '/etc/vm.xml', migration_transport: 'ssh' })],
})`,
  right: `cluster({
  resources: [
    primitive('vm', 'ocf:heartbeat:VirtualDomain', { config: '/etc/vm.xml', migration_transport: 'ssh' }, {
      meta: { 'allow-migrate': true },
    }),
  ],
})`,
  fix: 'pcs resource meta vm allow-migrate=true',
}
