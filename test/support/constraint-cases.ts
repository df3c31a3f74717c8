/** A CIB in which something is wrong, and at which level crm_verify 2.1.5 reports it. */
export interface ConditionCase {
  readonly name: string
  /** `newer`: only versions after 2.1.5 report it, as an error or, with `newer-warning`, as a warning. */
  readonly level: 'error' | 'warning' | 'newer' | 'newer-warning' | 'silent'
  /** Resources beside a, b, the clone c-clone and the promotable clone d-clone. */
  readonly resources?: string
  readonly constraints?: string
  readonly tags?: string
  /** True where the schema accepts it. */
  readonly isValid?: boolean
}

const dummy = (id: string) => `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy"/>`
const meta = (id: string, name: string, value: string) =>
  `<meta_attributes id="${id}-meta"><nvpair id="${id}-meta-${name}" name="${name}" value="${value}"/></meta_attributes>`
const order = (attributes: string, inside = '') => `<rsc_order id="x" ${attributes}>${inside}</rsc_order>`
const colocation = (attributes: string, inside = '') =>
  `<rsc_colocation id="x" ${attributes}>${inside}</rsc_colocation>`
const location = (attributes: string, inside = '') =>
  `<rsc_location id="x" ${attributes}>${inside}</rsc_location>`
const ticket = (attributes: string, inside = '') => `<rsc_ticket id="x" ${attributes}>${inside}</rsc_ticket>`
const set = (attributes: string, ...members: string[]) =>
  `<resource_set ${attributes}>${members.map((id) => `<resource_ref id="${id}"/>`).join('')}</resource_set>`
const condition = (inside: string, attributes = 'id="r" score="5"') =>
  location('rsc="a"', `<rule ${attributes}>${inside}</rule>`)
const expression = '<expression id="e" attribute="rack" operation="eq" value="1"/>'
const dates = (attributes: string, inside = '') =>
  condition(`<date_expression id="e" ${attributes}>${inside}</date_expression>`)

const error = (name: string, constraints: string, more: Partial<ConditionCase> = {}): ConditionCase => ({
  name,
  level: 'error',
  constraints,
  ...more,
})
const warning = (name: string, constraints: string): ConditionCase => ({
  name,
  level: 'warning',
  constraints,
})
const newer = (name: string, constraints: string, more: Partial<ConditionCase> = {}): ConditionCase => ({
  name,
  level: 'newer',
  constraints,
  ...more,
})

