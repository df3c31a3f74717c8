/**
 * What libxml2, and so Pacemaker, reads at most unless configured otherwise (libxml2's parserInternals.h:
 * xmlParserMaxDepth, XML_MAX_TEXT_LENGTH, XML_MAX_NAME_LENGTH). Beyond them a text is rejected here too.
 */
export const limits = {
  /** Elements inside one another. */
  depth: 257,
  /** Bytes of UTF-8 in one attribute value, text or comment. */
  text: 10_000_000,
  /** Bytes of UTF-8 in one name. */
  name: 50_000,
} as const

/** Whether a text takes more bytes of UTF-8 than that; nothing is encoded where it cannot. */
export function isLongerThan(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes
}
