/** True for what pcs accepts as an id: ASCII only, unlike the schema. */
export function isPcsId(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(text)
}

/** True for what pcs accepts as a score. */
export function isScore(text: string | undefined): text is string {
  return text !== undefined && /^[+-]?([0-9]+|INFINITY)$/.test(text)
}

/** True for a whole number, as utilization requires. */
export function isInteger(text: string): boolean {
  return /^-?[0-9]+$/.test(text)
}

/** True for a duration that every pcs accepts: digits, and a unit or none. */
export function isDuration(text: string): boolean {
  return /^[0-9]+(s|sec|m|min|h|hr)?$/.test(text)
}

/** Seconds of a duration as pcs counts them; undefined for one that it cannot read. */
export function secondsOf(duration: string): number | undefined {
  const [, count, unit = 's'] = /^([0-9]+)(s|sec|m|min|h|hr)?$/.exec(duration) ?? []
  if (count === undefined) return undefined
  return Number(count) * (unit.startsWith('h') ? 3600 : unit.startsWith('m') ? 60 : 1)
}
