import type { Corosync, CorosyncSection } from '../model/index.js'

/**
 * The words of `pcs cluster setup`, options of the transport after the nodes. Links are in the
 * order of the addresses. pcs accepts compression and crypto for knet only and reports an error otherwise.
 */
export function setupWords(name: string, nodes: readonly string[], corosync: Corosync): readonly string[] {
  const { addresses = {}, links = [], compression, crypto, totem, quorum } = corosync
  const members = nodes.flatMap((node) => [
    node,
    ...(Object.hasOwn(addresses, node) ? (addresses[node] ?? []) : []).map((address) => `addr=${address}`),
  ])
  const below = [
    ...optionWords(corosync.transportOptions),
    ...links.flatMap((link) => ['link', ...optionWords(link)]),
    ...section('compression', compression),
    ...section('crypto', crypto),
  ]
  const transport = corosync.transport ?? (below.length > 0 ? 'knet' : undefined)
  return [
    ...['pcs', 'cluster', 'setup', name, ...members],
    ...(transport === undefined ? [] : ['transport', transport, ...below]),
    ...section('totem', totem),
    ...section('quorum', quorum),
  ]
}

function section(keyword: string, options: CorosyncSection | undefined): readonly string[] {
  const words = optionWords(options)
  return words.length === 0 ? [] : [keyword, ...words]
}

function optionWords(options: CorosyncSection = {}): readonly string[] {
  return Object.entries(options).map(([name, value]) => `${name}=${value}`)
}
