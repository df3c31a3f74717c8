import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  clusterOption,
  clusterOptions,
  namesOfOption,
  obsoleteOption,
} from '../../src/options/cluster-options.js'
import type { OptionFacts } from '../../src/options/facts.js'
import { metaAttribute, metaAttributeNames } from '../../src/options/meta-attributes.js'
import { nodeAttribute } from '../../src/options/node-attributes.js'
import { operation, operationAttribute } from '../../src/options/operations.js'
import { root } from '../support/tools.js'

const types = readFileSync(join(root, 'src/dsl/attribute/known-attributes.ts'), 'utf8')

/** The names of an interface, each with its type in the text. */
function typesOf(name: string): Record<string, string> {
  const [, body = ''] = new RegExp(`export interface ${name} {\n(.*?)\n}`, 's').exec(types) ?? []
  const fields = body.matchAll(/^ {2}readonly '?([\w-]+)'?\?:\s*((?:.|\n {4,})*)/gm)
  return Object.fromEntries(
    [...fields].map(([, field, type = '']) => [field, type.replace(/\s+/g, ' ').trim()]),
  )
}

const expectedType = ({ type, values = [] }: OptionFacts) =>
  type === 'boolean'
    ? 'Switch'
    : `${type === 'select' ? values.map((value) => `'${value}'`).join(' | ') : 'Value'} | NvpairBuilder`

describe('the types of the DSL are those of Pacemaker', () => {
  test.each([
    ['ClusterProperties', Object.keys(clusterOptions), clusterOption],
    ['ResourceMeta', metaAttributeNames(), metaAttribute],
  ] as const)('%s', (name, names, facts) => {
    const expected = Object.fromEntries(
      names.map((known) => [known, expectedType(facts(known) as OptionFacts)]),
    )
    const found = typesOf(name)
    expect(
      Object.fromEntries(Object.entries(found).map(([key, type]) => [key, type.replace(/^\| /, '')])),
    ).toEqual(expected)
  })
})

test('facts are looked up by name', () => {
  expect(clusterOption('no-quorum-policy')).toMatchObject({ type: 'select', default: 'stop' })
  expect(clusterOption('stonith-enabled')).toMatchObject({ renamed: 'fencing-enabled', renamedIn: '3.0.2' })
  expect(clusterOption('fencing-enabled')).toMatchObject({ type: 'boolean', since: '3.0.2' })
  expect(clusterOption('remove-after-stop')).toMatchObject({ until: '3.0.0' })
  expect(clusterOption('toString')).toBeUndefined()
  expect(obsoleteOption('default-resource-stickiness')).toEqual({
    instead: 'resource-stickiness in rsc_defaults',
  })
  expect(namesOfOption('stop-removed-resources')).toEqual(['stop-removed-resources', 'stop-orphan-resources'])
  expect(metaAttribute('interleave', 'primitive')).toBeUndefined()
  expect(metaAttribute('interleave', 'clone')).toMatchObject({ type: 'boolean', default: 'false' })
  expect(operation('start')).toEqual({ name: 'start', recurs: false })
  expect(operationAttribute('on-fail')?.values).toContain('restart-container')
  expect(nodeAttribute('standby')).toMatchObject({ type: 'boolean' })
  expect(nodeAttribute('#health-disk')).toMatchObject({ type: 'score' })
  expect(nodeAttribute('rack')).toBeUndefined()
})
