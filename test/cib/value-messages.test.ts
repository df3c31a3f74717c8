import { expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'

const inside = (schema: string, options: string, constraints: string) =>
  `<cib validate-with="pacemaker-${schema}" admin_epoch="0" epoch="1" num_updates="0"><configuration><crm_config><cluster_property_set id="o">${options}</cluster_property_set></crm_config><nodes/><resources><primitive id="a" class="lsb" type="y"/><primitive id="b" class="lsb" type="y"/></resources><constraints>${constraints}</constraints></configuration></cib>`

it.each([
  [
    '3.9',
    '',
    '<rsc_colocation id="c" rsc="a" with-rsc="b" score="INFINTY"/>',
    'score',
    'score "INFINTY"',
    'INFINITY',
  ],
  [
    '3.9',
    '',
    '<rsc_order id="c" first="a" then="b" kind="Mandatry"/>',
    'kind',
    'kind "Mandatry"',
    'Mandatory',
  ],
  [
    '4.0',
    '<nvpair id="p" name="stonith-action" value="poweroff"/>',
    '',
    'value',
    'stonith-action "poweroff"',
    undefined,
  ],
  [
    '3.9',
    '<nvpair id="p" name="expected-quorum-votes" value="2"/>',
    '',
    'name',
    'name "expected-quorum-votes"',
    undefined,
  ],
])('a wrong value is what is reported: %s %s%s', (schema, options, constraints, attribute, words, near) => {
  const { diagnostics } = readCib(inside(schema, options, constraints), { validate: true })
  expect(diagnostics.map(({ code }) => code)).toEqual(['invalid-value'])
  const [{ message, hint, path } = { message: '', hint: '', path: '' }] = diagnostics
  expect(path.split('/').at(-1)).toBe(`@${attribute}`)
  expect(message).toContain(`${words} is not allowed`)
  expect(hint).toBe(near === undefined ? undefined : `did you mean "${near}"?`)
})
