import { bootstrapEntries } from './entries/bootstrap.js'
import { cibEntries } from './entries/cib.js'
import { clusterEntries } from './entries/cluster.js'
import { graphEntries } from './entries/graph.js'
import { inputEntries } from './entries/input.js'
import { pcsEntries } from './entries/pcs.js'
import { policyEntries } from './entries/policy.js'
import { renderEntries } from './entries/render.js'
import { sourceEntries } from './entries/source.js'
import { xmlEntries } from './entries/xml.js'

/** Every code that lightcib can report, by the subject that reports it. */
export const catalogue = {
  ...inputEntries,
  ...xmlEntries,
  ...cibEntries,
  ...clusterEntries,
  ...graphEntries,
  ...policyEntries,
  ...pcsEntries,
  ...bootstrapEntries,
  ...renderEntries,
  ...sourceEntries,
} as const

export type Catalogue = typeof catalogue
export type Code = keyof Catalogue
