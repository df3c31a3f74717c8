/** One for each of the two clusters, in their order. */
export type Pair<Item> = readonly [Item, Item]

export function mapPair<Item, Result>([one, other]: Pair<Item>, map: (item: Item) => Result): Pair<Result> {
  return [map(one), map(other)]
}
