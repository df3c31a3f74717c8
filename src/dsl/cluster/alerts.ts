import { claimId } from '../../model/ids.js'
import type { Alert, Recipient, Select, SelectAttribute } from '../../model/index.js'
import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import { noteUnknown, type OptionTable, optionFields } from '../options.js'
import type { ChildBuilder } from '../values.js'

interface CommonOptions {
  readonly description?: string
  /** Environment variables of the program. */
  readonly options?: AttributesOption
  readonly meta?: AttributesOption
}

const common = { description: 'attribute', options: 'child', meta: 'child' } as const

/** Which events an alert receives: all of a kind, or changes of the node attributes named. */
export interface SelectOptions {
  readonly attributes?: readonly SelectAttributeOptions[]
  readonly fencing?: boolean
  readonly nodes?: boolean
  readonly resources?: boolean
}

interface SelectAttributeOptions {
  readonly id: string
  readonly name: string
}

const selectOptions = {
  of: 'the select of an alert',
  options: { attributes: 'child', fencing: 'child', nodes: 'child', resources: 'child' },
} as const satisfies OptionTable<SelectOptions>

const attributeOptions = {
  of: 'a selected attribute',
  options: { id: 'attribute', name: 'attribute' },
} as const satisfies OptionTable<SelectAttributeOptions>

export interface AlertOptions extends CommonOptions {
  readonly recipients?: readonly ChildBuilder<Recipient>[]
  readonly select?: SelectOptions | Select
}

const alertOptions = {
  of: 'alert()',
  options: { ...common, recipients: 'child', select: 'child' },
} as const satisfies OptionTable<AlertOptions>

/**
 * A program that is called on events.
 *
 * @example
 * ```ts
 * const mail = alert('mail', '/usr/share/pacemaker/alerts/alert_smtp.sh', {
 *   options: { email_sender: 'cluster@example.org' },
 *   recipients: [recipient('admin@example.org')],
 * })
 * // <alert id="mail" path="/usr/share/pacemaker/alerts/alert_smtp.sh">
 * // pcs alert create path=/usr/share/pacemaker/alerts/alert_smtp.sh id=mail options email_sender=cluster@example.org
 * ```
 */
export function alert(id: string, path: string, options: AlertOptions = {}): Alert {
  const used = new Set<string>()
  return {
    element: 'alert',
    id,
    path,
    ...optionFields(options, alertOptions),
    ...setFields(id, options),
    ...(options.select === undefined ? {} : { select: selectOf(options.select) }),
    recipients: (options.recipients ?? []).map((build) => build(id, used)),
  }
}

export interface RecipientOptions extends CommonOptions {
  /** Default `ALERT-recipient`, `-1`, ... */
  readonly id?: string
}

const recipientOptions = {
  of: 'recipient()',
  options: { ...common, id: 'attribute' },
} as const satisfies OptionTable<RecipientOptions>

/**
 * Where an alert goes.
 *
 * @example
 * ```ts
 * const mail = alert('mail', '/opt/mail.sh', { recipients: [recipient('admin@example.org')] })
 * // <recipient id="mail-recipient" value="admin@example.org"/>
 * // pcs alert recipient add mail value=admin@example.org id=mail-recipient
 * ```
 */
export function recipient(value: string, options: RecipientOptions = {}): ChildBuilder<Recipient> {
  return (owner, used) => {
    const id = options.id ?? claimId(`${owner}-recipient`, used)
    return {
      element: 'recipient',
      value,
      ...optionFields({ ...options, id }, recipientOptions),
      ...setFields(id, options),
    }
  }
}

function setFields(id: string, { options, meta }: CommonOptions) {
  return {
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
    ...(attributes && {
      attributes: { element: 'select_attributes', attributes: attributes.map(selectAttribute) },
    }),
    ...(fencing === true ? { fencing: { element: 'select_fencing' } } : {}),
    ...(nodes === true ? { nodes: { element: 'select_nodes' } } : {}),
    ...(resources === true ? { resources: { element: 'select_resources' } } : {}),
    ...noteUnknown(given, selectOptions),
  }
}

function selectAttribute(given: SelectAttributeOptions | SelectAttribute): SelectAttribute {
  return 'element' in given ? given : { element: 'attribute', ...optionFields(given, attributeOptions) }
}
