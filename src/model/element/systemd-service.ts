/** A service that systemd runs and restarts, beside what Pacemaker runs; no part of the CIB. Names are those of systemd. */
export interface SystemdService {
  /** `httpd` or `httpd.service`; `.socket`, `.mount`, `.timer` and `.path` are units of their own. */
  readonly unit: string
  /** Restart=; a unit of Type=oneshot allows only `no` and `on-failure`. */
  readonly restart?: 'always' | 'on-failure' | 'no'
  /** RestartSec=, such as `2s`. */
  readonly restartSec?: string
  /** TimeoutStartSec=, such as `120s` or `infinity`. */
  readonly timeoutStartSec?: string
  /** TimeoutStopSec=. */
  readonly timeoutStopSec?: string
  /** After=: units of this node that start before it where both start. */
  readonly after?: readonly string[]
  /** Wants=: units of this node that start with it. */
  readonly wants?: readonly string[]
  /** Projects of OpenStack that run in it though its name is another: `['keystone']` of httpd. */
  readonly projects?: readonly string[]
}
