import { missingSecret, secretVariable } from '../xml/missing-secret.js'

/** What is used of Node.js, which a browser does not have. */
interface Node {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly getBuiltinModule?: (name: 'node:fs') => {
    readonly readFileSync: (file: string, encoding: 'utf8') => string
    readonly statSync: (file: string) => { isFile(): boolean; isFIFO(): boolean; readonly size: number }
  }
}

/** In bytes; a larger file is something else. */
const largest = 65_536

/**
 * A value that is not in the module: a password of a fencing device, a token. It is read when the module runs, from the
 * variable LIGHTCIB_SECRET_NAME, else from the file that LIGHTCIB_SECRET_NAME_FILE names, else from the file NAME in the
 * folder that LIGHTCIB_SECRETS names; in a variable the name is in capitals, with `_` for all but letters and digits. One
 * line break at the end of a file does not count. A secret that is not set or empty is the error `missing-secret` of `check`
 * and of every output that contains values.
 *
 * It becomes the value of an `<nvpair>`, as in `pcs stonith create ipmi-node1 fence_ipmilan password=...`.
 *
 * @example
 * ```ts
 * const fencing = primitive('ipmi-node1', 'stonith:fence_ipmilan', {
 *   ip: '192.0.2.101',
 *   password: secret('ipmi-node1'),
 * })
 * const web = cluster({ resources: [fencing] })
 * ```
 */
export function secret(name: string): string {
  const node = (globalThis as { readonly process?: Node }).process ?? {}
  const { env = {} } = node
  const variable = secretVariable(name)
  const value = env[variable]
  if (value) return value
  const file = env[`${variable}_FILE`] || fileIn(env.LIGHTCIB_SECRETS, name)
  if (file === undefined) return missingSecret({ secret: name })
  return contentOf(file, node) || missingSecret({ secret: name, file })
}

function fileIn(folder: string | undefined, name: string): string | undefined {
  return folder && /^\w[\w.-]*$/.test(name) ? `${folder}/${name}` : undefined
}

/** A FIFO is what `<(command)` of a shell gives. */
function contentOf(file: string, { getBuiltinModule }: Node): string | undefined {
  try {
    const fs = getBuiltinModule?.('node:fs')
    const stats = fs?.statSync(file)
    if (!stats?.isFIFO() && !(stats?.isFile() && stats.size <= largest)) return undefined
    return fs?.readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch {
    return undefined
  }
}
