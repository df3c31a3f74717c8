import { type Random, randomOf } from './random.js'

/** A random cluster of resources that get their meta attributes in every way there is. */
export interface RandomMeta {
  readonly cib: string
  readonly resources: readonly string[]
  readonly names: readonly string[]
}

const names = ['priority', 'colour', 'is-managed']

/** The cluster number `seed`. */
export function randomMeta(seed: number): RandomMeta {
  const random = randomOf(seed)
  const draw = drawer(random)
  const primitive = (id: string) => {
    const agent = random.chance(0.5)
      ? `template="${random.pick(['T', 'U'])}"`
      : `class="ocf" provider="${random.pick(['pacemaker', 'heartbeat'])}" type="Dummy"`
    return `<primitive id="${id}" ${agent}>${draw.sets(3)}</primitive>`
  }
  const template = (id: string) =>
    `<template id="${id}" class="ocf" provider="pacemaker" type="Stateful">${draw.sets(2)}</template>`
  const group = (id: string, member: string) =>
    `<group id="${id}">${draw.sets(1)}${primitive(member)}</group>`
  const resources = [
    template('T'),
    template('U'),
    primitive('a'),
    group('g', 'b'),
    `<clone id="c">${draw.sets(2)}${group('h', 'd')}</clone>`,
    `<bundle id="e">${draw.sets(1)}<podman image="x" replicas="1"/><network control-port="9"/>${primitive('f')}</bundle>`,
  ]
  const defaults = `<rsc_defaults>${draw.sets(3)}</rsc_defaults>`
  return {
    cib:
      '<cib crm_feature_set="3.16.1" validate-with="none" epoch="1" num_updates="0" admin_epoch="0"><configuration>' +
      `<crm_config/><nodes><node id="1" uname="n1"/></nodes><resources>${resources.join('')}</resources>` +
      `<constraints/>${defaults}</configuration><status/></cib>`,
    resources: ['a', 'g', 'b', 'c', 'd', 'e', 'f'],
    names,
  }
}

function drawer(random: Random) {
  let count = 0
  const knownSets: string[] = []
  const knownPairs: string[] = []
  const next = (kind: string) => {
    count += 1
    return `${kind}${count}`
  }
  const pair = () => {
    if (knownPairs.length > 0 && random.chance(0.2)) {
      const name = random.chance(0.3) ? ` name="${random.pick(names)}"` : ''
      return `<nvpair id-ref="${random.pick(knownPairs)}"${name}/>`
    }
    const id = next('nv')
    knownPairs.push(id)
    const value = random.chance(0.08) ? '#default' : `${count}`
    return `<nvpair id="${id}" name="${random.pick(names)}" value="${value}"/>`
  }
  const expression = (): string =>
    random.pick([
      `<rsc_expression id="${next('x')}" class="ocf" provider="pacemaker"/>`,
      `<rsc_expression id="${next('x')}" class="ocf" provider="pacemaker" type="Dummy"/>`,
      `<rsc_expression id="${next('x')}" type="Dummy"/>`,
      `<rsc_expression id="${next('x')}" class="ocf"/>`,
      `<expression id="${next('x')}" attribute="#uname" operation="eq" value="n1"/>`,
      `<expression id="${next('x')}" attribute="rack" operation="not_defined"/>`,
      `<expression id="${next('x')}" attribute="rack" operation="ne" value="1"/>`,
      `<date_expression id="${next('x')}" operation="gt" start="2001-01-01"/>`,
      `<date_expression id="${next('x')}" operation="lt" end="2001-01-01"/>`,
    ])
  const rule = (depth: number): string => {
    const parts = Array.from({ length: random.between(1, 2) }, () =>
      depth < 1 && random.chance(0.2) ? rule(depth + 1) : expression(),
    )
    const join = random.pick(['', ' boolean-op="or"', ' boolean-op="and"'])
    return `<rule id="${next('r')}"${join} score="0">${parts.join('')}</rule>`
  }
  const set = () => {
    if (knownSets.length > 0 && random.chance(0.15))
      return `<meta_attributes id-ref="${random.pick(knownSets)}"/>`
    const id = next('set')
    knownSets.push(id)
    const score = random.chance(0.3) ? ` score="${random.pick(['5', '-5', 'INFINITY', '0'])}"` : ''
    const when = random.chance(0.35) ? rule(0) : ''
    const pairs = Array.from({ length: random.between(1, 3) }, pair)
    return `<meta_attributes id="${id}"${score}>${when}${pairs.join('')}</meta_attributes>`
  }
  return { sets: (most: number) => Array.from({ length: random.between(0, most) }, set).join('') }
}
