import { afterAll, expect, test } from 'vitest'
import * as declaring from '../../src/cli/module/declaring.js'
import * as library from '../../src/index.js'
import { commandLine } from '../support/command-line.js'

const { file, run, remove } = commandLine()
afterAll(remove)

/** Modules of every form that a cluster is written in; nothing named lightcib is installed beside them. */
const modules: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'TypeScript that is more than types',
    {
      'enum/cluster.ts': `import { cluster, systemd } from 'lightcib'
        enum Service { web = 'web' }
        export default cluster({ properties: { 'stonith-enabled': false }, resources: [systemd(Service.web)] })`,
    },
  ],
  [
    'a type imported as if it were a value',
    {
      'type/cluster.ts': `import { Cluster, cluster, systemd } from 'lightcib'
        const web: Cluster = cluster({ properties: { 'stonith-enabled': false }, resources: [systemd('web')] })
        export default web`,
    },
  ],
  [
    'imports by the name of the JavaScript, and without a suffix',
    {
      'imports/cluster.ts': `import { cluster } from 'lightcib'
        import { web } from './services.js'
        import { rest } from './rest'
        export default cluster({ properties: { 'stonith-enabled': false }, resources: [web, ...rest] })`,
      'imports/services.ts': `import { systemd } from 'lightcib'\nexport const web = systemd('web')`,
      'imports/rest/index.ts': 'export const rest: never[] = []',
    },
  ],
  [
    'a package of type commonjs',
    {
      'commonjs/cluster.ts': `import { cluster, systemd } from 'lightcib'
        export default cluster({ properties: { 'stonith-enabled': false }, resources: [systemd('web')] })`,
      'commonjs/package.json': '{ "type": "commonjs" }',
    },
  ],
  [
    'JavaScript that waits at its top level',
    {
      'wait/cluster.mjs': `const { cluster, systemd } = await import('lightcib')
        export default cluster({ properties: { 'stonith-enabled': false }, resources: [systemd('web')] })`,
    },
  ],
  [
    'subpaths of the library',
    {
      'subpaths/cluster.mts': `import { cluster, systemd } from 'lightcib'
        import { startPlan } from 'lightcib/graph'
        import { resourcesOf } from 'lightcib/model'
        const web = cluster({ properties: { 'stonith-enabled': false }, resources: [systemd('web')] })
        if (typeof startPlan !== 'function' || resourcesOf(web).length !== 1) throw new Error('another library')
        export default web`,
    },
  ],
  ...(
    [
      ["import { cluster, systemd, toPcs } from 'lightcib'", 'toPcs'],
      ["import { cluster, systemd } from 'lightcib'\nimport * as all from 'lightcib'", 'all.toPcs'],
      ["import { cluster, systemd } from 'lightcib'\nexport { toPcs } from 'lightcib'", 'systemd'],
      ["import { cluster, systemd } from 'lightcib'\nconst { toPcs } = await import('lightcib')", 'toPcs'],
      [
        "import { cluster, systemd } from 'lightcib'\nconst { toPcs } = await import(['light', 'cib'].join(''))",
        'toPcs',
      ],
      ["import { cluster as build, systemd } from 'lightcib'\nimport { cluster } from './other.js'", 'build'],
    ] as const
  ).map(
    ([imports, used], at) =>
      [
        `what does more than declare: ${imports}`,
        {
          [`more${at}/cluster.ts`]: `${imports}
        if (typeof ${used} !== 'function') throw new Error('no function')
        export default cluster({ properties: { 'stonith-enabled': false }, resources: [systemd('web')] })`,
          [`more${at}/other.ts`]: "export { cluster, toCrm } from 'lightcib'",
        },
      ] as const,
  ),
]
test.each(modules)('%s', (_, files) => {
  const [path] = Object.entries(files).map(([name, text]) => file(name, text))
  const { status, stdout, stderr } = run(['check', path as string])
  expect([stderr, status]).toEqual(['', 0])
  expect(stdout).toContain('1 resource, 0 constraints')
})

test('a syntax error is named with its place', () => {
  const path = file('syntax.ts', 'export default\n  cluster({')
  expect(run(['check', path]).stderr).toMatch(/syntax\.ts:2:12: .+SyntaxError: /)
})

test('a module that is not there is named without the words of Node', () => {
  expect(run(['check', 'nowhere.ts'])).toMatchObject({
    status: 2,
    stderr:
      'lightcib: cannot read "nowhere.ts": there is no such file; check that the file exists and that you may read it\n',
  })
})

test('a package of the user is found beside the module', () => {
  file(
    'node_modules/addresses/package.json',
    '{ "name": "addresses", "type": "module", "exports": "./index.js" }',
  )
  file('node_modules/addresses/index.js', 'export const name = "web"')
  const path = file(
    'package.ts',
    `import { name } from 'addresses'
     import { cluster, systemd } from 'lightcib'
     export default cluster({ properties: { 'stonith-enabled': false }, resources: [systemd(name)] })`,
  )
  expect(run(['check', path]).stdout).toContain('1 resource, 0 constraints')
})

test('what declares a cluster is a part of the library', () => {
  const others = new Map<string, unknown>(Object.entries(library))
  const own = Object.entries(declaring).filter(([name, value]) => others.get(name) !== value)
  expect(own.map(([name]) => name)).toEqual([])
})
