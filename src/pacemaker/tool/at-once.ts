import { availableParallelism } from 'node:os'

const most = availableParallelism()
const waiting: (() => void)[] = []
let running = 0

/** Does this when fewer programs run than there are cores. */
export async function atOnce<Result>(run: () => Promise<Result>): Promise<Result> {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await run()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

/** The results in the order of the items; somewhat more are worked on at once than programs run. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const rest = items.entries()
  const worker = async () => {
    for (const [at, item] of rest) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: most + 1 }, worker))
  return results
}
