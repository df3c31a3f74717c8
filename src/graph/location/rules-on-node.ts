import type {
  Cluster,
  ClusterNode,
  Expression,
  Primitive,
  RawElement,
  Rule,
  Template,
} from '../../model/index.js'
import { nodesOf, nvpairValue, primitivesOf, resourcesOf } from '../../model/index.js'
import { dateValue } from '../resource/clock.js'
import { memoizePerCluster } from '../resource/memoize.js'

/** The value of a rule on a node. */
export interface RuleValue {
  /** Undefined where more than the configuration decides. */
  readonly isTrue: boolean | undefined
  /** An attribute that decides it, and that nothing in the configuration sets. */
  readonly unset?: string
}

/** Whether a rule of a location is true on a node. */
export function ruleOnNode(rule: Rule, node: string, cluster: Cluster): RuleValue {
  const isOr = rule.booleanOp?.toLowerCase() === 'or'
  const values = rule.expressions.map((expression): RuleValue => {
    if (expression.element === 'rule') return ruleOnNode(expression, node, cluster)
    if (expression.element === 'expression') return expressionOnNode(expression, node, cluster)
    return { isTrue: expression.element === 'date_expression' ? dateValue(expression) : undefined }
  })
  if (rule.idRef !== undefined || values.length === 0) return { isTrue: undefined }
  const decisive = values.filter(({ isTrue }) => isTrue === isOr)
  const [best] = decisive.sort((a, b) => Number(a.unset !== undefined) - Number(b.unset !== undefined))
  if (best !== undefined) return best
  if (values.some(({ isTrue }) => isTrue === undefined)) return { isTrue: undefined }
  const unset = values.flatMap((value) => value.unset ?? [])[0]
  return { isTrue: !isOr, ...(unset === undefined ? {} : { unset }) }
}

function expressionOnNode(expression: Expression, name: string, cluster: Cluster): RuleValue {
  const { attribute, operation, value, valueSource, type } = expression
  if (attribute === undefined || operation === undefined) return { isTrue: undefined }
  if (valueSource !== undefined && valueSource !== 'literal') return { isTrue: undefined }
  const node = nodesOf(cluster).find(({ uname }) => uname === name)
  const known = node === undefined ? nameOnly(name, attribute) : attributeOn(node, attribute)
  if (known !== undefined) return { isTrue: compare(known, operation, value, type) }
  if (mayBeSet(attribute, cluster)) return { isTrue: undefined }
  return { isTrue: withoutValue(operation, value), unset: attribute }
}

/** Of a remote or guest node that `<nodes>` does not list. */
function nameOnly(name: string, attribute: string): string | undefined {
  return attribute === '#uname' ? name : undefined
}

function attributeOn(node: ClusterNode, name: string): string | undefined {
  if (name === '#uname') return node.uname
  if (name === '#id') return node.id
  if (name === '#kind') return node.type === 'remote' ? 'remote' : 'cluster'
  return nvpairValue(node.instanceAttributes, name)
}

function compare(
  known: string,
  operation: string,
  value: string | undefined,
  type?: string,
): boolean | undefined {
  switch (operation.toLowerCase()) {
    case 'defined':
      return true
    case 'not_defined':
      return false
  }
  if (value === undefined || (type !== undefined && type !== 'string')) return undefined
  const isEqual = known.toLowerCase() === value.toLowerCase()
  if (/^-?\d/.test(known) && /^-?\d/.test(value) && !isEqual) return undefined
  if (operation.toLowerCase() === 'eq') return isEqual
  return operation.toLowerCase() === 'ne' ? !isEqual : undefined
}

/** Without a value, only these tests are true. */
function withoutValue(operation: string, value: string | undefined): boolean {
  const test = operation.toLowerCase()
  return test === 'not_defined' || (test === 'ne' && value !== undefined)
}

/** The attributes that agents set whatever their parameters are. */
const ofAgents: ReadonlyMap<string, RegExp> = new Map([
  ['sysinfo', /^(arch|os|cpu_\w+|ram_\w+|free_swap|\w*_free)$/],
  ['saphana', /^(hana|lpa)_/],
  ['saphanatopology', /^(hana|lpa)_/],
  ['saphanacontroller', /^(hana|lpa)_/],
  ['sapinstance', /^runs_ers_/],
  ['machine-info', /^machines$/],
  ['openstack-info', /^openstack_/],
  ['openstack-floating-ip', /^openstack_floating_ip$/],
  ['openstack-virtual-ip', /^openstack_virtual_ip$/],
])

/** The parameter of an agent that names an attribute, and its default; of the other agents it is `name`. */
const namedByParameter: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['ping', ['name', 'pingd']],
  ['pingd', ['name', 'pingd']],
  ['mysql', ['reader_attribute', 'readable']],
])

const settable = memoizePerCluster(() => new Map<string, boolean>())

/** True where Pacemaker, an agent, or the cluster's status may give a node the attribute. */
function mayBeSet(name: string, cluster: Cluster): boolean {
  const known = settable(cluster)
  const isSettable = known.get(name) ?? isSetBySomething(name, cluster)
  known.set(name, isSettable)
  return isSettable
}

function isSetBySomething(name: string, cluster: Cluster): boolean {
  if (name.startsWith('#') || isInStatus(name, cluster.status)) return true
  const resources = resourcesOf(cluster)
  return resources.some((resource) =>
    resource.element === 'template'
      ? setsAttribute(resource, name)
      : primitivesOf(resource).some((primitive) => setsAttribute(primitive, name)),
  )
}

function setsAttribute(
  { id, class: kind, provider, type, instanceAttributes }: Primitive | Template,
  name: string,
): boolean {
  // Pacemaker ignores a resource without an id, which a CIB can have.
  if (kind !== 'ocf' || id === undefined) return false
  if (provider !== 'heartbeat' && provider !== 'pacemaker') return true
  const agent = (type ?? '').toLowerCase()
  const [parameter, byDefault] = namedByParameter.get(agent) ?? ['name', undefined]
  const given = nvpairValue(instanceAttributes, parameter) ?? byDefault
  return (
    given === name ||
    agent === 'attribute' ||
    agent === 'ethmonitor' ||
    ofAgents.get(agent)?.test(name) === true ||
    [id, agent].some((part) => part !== '' && name.toLowerCase().includes(part.toLowerCase()))
  )
}

function isInStatus(name: string, status: RawElement | undefined): boolean {
  const waiting = status === undefined ? [] : [status]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (
      element.name === 'nvpair' &&
      element.attributes.some(([key, value]) => key === 'name' && value === name)
    ) {
      return true
    }
    waiting.push(...element.children)
  }
  return false
}