export const constraintCases: readonly ConditionCase[] = [
  error('an order without id', '<rsc_order first="a" then="b"/>'),
  error('a colocation without id', '<rsc_colocation rsc="a" with-rsc="b" score="5"/>'),
  error('a location without id', '<rsc_location rsc="a" node="n1" score="5"/>'),
  error('a ticket without id', '<rsc_ticket rsc="a" ticket="t"/>'),
  error('an unknown element among constraints', '<rsc_together id="x"/>'),
  warning(
    'a lifetime',
    order('first="a" then="b"', `<lifetime><rule id="r" score="0">${expression}</rule></lifetime>`),
  ),
  error('an order after nothing', order('then="b"')),
  error('an order before nothing', order('first="a"')),
  error('an order after an unknown resource', order('first="z" then="b"')),
  error('an order before an unknown resource', order('first="a" then="z"')),
  error('an unknown kind', order('first="a" then="b" kind="Sometimes"')),
  warning('a score instead of a kind', order('first="a" then="b" score="0"')),
  warning('Serialize in both directions', order('first="a" then="b" kind="Serialize" symmetrical="true"')),
  warning('require-all after a clone', order('first="c-clone" then="b" require-all="false"')),
  warning('an unknown action', order('first="a" first-action="boot" then="b" then-action="start"')),
  error('an instance of a primitive', order('first="a" first-instance="0" then="b"')),
  error('an instance that a clone does not have', order('first="c-clone" first-instance="9" then="b"')),
  warning('an instance of a clone', order('first="c-clone" first-instance="0" then="b"')),
  error('an order with itself', order('first="a" then="a"')),
  error('a colocation of an unknown resource', colocation('rsc="z" with-rsc="b" score="5"')),
  error('a colocation with an unknown resource', colocation('rsc="a" with-rsc="z" score="5"')),
  error('a colocation of nothing', colocation('with-rsc="b" score="5"')),
  error('a colocation with nothing', colocation('rsc="a" score="5"')),
  error('a colocation of two tags', colocation('rsc="t" with-rsc="u" score="5"'), {
    tags: '<tag id="t"><obj_ref id="a"/></tag><tag id="u"><obj_ref id="b"/></tag>',
    isValid: true,
  }),
  error('an influence that is no boolean', colocation('rsc="a" with-rsc="b" score="5" influence="some"'), {
    isValid: true,
  }),
  warning('a symmetrical colocation', colocation('rsc="a" with-rsc="b" score="5" symmetrical="true"')),
  error('an unknown role in a colocation', colocation('rsc="a" with-rsc="b" rsc-role="Leader" score="5"')),
  newer('a colocation of an unreadable score', colocation('rsc="a" with-rsc="b" score="much"')),
  newer('a colocation set of an unreadable score', colocation('', set('id="s" score="much"', 'a', 'b'))),
  warning(
    'an instance of a clone in a colocation',
    colocation('rsc="a" with-rsc="c-clone" with-rsc-instance="0" score="5"'),
  ),
  error(
    'an instance of a primitive in a colocation',
    colocation('rsc="a" rsc-instance="0" with-rsc="b" score="5"'),
  ),
  warning(
    'a missing instance in a colocation',
    colocation('rsc="a" with-rsc="c-clone" with-rsc-instance="9" score="5"'),
  ),
  error('a mandatory colocation with a loose group', colocation('rsc="a" with-rsc="g" score="INFINITY"'), {
    resources: `<group id="g">${meta('g', 'collocated', 'false')}${dummy('g1')}${dummy('g2')}</group>`,
    isValid: true,
  }),
  error('clones with different numbers on a node', colocation('rsc="i" with-rsc="u" score="INFINITY"'), {
    resources:
      `<clone id="i">${meta('i', 'interleave', 'true')}${dummy('i1')}</clone>` +
      `<clone id="u"><meta_attributes id="u-meta"><nvpair id="u-1" name="clone-node-max" value="2"/><nvpair id="u-2" name="globally-unique" value="true"/><nvpair id="u-3" name="clone-max" value="4"/></meta_attributes>${dummy('u1')}</clone>`,
    isValid: true,
  }),
  error('a location of an unknown resource', location('rsc="z" node="n1" score="5"')),
  error('a location by a pattern that is none', location('rsc-pattern="a(" node="n1" score="5"'), {
    isValid: true,
  }),
  error('a location by a pattern of another language', location('rsc-pattern="(?:a)" node="n1" score="5"'), {
    isValid: true,
  }),
  error('a location without node', location('rsc="a" score="5"')),
  error('a location without score', location('rsc="a" node="n1"')),
  newer('a location of an unreadable score', location('rsc="a" node="n1" score="much"')),
  error('an unknown role in a location', location('rsc="a" node="n1" role="Leader" score="5"')),
  error('an unknown resource-discovery', location('rsc="a" node="n1" resource-discovery="rarely" score="5"')),
  error('a location with a set without id', location('node="n1" score="5"', set('', 'a', 'b'))),
  error(
    'a location with a set of an unknown resource',
    location('node="n1" score="5"', set('id="s"', 'a', 'z')),
  ),
  error('a ticket without name', ticket('rsc="a"')),
  error('a ticket of an unknown resource', ticket('rsc="z" ticket="t"')),
  error('a ticket without resource', ticket('ticket="t"')),
  error('a ticket with a set without id', ticket('ticket="t"', set('', 'a', 'b'))),
  error('a ticket with an unknown role', ticket('rsc="a" rsc-role="Leader" ticket="t"')),
  error('a ticket of an instance of a primitive', ticket('rsc="a" rsc-instance="0" ticket="t"')),
  error('an order with an unknown resource in a set', order('', set('id="s"', 'a', 'z'))),
  error('a colocation with an unknown resource in a set', colocation('score="5"', set('id="s"', 'a', 'z'))),
  error('a ticket with an unknown resource in a set', ticket('ticket="t"', set('id="s"', 'a', 'z'))),
  newer('a colocation with a set without id', colocation('score="5"', set('', 'a', 'b'))),
  {
    name: 'ordering in a set',
    level: 'newer-warning',
    constraints: colocation('score="5"', set('id="s" ordering="listed"', 'a', 'b')),
  },
  warning(
    'Serialize in a set of a symmetrical order',
    order('symmetrical="true"', set('id="s" kind="Serialize"', 'a', 'b')),
  ),
  error('an unknown kind of a set', order('', set('id="s" kind="Sometimes"', 'a', 'b'))),
  error('a tag without id', '', { tags: '<tag><obj_ref id="a"/></tag>' }),
  error('a tag with a member without id', '', { tags: '<tag id="t"><obj_ref/></tag>' }),
  error('a constraint on an empty tag', order('first="t" then="b"'), { tags: '<tag id="t"/>' }),
  error('a constraint on a tag of something else', order('first="t" then="b"'), {
    tags: '<tag id="t"><obj_ref id="p1"/></tag>',
    isValid: true,
  }),
  error('a constraint on a template without resources', order('first="tpl" then="b"'), {
    resources: '<template id="tpl" class="ocf" provider="pacemaker" type="Dummy"/>',
    isValid: true,
  }),
  error('a constraint on the inside of a clone', order('first="c" then="b"'), { isValid: true }),
  error('a constraint on a group inside a clone', location('rsc="g" node="n1" score="5"'), {
    resources: `<clone id="gc"><group id="g">${dummy('g1')}</group></clone>`,
    isValid: true,
  }),
  error(
    'a promotion that an interleaved clone waits for',
    order('first="c-clone" first-action="promote" then="i" then-action="start"'),
    {
      resources: `<clone id="i">${meta('i', 'interleave', 'true')}${dummy('i1')}</clone>`,
      isValid: true,
    },
  ),
]

