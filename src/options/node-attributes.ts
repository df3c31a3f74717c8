import type { OptionFacts } from './facts.js'

const booleans: Readonly<Record<string, Partial<OptionFacts>>> = {
  standby: { default: 'false' },
  maintenance: { default: 'false' },
  terminate: { default: 'false' },
  'resource-discovery-enabled': { default: 'true', deprecated: true },
}

/** The colours that health agents write. */
const colours = ['green', 'yellow', 'red']

/** What Pacemaker knows of a node attribute; undefined for one that only rules and agents read. */
export function nodeAttribute(name: string): OptionFacts | undefined {
  if (Object.hasOwn(booleans, name)) return { name, type: 'boolean', ...booleans[name] }
  return name.startsWith('#health') ? { name, type: 'score', values: colours } : undefined
}
