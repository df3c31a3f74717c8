import { describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import {
  failureImpact,
  neverRunsWith,
  runsOnlyWith,
  startsAfter,
  UnknownResourceError,
  why,
} from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'

const { primitive, clone } = xml

const cluster = readCib(
  cibText({ resources: [primitive('vip'), clone('haproxy-clone', primitive('haproxy'))], constraints: [] }),
).output as Cluster

const analyses = {
  why: [(id: string) => why(cluster, id, 'vip'), (id: string) => why(cluster, 'vip', id)],
  startsAfter: [
    (id: string) => startsAfter(cluster, id, 'vip'),
    (id: string) => startsAfter(cluster, 'vip', id),
  ],
  runsOnlyWith: [
    (id: string) => runsOnlyWith(cluster, id, 'vip'),
    (id: string) => runsOnlyWith(cluster, 'vip', id),
  ],
  neverRunsWith: [
    (id: string) => neverRunsWith(cluster, id, 'vip'),
    (id: string) => neverRunsWith(cluster, 'vip', id),
  ],
  failureImpact: [(id: string) => failureImpact(cluster, id)],
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

describe.each(Object.entries(analyses))('%s', (_, calls) => {
  it('throws for an id that no resource has, in each argument', () => {
    for (const call of calls) {
      expect(() => call('haproxi')).toThrow(UnknownResourceError)
      expect(() => call('haproxy')).not.toThrow()
      expect(() => call('haproxy-clone')).not.toThrow()
    }
  })
})

describe('the error', () => {
  it('names the id and the most similar one', () => {
    expect(thrownBy(() => failureImpact(cluster, 'haproxi'))).toMatchObject({
      id: 'haproxi',
      suggestion: 'haproxy',
      message: 'the cluster has no resource "haproxi" (did you mean "haproxy"?)',
    })
    expect(thrownBy(() => failureImpact(cluster, 'something'))).toMatchObject({
      id: 'something',
      suggestion: undefined,
      message: 'the cluster has no resource "something"',
    })
  })
})
