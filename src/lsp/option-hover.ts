import { clusterOption } from '../options/cluster-options.js'
import type { OptionFacts } from '../options/facts.js'
import { fencingParameter } from '../options/fencing-parameters.js'
import { metaAttribute } from '../options/meta-attributes.js'
import { operationAttribute } from '../options/operations.js'
import type { Span, WrittenAttribute } from './attributes.js'

/** What is known of an option at a place of the text, and where it is written. */
export interface OptionHover {
  readonly span: Span
  readonly lines: readonly string[]
}

type Known = readonly [what: string, facts: OptionFacts | undefined]

/** What the name in each kind of set may be. */
const kinds: Readonly<Record<string, (name: string) => readonly Known[]>> = {
  cluster_property_set: (name) => [['cluster option', clusterOption(name)]],
  meta_attributes: (name) => [
    ['meta attribute', metaAttribute(name)],
    ['attribute of operations', operationAttribute(name)],
  ],
  instance_attributes: (name) => [
    ['parameter of fencing devices', name.startsWith('pcmk_') ? fencingParameter(name) : undefined],
  ],
}

/** Type, values, default and versions of the option whose name or value is there; undefined elsewhere. */
export function optionAt(attributes: readonly WrittenAttribute[], offset: number): OptionHover | undefined {
  const at = attributes.findIndex(
    ({ nameSpan, valueSpan }) => nameSpan.start <= offset && offset <= valueSpan.end,
  )
  const attribute = attributes[at]
  if (attribute === undefined) return undefined
  const [name, known] =
    attribute.element === 'op'
      ? [attribute.name, [['attribute of operations', operationAttribute(attribute.name)]] as const]
      : ofNvpair(attributes, at)
  const found = known.find(([, facts]) => facts !== undefined)
  if (name === undefined || found?.[1] === undefined) return undefined
  return { span: attribute.valueSpan, lines: [`${name}: ${found[0]}`, ...factLines(found[1])] }
}

function ofNvpair(
  attributes: readonly WrittenAttribute[],
  at: number,
): readonly [string | undefined, readonly Known[]] {
  const { element, name, tag } = attributes[at] as WrittenAttribute
  if (element !== 'nvpair' || (name !== 'name' && name !== 'value')) return [undefined, []]
  const own = attributes.find((other) => other.tag.start === tag.start && other.name === 'name')?.value
  const set = attributes.slice(0, at).findLast((other) => Object.hasOwn(kinds, other.element))
  return [own, own === undefined ? [] : (kinds[set?.element ?? '']?.(own) ?? [])]
}

function factLines({
  type,
  values,
  default: byDefault,
  since,
  until,
  deprecated,
  renamed,
}: OptionFacts): readonly string[] {
  return [
    values === undefined ? `type: ${type.replaceAll('_', ' ')}` : `values: ${values.join(', ')}`,
    ...(byDefault === undefined ? [] : [`default: ${byDefault}`]),
    ...(since === undefined ? [] : [`since Pacemaker ${since}`]),
    ...(until === undefined ? [] : [`until before Pacemaker ${until}`]),
    ...(deprecated === true ? ['deprecated'] : []),
    ...(renamed === undefined ? [] : [`new name: ${renamed}`]),
  ]
}
