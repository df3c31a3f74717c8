/** CIBs with all that the schemas have, each valid for one version at least. */

const head = (schema: string) =>
  `<cib validate-with="pacemaker-${schema}" crm_feature_set="3.0.0" admin_epoch="0" epoch="1" num_updates="0" have-quorum="1" dc-uuid="1" remote-tls-port="1" remote-clear-port="2" cib-last-written="x" no-quorum-panic="false"`
const dummy = 'class="ocf" provider="heartbeat" type="Dummy"'

const rule = (id: string, more = '') => `<rule id="${id}" score="5" boolean-op="or" role="Started">
  <expression id="${id}-1" attribute="a" operation="eq" value="b" type="number"/>
  <expression id="${id}-2" attribute="a" operation="defined"/>
  <date_expression id="${id}-3" operation="in_range" start="2030-01-01" end="2030-02-01"/>
  <date_expression id="${id}-4" operation="gt" start="2030-01-01"/>
  <date_expression id="${id}-5" operation="lt" end="2030-01-01"/>
  <date_expression id="${id}-6" operation="date_spec"><date_spec id="${id}-7" hours="9-16" monthdays="1" weekdays="1-5" months="1" weeks="1" years="2030" weekyears="2030"/></date_expression>
  <date_expression id="${id}-8" operation="in_range" start="2030-01-01"><duration id="${id}-9" months="1" hours="1" weeks="2"/></date_expression>
  <rule id="${id}-10" score-attribute="x"><expression id="${id}-11" attribute="c" operation="ne" value="d"/></rule>
  ${more}
</rule>`
const nvset = (name: string, id: string, inside = '') =>
  `<${name} id="${id}" score="7"><nvpair id="${id}-1" name="one" value="1"/><nvpair id="${id}-2" name="two" value="2"/>${inside}</${name}>`
const set = (id: string, refs: readonly string[], more = '') =>
  `<resource_set id="${id}" sequential="false" action="start" role="Started" ${more}>${refs
    .map((ref) => `<resource_ref id="${ref}"/>`)
    .join('')}</resource_set>`

const op = (id: string, more = '') =>
  `<op id="${id}" name="monitor" interval="10" timeout="20" enabled="true" record-pending="1" role="Started" on-fail="restart" start-delay="1" description="x" ${more}>${nvset('meta_attributes', `${id}-meta`)}${nvset('instance_attributes', `${id}-attr`)}</op>`

/** 1.0: resources, constraints, options. */
const first = `${head('1.0')}><configuration>
<crm_config>${nvset('cluster_property_set', 'p', rule('p-rule'))}</crm_config>
<rsc_defaults>${nvset('meta_attributes', 'rd')}</rsc_defaults><op_defaults>${nvset('meta_attributes', 'od')}</op_defaults>
<nodes><node id="1" uname="n1" type="member" description="x">${nvset('instance_attributes', 'n1-attr')}</node><node id="2" uname="n2" type="normal"/></nodes>
<resources>
<primitive id="a" ${dummy} description="x">${nvset('meta_attributes', 'a-meta')}${nvset('instance_attributes', 'a-attr', rule('a-rule'))}<operations id="a-ops">${op('a-op', 'requires="quorum"')}<op id="a-op2" name="start" interval="0" interval-origin="2030-01-01"/></operations></primitive>
<primitive id="b" class="lsb" type="x"><meta_attributes id-ref="a-meta"/><operations id-ref="a-ops"/></primitive>
<primitive id="f" class="stonith" type="x"/>
<group id="g" description="x"><meta_attributes id-ref="a-meta"/><primitive id="g1" ${dummy}/><primitive id="g2" class="upstart" type="x"/></group>
<clone id="c" description="x"><primitive id="c1" ${dummy}/></clone>
<master id="m" description="x"><group id="mg"><primitive id="m1" ${dummy}/></group></master>
</resources>
<constraints>
<rsc_location id="l1" rsc="a" node="n1" score="-INFINITY"/>
<rsc_location id="l2" rsc="b">${rule('l2-rule')}<rule id-ref="l2-rule"/><lifetime>${rule('l2-life')}</lifetime></rsc_location>
<rsc_colocation id="k1" rsc="a" with-rsc="b" score="5" node-attribute="x" rsc-role="Master" with-rsc-role="Slave"><lifetime>${rule('k1-life')}</lifetime></rsc_colocation>
<rsc_colocation id="k2" score-attribute="x">${set('k2-s', ['a', 'b'], 'score="1"')}<resource_set id-ref="k2-s"/></rsc_colocation>
<rsc_order id="o1" first="a" then="b" first-action="start" then-action="promote" kind="Optional" symmetrical="false"/>
<rsc_order id="o2" score="5"><lifetime>${rule('o2-life')}</lifetime>${set('o2-s', ['a', 'g'])}</rsc_order>
</constraints>
</configuration><status><node_state id="1" x="y">text</node_state></status></cib>`

