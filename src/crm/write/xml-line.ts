import type { RawElement } from '../../model/index.js'
import { encodeAttribute, encodeText } from '../../xml/escape.js'

/** `xml <primitive .../>` on one line, its blanks such that crmsh does not join them. */
export function xmlLine(element: RawElement): string {
  return `xml ${print(element)}`
}

function print({ name, attributes, children, text }: RawElement): string {
  const given = attributes.map(([key, value]) => ` ${key}="${spaced(encodeAttribute(value))}"`).join('')
  const inside = `${text === undefined ? '' : spaced(encodeText(text))}${children.map(print).join('')}`
  return inside === '' ? `<${name}${given}/>` : `<${name}${given}>${inside}</${name}>`
}

/** The text without blanks at its ends or in a row, and without line breaks and backslashes. */
function spaced(text: string): string {
  return text
    .replace(/^ | $|(?<= ) /g, '&#32;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`)
    .replace(/\\/g, '&#92;')
}
