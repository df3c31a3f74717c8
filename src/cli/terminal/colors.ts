import pc from 'picocolors'

/**
 * Colours for a stream: where it is a terminal, but not with NO_COLOR or a dumb terminal; FORCE_COLOR other than 0 has
 * colours everywhere, FORCE_COLOR=0 nowhere.
 */
export function colorsFor(stream: { readonly isTTY?: boolean }): ReturnType<typeof pc.createColors> {
  return pc.createColors(isColoured(stream.isTTY === true, process.env))
}

/** Of the variables, an empty NO_COLOR is as good as none, and FORCE_COLOR is above it, as Node has them. */
export function isColoured(isTerminal: boolean, variables: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: terminal } = variables
  if (force !== undefined) return force !== '0' && force !== 'false'
  return isTerminal && (none === undefined || none === '') && terminal !== 'dumb'
}
