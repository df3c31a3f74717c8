import { type Cursor, type Draft, draft, setAttribute } from './cursor.js'

/** `acl_target ID ROLE ...`, `acl_group ID ROLE ...`. */
export function readTarget(cursor: Cursor, element: 'acl_target' | 'acl_group'): Draft {
  const target = draft(element, { id: cursor.take('an id') })
  while (cursor.left > 0) target.children.push(draft('role', { id: cursor.take('a role') }))
  return target
}

/** `role ID [description=TEXT] read|write|deny [ID:] [description=TEXT] xpath:PATH|ref:ID|type:NAME [attr:NAME] ...`. */
export function readRole(cursor: Cursor): Draft {
  const role = draft('acl_role', { id: cursor.take('an id') })
  setAttribute(role, 'description', cursor.match(/^description=(.+)$/is)?.[1])
  while (cursor.left > 0) {
    const [kind] = cursor.match(/^(?:read|write|deny)$/i) ?? cursor.fail('read, write or deny')
    const id = (cursor.match(/^\$id=(.*)$/s) ?? cursor.match(/^([\w-]+):$/))?.[1]
    const description = cursor.match(/^description=(.+)$/is)?.[1]
    const base = { kind: kind?.toLowerCase(), id, description }
    role.children.push(
      ...readTargets(cursor).map((target) => draft('acl_permission', { ...base, ...target })),
    )
  }
  return role
}

/** What a permission is about; each kind of it is a permission of its own. */
function readTargets(cursor: Cursor): readonly Readonly<Record<string, string>>[] {
  const found: Record<string, string> = {}
  const word = /^(xpath|ref|reference|tag|type|attr|attribute)(?::(.+))?$/is
  for (;;) {
    const shortcut = cursor.match(shortcutPattern)
    const plain = shortcut ? undefined : cursor.match(word)
    if (shortcut) found.xpath = expand(shortcut[1] ?? '', shortcut[2])
    else if (plain) {
      const name = attributeNames[plain[1]?.toLowerCase() ?? ''] ?? ''
      found[name] = plain[2] ?? cursor.fail('a value')
    } else break
  }
  const { xpath, reference, attribute, 'object-type': type } = found
  const of =
    type === undefined ? {} : { 'object-type': type, ...(attribute === undefined ? {} : { attribute }) }
  const targets = [
    ...(xpath === undefined ? [] : [{ xpath }]),
    ...(reference === undefined ? [] : [{ reference }]),
    ...(type === undefined ? [] : [of]),
  ] as readonly Readonly<Record<string, string>>[]
  return targets.length === 0 ? cursor.fail('what the permission is about') : targets
}

const attributeNames: Readonly<Record<string, string>> = {
  xpath: 'xpath',
  ref: 'reference',
  reference: 'reference',
  tag: 'object-type',
  type: 'object-type',
  attr: 'attribute',
  attribute: 'attribute',
}

const named = (name: string) => `/nvpair[@name='${name}']`

/** The parts of the paths that crmsh abbreviates, each from the text behind the colon that belongs to it. */
const shortcuts: Readonly<Record<string, readonly (string | ((text: string) => string))[]>> = {
  meta: [(id) => `//primitive[@id='${id}']/meta_attributes`, named],
  params: [(id) => `//primitive[@id='${id}']/instance_attributes`, named],
  utilization: [(id) => `//primitive[@id='${id}']/utilization`],
  location: [(id) => `//rsc_location[@id='cli-prefer-${id}' and @rsc='${id}']`],
  property: ['//crm_config/cluster_property_set', named],
  nodeattr: ['//nodes/node/instance_attributes', named],
  nodeutil: ['//nodes/node/utilization', (name) => `[@uname='${name}']`],
  node: ['//nodes/node', (name) => `[@uname='${name}']`],
  status: ['/cib/status'],
  cib: ['/cib'],
}

const shortcutPattern = new RegExp(`^(${Object.keys(shortcuts).join('|')})(?::(.+))?$`, 's')

function expand(name: string, given: string | undefined): string {
  const parts = given?.split(':') ?? []
  return (shortcuts[name] ?? [])
    .map((part) => {
      if (typeof part === 'string') return part
      const text = parts.shift()
      return text === undefined ? '' : part(text)
    })
    .join('')
}
