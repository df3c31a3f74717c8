import { quote, shellWord } from '../../../diagnostics/quote.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { memberNodesOf, servicesOfType } from '../../services.js'

/** Agents whose work is to be done on each node, and what is missing on the others. */
const forEachNode: Readonly<Record<string, string>> = {
  controld: 'the other nodes have no lock manager',
  lvmlockd: 'the other nodes have no locks for volume groups',
  clvm: 'the other nodes have no locks for volume groups',
  o2cb: 'the other nodes cannot mount OCFS2',
  ping: 'the other nodes have no value of its attribute',
  pingd: 'the other nodes have no value of its attribute',
  ethmonitor: 'the other nodes have no value of its attribute',
  HealthCPU: 'the health of the other nodes is unknown',
  HealthIOWait: 'the health of the other nodes is unknown',
  HealthSMART: 'the health of the other nodes is unknown',
  SysInfo: 'the other nodes have no values of its attributes',
}

/** What is for each node, on one. */
export const rule = defineRule<{ id: string; top: string; agent: string; missing: string }>({
  code: 'agent-not-cloned',
  severity: 'warning',
  message: ({ id, agent, missing }) => `${quote(id)} of ${agent} runs on one node at a time: ${missing}`,
  hint: ({ top }, language) =>
    language === 'dsl'
      ? 'write clone(..., { meta: { interleave: true } }) around it'
      : `pcs resource clone ${shellWord(top)} interleave=true`,
  check: ({ cluster, report }) => {
    if (memberNodesOf(cluster).length === 1) return
    for (const [type, missing] of Object.entries(forEachNode)) {
      for (const { id, top, agent } of servicesOfType(cluster, [type])) {
        if (!runsOnSeveralNodes(top)) report(pathOfId(cluster, id), { id, top: top.id, agent, missing })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'An agent that works for its own node (DLM, lvmlockd, ping, health of nodes) is in no clone.',
  why: 'Such an agent provides locks to the node where it runs, or writes attributes of that node. As a resource that runs once it leaves the others without: file systems are not mounted there, and a rule that asks for the attribute keeps resources off all nodes but one.',
  source:
    'Pacemaker Explained, tracking connectivity (the ping resource is cloned); Red Hat, GFS2 (dlm and lvmlockd in a clone)',
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  resources: [
    primitive('gateway', 'ocf:pacemaker:ping', { host_list: '192.0.2.1', failure_score: '1' }),
  ],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  resources: [
    clone(primitive('gateway', 'ocf:pacemaker:ping', { host_list: '192.0.2.1', failure_score: '1' })),
  ],
})`,
  fix: 'pcs resource clone gateway',
}
