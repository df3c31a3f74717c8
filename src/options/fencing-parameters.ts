import { lookUp, type OptionFacts, type Table } from './facts.js'
import { metadata } from './metadata.generated.js'

/** What the fencer reads of every device, beside what it gives the agent. */
const table: Table = {
  ...(metadata.fencing as Table),
  priority: { type: 'integer', default: '0' },
  provides: { type: 'string', deprecated: true },
  'stonith-timeout': { type: 'duration', deprecated: true },
}

/** The parameters of fencing devices that Pacemaker itself reads. */
export const fencingParameterNames: readonly string[] = Object.keys(table)

/** What Pacemaker knows of a parameter that every fencing device may have: `pcmk_host_list`. */
export function fencingParameter(name: string): OptionFacts | undefined {
  return lookUp(table, name)
}
