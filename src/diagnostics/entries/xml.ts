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
  'xml-limit': entry({
    severity: 'error',
    about: 'Something in the document is longer or deeper than libxml2, and so Pacemaker, reads.',
    message: ({ reason }: { reason: string }) => `the document has ${reason}`,
    hint: () => 'Pacemaker does not read it either',
  }),
  'xml-encoding': entry({
    severity: 'error',
    about: 'The bytes of the document are no text in the encoding that it has or names.',
    message: ({ reason }: { reason: string }) => reason,
    hint: () => 'save the document as UTF-8',
  }),
  'xml-instruction': entry({
    severity: 'warning',
    about: 'The document has a processing instruction, which nothing reads and which is not written back.',
    message: ({ target }: { target: string }) => `the processing instruction <?${target} ...?> is dropped`,
  }),
  'xml-character': entry({
    severity: 'error',
    about: 'A text holds a character that XML cannot carry: a control character or half of a surrogate pair.',
    message: ({ what, character }: { what: string; character: string }) =>
      `${what} holds ${character}, which XML cannot carry`,
    hint: () => 'remove the character; XML has no way to escape it',
  }),
  'xml-comment': entry({
    severity: 'error',
    about: 'A comment is to be written that holds -- or ends in -, which XML cannot carry.',
    message: ({ element }: { element: string }) => `a comment of <${element}> holds -- or ends in -`,
    hint: () => 'put a blank between the dashes',
  }),
  'xml-name': entry({
    severity: 'error',
    about: 'An element or attribute has a name that cannot be read or written as XML here.',
    message: ({ name }: { name: string }) => `${JSON.stringify(name)} is no name that can be read or written`,
    hint: ({ name }) =>
      name === '' ? 'give it a name' : 'start with a letter or _, go on with letters, digits, _ . and -',
  }),
  'xml-duplicate-attribute': entry({
    severity: 'error',
    about: 'An element that is to be written has two attributes of one name.',
    message: ({ name }: { name: string }) => `the attribute ${name} stands twice`,
    hint: () => 'leave one of the two out',
  }),
} as const
