import { nvpairOf, type SetIds, setIds, setOf } from '../../dsl/attribute/attribute-sets.js'
import type { AttributeSet, Nvpair } from '../../model/index.js'
import type { OptionFacts } from '../../options/facts.js'
import { secretCode } from '../secrets.js'
import { array, type Code, call, merge, object, oneOrMany, text, thunk, unlessEmpty } from '../syntax/code.js'
import { field } from '../syntax/fields.js'
import { kindOf, suits, type TypedAgent } from '../typed-agent.js'
import { convert } from './convert.js'
import { elementLiteral } from './literal.js'
import { ruleCode } from './rules.js'

/** What the sets of an element depend on beside its id. */
export interface SetContext {
  /** The ids that the builder generates, where they do not start with that of the owner. */
  readonly ids?: SetIds
  /** The agent whose parameters these are, where they are typed. */
  readonly agent?: TypedAgent | undefined
  /** What Pacemaker knows of a name, where names and values are typed. */
  readonly known?: (name: string) => OptionFacts | undefined
}

/** The option for the sets of one element; undefined where there are none. */
export function setsCode(
  owner: string | undefined,
  sets: readonly AttributeSet[],
  context: SetContext = {},
): Code | undefined {
  const [first] = sets
  if (first === undefined) return undefined
  const used = new Set<string>()
  const ids = context.ids ?? setIds(String(owner), first.element)
  const codes = sets.map((set) => setCode(set, used, { ...context, ids }))
  return oneOrMany(codes)
}

function setCode(
  set: AttributeSet,
  used: Set<string>,
  { ids, agent, known }: SetContext & { readonly ids: SetIds },
): Code {
  const { element, id, idRef, score, rule, nvpairs } = set
  const own = new Set<string>()
  const named = nvpairs.map(
    (pair) => [String(pair.name), namedCode(pair, String(id), own, ids, agent)] as const,
  )
  const isNamed = nvpairs.every(({ name }) => name !== undefined)
  const isPlain = isNamed && nvpairs.length > 0 && suits(nvpairs, agent) && areTyped(nvpairs, known)
  const options = object({
    score: field(score, 'value'),
    rule: rule && ruleCode(rule, String(id), new Set()),
  })
  const plain = () => object(named)
  const reference = () => call('attributeSetRef', text(String(idRef)))
  const withId = merge(object({ id: text(String(id)) }), options)
  const byName = [unlessEmpty(options), withId].map(
    (given) => () => call('attributeSet', object(named), given),
  )
  return convert<object>(set, {
    becomes: (given, used) => setOf(given, { element, used, ...ids }),
    candidates: [
      ...(isPlain ? [plain] : []),
      ...(idRef === undefined ? [] : [reference]),
      ...(isNamed ? byName : []),
      () => call('attributeSet', listCode(nvpairs, String(id)), withId),
    ],
    otherwise: () => thunk(elementLiteral(set)),
    used,
  })
}

/** True where the types have all these names and values; without types, all are right. */
function areTyped(nvpairs: readonly Nvpair[], known: SetContext['known']): boolean {
  return known === undefined || nvpairs.every(({ name = '', value }) => isTyped(known(name), value))
}

const switches: readonly string[] = ['true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', '1', '0']

function isTyped(facts: OptionFacts | undefined, value: string | undefined): boolean {
  if (facts === undefined) return false
  if (value === undefined) return true
  if (facts.type === 'boolean') return switches.includes(value)
  return facts.type !== 'select' || facts.values?.includes(value) === true
}

/** The value under the pair's name, in a set of that id. */
function namedCode(
  pair: Nvpair,
  set: string,
  own: Set<string>,
  ids: SetIds,
  agent: TypedAgent | undefined,
): Code {
  const name = String(pair.name)
  const code = secretCode(pair) ?? field(pair.value, kindOf(agent, name))
  return convert(pair, {
    becomes: (given, used) => nvpairOf(name, given as string, set, used, ids.nvpairId),
    candidates: [
      ...(code === undefined ? [] : [() => code]),
      () => call('nvpair', object({ value: code })),
      () => call('nvpair', object({ id: field(pair.id, 'text'), value: code })),
      () => call('nvpair', object({ idRef: field(pair.idRef, 'text') })),
    ],
    otherwise: () => thunk(elementLiteral(pair)),
    used: own,
  })
}

/** The nvpairs as a list, for names that are missing or duplicate. */
function listCode(nvpairs: readonly Nvpair[], set: string): Code {
  const own = new Set<string>()
  const codes = nvpairs.map((pair) => {
    const { id, idRef, name, value } = pair
    const fields = {
      idRef: field(idRef, 'text'),
      name: field(name, 'text'),
      value: secretCode(pair) ?? field(value, 'value'),
    }
    return convert<(set: string, used: Set<string>) => Nvpair>(pair, {
      becomes: (part, used) => part(set, used),
      candidates: [
        () => call('nvpair', object(fields)),
        () => call('nvpair', object({ id: field(id, 'text'), ...fields })),
      ],
      otherwise: () => thunk(elementLiteral(pair)),
      used: own,
    })
  })
  return array(codes)
}
