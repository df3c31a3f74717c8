import { isIn, versionOf } from '../cib/validate/grammar/versions.js'
import { claimId, pcsId } from '../model/ids.js'
import { type Edited, element, insertion, type Pair, pairsIn, removal, setPairs } from './edits.js'
import { newColocation, newOrder } from './new-constraints.js'
import type { TextChange } from './rename.js'
import { ofResource } from './resource-fixes.js'
import { attributeIn, findWritten, idsIn, type WrittenElement, writtenById, writtenRoot } from './written.js'

/** What a hint asks for, as changes of the text. */
export interface Fix {
  readonly title: string
  readonly changes: readonly TextChange[]
}

/** The last part of a hint, where it is pcs commands; after a comma or semicolon may be when they are right. */
const commands =
  /(?:^|: )(pcs [\w.@=%:/-]+(?: [\w.@=%:/-]+)+(?:; pcs [\w.@=%:/-]+(?: [\w.@=%:/-]+)+)*)(?:$|, (?!or )|; (?!pcs ))/

/** Words in place of which a person has to write something. */
const placeholder = /(?:^|=)(?:VALUE|DIRECTORY|NODES?|DEVICE|RSC|ID)$/

/** The pcs commands of a hint, applied to a text; undefined where there is none, or one that is not known here. */
export function fixOf(hint: string | undefined, text: string): Fix | undefined {
  const title = commands.exec(hint ?? '')?.[1]
  if (title === undefined) return undefined
  const lines = title.split('; ').map((line) => line.split(' ').slice(1))
  const root = lines.flat().some((word) => placeholder.test(word)) ? undefined : writtenRoot(text)
  if (root === undefined) return undefined
  const edited = { text, ids: idsIn(root) }
  const changes: TextChange[] = []
  for (const words of lines) {
    const own = changesOf(inSchema(words, attributeIn(root, 'validate-with')), root, edited)
    if (own === undefined || own.length === 0) return undefined
    changes.push(...own)
  }
  return { title, changes }
}

/** The words as a schema before 3.7 has them: with Master and Slave. */
function inSchema(words: readonly string[], schema: string | undefined): readonly string[] {
  const version = versionOf(schema)
  if (version === undefined || isIn(version, { since: '3.7' })) return words
  return words.map((word) =>
    word.replace(/^((?:.*=)?)Promoted$/, '$1Master').replace(/^((?:.*=)?)Unpromoted$/, '$1Slave'),
  )
}

function changesOf(
  words: readonly string[],
  root: WrittenElement,
  edited: Edited,
): readonly TextChange[] | undefined {
  const [object, verb = '', ...rest] = words
  const section = (name: string) => findWritten(root, (written) => written.name === name)
  switch (`${object} ${verb}`) {
    case 'property set':
    case 'property unset': {
      const pairs = verb === 'set' ? pairsIn(rest) : rest.map((name) => [name, ''] as const)
      const config = section('crm_config')
      return (
        config && pairs && setPairs(config, 'cluster_property_set', pairs, edited, 'cib-bootstrap-options')
      )
    }
    case 'node unstandby':
    case 'node unmaintenance': {
      const node = findWritten(root, (each) => each.name === 'node' && attributeIn(each, 'uname') === rest[0])
      const name = verb === 'unstandby' ? 'standby' : 'maintenance'
      return node && setPairs(node, 'instance_attributes', [[name, '']], edited)
    }
    case 'constraint delete':
      return withoutConstraints(rest, root, edited)
    case 'resource clear':
      return withoutConstraints(leftOf(rest[0], root), root, edited)
    case 'constraint order':
      return added(section('constraints'), newOrder(rest, edited), edited)
    case 'constraint colocation':
      return added(
        section('constraints'),
        rest[0] === 'add' ? newColocation(rest.slice(1), edited) : undefined,
        edited,
      )
    case 'resource enable':
    case 'resource manage': {
      const resource = writtenById(root, rest[0])
      const pairs: readonly Pair[] = [[verb === 'enable' ? 'target-role' : 'is-managed', '']]
      return (
        resource &&
        [resource, ...resource.children].flatMap((each) => setPairs(each, 'meta_attributes', pairs, edited))
      )
    }
    case 'resource defaults':
      return rest[0] === 'update' ? defaultsOf(root, pairsIn(rest.slice(1)) ?? [], edited) : undefined
    case 'resource meta':
    case 'resource update':
    case 'stonith update':
    case 'resource op':
      return ofResource(verb, rest, root, edited)
    default:
      return undefined
  }
}

function added(parent: WrittenElement | undefined, xml: string | undefined, { text }: Edited) {
  return parent === undefined || xml === undefined ? undefined : [insertion(parent, [xml], text)]
}

/** The constraints that a ban or move of a resource has left, by the ids that pcs and crm_resource give. */
function leftOf(resource: string | undefined, root: WrittenElement): readonly string[] {
  const section = findWritten(root, ({ name }) => name === 'constraints')
  return (section?.children ?? [])
    .filter((each) => attributeIn(each, 'rsc') === resource)
    .map((each) => attributeIn(each, 'id') ?? '')
    .filter((id) => /^cli-(?:ban|prefer|standby)-/.test(id))
}

function withoutConstraints(ids: readonly string[], root: WrittenElement, { text }: Edited) {
  const found = ids.map((id) => writtenById(root, id))
  const isFree = (each: WrittenElement | undefined): each is WrittenElement =>
    each?.name.startsWith('rsc_') === true && !isReferredTo(each, root)
  return found.every(isFree) ? found.map((each) => removal(each, text)) : undefined
}

function defaultsOf(root: WrittenElement, pairs: readonly Pair[], edited: Edited) {
  const defaults = findWritten(root, ({ name }) => name === 'rsc_defaults')
  const id = 'rsc_defaults-meta_attributes'
  if (defaults !== undefined) return setPairs(defaults, 'meta_attributes', pairs, edited, id)
  const configuration = findWritten(root, ({ name }) => name === 'configuration')
  const set = claimId(id, edited.ids)
  const nvpairs = pairs.map(([name, value]) =>
    element('nvpair', [
      ['id', pcsId.nvpair(set, name)],
      ['name', name],
      ['value', value],
    ]),
  )
  const xml = `<rsc_defaults><meta_attributes id="${set}">${nvpairs.join('')}</meta_attributes></rsc_defaults>`
  return configuration && [insertion(configuration, [xml], edited.text)]
}

/** True where an `id-ref` elsewhere, or a tag, names the element or a part of it. */
function isReferredTo(removed: WrittenElement, root: WrittenElement): boolean {
  const ids = idsIn(removed)
  const names = (element: WrittenElement) =>
    element !== removed &&
    [
      attributeIn(element, 'id-ref'),
      element.name === 'obj_ref' ? attributeIn(element, 'id') : undefined,
    ].some((id) => id !== undefined && ids.has(id))
  return findWritten(root, names) !== undefined
}
