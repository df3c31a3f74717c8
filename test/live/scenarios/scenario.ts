import type { Cluster } from 'lightcib'
import { expect } from 'vitest'
import type { Machines } from '../machines.js'
import { nodeOf, settle } from '../running.js'
import { apiUnit, bringUp } from './bring-up.js'
import { note } from './note.js'
import { placedOn, unitsOf, virtualIps } from './source.js'
import { Client, type Watched } from './watch.js'

const vip = virtualIps[1] as string
const http = `${vip}:80`
const redis = `${vip}:7379`
const api = `${vip}:8774`

/** A cluster of fixtures/scenarios on machines, and a client outside that asks ten times a second all the time. */
export class Scenario {
  readonly nodes: readonly string[]
  readonly machines: Machines
  readonly client: Client

  readonly hasApi: boolean

  private constructor(nodes: readonly string[], machines: Machines, client: Client, hasApi: boolean) {
    this.nodes = nodes
    this.machines = machines
    this.client = client
    this.hasApi = hasApi
  }

  /** Comes when all of `answered` do; `beside` are units that systemd runs without Pacemaker. */
  static async start(
    nodes: readonly string[],
    cluster: Cluster,
    beside: readonly string[] = [],
  ): Promise<Scenario> {
    const machines = await bringUp(nodes, placedOn(nodes, cluster), beside)
    const get = 'GET / HTTP/1.0'
    const hasApi = [...unitsOf(cluster), ...beside].includes(apiUnit)
    const targets = { [http]: get, [redis]: 'INCR requests', ...(hasApi && { [api]: get }) }
    const scenario = new Scenario(nodes, machines, new Client(machines, 10, targets), hasApi)
    await scenario.answered()
    return scenario
  }

  end(): void {
    this.client.end()
    this.machines.down()
  }

  /** The node, of these, that has the address which the client asks. */
  victim(among = this.nodes): string {
    return nodeOf(this.machines, vip, among)
  }

  /** What HAProxy, Redis and the API answered since a time. */
  async since(start: number): Promise<Readonly<Record<'web' | 'store' | 'api', Watched>>> {
    const [web, store, ofApi] = await Promise.all(
      [http, redis, api].map((address) => this.client.since(start, address)),
    )
    return { web, store, api: ofApi } as Record<'web' | 'store' | 'api', Watched>
  }

  /** Waits until all nodes are online, nothing is left to do, and all services answer. */
  async whole(): Promise<void> {
    await expect
      .poll(() => this.machines.on('node1', 'crm_mon --one-shot').stdout, { timeout: 180_000, interval: 500 })
      .toContain(`Online: [ ${this.nodes.join(' ')} ]`)
    settle(this.machines, 'node1')
    await this.answered()
  }

  /** What the client got from an event until everything runs as it should, on all nodes. */
  async recovered(title: string, start: number): Promise<Watched> {
    await this.whole()
    const { web, store } = await this.since(start)
    note(`${title}: away ${web.away} ms, refused ${web.refused} of ${web.requests}; Redis ${store.away} ms`)
    for (const ip of virtualIps) {
      const node = nodeOf(this.machines, ip)
      expect(this.machines.on(node, 'systemctl is-active haproxy').stdout.trim(), `${ip} on ${node}`).toBe(
        'active',
      )
    }
    return web
  }

  /** What the client got from an event until another node answers. */
  async elsewhere(victim: string, start: number): Promise<Watched> {
    await expect
      .poll(async () => (await this.client.since(start, http)).answers.length, { timeout: 180_000 })
      .toBeGreaterThan(0)
    await this.client.answered(http)
    const web = await this.client.since(start, http)
    expect(web.answers).not.toContain(`served by ${victim}`)
    expect(web.answers).toHaveLength(1)
    return web
  }

  /** Waits until HAProxy, Redis and, where it is there, the API answer. */
  async answered(): Promise<void> {
    await this.client.answered(http)
    await this.client.answered(redis)
    if (this.hasApi) await this.client.answered(api)
  }

  /** Waits until Redis answers. */
  async redisAnswered(): Promise<void> {
    await this.client.answered(redis)
  }
}
