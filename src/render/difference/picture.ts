import type { Cluster } from '../../model/index.js'
import { unitName } from '../../model/systemd/units.js'
import type { Box } from '../parts/boxes.js'
import { legendOf } from '../parts/legend.js'
import { type Edge, type End, type Junction, lookOf } from '../parts/lines.js'
import { type Picture, type PictureOptions, pictureOf } from '../picture/picture.js'

/** Both clusters in one picture: what only the second has is marked `added`, what only the first has `removed`. */
export function pictureOfBoth(before: Cluster, after: Cluster, options: PictureOptions = {}): Picture {
  const plain = { ...options, startLevels: false }
  const [old, now] = [pictureOf(before, plain), pictureOf(after, plain)]
  const boxes = new Merge(old.boxes, now.boxes, after)
  const oldLines = linesOf(old, boxes.oldNames)
  const nowLines = linesOf(now, boxes.newNames)
  const edges = [
    ...now.edges.map((edge) =>
      oldLines.has(lineName(edge, boxes.newNames)) ? edge : { ...edge, difference: 'added' as const },
    ),
    ...old.edges
      .filter((edge) => !nowLines.has(lineName(edge, boxes.oldNames)))
      .map((edge) => ({
        ...edge,
        key: renamed(edge.key),
        from: boxes.oldEnd(edge.from),
        to: boxes.oldEnd(edge.to),
        difference: 'removed' as const,
      })),
  ]
  const used = new Set(edges.flatMap(({ from, to }) => [from.key, to.key]))
  const junctions = [
    ...now.junctions,
    ...old.junctions.map((junction): Junction => ({ ...junction, key: renamed(junction.key) })),
  ].filter(({ key }) => used.has(key))
  const drawn = { boxes: boxes.all, junctions, edges }
  return {
    of: now.of,
    title: `Differences: ${now.title}`,
    subtitle: `${old.subtitle} before; ${now.subtitle} after`,
    ...drawn,
    legend: legendOf(drawn),
  }
}

/** The boxes of both pictures, those of one id once. */
class Merge {
  readonly all: readonly Box[]
  readonly oldNames = new Map<string, string>()
  readonly newNames = new Map<string, string>()
  readonly #keys = new Map<string, string>()
  /** The units that systemd runs in the second cluster. */
  readonly #units: ReadonlySet<string>

  constructor(old: readonly Box[], now: readonly Box[], { services = [] }: Cluster) {
    this.#units = new Set(services.map(({ unit }) => unitName(unit)))
    const oldIds = new Set(old.flatMap(withMembers).map(({ id }) => id))
    const nowIds = new Set(now.flatMap(withMembers).map(({ id }) => id))
    for (const box of now.flatMap(withMembers)) {
      this.newNames.set(box.key, box.id)
      this.#keys.set(box.id, box.key)
    }
    for (const box of old.flatMap(withMembers)) this.oldNames.set(box.key, box.id)
    const gone = old.flatMap((box) => this.#gone(box, nowIds))
    this.all = [...now.map((box) => marked(box, oldIds)), ...gone]
  }

  /** The end of a line of the old picture in this one. */
  oldEnd({ key, ...end }: End): End {
    const id = this.oldNames.get(key)
    return { ...end, key: (id === undefined ? undefined : this.#keys.get(id)) ?? renamed(key) }
  }

  #gone(box: Box, nowIds: ReadonlySet<string>): readonly Box[] {
    const members = box.members.flatMap((member) => this.#gone(member, nowIds))
    if (nowIds.has(box.id)) return members
    this.#keys.set(box.id, renamed(box.key))
    return [{ ...this.#withWay(box), key: renamed(box.key), members, difference: 'removed' }]
  }

  /** A box of what leaves, with where it went. */
  #withWay(box: Box): Box {
    const { agent = '', badge } = box
    if (!agent.startsWith('systemd:') || !this.#units.has(unitName(agent.slice('systemd:'.length))))
      return box
    return { ...box, badge: badge === undefined ? 'moved to systemd' : `${badge}, moved to systemd` }
  }
}

function marked(box: Box, oldIds: ReadonlySet<string>): Box {
  const members = box.members.map((member) => marked(member, oldIds))
  return oldIds.has(box.id) ? { ...box, members } : { ...box, members, difference: 'added' }
}

function withMembers(box: Box): readonly Box[] {
  return [box, ...box.members.flatMap(withMembers)]
}

/** Keys of the old picture that are not those of the new one. */
function renamed(key: string): string {
  return `o${key}`
}

function linesOf({ edges }: Picture, names: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set(edges.map((edge) => lineName(edge, names)))
}

/** Equal for lines that look the same and connect the same. */
function lineName(edge: Edge, names: ReadonlyMap<string, string>): string {
  const ends = [edge.from, edge.to].flatMap(({ key, inside }) => [names.get(key) ?? null, inside ?? null])
  const about = edge.line === 'implied' ? [] : [edge.constraint, ...edge.labels]
  return JSON.stringify([edge.line, lookOf(edge), ...ends, ...about])
}
