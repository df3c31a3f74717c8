import { ansibleEntries } from './entries/ansible.js'
import { cibEntries } from './entries/cib.js'
import { clusterEntries } from './entries/cluster.js'
import { crmEntries } from './entries/crm.js'
import { inputEntries } from './entries/input.js'
import { orderEntries } from './entries/order.js'
import { outputEntries } from './entries/output.js'
import { pacemakerEntries } from './entries/pacemaker.js'
import { planEntries } from './entries/plan.js'
import { policyEntries } from './entries/policy.js'
import { scriptEntries } from './entries/script.js'
import { settingsEntries } from './entries/settings.js'
import { systemdEntries } from './entries/systemd.js'
import { xmlEntries } from './entries/xml.js'

/** Every code that lightcib can report, by subject. docs/diagnostics.md is generated from it. */
export const catalogue = {
  ...inputEntries,
  ...xmlEntries,
  ...cibEntries,
  ...clusterEntries,
  ...orderEntries,
  ...policyEntries,
  ...pacemakerEntries,
  ...planEntries,
  ...outputEntries,
  ...ansibleEntries,
  ...crmEntries,
  ...scriptEntries,
  ...systemdEntries,
  ...settingsEntries,
} as const

export type Catalogue = typeof catalogue
export type Code = keyof Catalogue