const bundled = (id: string) =>
  `<bundle id="${id}">${meta(id, 'interleave', 'true')}<podman image="i" replicas="2" promoted-max="1"/><network control-port="3121"/><primitive id="${id}1" class="ocf" provider="pacemaker" type="Stateful"/></bundle>`
const roles = (first: string, then: string) => `first-action="${first}" then-action="${then}"`

/** Orders of promotions with bundles, which crm_verify 2.1.5 reports in these combinations only. */
export const bundleOrderCases: readonly ConditionCase[] = [
  ['error', 'promote', 'promote', 'y'],
  ['error', 'promote', 'start', 'y'],
  ['error', 'start', 'promote', 'y'],
  ['error', 'demote', 'demote', 'y'],
  ['silent', 'start', 'start', 'y'],
  ['silent', 'promote', 'start', 'c-clone'],
  ['silent', 'promote', 'start', 'a'],
].map(([level = '', first = '', then = '', after = '']) => ({
  name: `${first} a bundle, then ${then} ${after}`,
  level: level as 'error' | 'silent',
  resources: `${bundled('b1')}${bundled('y')}`,
  constraints: order(`first="b1" then="${after}" ${roles(first, then)}`),
  isValid: true,
}))

export const conditionCases: readonly ConditionCase[] = [
  error('a rule without expression', condition('')),
  error('a rule without id', condition(expression, 'score="5"')),
  error('a rule of a location without score', condition(expression, 'id="r"'), { isValid: true }),
  newer('a rule of an unreadable score', condition(expression, 'id="r" score="much"')),
  error('a rule with an unknown role', condition(expression, 'id="r" score="5" role="Leader"'), {
    isValid: true,
  }),
  newer('an unknown boolean-op', condition(expression, 'id="r" score="5" boolean-op="xor"')),
  error('an unknown condition', condition('<moon_expression id="e"/>')),
  error('a reference to a rule that is missing', condition('', 'id-ref="nowhere"')),
  error('an expression without attribute', condition('<expression id="e" operation="eq" value="1"/>')),
  error('an expression without operation', condition('<expression id="e" attribute="rack" value="1"/>')),
  newer(
    'an unknown operation',
    condition('<expression id="e" attribute="rack" operation="like" value="1"/>'),
  ),
  newer(
    'an unknown value-source',
    condition('<expression id="e" attribute="rack" operation="eq" value="1" value-source="file"/>'),
  ),
  newer(
    'a value beside defined',
    condition('<expression id="e" attribute="rack" operation="defined" value="1"/>'),
    { isValid: true },
  ),
  newer('no value beside eq', condition('<expression id="e" attribute="rack" operation="eq"/>'), {
    isValid: true,
  }),
  newer(
    'an unknown type',
    condition('<expression id="e" attribute="rack" operation="eq" value="1" type="date"/>'),
  ),
  {
    name: 'a number that is none',
    level: 'newer-warning',
    constraints: condition('<expression id="e" attribute="rack" operation="lt" value="low" type="number"/>'),
  },
  newer('an rsc_expression without id', condition('<rsc_expression class="ocf"/>')),
  newer('an op_expression without name', condition('<op_expression id="e"/>')),
  newer(
    'an op_expression of no interval',
    condition('<op_expression id="e" name="monitor" interval="often"/>'),
  ),
  error('a start that is no date', dates('operation="gt" start="tomorrow"'), { isValid: true }),
  error('an end that is no date', dates('operation="lt" end="31.12.2030"'), { isValid: true }),
  error('a month that is none', dates('operation="gt" start="2030-13-01"'), { isValid: true }),
  error('a day that is none', dates('operation="gt" start="2030-02-30"'), { isValid: true }),
  error('a day of the year that is none', dates('operation="gt" start="2030-367"'), { isValid: true }),
  error('a day of the week that is none', dates('operation="gt" start="2030-W10-8"'), { isValid: true }),
  error('an hour that is none', dates('operation="gt" start="2030-01-01 25:00:00"'), { isValid: true }),
  error('a minute that is none', dates('operation="gt" start="2030-01-01 10:60:00"'), { isValid: true }),
  newer('a range without limits', dates('operation="in_range"')),
  newer('gt without start', dates('operation="gt" end="2030-01-01"')),
  newer('lt without end', dates('operation="lt" start="2030-01-01"')),
  error('date_spec without its child', dates('operation="date_spec"')),
  newer('an unknown date operation', dates('operation="around" start="2030-01-01"')),
  newer('a date without id', condition('<date_expression operation="gt" start="2030-01-01"/>')),
  newer('a date_spec without id', dates('operation="date_spec"', '<date_spec hours="1"/>')),
  newer(
    'a date_spec that is no range',
    dates('operation="date_spec"', '<date_spec id="ds" hours="early"/>'),
    { isValid: true },
  ),
  newer(
    'a duration that is no number',
    dates('operation="in_range" start="2030-01-01"', '<duration id="du" hours="two"/>'),
    { isValid: true },
  ),
  {
    name: 'moon',
    level: 'newer-warning',
    constraints: dates('operation="date_spec"', '<date_spec id="ds" moon="4"/>'),
  },
  {
    name: 'several rules in a location',
    level: 'newer-warning',
    constraints: location(
      'rsc="a"',
      `<rule id="r" score="5">${expression}</rule><rule id="q" score="6">${expression.replace('"e"', '"f"')}</rule>`,
    ),
  },
]

