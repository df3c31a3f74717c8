import type { RawElement } from '../../model/index.js'
import { isResource } from '../read/configuration.js'
import { attributeOf } from '../read/cursor.js'
import { attributeWords, idWords, setWords } from './sets.js'

/** Groups of words; each has a line of its own where an object is long. */
export type Groups = readonly (readonly string[])[]

const keywords: Readonly<Record<string, string>> = {
  instance_attributes: 'params',
  meta_attributes: 'meta',
  utilization: 'utilization',
}

/** `primitive ID AGENT` or `rsc_template ID AGENT`, its sets and operations. */
export function primitiveWords(resource: RawElement): Groups {
  const [id = '', template, agentClass, provider, type] = ['id', 'template', 'class', 'provider', 'type'].map(
    (name) => attributeOf(resource, name),
  )
  const agent = [agentClass, provider, type].filter((part) => part !== undefined).join(':')
  const keyword = resource.name === 'template' ? 'rsc_template' : 'primitive'
  return [
    [
      keyword,
      id,
      template === undefined ? agent : `@${template}`,
      ...attributeWords(resource, ['description']),
    ],
    ...resource.children.flatMap((child) =>
      child.name === 'operations' ? operationWords(child, id) : setOf(child, id),
    ),
  ]
}

function setOf(set: RawElement, prefix: string): Groups {
  return [setWords(keywords[set.name] ?? set.name, set, prefix)]
}

function operationWords(operations: RawElement, resource: string): Groups {
  const own = attributeWords(operations, ['id', 'id-ref']).map((word) => `$${word}`)
  const prefix = attributeOf(operations, 'id') ?? resource
  const ops = operations.children.map((op) => {
    const [id = '', name = '', interval = ''] = ['id', 'name', 'interval'].map((key) => attributeOf(op, key))
    const others = op.attributes.filter(([key]) => key !== 'id' && key !== 'name').map(([key]) => key)
    const sets = op.children.flatMap((set) =>
      setWords(set.name === 'meta_attributes' ? 'op_meta' : 'op_params', set, id),
    )
    return [
      'op',
      name,
      ...idWords(op, `${prefix}-${name}-${interval}`),
      ...attributeWords(op, others),
      ...sets,
    ]
  })
  return own.length === 0 ? ops : [['operations', ...own], ...ops]
}

/** `group ID MEMBER ...`, `clone ID RESOURCE`, `ms ID RESOURCE`, with their sets. */
export function collectiveWords(resource: RawElement): Groups {
  const id = attributeOf(resource, 'id') ?? ''
  const members = resource.children.filter(({ name }) => isResource(name))
  return [
    [
      resource.name === 'master' ? 'ms' : resource.name,
      id,
      ...members.map((member) => attributeOf(member, 'id') ?? ''),
      ...attributeWords(resource, ['description']),
    ],
    ...resource.children.filter(({ name }) => !isResource(name)).flatMap((set) => setOf(set, id)),
  ]
}
