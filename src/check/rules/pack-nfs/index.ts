import type { Rule } from '../../rule.js'
import { rule as nfsAddressBeforeExport } from './nfs-address-before-export.js'
import { rule as nfsFsidTwice } from './nfs-fsid-twice.js'
import { rule as nfsNotifyBeforeAddress } from './nfs-notify-before-address.js'
import { rule as nfsStateDirectory } from './nfs-state-directory.js'

/** Rules for NFS servers. */
export const nfsRules: readonly Rule[] = [
  nfsAddressBeforeExport,
  nfsFsidTwice,
  nfsNotifyBeforeAddress,
  nfsStateDirectory,
]
