/** The nodes that a device names in `pcmk_host_list` and `pcmk_host_map`; undefined where it asks the device itself. */
export function staticHostsOf(
  parameter: (name: string) => string | undefined,
): ReadonlySet<string> | undefined {
  const [list, map, check] = ['pcmk_host_list', 'pcmk_host_map', 'pcmk_host_check'].map((name) =>
    parameter(name),
  )
  if (check !== undefined && check !== 'static-list') return undefined
  if (list === undefined && map === undefined) return undefined
  return new Set(hostsNamedBy(list, map))
}

/** The nodes in a list (`node1 node2`) and a map (`node1:1;node2:2,3`) of names to ports. */
export function hostsNamedBy(list: string | undefined, map: string | undefined): readonly string[] {
  const listed = (list ?? '').split(/[\s,;]+/)
  const mapped = (map ?? '').split(/(?<!\\)[;\s]+/).map((pair) => pair.split(':')[0] ?? '')
  return [...listed, ...mapped].filter((name) => name !== '')
}
