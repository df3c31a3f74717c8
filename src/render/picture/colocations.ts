import {
  booleanOf,
  INFINITY_SCORE,
  type ResourceSet,
  type RscColocation,
  scoreOf,
} from '../../model/index.js'
import {
  type ColocationLine,
  combined,
  type Drawn,
  type End,
  endsOf,
  isSequential,
  joined,
  neighbours,
  type References,
} from '../parts/lines.js'

/** What a colocation draws: one line, or those of its sets. `key` is a prefix for its junctions. */
export function drawColocation(
  colocation: RscColocation,
  references: References,
  key: string,
): Drawn<ColocationLine> {
  const sets = references.sets(colocation)
  if (sets.length > 0) return drawSets(colocation, sets, references, key)
  const from = references.end(colocation.rsc ?? '')
  const to = references.end(colocation.withRsc ?? '')
  const labels = [...roleLabel(colocation.rscRole, colocation.withRscRole), ...insideLabel(from, to)]
  return { lines: [{ ...lineOf(colocation, colocation.score, labels), from, to }], junctions: [] }
}

function drawSets(
  colocation: RscColocation,
  sets: readonly ResourceSet[],
  references: References,
  key: string,
): Drawn<ColocationLine> {
  const within = sets.map((set, index) => drawSet(colocation, set, references, `${key}_${index}`))
  const between = neighbours(sets).map(([dependent, other], index) => {
    const sources = endsOf(dependent, references)
    const targets = endsOf(other, references)
    return joined<ColocationLine>(
      isSequential(dependent) ? sources.slice(0, 1) : sources,
      isSequential(other) ? targets.slice(-1) : targets,
      lineOf(colocation, colocation.score, roleLabel(dependent.role, other.role)),
      `${key}_${index}x`,
      strengthOf(colocation.score),
    )
  })
  return combined([...within, ...between])
}

/** Each with the one before it (`ordering="listed"`: after it); with a negative score, all pairs. */
function drawSet(
  colocation: RscColocation,
  set: ResourceSet,
  references: References,
  key: string,
): Drawn<ColocationLine> {
  if (!isSequential(set)) return { lines: [], junctions: [] }
  const ends = endsOf(set, references)
  const line = lineOf(colocation, set.score ?? colocation.score, roleLabel(set.role, set.role))
  if (line.strength === 'negative' && ends.length > 2) {
    return {
      lines: ends.map((from) => ({ ...line, labels: [], from, to: { key } })),
      junctions: [{ key, look: line.strength, labels: line.labels }],
    }
  }
  const listed = set.ordering === 'listed'
  const lines = neighbours(ends).map(([a, b]) => ({ ...line, from: listed ? a : b, to: listed ? b : a }))
  return { lines, junctions: [] }
}

function lineOf(
  colocation: RscColocation,
  score: string | undefined,
  labels: readonly string[],
): Omit<ColocationLine, 'from' | 'to'> {
  return {
    line: 'colocation',
    strength: strengthOf(score),
    constraint: colocation.id ?? '',
    labels: [...scoreLabel(score), ...labels, ...more(colocation)],
  }
}

function strengthOf(score: string | undefined): ColocationLine['strength'] {
  const number = scoreOf(score)
  if (number === 0) return 'zero'
  if (number < 0) return 'negative'
  return number >= INFINITY_SCORE ? 'infinity' : 'positive'
}

function scoreLabel(score: string | undefined): readonly string[] {
  if (score === undefined) return ['no score']
  return scoreOf(score) >= INFINITY_SCORE ? [] : [score]
}

function roleLabel(role: string | undefined, withRole: string | undefined): readonly string[] {
  const own = role === undefined || role === 'Started' ? '' : `${role} `
  const other = withRole === undefined || withRole === 'Started' ? '' : ` ${withRole}`
  return own === '' && other === '' ? [] : [`${own}with${other}`]
}

function insideLabel(from: End, to: End): readonly string[] {
  return [
    ...(from.inside === undefined ? [] : [`rsc: ${from.inside}`]),
    ...(to.inside === undefined ? [] : [`with: ${to.inside}`]),
  ]
}

function more({ nodeAttribute, influence, lifetime }: RscColocation): readonly string[] {
  return [
    ...(nodeAttribute === undefined ? [] : [`node-attribute=${nodeAttribute}`]),
    ...(influence === undefined || booleanOf(influence) === true ? [] : ['influence=false']),
    ...(lifetime === undefined ? [] : ['lifetime']),
  ]
}
