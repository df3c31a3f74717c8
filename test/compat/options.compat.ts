import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../support/tools.js'
import { debian11, debian13, describeOn } from './systems.js'

describeOn([debian13], 'the options of Pacemaker', () => {
  it('are what the daemons of three releases tell', () => {
    const roots = [`2.0.5=${debian11.root}`, '2.1.5=/', `3.0.0=${debian13.root}`]
    const text = execFileSync('node', [join(root, 'scripts/options.mjs'), '--print', ...roots], {
      encoding: 'utf8',
    })
    const objectOf = (module: string) => {
      const target = {}
      new Function(module.replace(/export const (\w+) =/g, 'this.$1 =').replaceAll(' as const', '')).call(
        target,
      )
      return target
    }
    expect(objectOf(text)).toEqual(
      objectOf(readFileSync(join(root, 'src/options/metadata.generated.ts'), 'utf8')),
    )
  })
})
