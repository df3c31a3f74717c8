import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import type { ResourceMeta } from '../attribute/known-attributes.js'
import { noteUnknown, type OptionTable } from '../options.js'

/** The options of every resource. */
export interface ResourceOptions {
  /** Meta attributes: `{ 'target-role': 'Stopped' }`. */
  readonly meta?: AttributesOption<ResourceMeta>
  readonly description?: string
}

/** The options of a group, clone or bundle. */
export interface CollectiveOptions extends ResourceOptions {
  /** Parameters for all that is inside. */
  readonly instanceAttributes?: AttributesOption
}

export const collectiveOptions = {
  meta: 'child',
  description: 'attribute',
  instanceAttributes: 'child',
} as const satisfies OptionTable<CollectiveOptions>['options']

/** The fields that all resources have, and a note of the options that are not in the table. */
export function resourceFields(
  id: string,
  options: ResourceOptions & { readonly instanceAttributes?: AttributesOption<object> | undefined },
  table: Parameters<typeof noteUnknown>[1],
) {
  const { meta, description, instanceAttributes } = options
  return {
    ...(description === undefined ? {} : { description }),
    instanceAttributes: setsOf('instance_attributes', id, instanceAttributes),
    metaAttributes: setsOf('meta_attributes', id, meta),
    ...noteUnknown(options, table),
  }
}
