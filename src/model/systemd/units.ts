import type { Primitive, Resource } from '../element/resources.js'
import { primitivesOf } from '../sections.js'

/** A systemd unit that Pacemaker runs. */
export interface Unit {
  /** Id of its primitive. */
  readonly resource: string
  readonly unit: string
}

/** A type with such a suffix is the name of a unit; Pacemaker adds `.service` to all others. */
const isUnit = /\.(service|socket|mount|timer|path)$/

/** The whole name of a unit: `httpd.service` for `httpd`. */
export function unitName(name: string): string {
  return isUnit.test(name) ? name : `${name}.service`
}

/** The primitive, or the template that it names: what has its class, provider and type. */
export function typedBy(primitive: Primitive, resources: readonly Resource[]) {
  const template = resources.find(({ element, id }) => element === 'template' && id === primitive.template)
  return template?.element === 'template' ? template : primitive
}

/**
 * The systemd units that Pacemaker runs on the nodes. What runs in a bundle is not among them: it
 * starts inside its container.
 */
export function unitsOf(resources: readonly Resource[]): readonly Unit[] {
  return resources
    .filter(({ element }) => element !== 'bundle')
    .flatMap(primitivesOf)
    .flatMap((primitive) => {
      const { class: standard, type } = typedBy(primitive, resources)
      return standard === 'systemd' && type !== undefined
        ? [{ resource: primitive.id, unit: unitName(type) }]
        : []
    })
}

/** Why a unit of that name cannot be run, or have a drop-in of its own; undefined where it can. After systemd.unit(5). */
export function faultOfUnit(unit: string): string | undefined {
  // With `.d` the name of its folder has 255 characters.
  if (unit.length > 253) return 'it is longer than 253 characters'
  if (!/^[A-Za-z0-9:_.\\@-]*$/.test(unit)) return 'systemd does not allow all of its characters'
  const [, prefix = '', instance] = /^([^@]*)(?:@(.*))?\.[a-z]+$/s.exec(unit) ?? []
  if (prefix === '') return 'nothing is before its suffix'
  if (instance === '') return 'a template runs only as an instance'
  return prefix.endsWith('-') ? 'its drop-in would be that of all units whose names begin so' : undefined
}
