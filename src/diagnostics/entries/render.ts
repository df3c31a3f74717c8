import { entry } from '../entry.js'

/** Pictures. */
export const renderEntries = {
  'layout-failed': entry({
    severity: 'error',
    about: 'Graphviz could not lay out the graph, so there is no picture.',
    message: ({ reason }: { reason: string }) => `the picture cannot be laid out: ${reason}`,
    hint: () => 'draw less with --of order, or take --format dot and lay it out with another program',
  }),
} as const
