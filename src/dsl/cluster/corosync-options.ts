/** The options of `pcs cluster setup`, under its names. */

/** Links of the transport knet. */
export interface KnetLink {
  readonly linknumber?: number
  readonly link_priority?: number
  readonly mcastport?: number
  readonly ping_interval?: number
  readonly ping_precision?: number
  readonly ping_timeout?: number
  readonly pong_count?: number
  readonly transport?: 'udp' | 'sctp'
}

export interface KnetTransport {
  readonly ip_version?: IpVersion
  readonly knet_pmtud_interval?: number
  readonly link_mode?: 'active' | 'passive' | 'rr'
}

export interface UdpTransport {
  readonly ip_version?: IpVersion
  readonly netmtu?: number
}

type IpVersion = 'ipv4' | 'ipv6' | 'ipv4-6' | 'ipv6-4'

export interface Compression {
  readonly model?: string
  readonly level?: number
  readonly threshold?: number
}

export interface Encryption {
  readonly cipher?: 'none' | 'aes128' | 'aes192' | 'aes256'
  readonly hash?: 'none' | 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512'
  readonly model?: 'nss' | 'openssl'
}

/** The link of the transports udp and udpu. */
export interface UdpLink {
  readonly bindnetaddr?: string
  readonly broadcast?: boolean
  readonly mcastaddr?: string
  readonly mcastport?: number
  readonly ttl?: number
}

export interface Totem {
  /** Milliseconds without the token until a node is considered gone; corosync's default is 3000. */
  readonly token?: number
  readonly token_coefficient?: number
  readonly token_retransmit?: number
  readonly token_retransmits_before_loss_const?: number
  readonly consensus?: number
  readonly join?: number
  readonly hold?: number
  readonly merge?: number
  readonly send_join?: number
  readonly downcheck?: number
  readonly window_size?: number
  readonly max_messages?: number
  readonly max_network_delay?: number
  readonly miss_count_const?: number
  readonly fail_recv_const?: number
  readonly seqno_unchanged_const?: number
  readonly heartbeat_failures_allowed?: number
  readonly block_unlisted_ips?: boolean
}

export interface Quorum {
  readonly auto_tie_breaker?: boolean
  readonly last_man_standing?: boolean
  /** Milliseconds. */
  readonly last_man_standing_window?: number
  readonly wait_for_all?: boolean
}

interface Common {
  readonly totem?: Totem
  readonly quorum?: Quorum
  /** The addresses of each node, one for each link; default is the node's name. */
  readonly addresses?: Readonly<Record<string, readonly [string, ...string[]]>>
}

export interface Knet extends Common {
  readonly transport?: 'knet'
  readonly transportOptions?: KnetTransport
  readonly links?: readonly KnetLink[]
  readonly compression?: Compression
  /** Default is aes256 with sha256. */
  readonly crypto?: Encryption
}

interface Udp extends Common {
  readonly transport: 'udp' | 'udpu'
  readonly transportOptions?: UdpTransport
  readonly links?: readonly [UdpLink]
}

/**
 * How the nodes talk to each other, with the names of `pcs cluster setup`.
 *
 * `{ totem: { token: 5000 }, quorum: { wait_for_all: true } }` is
 * `pcs cluster setup ... totem token=5000 quorum wait_for_all=1`.
 */
export type CorosyncOptions = Knet | Udp
