import { claimId, freeId, pcsId } from '../../model/ids.js'
import type { RscColocation } from '../../model/index.js'
import { attributeWords, fieldsOf } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion } from '../command/conversion.js'
import { acceptsReferences, checkConstraintId, forceFor } from '../command/references.js'
import { isScore } from '../command/values.js'
import { convertResourceSets, refsOf } from './sets.js'

const otherOptions = ['node-attribute', 'influence']

/** `pcs constraint colocation add A with B`, or `pcs constraint colocation set A B ...`. */
export function convertColocation(colocation: RscColocation, context: Context): Conversion<RscColocation> {
  return colocation.resourceSets.length > 0
    ? convertColocationOfSets(colocation, context)
    : convertPlainColocation(colocation, context)
}

/** With `score=` pcs 0.11 writes INFINITY into its own id, so that another score needs `id=`. */
function convertPlainColocation(colocation: RscColocation, context: Context): Conversion<RscColocation> {
  const { rsc = '', withRsc = '', rscRole = '', withRscRole = '', score } = colocation
  if (!acceptsReferences(colocation, [rsc, withRsc], context)) return { commands: [] }
  checkConstraintId(colocation, context)
  if ([rsc, withRsc].includes('with'))
    context.unsupported({ element: colocation, what: 'a resource named "with"' })
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
    produces: {
      ...fieldsOf(colocation, ['id', 'rsc', 'with-rsc', 'rsc-role', 'with-rsc-role', ...otherOptions]),
      element: 'rsc_colocation',
      score: score ?? 'INFINITY',
    },
  }
}

function convertColocationOfSets(colocation: RscColocation, context: Context): Conversion<RscColocation> {
  const refs = refsOf(colocation.resourceSets)
  if (!acceptsReferences(colocation, refs, context)) return { commands: [] }
  checkConstraintId(colocation, context)
  const own = freeId(pcsId.setConstraint('colocation', refs), context.ids)
  context.ids.add(colocation.id ?? '')
  const sets = convertResourceSets(colocation.resourceSets, colocation.id ?? '', context)
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
    produces: {
      element: 'rsc_colocation',
      id: colocation.id,
      score: colocation.score ?? 'INFINITY',
      resourceSets: sets.produces,
    },
  }
}
