import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** The text of an XML document, before it is read as a CIB. */
export const xmlEntries = {
  'missing-secret': entry({
    severity: 'error',
    about:
      'A secret of the DSL is not set or empty, so that the CIB would lack a value. It is read from the environment or a file.',
    message: ({ secret, file }: { secret: string; variable: string; file?: string }) =>
      file === undefined
        ? `secret ${quote(secret)} is not set`
        : `secret ${quote(secret)} cannot be read from ${quote(file)}`,
    hint: ({ secret, variable }) =>
      `set ${variable}, or ${variable}_FILE to a file with it, or LIGHTCIB_SECRETS to a folder with the file ${quote(secret)}`,
  }),
  'xml-syntax': entry({
    severity: 'error',
    about: 'The document is not well-formed XML.',
    message: ({ reason }: { reason: string }) => `the document is not well-formed XML: ${reason}`,
    hint: () => 'correct the XML; xmllint --noout FILE checks it with the parser that Pacemaker uses',
  }),
  'xml-doctype': entry({
    severity: 'error',
    about:
      'The document has a DOCTYPE declaration. A CIB never needs one, and entity declarations are a known way to attack parsers.',
    message: () => 'the document has a DOCTYPE declaration: a CIB never needs one',
    hint: () => 'remove the <!DOCTYPE ...> declaration',
  }),
  'xml-limit': entry({
    severity: 'error',
    about: 'The document exceeds a limit of libxml2, the parser that Pacemaker uses.',
    message: ({ reason }: { reason: string }) =>
      `the document has ${reason}: libxml2, and so Pacemaker, rejects it`,
    hint: () => 'shorten the text, or nest the elements less deeply',
  }),
  'xml-encoding': entry({
    severity: 'error',
    about: 'The bytes of the document are not valid in the encoding that it declares or starts with.',
    message: ({ reason }: { reason: string }) => reason,
    hint: () => 'save the document as UTF-8, without another encoding in its XML declaration',
  }),
  'xml-processing-instruction': entry({
    severity: 'warning',
    about: 'The document has a processing instruction. It is ignored and not written back.',
    message: ({ target }: { target: string }) =>
      `processing instruction <?${target} ...?> is ignored: it is not written back`,
    hint: () => 'remove it; the CIB has no use for processing instructions',
  }),
  'xml-invalid-character': entry({
    severity: 'error',
    about:
      'A value contains a character that XML cannot represent: a control character or an unpaired surrogate.',
    message: ({ what, character }: { what: string; character: string }) =>
      `${what} contains ${character}, which XML cannot represent`,
    hint: () => 'remove the character; XML has no escape for it',
  }),
  'xml-invalid-comment': entry({
    severity: 'error',
    about: 'A comment contains "--" or ends in "-", which XML does not allow.',
    message: ({ element }: { element: string }) =>
      `a comment in <${element}> contains "--" or ends in "-": XML allows neither`,
    hint: () => 'put a space after each hyphen',
  }),
  'xml-invalid-name': entry({
    severity: 'error',
    about: 'The name of an element or attribute is not an XML name, or has a namespace prefix.',
    message: ({ name }: { name: string }) => `${quote(name)} is not a valid XML name`,
    hint: () => 'start with a letter or "_", continue with letters, digits, "_", "." and "-"',
  }),
  'xml-duplicate-attribute': entry({
    severity: 'error',
    about: 'An element has two attributes of the same name.',
    message: ({ name }: { name: string }) => `attribute ${quote(name)} occurs twice`,
    hint: () => 'remove one of the two',
  }),
} as const
