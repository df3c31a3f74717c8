import type { ComparedEvent, Comparison } from '../../pacemaker/compare/compare.js'

/** The names of the two clusters. */
export type Names = readonly [string, string]

/** Sizes, what one failed instance causes, what stops without something, and each event that ends differently. */
export function comparisonTable(comparison: Comparison, names: Names): string {
  const { sizes, unpromoted } = comparison
  const numbers: readonly Row[] = [
    row('primitives', sizes, ({ primitives }) => primitives),
    row('orders', sizes, ({ orders }) => orders),
    row('colocations', sizes, ({ colocations }) => colocations),
    row('locations', sizes, ({ locations }) => locations),
    row('longest start chain', sizes, ({ longestStartChain }) => longestStartChain.length),
  ]
  const failures = worstFailures(comparison).map(({ event, actions }): Row => [event, actions])
  const disabled = comparison.events.filter(({ kind }) => kind === 'disable')
  const without = [
    ...disabled.map(({ event, stops }) => [event, stops] as const),
    ...unpromoted.map(({ id, stops }) => [`"${id}" is never promoted`, stops] as const),
  ].filter(([, stops]) => stops.some(({ length }) => length > 0))
  return [
    ...table('Size', numbers, names),
    ...table('Actions after one failed instance', failures, names),
    ...table(
      'Others that stop',
      without.map(([label, stops]): Row => [label, [stops[0].length, stops[1].length]]),
      names,
    ),
    'The same outcome for what both have',
    ...comparison.events.filter(isDifferent).flatMap((event) => differenceLines(event, names)),
    `  ${comparisonSummary(comparison)}`,
    '',
  ].join('\n')
}

type Row = readonly [label: string, values: readonly [number, number]]

function row<Item>(label: string, items: readonly [Item, Item], countOf: (item: Item) => number): Row {
  return [label, [countOf(items[0]), countOf(items[1])]]
}

/** Of each resource, the failure of the instance that causes most. */
export function worstFailures({ events }: Comparison): readonly ComparedEvent[] {
  const worst = new Map<string, ComparedEvent>()
  for (const event of events) {
    if (event.kind !== 'failure') continue
    const id = event.event.split('" fails once')[0] ?? ''
    const known = worst.get(id)
    if (known === undefined || event.actions[0] > known.actions[0]) worst.set(id, event)
  }
  return [...worst.values()].sort((a, b) => b.actions[0] - a.actions[0])
}

function table(title: string, rows: readonly Row[], [one, other]: Names): readonly string[] {
  if (rows.length === 0) return []
  const width = Math.max(title.length, ...rows.map(([label]) => label.length + 2))
  const columns = [one, other].map((name) => Math.max(8, name.length))
  const line = (label: string, values: readonly unknown[]) =>
    `${label.padEnd(width)}  ${values.map((value, at) => String(value).padStart(columns[at] ?? 0)).join('  ')}`
  return [line(title, [one, other]), ...rows.map(([label, values]) => line(`  ${label}`, values)), '']
}

function isDifferent({ differences, outcomes }: ComparedEvent): boolean {
  return differences.length > 0 || outcomes[0] !== outcomes[1]
}

function differenceLines({ event, outcomes, differences }: ComparedEvent, names: Names): readonly string[] {
  const rest = { settled: 'comes to rest', stuck: 'never comes to rest', crashed: 'crashes the scheduler' }
  return [
    `  ${event}`,
    ...(outcomes[0] === outcomes[1]
      ? []
      : [`    ${names[0]} ${rest[outcomes[0]]}, ${names[1]} ${rest[outcomes[1]]}`]),
    ...differences.map(({ id, role, nodes }) => {
      const [here, there] = nodes.map((all) => (all.length === 0 ? 'nowhere' : `on ${all.join(', ')}`))
      return `    ${id}${role === undefined ? '' : ` as ${role}`}: ${names[0]} ${here}, ${names[1]} ${there}`
    }),
  ]
}

/** `90 of 92 events end the same`, and what was left out. */
export function comparisonSummary({ events, left }: Comparison): string {
  const same = events.filter((event) => !isDifferent(event)).length
  const rest = left === 0 ? '' : `, ${left} were not looked at within the time limit`
  return `${same} of ${events.length} events end the same${rest}`
}

/** True where every event ends the same, and all were looked at. */
export function isSame({ events, left }: Comparison): boolean {
  return left === 0 && !events.some(isDifferent)
}
