/**
 * A character that cannot be seen, looks like a blank, ends a line or turns the direction of the text: the control
 * characters of a terminal (C0 and C1), format characters and tags, variation selectors, fillers, line separators,
 * blanks but the plain one, half a surrogate pair, and code points of no character.
 */
const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]|(?! )\p{Zs}/gu

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * The text with each unseen character as its escape in JavaScript (`\u009b`, `\u{e0041}`): what a cluster contains can
 * neither write to a terminal nor look like something else.
 */
export function escapeUnseen(text: string): string {
  return replaceUnseen(
    text,
    (character) => short[character] ?? codeEscape(character.codePointAt(0) as number),
  )
}

/** JSON with no unseen character in its strings; line ends between them stay. */
export function escapeInJson(json: string): string {
  return replaceUnseen(json, (character) =>
    character === '\n' ? character : [...units(character)].map(codeEscape).join(''),
  )
}

/** The text with each unseen character replaced. */
export function replaceUnseen(text: string, replacement: (character: string) => string): string {
  return isPlain(text) ? text : text.replace(unseen, replacement)
}

/** True where there is such a character. */
export function hasUnseen(text: string): boolean {
  return !isPlain(text) && text.search(unseen) >= 0
}

/** Nearly every text is: this is faster than to look for each property. */
function isPlain(text: string): boolean {
  return !/[^ -~]/.test(text)
}

function* units(character: string): Generator<number> {
  for (let at = 0; at < character.length; at++) yield character.charCodeAt(at)
}

function codeEscape(codePoint: number): string {
  const digits = codePoint.toString(16)
  return codePoint > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`
}
