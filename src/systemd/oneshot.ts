/** Units of Type=oneshot, for which systemd rejects Restart=always. After neutron-distgit dafa12fa. */
const oneshots: readonly string[] = ['neutron-ovs-cleanup.service', 'neutron-netns-cleanup.service']

/** True for a unit that is known to do its work once at boot and to end then. */
export function isOneshot(unit: string): boolean {
  return oneshots.includes(unit)
}
