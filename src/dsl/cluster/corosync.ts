import type { Corosync, CorosyncSection } from '../../model/index.js'
import type { CorosyncOptions, Knet } from './corosync-options.js'

type Options = Readonly<Record<string, string | number | boolean | undefined>>

/** The options in the form of pcs. */
export function corosyncOf(options: CorosyncOptions): Corosync {
  const { transport, transportOptions, links, totem, quorum, addresses } = options
  const { compression, crypto } = options as Knet
  const sections = { transportOptions, compression, crypto, totem, quorum }
  return {
    ...(transport && { transport }),
    ...Object.fromEntries(
      Object.entries(sections).flatMap(([name, of]) => (of ? [[name, section(of)]] : [])),
    ),
    ...(links && { links: links.map(section) }),
    ...(addresses && { addresses }),
  }
}

function section(options: object): CorosyncSection {
  const given = Object.entries(options as Options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, text(name, value)]))
}

/** corosync has two words for true. */
function text(name: string, value: Options[string]): string {
  if (typeof value !== 'boolean') return String(value)
  if (name === 'block_unlisted_ips') return value ? 'yes' : 'no'
  return value ? '1' : '0'
}
