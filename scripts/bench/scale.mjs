/** Time and memory a resource for reading, checking and writing, small against large, beside real tools. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCib } from './make-cib.mjs'
import { run } from './run.mjs'

const small = 500
const large = 50_000
const tries = 3
const most = { ratio: 1.5, kilobytes: 25 }

/** The least of a few tries for each figure, each in a process of its own: what else runs only adds to it. */
function measure(file, repeats) {
  const script = join(import.meta.dirname, 'scale-child.mjs')
  const results = Array.from({ length: tries }, () =>
    JSON.parse(run(process.execPath, [script, file, String(repeats)]).stdout),
  )
  const names = Object.keys(results[0])
  return Object.fromEntries(names.map((name) => [name, Math.min(...results.map((result) => result[name]))]))
}

function beside(program, args) {
  const result = run(program, args)
  return `${program} ${result === undefined ? 'is not installed' : `${result.seconds.toFixed(1)} s`}`
}

/** The lines of the report; the last is whether the limits are kept. */
export function scale() {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-bench-'))
  try {
    const files = [small, large].map((primitives) => {
      const file = join(folder, `${primitives}.xml`)
      writeFileSync(file, makeCib(primitives))
      return file
    })
    const few = measure(files[0], large / small)
    const many = measure(files[1], 1)
    const lines = ['read', 'check', 'write'].map((step) => {
      const each = [(few[step] / small) * 1000, (many[step] / large) * 1000]
      const [first, second] = each.map((microseconds) => microseconds.toFixed(1))
      const seconds = (many[step] / 1000).toFixed(2)
      return {
        text: `${step} ${large}: ${seconds} s; a resource ${first} us at ${small}, ${second} us at ${large}, ratio ${(each[1] / each[0]).toFixed(2)}`,
        ratio: each[1] / each[0],
      }
    })
    const memory = many.kilobytes / large
    const areKept = memory <= most.kilobytes && lines.every(({ ratio }) => ratio <= most.ratio)
    return [
      ...lines.map(({ text }) => text),
      `memory ${large}: ${(many.kilobytes / 1024).toFixed(0)} MB at its peak, ${memory.toFixed(1)} KB a resource`,
      `beside: ${beside('xmllint', ['--noout', files[1]])}, ${beside('crm_verify', ['--xml-file', files[1]])}`,
      `limits (ratio ${most.ratio}, ${most.kilobytes} KB a resource): ${areKept ? 'kept' : 'BROKEN'}`,
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
