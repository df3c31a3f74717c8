import type { Rule } from '../../rule.js'
import { rule as addressWithoutColocation } from './address-without-colocation.js'
import { rule as databaseAddressRole } from './database-address-role.js'
import { rule as databaseNodeUnknown } from './database-node-unknown.js'
import { rule as databaseNotify } from './database-notify.js'
import { rule as galeraNotPromotable } from './galera-not-promotable.js'
import { rule as galeraPromotedMax } from './galera-promoted-max.js'
import { rule as oracleListenerNotPlaced } from './oracle-listener-not-placed.js'
import { rule as pafAddressOrder } from './paf-address-order.js'
import { rule as replicationAddressUnknown } from './replication-address-unknown.js'

/** Rules for replicated databases and queues. */
export const databaseRules: readonly Rule[] = [
  addressWithoutColocation,
  databaseAddressRole,
  databaseNotify,
  galeraNotPromotable,
  galeraPromotedMax,
  pafAddressOrder,
  databaseNodeUnknown,
  replicationAddressUnknown,
  oracleListenerNotPlaced,
]
