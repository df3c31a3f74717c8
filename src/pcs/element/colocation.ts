import { claimId, pcsId, type RscColocation } from '../../model/index.js'
import { attributeWords, fieldsOf } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Converter } from '../command/conversion.js'
import { acceptsReferences, forceFor, refuseOddId } from '../command/references.js'
import { isScore } from '../command/values.js'
import { refsOf, sayResourceSets } from './sets.js'

const otherOptions = ['node-attribute', 'influence']

/** `pcs constraint colocation add A with B`, or `pcs constraint colocation set A B ...`. */
export function sayColocation(colocation: RscColocation, context: Context): Converter<RscColocation> {
  return colocation.resourceSets.length > 0
    ? sayColocationOfSets(colocation, context)
    : sayPlainColocation(colocation, context)
}

/** With `score=` pcs 0.11 takes INFINITY for its own id, so that another score needs `id=`. */
function sayPlainColocation(colocation: RscColocation, context: Context): Converter<RscColocation> {
  const { rsc = '', withRsc = '', rscRole = '', withRscRole = '', score } = colocation
  if (!acceptsReferences(colocation, [rsc, withRsc], context)) return { commands: [] }
  refuseOddId(colocation, context)
  if ([rsc, withRsc].includes('with')) context.refuse({ element: colocation, what: 'a resource named with' })
  const isInfinite = score === undefined || score === 'INFINITY'
  const own = claimId(pcsId.colocation(rsc, withRsc, 'INFINITY'), context.ids)
  const { roles } = context.dialect
  const both = roles.includes(rscRole) && roles.includes(withRscRole)
  const words = [
    ...['constraint', 'colocation', 'add', ...(both ? [rscRole] : []), rsc],
    ...['with', ...(both ? [withRscRole] : []), withRsc],
    ...attributeWords(colocation, isInfinite ? [] : ['score'], context),
    ...attributeWords(colocation, both ? [] : ['rsc-role', 'with-rsc-role'], context),
    ...attributeWords(colocation, otherOptions, context),
    ...(colocation.id === own ? [] : [`id=${colocation.id}`]),
  ]
  const key = `colocation ${rsc} ${rscRole || 'Started'} ${withRsc} ${withRscRole || 'Started'}`
  return {
    commands: [pcs(words, forceFor(key, [rsc, withRsc], context))],
    makes: {
      ...fieldsOf(colocation, ['id', 'rsc', 'with-rsc', 'rsc-role', 'with-rsc-role', ...otherOptions]),
      element: 'rsc_colocation',
      score: score ?? 'INFINITY',
    },
  }
}

function sayColocationOfSets(colocation: RscColocation, context: Context): Converter<RscColocation> {
  const refs = refsOf(colocation.resourceSets)
  if (!acceptsReferences(colocation, refs, context)) return { commands: [] }
  refuseOddId(colocation, context)
  const own = claimId(pcsId.setConstraint('colocation', refs), new Set(context.ids))
  context.ids.add(colocation.id ?? '')
  const sets = sayResourceSets(colocation.resourceSets, colocation.id ?? '', context)
  const options = [
    ...attributeWords(colocation, ['score'], context, { score: isScore }),
    ...(colocation.id === own ? [] : [`id=${colocation.id}`]),
  ]
  const words = [
    'constraint',
    'colocation',
    ...sets.words,
    ...(options.length === 0 ? [] : ['setoptions', ...options]),
  ]
  const key = `colocation ${JSON.stringify(colocation.resourceSets.map((set) => refsOf([set])))}`
  return {
    commands: [pcs(words, forceFor(key, refs, context))],
    makes: {
      element: 'rsc_colocation',
      id: colocation.id,
      score: colocation.score ?? 'INFINITY',
      resourceSets: sets.makes,
    },
  }
}
