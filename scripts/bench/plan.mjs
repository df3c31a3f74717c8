/** What a diff and a plan of two large clusters cost, small against large. */
import { join } from 'node:path'
import { run } from './run.mjs'

const sizes = [500, 5_000]

/** A line for each size, the least of three tries. */
export function plans() {
  const script = join(import.meta.dirname, 'plan-child.mjs')
  return sizes
    .map((size) => {
      const tries = Array.from({ length: 3 }, () =>
        JSON.parse(run(process.execPath, [script, String(size)]).stdout),
      )
      const least = (name) => Math.min(...tries.map((one) => one[name]))
      const [compared, planned] = [least('compared'), least('planned')]
      return `diff and plan, ${size} resources, 100 changes, ${tries[0].steps} steps: ${compared.toFixed(2)} + ${planned.toFixed(2)} s of CPU`
    })
    .join('\n')
}
