import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** Two directories with one file system id. */
export const rule = defineRule<{
  id: string
  other: string
  fsid: string
  directory: string
  otherDirectory: string
}>({
  code: 'nfs-fsid-twice',
  severity: 'warning',
  message: ({ id, other, fsid, directory, otherDirectory }) =>
    `${quote(id)} exports ${quote(directory)} with the fsid ${quote(fsid)} of ${quote(other)} (${quote(otherDirectory)}): on one node, clients get files of the other directory`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? 'give each directory an fsid of its own'
      : `give it an fsid of its own: pcs resource update ${shellWord(id)} fsid=NUMBER`,
  check: ({ cluster, report }) => {
    const seen = new Map<string, { readonly id: string; readonly directory: string }>()
    for (const { id, parameter } of servicesOfType(cluster, ['exportfs'])) {
      const [fsid, directory = ''] = [parameter('fsid'), parameter('directory')]
      if (fsid === undefined) continue
      const first = seen.get(fsid)
      if (first === undefined) seen.set(fsid, { id, directory })
      else if (first.directory !== directory) {
        report(pathOfId(cluster, id), {
          id,
          other: first.id,
          fsid,
          directory,
          otherDirectory: first.directory,
        })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'Two exports of different directories have the same `fsid`.',
  why: 'The fsid is part of the file handles that clients keep. If both exports are on one node, the kernel resolves the handles of one directory in the other.',
  source: 'metadata of ocf:heartbeat:exportfs (fsid is unique); exports(5)',
  wrong: `cluster({
  resources: [
    primitive('home', 'ocf:heartbeat:exportfs', { clientspec: '*', directory: '/srv/home', fsid: 1 }),
    primitive('mail', 'ocf:heartbeat:exportfs', { clientspec: '*', directory: '/srv/mail', fsid: 1 }),
  ],
})`,
  right: `cluster({
  resources: [
    primitive('home', 'ocf:heartbeat:exportfs', { clientspec: '*', directory: '/srv/home', fsid: 1 }),
    primitive('mail', 'ocf:heartbeat:exportfs', { clientspec: '*', directory: '/srv/mail', fsid: 2 }),
  ],
})`,
  fix: 'pcs resource update mail fsid=2',
}
