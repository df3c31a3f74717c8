import { clusterOptions } from '../../src/options/cluster-options.js'
import { metaAttributeNames } from '../../src/options/meta-attributes.js'
import { operationNames } from '../../src/options/operations.js'
import type { Random } from './random.js'

/** A CIB with one value of its configuration changed, and which. */
export interface ChangedValue {
  readonly text: string
  readonly change: string
}

const special = [
  ...['', '0', '-1', '1', '1.5', '99999999999999999999', 'true', 'yes', 'Y', 'garbage', 'default', 'none'],
  ...['INFINITY', '+INFINITY', '-INFINITY', 'INF', '10s', '-5s', 'P1D', '10 parsecs', '5min'],
  ...['Started', 'Stopped', 'started', 'Master', 'Slave', 'Promoted', 'Unpromoted'],
  ...['ocf', 'systemd', 'stonith', 'service', 'lsb', 'block', 'fence', 'standby', 'ignore', 'stop', 'demote'],
  ...operationNames,
]

const tag = /<([\w-]+)((?:\s+[\w:-]+="[^"]*")+)\s*\/?>/g
const attribute = /([\w:-]+)="([^"]*)"/g
const references = /rsc|first|then|node|target|devices|ref|template|ticket/

/** Makes changed CIBs of some others: each gets values that the same attribute has in any of them, ids, or special ones. */
export class ChangedValues {
  readonly #values = new Map<string, Set<string>>()
  readonly #texts: readonly string[]

  constructor(texts: readonly string[]) {
    this.#texts = texts
    for (const text of texts) {
      for (const [, element = '', all = ''] of configurationOf(text).matchAll(tag)) {
        for (const [, name = '', value = ''] of all.matchAll(attribute)) {
          const key = keyOf(element, name, all)
          this.#values.set(key, (this.#values.get(key) ?? new Set()).add(value))
        }
      }
    }
  }

  /** One of the CIBs as it was, and with a change. Names of nodes and of elements stay, since the status has them too. */
  next(random: Random): ChangedValue & { readonly before: string } {
    for (;;) {
      const before = random.pick(this.#texts)
      const changed = random.chance(0.75) ? this.#replaced(before, random) : added(before, random)
      if (changed !== undefined && changed.text !== before) return { ...changed, before }
    }
  }

  #replaced(text: string, random: Random): ChangedValue | undefined {
    const start = text.indexOf('<configuration')
    const configuration = configurationOf(text)
    const found = random.pick([...configuration.matchAll(tag)])
    const [whole, element = '', all = ''] = found
    const { 0: pair, 1: name = '', 2: old, index } = random.pick([...all.matchAll(attribute)])
    if (name === 'id' || name === 'uname') return undefined
    const ids = [...configuration.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)
    const pool = random.weighted({ known: 4, id: references.test(name) ? 4 : 0, special: 4, none: 2 })
    const known = [...(this.#values.get(keyOf(element, name, all)) ?? [])]
    const value =
      pool === 'known' ? random.pick(known) : pool === 'id' ? random.pick(ids) : random.pick(special)
    const at = start + found.index + whole.indexOf(all) + index
    const written = pool === 'none' ? '' : `${name}="${value}"`
    return {
      text: text.slice(0, at) + written + text.slice(at + pair.length),
      change: `${whole} with ${written || `no ${name}`} for ${old}`,
    }
  }
}

const names = [...Object.keys(clusterOptions), ...metaAttributeNames()]

/** A meta attribute or a cluster option more. */
function added(text: string, random: Random): ChangedValue | undefined {
  const places = [...text.matchAll(/<(?:primitive|clone|master|group)\b[^>]*[^/]>|<crm_config>/g)]
  if (places.length === 0) return undefined
  const { 0: place, index } = random.pick(places)
  const set = place === '<crm_config>' ? 'cluster_property_set' : 'meta_attributes'
  const pair = `<nvpair id="changed-1" name="${random.pick(names)}" value="${random.pick(special)}"/>`
  const at = index + place.length
  return {
    text: `${text.slice(0, at)}<${set} id="changed">${pair}</${set}>${text.slice(at)}`,
    change: `${place} with ${pair}`,
  }
}

function configurationOf(text: string): string {
  return text.slice(text.indexOf('<configuration'), text.lastIndexOf('</configuration>'))
}

/** The values of an nvpair belong to its name. */
function keyOf(element: string, name: string, all: string): string {
  const of = element === 'nvpair' && name === 'value' ? (/ name="([^"]*)"/.exec(all)?.[1] ?? '') : ''
  return `${element} ${name} ${of}`
}
