import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** Files and modules that the command line was given. */
export const inputEntries = {
  'unreadable-input': entry({
    severity: 'error',
    about: 'An input file cannot be read.',
    message: ({ file, reason }: { file: string; reason: string }) => `cannot read ${quote(file)}: ${reason}`,
    hint: ({ reason }) =>
      reason === 'it is empty'
        ? 'the command that writes it has failed, or has not ended'
        : 'check that the file exists and that you may read it',
  }),
  'invalid-module': entry({
    severity: 'error',
    about: 'A module cannot be loaded, or its default export is not a cluster.',
    message: ({ file, reason }: { file: string; reason: string }) => `module ${quote(file)} ${reason}`,
    hint: () => 'a module must load without errors and end with: export default cluster({ ... })',
  }),
  'invalid-config': entry({
    severity: 'error',
    about:
      'A configuration file cannot be loaded, is not an object, or belongs to another user and was not named.',
    message: ({ file, reason }: { file: string; reason: string }) => `configuration ${quote(file)} ${reason}`,
    hint: () => 'a configuration must load without errors and end with: export default defineConfig({ ... })',
  }),
  'unknown-input-type': entry({
    severity: 'error',
    about:
      'An input is neither a module nor XML nor a crmsh configuration nor a script of pcs commands, by its name and by how it starts.',
    message: ({ file }: { file: string }) =>
      `input ${quote(file)} is no module, starts neither as XML nor as a crmsh configuration, and has no pcs commands`,
    hint: () =>
      'name a .ts, .mts, .js or .mjs module, or a file with the XML of a CIB, also as gzip or bzip2, the text of crm configure show, or a script of pcs commands; - is standard input',
  }),
} as const
