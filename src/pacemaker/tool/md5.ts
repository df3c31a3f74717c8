/** The MD5 sum of a text in hexadecimal, as Pacemaker takes it of parameters. Where there is no Node nothing calls it. */
export function md5(text: string): string {
  return process.getBuiltinModule('node:crypto').createHash('md5').update(text).digest('hex')
}
