import { entry } from '../entry.js'
import { quote } from '../quote.js'

const inPcs = () => 'build the cluster with a script: lightcib compile --to pcs'

/** Variables of the Ansible role ha_cluster. */
export const ansibleEntries = {
  'ansible-unsupported': entry({
    severity: 'error',
    about:
      'The Ansible role ha_cluster builds the cluster with pcs commands, none of which produces this, so the cluster would not do what is described.',
    message: ({ what }: { what: string }) => `the role ha_cluster does not produce ${what}`,
    hint: inPcs,
  }),
  'ansible-omitted': entry({
    severity: 'warning',
    about: 'The Ansible role ha_cluster has no variable for this; the cluster does the same without it.',
    message: ({ what }: { what: string }) => `the role ha_cluster has no variable for ${what}`,
  }),
  'ansible-changed-id': entry({
    severity: 'info',
    about:
      'With the Ansible role ha_cluster pcs gives its own ids to parts of an element that nothing refers to; the cluster does the same.',
    message: ({ what }: { what: string }) => `the role ha_cluster changes ids: ${what}`,
  }),
  'ansible-adds-monitor': entry({
    severity: 'warning',
    about: 'pcs, which the Ansible role ha_cluster runs, creates no resource without a monitor.',
    message: ({ id }: { id: string }) => `resource ${quote(id)} has no monitor: the role ha_cluster adds one`,
    hint: () => 'describe the monitor that you want',
  }),
  'ansible-reordered': entry({
    severity: 'info',
    about:
      'The Ansible role ha_cluster creates elements by kind, so they get another order in the CIB. Between equals Pacemaker takes the first.',
    message: ({ what, order }: { what: string; order: string }) =>
      `the role ha_cluster puts ${what} into another order: ${order}`,
  }),
  'ansible-secret': entry({
    severity: 'warning',
    about:
      'The variables have a password, and the Ansible role ha_cluster passes it to pcs as an argument, which the list of processes of the node shows while it runs.',
    message: ({ name }: { name: string }) => `the variables show the value of ${quote(name)}`,
    hint: () => 'encrypt the file: ansible-vault encrypt FILE',
  }),
} as const
