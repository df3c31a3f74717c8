import { entry } from '../entry.js'

/** A CIB against the shape that its schema gives it. */
export const cibEntries = {
  'not-a-cib': entry({
    severity: 'error',
    about: 'The XML document is well-formed, but its root is no cib element.',
    message: ({ root }: { root: string }) => `the root element is <${root}>, not <cib>`,
    hint: () => 'take the output of: cibadmin --query (or: pcs cluster cib)',
  }),
  'unknown-element': entry({
    severity: 'error',
    about: 'An element stands where no schema of the CIB knows it; it is kept and written back as it is.',
    message: ({ name, parent }: { name: string; parent: string }) => `<${name}> is unknown in <${parent}>`,
  }),
  'unknown-attribute': entry({
    severity: 'error',
    about:
      'An attribute that no schema of the CIB knows on this element; it is kept and written back as it is.',
    message: ({ name, element }: { name: string; element: string }) =>
      `<${element}> has no attribute ${name}`,
  }),
  'unknown-text': entry({
    severity: 'error',
    about: 'Text stands inside an element that holds elements only; it is kept and written back as it is.',
    message: ({ element }: { element: string }) => `<${element}> holds text`,
    hint: () => 'the CIB has values in attributes only',
  }),
  'missing-element': entry({
    severity: 'error',
    about: 'An element lacks a child that it cannot be without; it is kept and written back as it is.',
    message: ({ element, wants }: { element: string; wants: readonly string[] }) =>
      `<${element}> has no <${wants.join('> or <')}>`,
  }),
} as const
