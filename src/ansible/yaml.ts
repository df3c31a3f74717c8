import { Document, Scalar, visit } from 'yaml'
import type { Variables } from './variables.js'

/**
 * Variables as YAML, which Ansible reads with PyYAML (YAML 1.1). A text that Ansible would take for a
 * template gets the tag `!unsafe`, which makes it a value.
 */
export function toYaml(variables: Variables, comment: string): string {
  const document = new Document(variables, { aliasDuplicateObjects: false })
  document.commentBefore = comment
  visit(document, {
    Scalar: (key, node) => {
      if (key === 'key' || typeof node.value !== 'string') return
      if (!isPlain(node.value)) node.type = Scalar.QUOTE_DOUBLE
      if (/\{[{%#]/.test(node.value)) node.tag = '!unsafe'
    },
  })
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
  return text.replace(/[^\n -~]/gu, escaped)
}

/** True for words that are texts in each version of YAML. */
function isPlain(text: string): boolean {
  return /^[A-Za-z_/]([\w./:-]*\w)?$/.test(text) && !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text)
}

/** Only texts in double quotes have other letters, of which PyYAML takes some for the end of a line. */
function escaped(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const digits = code.toString(16)
  return code > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`
}
