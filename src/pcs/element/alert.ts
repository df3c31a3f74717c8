import { type Alert, pcsId, type Recipient } from '../../model/index.js'
import { attributeWords } from '../command/attribute-words.js'
import { type Command, pcs } from '../command/command.js'
import type { Context, Converter, Produced } from '../command/conversion.js'
import { isPcsId } from '../command/values.js'
import { type SetStyle, saySet } from './attributes.js'

/** `pcs alert create`, then `pcs alert recipient add` for each recipient. */
export function sayAlert(alert: Alert, context: Context): Converter<Alert> {
  if (!acceptsId(alert, context)) return { commands: [] }
  const sets = saySets(alert, context)
  const words = [
    ...['alert', 'create', ...attributeWords(alert, ['path'], context), `id=${alert.id}`],
    ...[...attributeWords(alert, ['description'], context), ...sets.words],
  ]
  const recipients = alert.recipients.map((recipient, at) =>
    sayRecipient(recipient, alert, alert.recipients.slice(0, at), context),
  )
  return {
    commands: [pcs(words), ...recipients.map(({ command }) => command)],
    makes: {
      element: 'alert',
      id: alert.id,
      path: alert.path,
      description: alert.description,
      ...sets.makes,
      recipients: recipients.map(({ makes }) => makes),
    },
  }
}

function sayRecipient(
  recipient: Recipient,
  alert: Alert,
  before: readonly Recipient[],
  context: Context,
): { readonly command: Command; readonly makes: Produced<Recipient> } {
  acceptsId(recipient, context)
  const { id, value, description } = recipient
  const sets = saySets(recipient, context)
  const words = [
    ...[
      'alert',
      'recipient',
      'add',
      alert.id ?? '',
      ...attributeWords(recipient, ['value'], context, { value: takesText }),
    ],
    ...[`id=${id}`, ...attributeWords(recipient, ['description'], context), ...sets.words],
  ]
  const isAgain = before.some((other) => other.value === value)
  return {
    command: pcs(words, isAgain ? ['--force'] : []),
    makes: { element: 'recipient', id, value, description, ...sets.makes },
  }
}

function saySets({ id, instanceAttributes, metaAttributes }: Alert | Recipient, context: Context) {
  context.ids.add(id ?? '')
  const style = (element: string): SetStyle => ({
    id: pcsId.attributeSet(id ?? '', element),
    nvpairId: pcsId.nvpair,
    takesName: takesText,
  })
  const parameters = saySet(instanceAttributes, style('instance_attributes'), context)
  const meta = saySet(metaAttributes, style('meta_attributes'), context)
  return {
    words: [
      ...(parameters.words.length === 0 ? [] : ['options', ...parameters.words]),
      ...(meta.words.length === 0 ? [] : ['meta', ...meta.words]),
    ],
    makes: { instanceAttributes: parameters.makes, metaAttributes: meta.makes },
  }
}

/** True for what pcs can look for: it puts the text between quotes. */
function takesText(text: string): boolean {
  return !text.includes("'")
}

function acceptsId(element: Alert | Recipient, context: Context): boolean {
  if (isPcsId(element.id)) return true
  context.refuse({ element, attribute: 'id', what: `the id ${JSON.stringify(element.id ?? '')}` })
  return false
}
