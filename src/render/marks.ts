/** True for the agents that hold a virtual IP. */
export function isVirtualIp(agent: string): boolean {
  return agent === 'ocf:heartbeat:IPaddr2' || agent === 'ocf:heartbeat:IPaddr'
}

/** True for the agents that run HAProxy. */
export function isHaproxy(agent: string): boolean {
  return /^(?:systemd|lsb|service|ocf:heartbeat):haproxy(?:\.service)?$/.test(agent)
}
