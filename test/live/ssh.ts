import type { Machines } from './machines.js'

/** Lets root of one node log in on others, with a key and known host keys. */
export function allowSsh(machines: Machines, from: string, others: readonly string[]): void {
  machines.ask(from, "ssh-keygen -q -N '' -t ed25519 -f /root/.ssh/id_ed25519")
  const key = machines.ask(from, 'cat /root/.ssh/id_ed25519.pub')
  for (const node of others) {
    machines.ask(node, 'mkdir -p /root/.ssh; systemctl enable --now ssh')
    machines.write(node, '/root/.ssh/authorized_keys', `${key}\n`)
    machines.ask(from, `ssh-keyscan ${node} >>/root/.ssh/known_hosts`)
  }
}
