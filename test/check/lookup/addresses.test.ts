import { isIP } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ipVersion } from '../../../src/check/lookup/addresses.js'

test('an address has the version that Node gives it', () => {
  const part = fc.constantFrom(
    '0',
    '1',
    '01',
    '9',
    '10',
    '99',
    '100',
    '255',
    '256',
    'ff',
    'FFFF',
    'g',
    '12345',
    '',
    ' ',
  )
  const mark = fc.constantFrom(':', '::', '.', '%', ']', '/')
  const pieces = fc
    .array(fc.oneof(part, mark, fc.constant(':'), fc.constant('.')), { maxLength: 16 })
    .map((all) => all.join(''))
  const addresses = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.ipV4Extended(),
    pieces,
    fc.ipV6().map((own) => `${own}%eth0`),
  )
  fc.assert(
    fc.property(addresses, (text) => {
      expect(ipVersion(text)).toBe(isIP(text))
    }),
    { numRuns: Number(process.env.FUZZ ?? 20_000), seed: Number(process.env.SEED ?? 1) },
  )
})
