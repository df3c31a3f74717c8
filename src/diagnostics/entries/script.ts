import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** Scripts of pcs commands, read as a cluster. */
export const scriptEntries = {
  'script-unreadable': entry({
    severity: 'error',
    about:
      'A command of a script has what only bash itself could know: a variable, the output of a program, a file.',
    message: ({ command, what }: { command: string; what: string }) =>
      `a command of the script cannot be read: ${quote(command)} has ${what}`,
    hint: () => 'write the values themselves, or run the script and import the CIB: pcs cluster cib',
  }),
  'script-left-out': entry({
    severity: 'warning',
    about:
      'A command of a script is not one of pcs that changes the CIB, so it is not part of the cluster that was read.',
    message: ({ command }: { command: string }) => `${quote(command)} changes no CIB: it is left out`,
    hint: () => 'bash with conditions or loops, and other programs, are not run: import the CIB they lead to',
  }),
  'script-forced': entry({
    severity: 'warning',
    about: 'pcs makes a change of a script only with --force, often because an agent is not installed here.',
    message: ({ command, reason }: { command: string; reason: string }) =>
      `${quote(command)} was forced, since pcs would reject it: ${reason}`,
    hint: ({ reason }) =>
      /^Agent /.test(reason)
        ? 'without the agent, pcs adds none of its default operations: read the script where the agents are installed'
        : 'correct the command: without --force pcs stops there',
  }),
  'script-rejected': entry({
    severity: 'error',
    about: 'pcs or cibadmin rejects a command of a script, with --force too.',
    message: ({ command, reason }: { command: string; reason: string }) =>
      `${quote(command)} is rejected: ${reason}`,
    hint: () => 'correct the command, or leave it out',
  }),
} as const
