import { entry } from '../entry.js'

/** Files and modules that the command line was given. */
export const inputEntries = {
  'unreadable-input': entry({
    severity: 'error',
    about: 'A file that was named as input cannot be read.',
    message: ({ file, reason }: { file: string; reason: string }) => `cannot read ${file}: ${reason}`,
    hint: () => 'check the path and its permissions',
  }),
  'invalid-module': entry({
    severity: 'error',
    about: 'A TypeScript or JavaScript module that should hold a cluster cannot be loaded or holds none.',
    message: ({ file, reason }: { file: string; reason: string }) => `${file}: ${reason}`,
    hint: () => 'the module must run by itself and end in: export default cluster({ ... })',
  }),
  'unknown-input': entry({
    severity: 'error',
    about: 'The name of an input says neither module nor CIB.',
    message: ({ file }: { file: string }) => `cannot tell what ${file} is`,
    hint: () => 'give a .ts, .mts, .js or .mjs module, an .xml file, or - for CIB XML on standard input',
  }),
} as const
