import { pcsId } from '../../model/ids.js'
import type { Alert, Recipient } from '../../model/index.js'
import { attributeWords } from '../command/attribute-words.js'
import { type Command, pcs } from '../command/command.js'
import type { Context, Conversion, Produced } from '../command/conversion.js'
import { isPcsId } from '../command/values.js'
import { convertSet, type SetStyle } from './attributes.js'

/** `pcs alert create`, then `pcs alert recipient add` for each recipient. */
export function convertAlert(alert: Alert, context: Context): Conversion<Alert> {
  if (!acceptsId(alert, context)) return { commands: [] }
  const sets = convertSets(alert, context)
  const words = [
    ...['alert', 'create', ...attributeWords(alert, ['path'], context), `id=${alert.id}`],
    ...[...attributeWords(alert, ['description'], context), ...sets.words],
  ]
  const recipients = alert.recipients.map((recipient, at) =>
    convertRecipient(recipient, alert, alert.recipients.slice(0, at), context),
  )
  return {
    commands: [pcs(words), ...recipients.map(({ command }) => command)],
    produces: {
      element: 'alert',
      id: alert.id,
      path: alert.path,
      description: alert.description,
      ...sets.produces,
      recipients: recipients.map(({ produces }) => produces),
    },
  }
}

function convertRecipient(
  recipient: Recipient,
  alert: Alert,
  before: readonly Recipient[],
  context: Context,
): { readonly command: Command; readonly produces: Produced<Recipient> } {
  acceptsId(recipient, context)
  const { id, value, description } = recipient
  const sets = convertSets(recipient, context)
  const words = [
    ...[
      'alert',
      'recipient',
      'add',
      alert.id ?? '',
      ...attributeWords(recipient, ['value'], context, { value: acceptsText }),
    ],
    ...[`id=${id}`, ...attributeWords(recipient, ['description'], context), ...sets.words],
  ]
  const isRepeated = before.some((other) => other.value === value)
  return {
    command: pcs(words, isRepeated ? ['--force'] : []),
    produces: { element: 'recipient', id, value, description, ...sets.produces },
  }
}

function convertSets({ id, instanceAttributes, metaAttributes }: Alert | Recipient, context: Context) {
  context.ids.add(id ?? '')
  const style = (element: string): SetStyle => ({
    id: pcsId.attributeSet(id ?? '', element),
    nvpairId: pcsId.nvpair,
    acceptsName: acceptsText,
  })
  const parameters = convertSet(instanceAttributes, style('instance_attributes'), context)
  const meta = convertSet(metaAttributes, style('meta_attributes'), context)
  return {
    words: [
      ...(parameters.words.length === 0 ? [] : ['options', ...parameters.words]),
      ...(meta.words.length === 0 ? [] : ['meta', ...meta.words]),
    ],
    produces: { instanceAttributes: parameters.produces, metaAttributes: meta.produces },
  }
}

/** True for a text without the quote that pcs puts around it in an XPath. */
function acceptsText(text: string): boolean {
  return !text.includes("'")
}

function acceptsId(element: Alert | Recipient, context: Context): boolean {
  if (isPcsId(element.id)) return true
  context.unsupported({ element, attribute: 'id', what: `the id ${JSON.stringify(element.id ?? '')}` })
  return false
}
