import type {
  ActionMetadata,
  AgentMetadata,
  ParameterMetadata,
  ParameterType,
} from '../../agents/metadata.js'
import { roleOf } from '../../model/roles.js'
import { timeoutMs } from '../../options/values.js'
import { type OutputElement, readXml } from '../tool/read-output.js'

/** Metadata with the texts of the agent: what generated types have as comments. */
export interface DescribedAgent extends AgentMetadata {
  readonly description: string
  readonly parameters: readonly DescribedParameter[]
}

interface DescribedParameter extends ParameterMetadata {
  readonly description: string
}

const types: readonly string[] = ['string', 'integer', 'boolean', 'second', 'select']

/**
 * The metadata of the agent of that name out of what it prints for `meta-data`; undefined for text that has none. What
 * agents print around the XML is left out. Those of fence agents are as Pacemaker changes them: it sets `action`, `plug`
 * and `port` itself, and adds `start` and `stop`.
 */
export function readMetadata(name: string, text: string): DescribedAgent | undefined {
  const root = rootOf(text)
  if (root === undefined) return undefined
  const isFencing = name.startsWith('stonith:')
  const found = within(root, 'parameters', 'parameter').filter(
    ({ attributes }) => attributes.name !== undefined,
  )
  const replacements = new Map(
    found.flatMap(({ attributes: { name, obsoletes } }) =>
      name === undefined || obsoletes === undefined ? [] : [[obsoletes, name] as const],
    ),
  )
  const mode = reloadOf(root)
  const actions = within(root, 'actions', 'action').flatMap(actionOf)
  return {
    name,
    description: textOf(root, 'longdesc') || textOf(root, 'shortdesc'),
    parameters: unlike(found.map((each) => parameterOf(each, replacements, isFencing, mode))),
    actions: isFencing ? [...actions.filter(({ name }) => !isAdded(name)), ...addedActions] : actions,
  }
}

const addedActions: readonly ActionMetadata[] = ['start', 'stop'].map((name) => ({ name, timeout: 20 }))

function isAdded(action: string): boolean {
  return addedActions.some(({ name }) => name === action)
}

function rootOf(text: string): OutputElement | undefined {
  // Comments around the root may name it too; in CDATA nothing is a comment.
  const plain = text.replace(
    /(<!\[CDATA\[.*?\]\]>)|<!--.*?-->/gs,
    (_, data: string | undefined) => data ?? '',
  )
  const [start, end] = [plain.search(/<resource-agent[\s>]/), plain.lastIndexOf('</resource-agent>')]
  if (start < 0 || end < start) return undefined
  try {
    return readXml(plain.slice(start, end + '</resource-agent>'.length), 'resource-agent', true)
  } catch {
    return undefined
  }
}

/** The elements of this name in all sections of another: nothing keeps an agent from printing two. */
function within(root: OutputElement, section: string, name: string): readonly OutputElement[] {
  return root.children(section).flatMap((each) => each.children(name))
}

/**
 * Which parameters Pacemaker changes without a restart: since OCF 1.1, where the agent has `reload-agent`, those that it marks; before,
 * where it has `reload`, all that are not unique.
 */
function reloadOf(root: OutputElement): 'marked' | 'not-unique' | undefined {
  const has = (name: string) =>
    within(root, 'actions', 'action').some(({ attributes }) => attributes.name === name)
  const [major = 0, minor = 0] = (root.first('version')?.text ?? '').trim().split('.').map(Number)
  if (major > 1 || (major === 1 && minor >= 1)) return has('reload-agent') ? 'marked' : undefined
  return has('reload') ? 'not-unique' : undefined
}

/** The first parameter of each name. */
function unlike(parameters: readonly DescribedParameter[]): readonly DescribedParameter[] {
  const names = parameters.map(({ name }) => name)
  return parameters.filter(({ name }, at) => names.indexOf(name) === at)
}

/** The parameters that Pacemaker gives a fence agent itself. */
const givenByPacemaker: readonly string[] = ['action', 'plug', 'port']

function parameterOf(
  element: OutputElement,
  replacements: ReadonlyMap<string, string>,
  isFencing: boolean,
  mode: 'marked' | 'not-unique' | undefined,
): DescribedParameter {
  const { attributes } = element
  const { name = '', required, unique, reloadable } = attributes
  const content = element.first('content')
  const given = content?.attributes.type ?? 'string'
  const listed = content?.children('option').flatMap(({ attributes }) => attributes.value ?? []) ?? []
  const values = [...new Set(listed)]
  const type = (types.includes(given) ? given : 'string') as ParameterType
  const byDefault = content?.attributes.default
  const uniqueGroup = attributes['unique-group'] ?? (isOn(unique) ? name : undefined)
  const replacedBy =
    replacements.get(name) ?? element.first('deprecated')?.first('replaced-with')?.attributes.name
  const deprecated = isOn(attributes.deprecated) || element.first('deprecated') !== undefined
  return {
    name,
    type: type === 'select' && values.length === 0 ? 'string' : type,
    required: isOn(required) && !(isFencing && givenByPacemaker.includes(name)),
    ...(byDefault === undefined ? {} : { default: byDefault }),
    ...(values.length === 0 ? {} : { values }),
    ...(uniqueGroup === undefined ? {} : { uniqueGroup }),
    reloadable: mode === 'marked' ? isOn(reloadable) : mode === 'not-unique' && !isOn(unique),
    deprecated,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    description: textOf(element, 'longdesc') || textOf(element, 'shortdesc'),
  }
}

function actionOf({ attributes }: OutputElement): readonly ActionMetadata[] {
  const { name, role, depth } = attributes
  if (name === undefined) return []
  const seconds = { timeout: secondsOf(attributes.timeout), interval: secondsOf(attributes.interval) }
  const startDelay = secondsOf(attributes['start-delay'])
  const known = roleOf(role)
  return [
    {
      name,
      ...(known === undefined ? {} : { role: known }),
      ...(seconds.timeout === undefined ? {} : { timeout: seconds.timeout }),
      ...(seconds.interval === undefined ? {} : { interval: seconds.interval }),
      ...(depth === undefined ? {} : { depth }),
      ...(startDelay === undefined ? {} : { startDelay }),
    },
  ]
}

function secondsOf(text: string | undefined): number | undefined {
  const milliseconds = text === undefined ? undefined : timeoutMs(text)
  return milliseconds === undefined ? undefined : milliseconds / 1000
}

function isOn(text: string | undefined): boolean {
  return text !== undefined && /^(1|true|yes)$/i.test(text)
}

/** The English text, or that of the first language. */
function textOf(element: OutputElement, name: string): string {
  const texts = element.children(name)
  const english = texts.find(({ attributes }) => /^en/i.test(attributes.lang ?? ''))
  return (english ?? texts[0])?.text.trim() ?? ''
}
