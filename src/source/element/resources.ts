import { pcsId } from '../../model/ids.js'
import type { Clone, Group, Master, Primitive, Resource, Template } from '../../model/index.js'
import { metaAttribute } from '../../options/meta-attributes.js'
import { array, type Code, call, merge, object, text, unlessEmpty } from '../syntax/code.js'
import { field, fieldsOf } from '../syntax/fields.js'
import { setsCode } from './attribute-sets.js'
import { bundleCode } from './bundles.js'
import { convert } from './convert.js'
import { elementLiteral } from './literal.js'
import { primitiveCodes, templateCodes } from './primitives.js'
import type { Scope } from './references.js'

/** The code of a resource. */
export function resourceCode(resource: Resource, scope: Scope): Code {
  const hasId = (resource.id as string | undefined) !== undefined
  const codes = hasId ? candidates(resource, scope) : []
  return convert<Resource>(resource, {
    becomes: (built) => built,
    candidates: codes as readonly (() => Code<Resource>)[],
    otherwise: () => elementLiteral(resource),
  })
}

function candidates(resource: Resource, scope: Scope): readonly (() => Code)[] {
  switch (resource.element) {
    case 'primitive':
      return primitiveCodes(resource, scope)
    case 'template':
      return templateCodes(resource)
    case 'group':
      return [() => groupCode(resource, scope)]
    case 'clone':
      return [...promotableCodes(resource, scope), ...cloneCodes('clone', resource, scope)]
    case 'master':
      return cloneCodes('master', resource, scope)
    case 'bundle':
      return [() => bundleCode(resource, scope, collectiveOptions(resource))]
  }
}

function groupCode(group: Group, scope: Scope): Code {
  const members = array(group.members.map(scope.place))
  return call('group', text(group.id), members, unlessEmpty(collectiveOptions(group)))
}

/** The options that groups, clones and bundles share. */
function collectiveOptions(resource: Exclude<Resource, Primitive | Template>): Code<object> {
  const { id, metaAttributes, instanceAttributes } = resource
  return object([
    ...fieldsOf(resource, { description: 'text' }),
    ['meta', setsCode(id, metaAttributes, { known: metaAttribute })],
    ['instanceAttributes', setsCode(id, instanceAttributes)],
  ])
}

function cloneCodes(
  builder: 'clone' | 'master',
  resource: Clone | Master,
  scope: Scope,
): readonly (() => Code)[] {
  const id = unlessDefaultId(resource, builder)
  const options = unlessEmpty(merge(object({ id }), collectiveOptions(resource)))
  return [() => call(builder, scope.place(resource.resource), options)]
}

/** The calls of `promotable`, for a clone whose meta attribute of that name is the one that the builder adds, last or where it is. */
function promotableCodes(clone: Clone, scope: Scope): readonly (() => Code)[] {
  const [set, ...others] = clone.metaAttributes
  const pair = set?.nvpairs.find(({ name }) => name === 'promotable')
  if (set === undefined || others.length > 0 || pair?.value !== 'true' || pair.extra !== undefined) return []
  const nvpairs = set.nvpairs.filter((other) => other !== pair)
  const without = { ...clone, metaAttributes: nvpairs.length === 0 ? [] : [{ ...set, nvpairs }] }
  return [without, clone].flatMap((given) => {
    const options = unlessEmpty(
      merge(object({ id: unlessDefaultId(clone, 'clone') }), collectiveOptions(given)),
    )
    return hasParts(options) ? [] : [() => call('promotable', scope.place(clone.resource), options)]
  })
}

/** True for meta attributes that are more than names and values. */
function hasParts(options: Code<object> | undefined): boolean {
  const { meta = {} } = (options?.value ?? {}) as { readonly meta?: object }
  return typeof meta === 'function' || Object.values(meta).some((value) => typeof value === 'function')
}

function unlessDefaultId({ id, resource }: Clone | Master, builder: 'clone' | 'master'): Code | undefined {
  return id === pcsId[builder](resource.id) ? undefined : field(id, 'text')
}
