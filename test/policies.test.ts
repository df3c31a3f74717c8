import { check, cluster, neverTogether, onlyWith, primitive, startsBefore, vipWithHaproxy } from 'lightcib'
import { describe, expect, it } from 'vitest'

const web = cluster({ resources: [primitive('web', 'systemd:nginx')] })

describe('a policy that names what is not there', () => {
  it.each([
    onlyWith('web', 'haproxi'),
    onlyWith('wep', 'web'),
    startsBefore('web', 'haproxi'),
    neverTogether('web', 'haproxi'),
    vipWithHaproxy({ vips: ['vpi'], haproxy: 'web' }),
    vipWithHaproxy({ vips: ['web'], haproxy: 'haproxi' }),
  ])('is not kept, however it is mistyped: $name', (policy) => {
    expect(check(web, [policy])).toMatchObject([{ code: policy.name, severity: 'error' }])
  })
})
