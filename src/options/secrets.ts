/** Parameters that look like secrets and are the path of a file. */
const paths: Readonly<Record<string, readonly string[]>> = { 'ocf:heartbeat:varnish': ['secret'] }

/** The last word of a name; `passwd_script` is a program and `key_file` a path, so words behind it count. */
const secret =
  /(?:^|[-_.])(?:pass|passphrase|secret|token|cookie|community|api[-_]?key|secret[-_]?key)$|pass(?:wd|word)$/i

/**
 * True where the value of a parameter is a secret: a password, a token, an SNMP community. Agents' metadata have no mark for
 * those, so their names decide. `lrm://` is the mark of `cibsecret` for a value that is kept on the nodes.
 *
 * Source: the metadata of fence-agents 4.12 and resource-agents 4.12.
 */
export function isSecret(agent: string | undefined, name: string, value: string): boolean {
  if (value === '' || value === 'lrm://') return false
  if (agent !== undefined && Object.hasOwn(paths, agent) && paths[agent]?.includes(name)) return false
  return secret.test(name)
}