const inResources = (
  level: ConditionCase['level'],
  name: string,
  resources: string,
  isValid = true,
): ConditionCase => ({ name, level, resources, isValid })

const cloned = (name: string, value: string, inner = dummy('x1')) =>
  `<clone id="x">${meta('x', name, value)}${inner}</clone>`
const systemd = '<primitive id="x1" class="systemd" type="nginx"/>'
const bundle = (container: string, inside: string, primitive = dummy('x1')) =>
  `<bundle id="x">${container}${inside}${primitive}</bundle>`
const network = '<network control-port="3121"/>'

export const collectiveCases: readonly ConditionCase[] = [
  inResources('warning', 'an empty group', '<group id="x"/>', false),
  inResources(
    'warning',
    'a group that is not ordered',
    `<group id="x">${meta('x', 'ordered', 'false')}${dummy('x1')}</group>`,
  ),
  inResources(
    'warning',
    'a group that is not collocated',
    `<group id="x">${meta('x', 'collocated', 'no')}${dummy('x1')}</group>`,
  ),
  inResources('error', 'an empty clone', '<clone id="x"/>', false),
  inResources('error', 'several anonymous instances on a node', cloned('clone-node-max', '2')),
  inResources('warning', 'a unique clone of systemd', cloned('globally-unique', 'true', systemd)),
  inResources('warning', 'a clone-max that is no number', cloned('clone-max', 'all')),
  inResources('warning', 'a negative clone-max', cloned('clone-max', '-1')),
  inResources('newer-warning', 'master-max', cloned('master-max', '1')),
  inResources('error', 'a promotable clone of systemd', cloned('promotable', 'true', systemd)),
  inResources(
    'error',
    'a bundle without container',
    `<bundle id="x">${network}${dummy('x1')}</bundle>`,
    false,
  ),
  inResources(
    'error',
    'several replicas on one port',
    bundle('<podman image="i" replicas="2" replicas-per-host="2"/>', network),
  ),
  inResources('error', 'a bundle without network', bundle('<podman image="i"/>', '')),
  inResources('error', 'a bundle with an empty network', bundle('<podman image="i"/>', '<network/>')),
  inResources(
    'error',
    'a mapping of no port',
    bundle('<podman image="i"/>', '<network control-port="1"><port-mapping id="pm"/></network>'),
    false,
  ),
  inResources(
    'error',
    'a mount of nothing',
    bundle('<podman image="i"/>', `${network}<storage><storage-mapping id="sm" target-dir="/a"/></storage>`),
    false,
  ),
  inResources(
    'error',
    'a mount to nowhere',
    bundle('<podman image="i"/>', `${network}<storage><storage-mapping id="sm" source-dir="/a"/></storage>`),
    false,
  ),
  inResources(
    'warning',
    'replicas that are no number',
    bundle('<podman image="i" replicas="few"/>', network),
    false,
  ),
  inResources('warning', 'no replicas', bundle('<podman image="i" replicas="0"/>', network), false),
  inResources('newer-warning', 'rkt', bundle('<rkt image="i"/>', network)),
  inResources('newer-warning', 'masters', bundle('<podman image="i" masters="1"/>', network), false),
]