/** 1.2: templates, tickets, fencing levels, the first access lists. */
const second = first
  .replace(
    head('1.0'),
    `${head('1.2')} update-origin="n1" update-client="x" update-user="y" execution-date="1"`,
  )
  .replace(
    '<primitive id="f"',
    `<template id="t" ${dummy}>${nvset('utilization', 't-util')}<operations/></template><primitive id="u" template="t">${nvset('utilization', 'u-util')}</primitive><primitive id="f"`,
  )
  .replace(
    '<node id="2" uname="n2" type="normal"/>',
    `<node id="2" uname="n2" score="1">${nvset('utilization', 'n2-util')}</node>`,
  )
  .replace(
    '</constraints>',
    `<rsc_ticket id="t1" rsc="a" rsc-role="Master" ticket="x" loss-policy="fence"/><rsc_ticket id="t2" ticket="y">${set('t2-s', ['a', 'b'], 'require-all="true"')}</rsc_ticket><rsc_location id="l3" node="n1" score="1">${set('l3-s', ['a'])}</rsc_location></constraints>
<fencing-topology><fencing-level id="fl1" target="n1" index="1" devices="f,g"/><fencing-level id="fl2" target-pattern="n.*" index="2" devices="f"/></fencing-topology>
<acls><acl_user id="bob"><role_ref id="r1"/></acl_user><acl_user id="eve"><read id="e1" tag="x"/><write id="e2" ref="a"/><deny id="e3" tag="x" ref="a" attribute="y"/><read id="e4" xpath="/"/></acl_user><acl_role id="r1"><read id="r1-1" xpath="/"/></acl_role></acls>`,
  )

const lists = `<acls><acl_target id="bob"><role id="r1"/></acl_target><acl_group id="ops"><role id="r1"/></acl_group><acl_role id="r1" description="x"><acl_permission id="r1-1" kind="read" xpath="/" description="x"/><acl_permission id="r1-2" kind="write" reference="a"/><acl_permission id="r1-3" kind="deny" object-type="nvpair" attribute="value"/></acl_role></acls>
<tags><tag id="tag1"><obj_ref id="a"/><obj_ref id="b"/></tag></tags>
<alerts><alert id="al" path="/bin/true" description="x">${nvset('meta_attributes', 'al-meta')}${nvset('instance_attributes', 'al-attr')}<recipient id="al-1" value="x" description="y">${nvset('meta_attributes', 'al1-meta')}</recipient><recipient id="al-2" value="z"/></alert></alerts>`

/** 2.5: the second access lists, tags, alerts. */
const third = second
  .replace(head('1.2'), head('2.5'))
  .replace(/<acls>.*<\/acls>/s, lists)
  .replace(
    '<fencing-topology>',
    '<fencing-topology><fencing-level id="fl3" target-attribute="rack" target-value="1" index="1" devices="f"/>',
  )
  .replace('symmetrical="false"/>', 'symmetrical="false" require-all="false"/>')
  .replace(
    'node="n1" score="-INFINITY"/>',
    'node="n1" score="-INFINITY" resource-discovery="never" role="Started"/>',
  )
  .replaceAll('sequential="false"', 'sequential="false" ordering="listed"')

const container = (name: string, promoted: string) =>
  `<${name} image="i" replicas="3" replicas-per-host="1" ${promoted}="1" run-command="x" network="host" options="-v"/>`
