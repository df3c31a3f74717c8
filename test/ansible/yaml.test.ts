import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toAnsible } from '../../src/ansible/index.js'
import { toYaml } from '../../src/ansible/yaml.js'
import { cluster, ocf } from '../../src/index.js'
import { readYaml } from '../support/ansible-role.js'
import { hostileText } from '../support/hostile.js'
import { seed } from '../support/properties.js'
import { describeWith } from '../support/tools.js'

describeWith(['python3'], 'variables as PyYAML reads them', () => {
  test('are the same, whatever the texts are', () => {
    const words = [
      'yes',
      'off',
      'null',
      '~',
      '=',
      '<<',
      '012',
      '1:30',
      '1e3',
      '0x1f',
      '- a',
      '#',
      '{{ x }}',
      '{% x %}',
      '{# x',
      '*a',
      '&a',
      '!x',
      '2030-01-01',
      '\u0085',
      '\u2028',
      '\ufeff',
    ]
    const text = fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.constantFrom(...words))
    const values = fc.sample(fc.array(text), { numRuns: 300, seed })
    const texts = values.map((value) => toYaml({ value }, ' of us'))
    expect(readYaml(texts)).toEqual(values.map((value) => ({ value })))
  })

  test('are no templates for Ansible', () => {
    const { output } = toAnsible(withValue('{{ lookup("pipe", "id") }}'))
    expect(output).toContain('value: !unsafe "{{ lookup(\\"pipe\\", \\"id\\") }}"')
  })
})

function withValue(value: string) {
  return cluster({
    resources: [ocf.pacemaker.Dummy('a', { state: value }, { operations: { monitor: { interval: '10s' } } })],
  })
}
