import { pcsId } from '../../model/ids.js'
import type { RscLocation } from '../../model/index.js'
import { attributeWords, fieldsOf } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion } from '../command/conversion.js'
import { acceptsReferences, checkConstraintId, forceFor } from '../command/references.js'
import { isScore } from '../command/values.js'
import { convertLocationRule } from './rule/rule.js'

const subcommands = ['add', 'remove', 'delete', 'show', 'config']

/** `pcs constraint location R prefers N`, `avoids N`, `add ID R N SCORE` or `R rule ...`. */
export function convertLocation(location: RscLocation, context: Context): Conversion<RscLocation> {
  const { rsc, rscPattern } = location
  if (location.resourceSets.length > 0) {
    context.unsupported({ element: location, what: 'a location of resource sets' })
    return { commands: [] }
  }
  const refs = rsc === undefined ? [] : [rsc]
  if (!acceptsReferences(location, refs, context)) return { commands: [] }
  checkConstraintId(location, context)
  if ((rsc === undefined) === (rscPattern === undefined) || rscPattern === '') {
    context.unsupported({ element: location, what: 'a location without resource' })
    return { commands: [] }
  }
  const what = rsc ?? rscPattern ?? ''
  const named = rsc === undefined ? `regexp%${what}` : subcommands.includes(what) ? `resource%${what}` : what
  return location.rules.length > 0
    ? convertByRule(location, what, named, context)
    : convertByNode(location, what, named, context)
}

/** A second location of a resource on a node is not supported: with it, pcs removes the first. */
function convertByNode(
  location: RscLocation,
  what: string,
  named: string,
  context: Context,
): Conversion<RscLocation> {
  const { id, node = '', score = 'INFINITY' } = location
  const key = `location ${named} ${node}`
  const isRepeated = context.seen.has(key)
  context.seen.add(key)
  if (!/^[^=%-][^=]*$/s.test(node) || !isScore(score)) {
    const value = `${JSON.stringify(node)} with the score ${JSON.stringify(score)}`
    context.unsupported({ element: location, attribute: 'node', what: `a location on ${value}` })
    return { commands: [] }
  }
  if (isRepeated)
    context.unsupported({
      element: location,
      what: `a second location of ${JSON.stringify(what)} on ${JSON.stringify(node)}`,
    })
  const options = attributeWords(location, ['resource-discovery', 'role'], context)
  const force = location.role === undefined ? [] : ['--force']
  const inner = forceFor(`by node ${location.id}`, location.rsc === undefined ? [] : [location.rsc], context)
  const produces = {
    ...fieldsOf(location, ['id', 'rsc', 'rsc-pattern', 'node', 'resource-discovery', 'role']),
    element: 'rsc_location',
    score,
  } as const
  const own = pcsId.location(what, node, score)
  const forced = [...new Set([...force, ...inner])]
  if (id !== own || options.length > 0 || score.startsWith('+')) {
    const words = [
      'constraint',
      'location',
      'add',
      id ?? '',
      named,
      node,
      context.dialect.locationScore(score),
      ...options,
    ]
    return { commands: [pcs(words, forced)], produces }
  }
  return { commands: [pcs(['constraint', 'location', named, ...leaning(node, score)], forced)], produces }
}

/** `prefers N=5`, `avoids N=5` for -5; INFINITY has no number. */
function leaning(node: string, score: string): readonly string[] {
  const [verb, size] = score.startsWith('-') ? ['avoids', score.slice(1)] : ['prefers', score]
  return [verb, size === 'INFINITY' ? node : `${node}=${size}`]
}

function convertByRule(
  location: RscLocation,
  what: string,
  named: string,
  context: Context,
): Conversion<RscLocation> {
  const [rule] = location.rules
  const id = location.id ?? ''
  const own = pcsId.ruleLocation(what)
  const isOwn = id === own && !context.ids.has(own)
  context.ids.add(id)
  const refs = location.rsc === undefined ? [] : [location.rsc]
  const force = forceFor(`rule ${named}`, refs, context)
  if (rule === undefined) return { commands: [] }
  const converted = convertLocationRule(rule, id, context)
  if (converted === undefined) return { commands: [] }
  const words = [
    ...['constraint', 'location', named, 'rule'],
    ...(isOwn ? [] : [`constraint-id=${id}`]),
    ...attributeWords(location, ['resource-discovery'], context),
    ...converted.words,
  ]
  return {
    commands: [pcs(words, force)],
    produces: {
      ...fieldsOf(location, ['id', 'rsc', 'rsc-pattern', 'resource-discovery']),
      element: 'rsc_location',
      rules: [converted.produces],
    },
  }
}