const bundle = (id: string, inside: string) => `<bundle id="${id}" description="x">
<meta_attributes id="${id}-meta"/>${inside}<network ip-range-start="10.0.0.1" control-port="3121" host-interface="eth0" host-netmask="24"><port-mapping id="${id}-p1" port="80" internal-port="8080"/><port-mapping id="${id}-p2" range="8000-8010"/></network>
<storage><storage-mapping id="${id}-s1" source-dir="/a" target-dir="/b" options="ro"/><storage-mapping id="${id}-s2" source-dir-root="/a" target-dir="/c"/></storage>
<primitive id="${id}-1" ${dummy}/></bundle>`
const select =
  '<select><select_attributes><attribute id="sa" name="x"/></select_attributes><select_fencing/><select_nodes/><select_resources/></select>'

/** 2.10: bundles, alert filters, patterns, sources of values. */
const fourth = third
  .replace(head('2.5'), head('2.10'))
  .replace(
    '</resources>',
    `${bundle('d', container('docker', 'masters'))}${bundle('r', container('rkt', 'masters'))}</resources>`,
  )
  .replace('<recipient id="al-1"', `${select}<recipient id="al-1"`)
  .replace('<rsc_location id="l1" rsc="a"', '<rsc_location id="l1" rsc-pattern="a.*"')

  .replace('id="a-rule-1"', 'id="a-rule-1" value-source="param"')
  .replace('id="l2-rule-1"', 'id="l2-rule-1" value-source="meta"')

/** 3.9: what is left of it all, and what came since. */
const fifth = fourth
  .replace(head('2.10'), head('3.9'))
  .replace(' type="normal"', '')
  .replace(' requires="quorum"', '')
  .replace('id="k2" score-attribute="x"', 'id="k2" score="1" influence="true"')
  .replace(
    'image="i" replicas="3" replicas-per-host="1" masters="1"',
    'image="i" replicas="3" replicas-per-host="1" promoted-max="1"',
  )
  .replace('host-netmask="24"', 'host-netmask="24" add-host="true"')
  .replace('</resources>', `${bundle('q', container('podman', 'promoted-max'))}</resources>`)
  .replace('<acl_target id="bob">', '<acl_target id="bob" name="Bob">')
  .replace('<acl_group id="ops">', '<acl_group id="ops" name="Ops">')
  .replace('on-fail="restart"', 'on-fail="demote"')
  .replace('rsc-role="Master" with-rsc-role="Slave"', 'rsc-role="Promoted" with-rsc-role="Unpromoted"')
  .replace('hours="9-16"', 'hours="9-16" minutes="1" seconds="2" yeardays="3" moon="4"')
  .replace('<duration id="p-rule-9"', '<duration id="p-rule-9" days="1" minutes="2" seconds="3" moon="4"')
  .replace(
    '<rsc_defaults><meta_attributes id="rd" score="7">',
    `<rsc_defaults><meta_attributes id="rd" score="7"><rule id="rd-r"><rsc_expression id="rd-r1" class="ocf" provider="heartbeat" type="Dummy"/><op_expression id="rd-r2" name="monitor" interval="10"/></rule>`,
  )
  .replace('<nvpair id="a-meta-2" name="two" value="2"/>', '<nvpair id-ref="a-meta-1" name="two"/>')

/** 4.0: without what Pacemaker 3 dropped. */
const sixth = fifth
  .replace(head('3.9'), head('4.0'))
  .replace(/<lifetime>.*?<\/lifetime>/gs, '')
  .replace(/<master .*?<\/master>/s, '')
  .replace(/<bundle id="r".*?<\/bundle>/s, '')
  .replace('<nvpair id-ref="a-meta-1" name="two"/>', '<nvpair id-ref="a-meta-1"/>')
  .replace('<rule id-ref="l2-rule"/>', '')
  .replace('class="upstart"', 'class="systemd"')
  .replace('yeardays="3" moon="4"', 'yeardays="3"')

export const richCibs: readonly string[] = [first, second, third, fourth, fifth, sixth]
