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
