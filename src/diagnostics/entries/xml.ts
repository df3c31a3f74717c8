import { entry } from '../entry.js'

/** The text of an XML document, before anything is known of CIBs. */
export const xmlEntries = {
  'xml-syntax': entry({
    severity: 'error',
    about: 'The text is not well-formed XML.',
    message: ({ reason }: { reason: string }) => `not well-formed XML: ${reason}`,
    hint: () => 'xmllint --noout FILE shows what libxml2 says of it',
  }),
  'xml-doctype': entry({
    severity: 'error',
    about: 'The document has a DOCTYPE; a CIB never needs one, and entities are a way to attack a parser.',
    message: () => 'the document has a DOCTYPE',
    hint: () => 'remove the <!DOCTYPE ...> declaration',
  }),
  'xml-character': entry({
    severity: 'error',
    about: 'A text holds a character that XML cannot carry: a control character or half of a surrogate pair.',
    message: ({ what, character }: { what: string; character: string }) =>
      `${what} holds ${character}, which XML cannot carry`,
    hint: () => 'remove the character; XML has no way to escape it',
  }),
  'xml-name': entry({
    severity: 'error',
    about: 'An element or attribute is to be written whose name is no XML name.',
    message: ({ name }: { name: string }) => `${JSON.stringify(name)} is no XML name`,
  }),
} as const
