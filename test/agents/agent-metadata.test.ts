import { expect, it } from 'vitest'
import { agentMetadata, agentMetadataIn, releasesOf } from '../../src/agents/agent-metadata.js'
import { agentNames } from '../../src/agents/table.js'

const parameterOf = (agent: string, name: string) =>
  agentMetadata(agent)?.parameters.find((parameter) => parameter.name === name)

it('has the agents of Debian and others', () => {
  expect(agentNames().length).toBeGreaterThan(300)
  expect(agentMetadata('ocf:heartbeat:NoSuchAgent')).toBeUndefined()
  expect(agentMetadata('constructor')).toBeUndefined()
  expect(agentMetadata('')).toBeUndefined()
})

it('decodes every agent', () => {
  for (const name of agentNames()) {
    const agent = agentMetadata(name)
    expect(agent?.name).toBe(name)
    expect(new Set(agent?.parameters.map((parameter) => parameter.name)).size).toBe(agent?.parameters.length)
    expect(releasesOf(name).length).toBeGreaterThan(0)
  }
})

it('knows what is required, unique, deprecated, and the advised timeouts', () => {
  const required = agentMetadata('ocf:heartbeat:Filesystem')?.parameters.filter((each) => each.required)
  expect(required?.map(({ name }) => name)).toEqual(['device', 'directory', 'fstype'])
  expect(parameterOf('ocf:heartbeat:IPaddr2', 'ip')).toMatchObject({ required: true, uniqueGroup: 'ip' })
  expect(parameterOf('ocf:pacemaker:remote', 'server')?.uniqueGroup).toBe('address')
  expect(parameterOf('stonith:fence_ipmilan', 'ipaddr')).toMatchObject({ deprecated: true, replacedBy: 'ip' })
  expect(parameterOf('stonith:fence_ipmilan', 'plug')?.required ?? false).toBe(false)
  const start = agentMetadata('ocf:linbit:drbd')?.actions.find(({ name }) => name === 'start')
  expect(start?.timeout).toBe(240)
})

it('has the types that agents mean', () => {
  expect(parameterOf('ocf:pacemaker:ping', 'dampen')?.type).toBe('string')
  expect(parameterOf('ocf:pacemaker:ping', 'attempts')?.type).toBe('integer')
  expect(parameterOf('stonith:fence_drac5', 'drac_version')).toMatchObject({ type: 'select' })
})

it('keeps what releases have each for itself', () => {
  const [oldest = '', ...others] = releasesOf('ocf:heartbeat:IPaddr2')
  expect([oldest, ...others]).toEqual(['debian-11', 'debian-12', 'debian-13'])
  const names = (release: string) =>
    agentMetadataIn('ocf:heartbeat:IPaddr2', release)?.parameters.map(({ name }) => name)
  for (const { name, releases } of agentMetadata('ocf:heartbeat:IPaddr2')?.parameters ?? []) {
    for (const release of [oldest, ...others])
      expect(names(release)?.includes(name)).toBe(releases?.includes(release) ?? true)
  }
  expect(agentMetadataIn('ocf:heartbeat:IPaddr2', 'debian-10')).toBeUndefined()
})
