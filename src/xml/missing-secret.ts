/** The variable of the environment that a secret is read from: LIGHTCIB_SECRET_IPMI_NODE1 for `ipmi-node1`. */
export function secretVariable(secret: string): string {
  return `LIGHTCIB_SECRET_${secret.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`
}

/** What of a secret is missing: nothing is set, or a file that cannot be used. */
export interface MissingSecret {
  readonly secret: string
  readonly file?: string
}

/** In place of the value of a secret that is not set: XML cannot represent it, so that no output contains it by mistake. */
export function missingSecret({ secret, file }: MissingSecret): string {
  return ['', 'secret', secret, ...(file === undefined ? [] : [file])].join('\0')
}

/** The secret whose place a value has; undefined for any other value. */
export function missingSecretIn(value: string): MissingSecret | undefined {
  if (!value.startsWith('\0secret\0')) return undefined
  const [, , secret = '', file] = value.split('\0')
  return file === undefined ? { secret } : { secret, file }
}
