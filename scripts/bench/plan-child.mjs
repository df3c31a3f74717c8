/** Compares two clusters of argv[2] resources and plans the way between them; prints the seconds of CPU of both as JSON. */
import { cluster, diff, ocf, order, plan } from '../../dist/index.js'

const size = Number(process.argv[2])
const changes = 50

/** Addresses, every second started after the one before it; later, some have another address and the last ones are gone. */
function build(isLater) {
  const resources = Array.from({ length: isLater ? size - changes : size }, (_, at) =>
    ocf.heartbeat.IPaddr2(
      `vip${at}`,
      { ip: `10.${isLater && at < changes ? 1 : 0}.${at >> 8}.${at & 255}` },
      { operations: { monitor: { interval: '10s' } } },
    ),
  )
  const constraints = resources.flatMap((one, at) => (at % 2 === 1 ? order(resources[at - 1], one) : []))
  const properties = { 'stonith-enabled': false }
  return cluster({ nodes: ['a', 'b', 'c'], properties, resources, constraints })
}

function timed(work) {
  const { user, system } = process.cpuUsage()
  const result = work()
  const used = process.cpuUsage({ user, system })
  return [(used.user + used.system) / 1e6, result]
}

const [from, to] = [build(false), build(true)]
const [compared] = timed(() => diff(from, to))
const [planned, result] = timed(() => plan(from, to))
if (!result.ok) throw new Error('no plan was made')
console.log(JSON.stringify({ compared, planned, steps: result.output.steps.length }))
