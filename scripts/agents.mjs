/**
 * `node scripts/agents.mjs RELEASE=ROOT ... [--facts=FOLDER]`: makes src/agents/table.generated.ts and the types in
 * src/dsl/agents out of what the agents of several Debian releases report of themselves, the oldest first, and of files with
 * the same facts of agents that Debian lacks. ROOT is the file system that a release is installed in (`/` for this one);
 * test/compat makes those of others. Facts only; no text is copied. `--types` makes the types of the
 * table that is there; `--print` prints the metadata by release.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const src = new URL('../src/', import.meta.url).pathname
const { corrected, installedAgents } = await library(
  "export { installedAgents } from './pacemaker/metadata/installed.js'",
  "export * from './agents/corrected.js'",
)
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'))
const systems = process.argv.slice(2).filter((word) => !word.startsWith('--'))

/** Name -> release -> metadata. */
const agents = new Map()

for (const system of systems) {
  const [release, root] = system.split('=')
  for (const agent of (await installedAgents(root)).agents) add(agent, release)
}
const folder = flags.find((flag) => flag.startsWith('--facts='))?.slice('--facts='.length)
for (const file of folder === undefined ? [] : readdirSync(folder).sort()) {
  const facts = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const aliases = (facts.aliases ?? []).map((text) => /^\S+/.exec(text)[0])
  for (const name of [facts.name, ...aliases]) add(agentOf(name, facts), releaseOf(facts))
}

if (flags.includes('--types')) {
  await writeTypes()
} else if (flags.includes('--print')) {
  const all = [...agents].map(([name, by]) => [name, Object.fromEntries(by)])
  process.stdout.write(JSON.stringify(Object.fromEntries(all)))
} else {
  const table = tableOf([...agents.keys()].sort())
  writeFileSync(join(src, 'agents/table.generated.ts'), table)
  await writeTypes()
}

/** The types are those of the table as it is now read. */
async function writeTypes() {
  const { agentTypes } = await library("export { agentTypes } from '../scripts/agents/types.js'")
  for (const [path, text] of Object.entries(agentTypes())) writeFileSync(join(src, path), text)
}

/** Modules of the project, in one file of the moment. */
async function library(...exports) {
  const outfile = new URL('../src/agents-script.mjs', import.meta.url).pathname
  const contents = exports.join('\n')
  const stdin = { contents, resolveDir: src, loader: 'ts' }
  await build({ stdin, bundle: true, format: 'esm', platform: 'node', packages: 'external', outfile })
  try {
    return await import(`${outfile}?${exports.length}`)
  } finally {
    rmSync(outfile)
  }
}

function add(agent, release) {
  const known = agents.get(agent.name) ?? new Map()
  if (!known.has(release)) known.set(release, corrected(withoutTexts(agent)))
  agents.set(agent.name, known)
}

function withoutTexts({ name, parameters, actions }) {
  return { name, parameters: parameters.map(({ description, ...facts }) => facts), actions }
}

/** The release of an agent that Debian 11 to 13 do not have: its variant where it has several. */
function releaseOf({ variant, source }) {
  return /^Debian 12 /.test(source) ? 'debian-12' : (variant ?? 'upstream')
}

function agentOf(name, { parameters, actions }) {
  const isFencing = name.startsWith('stonith:fence_')
  return {
    name,
    parameters: parameters.map((fact) => ({
      name: fact.name,
      type: ['integer', 'boolean', 'second', 'select'].includes(fact.type) ? fact.type : 'string',
      required: fact.required === true && !(isFencing && ['action', 'plug', 'port'].includes(fact.name)),
      ...(fact.default === null ? {} : { default: fact.default }),
      ...(fact.values === null || fact.values.length === 0 ? {} : { values: fact.values }),
      ...(fact.unique || fact.uniqueGroup ? { uniqueGroup: fact.uniqueGroup ?? fact.name } : {}),
      reloadable: fact.reloadable === true,
      deprecated: fact.deprecated === true,
      ...(fact.replacedBy?.length ? { replacedBy: fact.replacedBy[0] } : {}),
    })),
    actions: [
      ...actions.filter(({ name }) => name !== 'null').map(actionOf),
      ...(isFencing ? ['start', 'stop'].map((name) => ({ name, timeout: 20 })) : []),
    ],
  }
}

function actionOf({ name, timeout, interval, role, depth }) {
  const seconds = (text) => (text === null || text === undefined ? undefined : Number.parseFloat(text))
  const given = {
    role: { Master: 'Promoted', Slave: 'Unpromoted', Promoted: 'Promoted', Unpromoted: 'Unpromoted' }[role],
    timeout: seconds(timeout),
    interval: seconds(interval),
    depth: depth ?? undefined,
  }
  return { name, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) }
}

/** The table as src/agents/table.ts reads it: a line an agent, and a line for each parameter and action of any agent. */
function tableOf(names) {
  const parts = new Map()
  const lineOf = (part) => {
    const text = JSON.stringify(part)
    if (!parts.has(text)) parts.set(text, parts.size)
    return parts.get(text)
  }
  const lines = names.map((name) => {
    const by = agents.get(name)
    const releases = [...by.keys()]
    const masks = new Map()
    releases.forEach((release, at) => {
      const { parameters, actions } = by.get(release)
      for (const part of [...parameters.map(parameterPart), ...actions.map(actionPart)]) {
        const line = lineOf(part)
        masks.set(line, (masks.get(line) ?? 0) | (1 << at))
      }
    })
    const all = (1 << releases.length) - 1
    const references = [...masks].map(([line, mask]) => (mask === all ? line : [line, mask]))
    return JSON.stringify([name, releases, references])
  })
  return [
    '/** What agents report of themselves. Made by scripts/agents.mjs; src/agents/table.ts reads it. */',
    `export const agentLines = ${literal(lines)}`,
    `export const partLines = ${literal([...parts.keys()])}`,
    '',
  ].join('\n')
}

function literal(lines) {
  return `\`${lines.join('\n').replace(/[\\`]|\$\{/g, '\\$&')}\``
}

function parameterPart(parameter) {
  const { name, type, required, reloadable, deprecated } = parameter
  const flags = (required ? 1 : 0) | (reloadable ? 2 : 0) | (deprecated ? 4 : 0)
  const kind = ['string', 'integer', 'boolean', 'second', 'select'].indexOf(type)
  const rest = [parameter.default, parameter.values, parameter.uniqueGroup, parameter.replacedBy]
  return trimmed(['p', name, kind, flags, ...rest])
}

function actionPart({ name, timeout, interval, role, depth, startDelay }) {
  return trimmed(['a', name, timeout, interval, role, depth, startDelay])
}

/** Without what is missing at the end. */
function trimmed(part) {
  return part.slice(0, part.findLastIndex((each) => each !== undefined) + 1)
}
