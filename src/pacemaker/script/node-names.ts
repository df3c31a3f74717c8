import { encodeAttribute } from '../../xml/escape.js'
import { plainWords } from './plain-words.js'
import type { ScriptCommand } from './script-command.js'

/** True for a command that makes nodes: `pcs cluster setup`, and what lightcib's own scripts ask for a node with. */
export function namesNodes([program, subject, verb]: readonly string[]): boolean {
  return program === 'require_node' || (program === 'pcs' && subject === 'cluster' && verb === 'setup')
}

/** The section of the nodes that a script names, which pcs itself makes only on a cluster that runs. */
export function nodesNamedBy(commands: readonly ScriptCommand[]): string {
  const readable = commands.flatMap(({ words, unreadable }) =>
    unreadable === undefined ? [plainWords(words)] : [],
  )
  const members = readable.flatMap(membersIn)
  const others = readable.flatMap(guestsAndRemotesIn)
  const mentioned = readable.some(namesNodes) ? [] : readable.flatMap(mentionedIn)
  const names = new Set([...members, ...mentioned.filter((name) => !others.includes(name))])
  const nodes = [...names].map((name, at) => `<node id="${at + 1}" uname="${encodeAttribute(name)}"/>`)
  return `<nodes>${nodes.join('')}</nodes>`
}

function membersIn(words: readonly string[]): readonly string[] {
  const [, subject = '', verb = '', name = ''] = words
  if (words[0] === 'require_node') return [subject]
  if (namesNodes(words)) return setUp(words.slice(4))
  const isOfNode = subject === 'node' && ['attribute', 'utilization', 'standby', 'maintenance'].includes(verb)
  return isOfNode && name !== '' && !name.startsWith('-') ? [name] : []
}

/** The nodes of locations and fencing levels. */
function mentionedIn([, subject, verb, one = '', two = '', ...rest]: readonly string[]): readonly string[] {
  if (subject === 'stonith' && verb === 'level' && one === 'add') {
    return rest.slice(0, 1).filter((target) => !/[%=]/.test(target))
  }
  if (subject !== 'constraint' || verb !== 'location' || !/^(?:prefers|avoids)$/.test(two)) return []
  return rest.filter((word) => !word.startsWith('-')).map((word) => word.replace(/=[^=]*$/, ''))
}

/** The resources and guests that may be nodes. */
function guestsAndRemotesIn([, subject, verb, one = '', ...rest]: readonly string[]): readonly string[] {
  if (subject === 'cluster' && verb === 'node') return rest
  if (subject !== 'resource') return []
  const guests = rest.flatMap((word) => /^remote-node=(.*)$/s.exec(word)?.[1] ?? [])
  return verb === 'create' ? [one, ...guests] : guests
}

/** The nodes of `pcs cluster setup NAME NODE [addr=ADDRESS]... [transport ...] [--option]`. */
function setUp(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => /^(?:transport|totem|quorum|link|compression|crypto)$/.test(word))
  return (end === -1 ? words : words.slice(0, end)).filter((word) => !/=|^-/.test(word))
}
