import { primitivesOf, type Resource } from '../model/index.js'

/** A systemd unit that Pacemaker runs. */
export interface Unit {
  /** Id of its primitive. */
  readonly resource: string
  readonly unit: string
}

/** A type with such a suffix is the name of a unit; Pacemaker adds `.service` to all others. */
const isUnit = /\.(service|socket|mount|timer|path)$/

/**
 * The systemd units that Pacemaker runs on the nodes. What runs in a bundle is not among them: it
 * starts inside its container.
 */
export function unitsOf(resources: readonly Resource[]): readonly Unit[] {
  return resources
    .filter(({ element }) => element !== 'bundle')
    .flatMap(primitivesOf)
    .flatMap((primitive) => {
      const template = resources.find(({ id }) => id === primitive.template)
      const { class: standard, type } = template?.element === 'template' ? template : primitive
      if (standard !== 'systemd' || type === undefined) return []
      return [{ resource: primitive.id, unit: isUnit.test(type) ? type : `${type}.service` }]
    })
}
