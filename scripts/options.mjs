/**
 * `node scripts/options.mjs VERSION=ROOT ...`: makes src/options/metadata.generated.ts out of what the daemons of
 * several Pacemakers report of their own options. ROOT is the file system that the Pacemaker is installed in (`/` for
 * this one); test/compat/systems.sh makes those of other Debian releases. Facts only; no text is copied.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => lists.includes(name),
})
const lists = ['parameter', 'option', 'replaced-with', 'longdesc']
/** Names of types that mean the same; versions have their own. */
const types = { time: 'duration', timeout: 'duration' }
const target = new URL('../src/options/metadata.generated.ts', import.meta.url).pathname

/** Subject -> name -> the facts of each version. */
const facts = { cluster: new Map(), fencing: new Map(), primitive: new Map() }
const versions = []

for (const argument of process.argv.slice(2).filter((each) => each !== '--print')) {
  const [version, root] = argument.split('=')
  versions.push(version)
  const daemon = (name) => run(root, [`/usr/lib/pacemaker/pacemaker-${name}`, 'metadata'])
  for (const name of ['schedulerd', 'controld', 'based']) collect('cluster', version, daemon(name))
  collect('fencing', version, daemon('fenced'))
  for (const [subject, words] of [
    ['cluster', ['crm_attribute', '--list-options=cluster']],
    ['fencing', ['crm_resource', '--list-options=fencing']],
    ['primitive', ['crm_resource', '--list-options=primitive']],
  ]) {
    const text = run(root, [...words, '--all', '--output-as=xml'])
    if (text !== undefined) collect(subject, version, text)
  }
}

/** What a command prints, undefined where this Pacemaker does not know it. */
function run(root, words) {
  const command = root === '/' ? words : ['chroot', root, ...words]
  try {
    return execFileSync(command[0], command.slice(1), {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}

function collect(subject, version, text) {
  if (text === undefined) return
  const document = parser.parse(text)
  const agent = document['resource-agent'] ?? document['pacemaker-result']?.['resource-agent']
  for (const parameter of agent?.parameters?.parameter ?? []) {
    const known = facts[subject].get(parameter.name) ?? new Map()
    known.set(version, { ...known.get(version), ...factsOf(parameter) })
    facts[subject].set(parameter.name, known)
  }
}

function factsOf({ content = {}, generated, deprecated, longdesc }) {
  const listed = (content.option ?? []).map(({ value }) => value)
  const isList = ['select', 'enum'].includes(content.type)
  const values = listed.length > 0 || !isList ? listed : valuesIn(longdesc)
  return {
    type: isList ? 'select' : (types[content.type] ?? content.type),
    ...(content.default === undefined || content.default === '' ? {} : { default: content.default }),
    ...(values.length === 0 ? {} : { values }),
    ...(generated === '1' ? { generated: true } : {}),
    ...(deprecated === undefined ? {} : { deprecated: true }),
  }
}

/** Pacemaker 2.0 lists the values of an option in its description only. */
function valuesIn(longdesc = []) {
  const text = longdesc.map((each) => (typeof each === 'string' ? each : each['#text'])).join(' ')
  return (/Allowed values: (.*)$/.exec(text)?.[1] ?? '')
    .split(', ')
    .map((value) => value.trim())
    .filter(Boolean)
}

/** The newest facts; what another version has otherwise is beside them, by version. */
function merged(byVersion) {
  const present = versions.filter((version) => byVersion.has(version))
  const newest = byVersion.get(present.at(-1))
  const others = present.slice(0, -1).flatMap((version) => {
    const { default: given, values } = byVersion.get(version)
    const unlike = {
      ...(given === newest.default ? {} : { default: given ?? '' }),
      ...(JSON.stringify(values) === JSON.stringify(newest.values) || values === undefined ? {} : { values }),
    }
    return Object.keys(unlike).length === 0 ? [] : [[version, unlike]]
  })
  return {
    ...newest,
    versions: present,
    ...(others.length === 0 ? {} : { before: Object.fromEntries(others) }),
  }
}

const data = Object.fromEntries(
  Object.entries(facts).map(([subject, options]) => [
    subject,
    Object.fromEntries(
      [...options].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, by]) => [name, merged(by)]),
    ),
  ]),
)
const head = '/** What the daemons of Pacemaker report of their own options. Made by scripts/options.mjs. */'
const text = `${head}\nexport const metadataVersions = ${JSON.stringify(versions)} as const\n\nexport const metadata = ${JSON.stringify(data, undefined, 2)} as const\n`
if (process.argv.includes('--print')) process.stdout.write(text)
else writeFileSync(target, text)
