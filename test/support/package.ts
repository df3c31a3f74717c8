import { join } from 'node:path'
import { root, run } from './tools.js'

/** Packs what is built as it would be published, into a folder; returns the path of the tarball. */
export function packedInto(folder: string): string {
  const { stdout, stderr } = run('npm', [
    'pack',
    root,
    '--pack-destination',
    folder,
    '--json',
    '--ignore-scripts',
  ])
  const [packed] = JSON.parse(stdout || stderr) as readonly { readonly filename: string }[]
  return join(folder, packed?.filename ?? '')
}
