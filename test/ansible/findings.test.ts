import { describe, expect, test } from 'vitest'
import { toAnsible } from '../../src/ansible/index.js'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'

const monitored = '<operations><op id="a-m" name="monitor" interval="10s"/></operations>'
const dummy = (id: string, inside = monitored.replace('a-m', `${id}-m`)) =>
  `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy">${inside}</primitive>`
const cib = (resources: string, constraints = '', others = '') =>
  readCib(`<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0"><configuration>
    <crm_config/><nodes/><resources>${resources}</resources><constraints>${constraints}</constraints>${others}
  </configuration><status/></cib>`).output as Cluster
const found = (cluster: Cluster) =>
  toAnsible(cluster).diagnostics.map(({ code, severity, path = '' }) => [
    code,
    severity,
    path.replace('/cib/configuration/', ''),
  ])
const constraint = (attributes: string) => `<rsc_colocation id="c" rsc="a" with-rsc="b" ${attributes}/>`

describe('findings about what the role makes otherwise', () => {
  test('none for what it makes as it is', () => {
    expect(found(cib(dummy('a') + dummy('b'), constraint('score="INFINITY"')))).toEqual([])
  })

  test('an order without actions is one of starts', () => {
    expect(found(cib(dummy('a') + dummy('b'), '<rsc_order id="o" first="a" then="b"/>'))).toEqual([])
    const promoted = '<rsc_order id="o" first="a" then="b" first-action="promote"/>'
    expect(found(cib(dummy('a') + dummy('b'), promoted))).toMatchObject([
      ['ansible-unsupported', 'error', 'constraints/rsc_order[@id="o"]'],
    ])
  })

  test.each([
    [
      'a template',
      `<template id="t" class="ocf" provider="pacemaker" type="Dummy"/>${dummy('a')}`,
      '',
      'resources/template[@id="t"]',
    ],
    [
      'add-host of a bundle',
      '<bundle id="b"><docker image="i"/><network host-interface="e" add-host="true"/></bundle>',
      '',
      'resources/bundle[@id="b"]',
    ],
    [
      'a constraint on what is in a clone',
      `<clone id="k">${dummy('a')}</clone>${dummy('b')}`,
      constraint('score="INFINITY"'),
      'constraints/rsc_colocation[@id="c"]',
    ],
    [
      'a colocation without a score',
      dummy('a') + dummy('b'),
      constraint(''),
      'constraints/rsc_colocation[@id="c"]',
    ],
  ])('an error for %s', (_, resources, constraints, path) => {
    expect(found(cib(resources, constraints))).toContainEqual(['ansible-unsupported', 'error', path])
  })

  test('an error for a property that Pacemaker does not know', () => {
    const properties =
      '<cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-x" name="x" value="1"/></cluster_property_set>'
    const source = cib(dummy('a'))
    const { output } = readCib(
      `<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0"><configuration><crm_config>${properties}</crm_config><nodes/><resources/><constraints/></configuration><status/></cib>`,
    )
    expect(found({ ...source, ...(output as Cluster) }).map(([code]) => code)).toEqual([
      'ansible-unsupported',
    ])
  })

  test('a warning for a tag and a description', () => {
    const tags = '<tags><tag id="t"><obj_ref id="a"/></tag></tags>'
    const described = dummy('a').replace('class', 'description="ours" class')
    expect(found(cib(described, '', tags))).toEqual([
      ['ansible-omitted', 'warning', 'resources/primitive[@id="a"]/@description'],
      ['ansible-omitted', 'warning', 'tags/tag[@id="t"]'],
    ])
  })

  test('a warning for a resource without a monitor, and for a password', () => {
    const password =
      '<instance_attributes id="a-instance_attributes"><nvpair id="a-instance_attributes-password" name="password" value="x"/></instance_attributes>'
    expect(found(cib(dummy('a', password))).map(([code, severity]) => [code, severity])).toEqual([
      ['ansible-adds-monitor', 'warning'],
      ['ansible-secret', 'warning'],
    ])
  })

  test('information for ids of parts and another order', () => {
    const meta = '<meta_attributes id="m"><nvpair id="m-1" name="priority" value="1"/></meta_attributes>'
    const group = `<group id="g">${dummy('b')}</group>`
    expect(found(cib(group + dummy('a', meta + monitored)))).toEqual([
      ['ansible-changed-id', 'info', 'resources/primitive[@id="a"]'],
      ['ansible-reordered', 'info', 'resources/primitive[@id="a"]'],
    ])
    const sets =
      '<rsc_order id="s"><resource_set id="s_set"><resource_ref id="a"/><resource_ref id="b"/></resource_set></rsc_order>'
    const plain = '<rsc_order id="o" first="a" then="b"/>'
    expect(found(cib(dummy('a') + dummy('b'), sets + plain))).toEqual([
      ['ansible-reordered', 'info', 'constraints'],
    ])
    expect(found(cib(dummy('a') + dummy('b'), plain + sets))).toEqual([])
  })
})
