import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf } from '../../services.js'

/** A device that is to read its nodes from a list, and has none. */
export const rule = defineRule<{ id: string }>({
  code: 'fence-host-list-missing',
  severity: 'warning',
  message: ({ id }) =>
    `${quote(id)} has pcmk_host_check "static-list" and neither pcmk_host_list nor pcmk_host_map: it fences no node`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? "add pcmk_host_list: 'NODE ...'"
      : `pcs stonith update ${shellWord(id)} pcmk_host_list="NODE ..."`,
  check: ({ cluster, report }) => {
    for (const { id, parameter } of fenceDevicesOf(cluster)) {
      const isListed = ['pcmk_host_list', 'pcmk_host_map'].some((name) => parameter(name) !== undefined)
      if (parameter('pcmk_host_check') === 'static-list' && !isListed) report(pathOfId(cluster, id), { id })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A fencing device is to look for its nodes in a list, and has no list.',
  why: 'With `static-list` the device fences the nodes of `pcmk_host_list` and `pcmk_host_map`, and no others. It starts and its monitor succeeds, and when a node fails there is no device for it.',
  source: 'pacemaker-fenced metadata, pcmk_host_check',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_check: 'static-list' })],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_check: 'static-list', pcmk_host_list: 'node1 node2' })],
})`,
  fix: 'pcs stonith update fence pcmk_host_list="node1 node2"',
}
