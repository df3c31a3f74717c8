import { claimId } from '../../model/ids.js'
import type { Alert, Recipient, Select } from '../../model/index.js'
import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import { type ChildBuilder, texts } from '../values.js'

export interface AlertOptions {
  readonly description?: string
  /** Environment variables of the program. */
  readonly options?: AttributesOption
  readonly meta?: AttributesOption
}

/** Which events an alert hears of: all of a kind, or changes of the node attributes named. */
export interface SelectOptions {
  readonly attributes?: readonly { readonly id: string; readonly name: string }[]
  readonly fencing?: boolean
  readonly nodes?: boolean
  readonly resources?: boolean
}

/** A program that hears of events: `pcs alert create path=PATH id=ID`. */
export function alert(
  id: string,
  path: string,
  settings: AlertOptions & {
    readonly recipients?: readonly ChildBuilder<Recipient>[]
    readonly select?: SelectOptions | Select
  } = {},
): Alert {
  const taken = new Set<string>()
  return {
    element: 'alert',
    id,
    path,
    ...alertFields(id, settings),
    ...(settings.select === undefined ? {} : { select: selectOf(settings.select) }),
    recipients: (settings.recipients ?? []).map((build) => build(id, taken)),
  }
}

/** Where the alert goes; id default `ALERT-recipient`, `-1`, ...: `pcs alert recipient add ALERT value=VALUE`. */
export function recipient(
  value: string,
  settings: AlertOptions & { readonly id?: string } = {},
): ChildBuilder<Recipient> {
  return (owner, taken) => {
    const id = settings.id ?? claimId(`${owner}-recipient`, taken)
    return { element: 'recipient', id, value, ...alertFields(id, settings) }
  }
}

function alertFields(id: string, { description, options, meta }: AlertOptions) {
  return {
    ...texts({ description }),
    instanceAttributes: setsOf('instance_attributes', id, options),
    metaAttributes: setsOf('meta_attributes', id, meta),
  }
}

/** The `<select>` of these options; an element stays as it is. */
export function selectOf(given: SelectOptions | Select): Select {
  if ('element' in given) return given
  const { attributes, fencing, nodes, resources } = given
  return {
    element: 'select',
    ...(attributes === undefined
      ? {}
      : {
          attributes: {
            element: 'select_attributes',
            attributes: attributes.map((attribute) => ({ element: 'attribute', ...attribute })),
          },
        }),
    ...(fencing === true ? { fencing: { element: 'select_fencing' } } : {}),
    ...(nodes === true ? { nodes: { element: 'select_nodes' } } : {}),
    ...(resources === true ? { resources: { element: 'select_resources' } } : {}),
  }
}
