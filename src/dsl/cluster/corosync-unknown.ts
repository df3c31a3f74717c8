import type { UnknownOption } from '../../model/index.js'
import { type OptionTable, unknownOptions } from '../options.js'
import type {
  Compression,
  CorosyncOptions,
  Encryption,
  KnetLink,
  KnetTransport,
  Quorum,
  Totem,
  UdpLink,
  UdpTransport,
} from './corosync-options.js'

const corosync = {
  of: 'corosync',
  options: {
    transport: 'attribute',
    transportOptions: 'child',
    links: 'child',
    compression: 'child',
    crypto: 'child',
    totem: 'child',
    quorum: 'child',
    addresses: 'child',
  },
} as const satisfies OptionTable<CorosyncOptions>

const transportOptions = {
  of: 'the transportOptions of corosync',
  options: {
    ip_version: 'attribute',
    knet_pmtud_interval: 'attribute',
    link_mode: 'attribute',
    netmtu: 'attribute',
  },
} as const satisfies OptionTable<KnetTransport | UdpTransport>

const link = {
  of: 'a link of corosync',
  options: {
    linknumber: 'attribute',
    link_priority: 'attribute',
    mcastport: 'attribute',
    ping_interval: 'attribute',
    ping_precision: 'attribute',
    ping_timeout: 'attribute',
    pong_count: 'attribute',
    transport: 'attribute',
    bindnetaddr: 'attribute',
    broadcast: 'attribute',
    mcastaddr: 'attribute',
    ttl: 'attribute',
  },
} as const satisfies OptionTable<KnetLink | UdpLink>

const compression = {
  of: 'the compression of corosync',
  options: {
    model: 'attribute',
    level: 'attribute',
    threshold: 'attribute',
  },
} as const satisfies OptionTable<Compression>

const crypto = {
  of: 'the crypto of corosync',
  options: {
    cipher: 'attribute',
    hash: 'attribute',
    model: 'attribute',
  },
} as const satisfies OptionTable<Encryption>

const totem = {
  of: 'the totem of corosync',
  options: {
    token: 'attribute',
    token_coefficient: 'attribute',
    token_retransmit: 'attribute',
    token_retransmits_before_loss_const: 'attribute',
    consensus: 'attribute',
    join: 'attribute',
    hold: 'attribute',
    merge: 'attribute',
    send_join: 'attribute',
    downcheck: 'attribute',
    window_size: 'attribute',
    max_messages: 'attribute',
    max_network_delay: 'attribute',
    miss_count_const: 'attribute',
    fail_recv_const: 'attribute',
    seqno_unchanged_const: 'attribute',
    heartbeat_failures_allowed: 'attribute',
    block_unlisted_ips: 'attribute',
  },
} as const satisfies OptionTable<Totem>

const quorum = {
  of: 'the quorum of corosync',
  options: {
    auto_tie_breaker: 'attribute',
    last_man_standing: 'attribute',
    last_man_standing_window: 'attribute',
    wait_for_all: 'attribute',
  },
} as const satisfies OptionTable<Quorum>

/** The keys that are no options of corosync, in any of its sections. */
export function unknownCorosyncOptions(options: CorosyncOptions): UnknownOption[] {
  const sections = { transportOptions, compression, crypto, totem, quorum }
  const given = Object.entries(options)
  return [
    ...unknownOptions(options, corosync),
    ...Object.entries(sections).flatMap(([name, table]) => {
      const section = given.find(([key]) => key === name)?.[1] as object | undefined
      return section === undefined ? [] : unknownOptions(section, table)
    }),
    ...(options.links ?? []).flatMap((each) => unknownOptions(each, link)),
  ]
}
