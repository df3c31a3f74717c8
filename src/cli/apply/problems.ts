import type { CibStore } from '../../apply/cib-store.js'
import type { AppliedSteps } from '../../apply/run-steps.js'
import { quote } from '../../diagnostics/quote.js'
import type { Cluster, Policy } from '../../model/index.js'
import { brokenNow } from '../../pacemaker/explore/broken-now.js'
import { unitStates } from '../../pacemaker/live/units.js'
import { PacemakerError } from '../../pacemaker/tool/pacemaker-error.js'
import { type FailedOperation, failedOperations } from '../../plan/preconditions.js'
import { systemdServices } from '../../systemd/index.js'
import { print } from './ask.js'

/** What is not as it should be after the steps, or where there was nothing to do. */
export async function problemsOf(
  store: CibStore,
  live: Cluster,
  cluster: Cluster,
  policies: readonly Policy[],
  applied?: AppliedSteps,
): Promise<readonly string[]> {
  const failed = (applied?.failed ?? failedOperations(live)).map(failureText)
  const stopped = applied?.stopped === undefined ? [] : [applied.stopped]
  const running = policies.length === 0 || stopped.length > 0 ? undefined : await store.report()
  const broken = running === undefined ? [] : brokenNow(cluster, policies, running)
  const idle = store.handOver === undefined || stopped.length > 0 ? [] : await idleServices(cluster)
  return [...stopped, ...failed, ...broken.map((breach) => `a policy is broken: ${breach}`), ...idle]
}

/** The services of the description that systemd does not run on this machine, where it answers. */
async function idleServices(cluster: Cluster): Promise<readonly string[]> {
  const services = cluster.services === undefined ? [] : (systemdServices(cluster).output ?? [])
  const units = services.filter(({ restart }) => restart !== 'no').map(({ unit }) => unit)
  const states = await unitStates(units).catch((error) => {
    if (error instanceof PacemakerError) return []
    throw error
  })
  return states
    .filter(({ state }) => state === 'inactive' || state === 'failed')
    .map(
      ({ unit, state }) =>
        `${quote(unit)} is ${state} under systemd on this machine: bash hand-over.sh ${unit}`,
    )
}

/** Prints the problems; true where there is none. */
export function isWell(problems: readonly string[]): boolean {
  for (const problem of problems) print(problem)
  return problems.length === 0
}

function failureText({ id, node, operation, code }: FailedOperation): string {
  return `${operation} of ${quote(id)} on ${quote(node)} has failed (exit code ${code}): pcs resource cleanup ${id} once the cause is removed`
}
