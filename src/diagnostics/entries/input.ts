import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** Files and modules that the command line was given. */
export const inputEntries = {
  'unreadable-input': entry({
    severity: 'error',
    about: 'An input file cannot be read.',
    message: ({ file, reason }: { file: string; reason: string }) => `cannot read ${quote(file)}: ${reason}`,
    hint: () => 'check that the file exists and that you may read it',
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
    about: 'The name of an input file does not show whether it is a module or a CIB.',
    message: ({ file }: { file: string }) => `input ${quote(file)} is of an unknown type`,
    hint: () => 'name a .ts, .mts, .js or .mjs module, an .xml file, or - for CIB XML on standard input',
  }),
} as const
