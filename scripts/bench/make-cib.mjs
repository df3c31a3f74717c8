/** A CIB of many like primitives, about 330 bytes each, that crm_verify accepts; with `isOrdered` each starts after the one before. */
export function makeCib(primitives, { isOrdered = false } = {}) {
  const orders = Array.from(
    { length: isOrdered ? primitives - 1 : 0 },
    (_, index) =>
      `\n      <rsc_order id="order-${index}" first="service-${index}" then="service-${index + 1}"/>`,
  )
  const resources = Array.from({ length: primitives }, (_, index) => {
    const id = `service-${index}`
    return `      <primitive id="${id}" class="ocf" provider="heartbeat" type="Dummy">
        <meta_attributes id="${id}-meta"><nvpair id="${id}-p" name="priority" value="${index % 100}"/></meta_attributes>
        <operations><op id="${id}-monitor" name="monitor" interval="10s" timeout="20s"/></operations>
      </primitive>`
  })
  return `<cib crm_feature_set="3.16.2" validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0">
  <configuration>
    <crm_config>
      <cluster_property_set id="cib-bootstrap-options">
        <nvpair id="no-stonith" name="stonith-enabled" value="false"/>
      </cluster_property_set>
    </crm_config>
    <nodes>
      <node id="1" uname="node-1"/>
    </nodes>
    <resources>
${resources.join('\n')}
    </resources>
    <constraints>${orders.join('')}</constraints>
  </configuration>
</cib>
`
}
