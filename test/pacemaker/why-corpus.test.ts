import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { type Cluster, isPromotable, primitivesOf, resourcesOf } from '../../src/model/index.js'
import { PacemakerError, type Reason } from '../../src/pacemaker/index.js'
import { type Scheduler, schedulerIn } from '../../src/pacemaker/scheduler.js'
import { startOf } from '../../src/pacemaker/start.js'
import { hasNodeStates } from '../../src/pacemaker/status/synthetic-status.js'
import { md5 } from '../../src/pacemaker/tool/md5.js'
import { inWorkplace } from '../../src/pacemaker/tool/workplace.js'
import { answerOf, notOn, stopped } from '../../src/pacemaker/why/answer.js'
import { outcomesOf } from '../../src/pacemaker/why/outcomes.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { describeWith, describeWithShared, sharedPath } from '../support/tools.js'
import { type KnownRuns, verdictOf } from '../support/why-oracle.js'

/** Every so many CIBs; `FUZZ` takes all, `PART=2/12` the second of twelve parts of them. `WHY_ANSWERS=FILE` collects the figures. */
const [part, parts] = (process.env.PART ?? (process.env.FUZZ === undefined ? '5/30' : '1/1'))
  .split('/')
  .map(Number)
const folder = sharedPath('corpus/scheduler')
const files = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.xml'))
/** `ASKED=2/4`: the second of four parts of the questions about each CIB. */
const [askedPart, askedParts] = (process.env.ASKED ?? '1/1').split('/').map(Number)
const chosen = files.filter((_, at) => at % (parts ?? 1) === (part ?? 1) - 1)

/** What is asked about a cluster: each resource that runs nowhere, or leaves a node; the same of the role Promoted. */
interface Asked {
  readonly id: string
  readonly left?: string
  readonly role?: 'Promoted'
}

/** The same scheduler, which works once on CIBs that are equal: most causes are those of many resources. */
function once({ rest, plan }: Scheduler): Scheduler {
  const memo = <Result>(work: (cib: string) => Promise<Result>) => {
    const known = new Map<string, Promise<Result>>()
    return (cib: string) => {
      const key = md5(cib)
      const result = known.get(key) ?? work(cib)
      known.set(key, result)
      return result
    }
  }
  return {
    rest: memo((cib) => rest(cib).then(({ cib: _, ...others }) => others)),
    plan: memo(plan),
  }
}

async function questions(cluster: Cluster, scheduler: Scheduler): Promise<readonly Asked[]> {
  const ids = resourcesOf(cluster).flatMap((resource) =>
    resource.element === 'bundle' ? [resource.id] : primitivesOf(resource).map(({ id }) => id),
  )
  const promotable = resourcesOf(cluster)
    .filter(isPromotable)
    .flatMap((resource) =>
      resource.element === 'bundle' ? [resource.id] : primitivesOf(resource).map(({ id }) => id),
    )
  const start = await startOf(cluster, scheduler, { start: 'status' })
  const found: Asked[] = []
  const subjects = [
    ...[...new Set(ids)].map((id): Asked => ({ id })),
    ...[...new Set(promotable)].map((id): Asked => ({ id, role: 'Promoted' })),
  ]
  for (const asked of subjects) {
    const { nodes, nodesBefore } = await outcomesOf(start.cluster, asked.id, scheduler, asked.role)
    const [left] = nodesBefore.filter((node) => !nodes.includes(node))
    if (nodes.length === 0) found.push(asked)
    else if (left !== undefined) found.push({ ...asked, left })
  }
  return found
}

/** What is asked about a cluster, and the answers; none where Pacemaker does not accept it. */
async function answersFor(cluster: Cluster): Promise<readonly (Asked & { readonly reason: Reason })[]> {
  return inWorkplace(async (workplace) => {
    const scheduler = once(schedulerIn(workplace, 60_000))
    const asked = await questions(cluster, scheduler).catch((error: unknown) => {
      if (error instanceof PacemakerError) return []
      throw error
    })
    const answers: (Asked & { readonly reason: Reason })[] = []
    for (const [at, each] of asked.entries()) {
      if (at % (askedParts ?? 1) !== (askedPart ?? 1) - 1) continue
      const { left } = each
      const ask = () => (left === undefined ? stopped : notOn(left))
      answers.push({ ...each, reason: await answerOf(scheduler, cluster, each, ask) })
    }
    return answers
  })
}

/** The answers that were not confirmed, with the reason. */
const problems: string[] = []
const counts = { confirmed: 0, refuted: 0, 'not run': 0, 'no cause': 0 }

describeWithShared('corpus/scheduler', 'why, in CIBs of known behaviour', () => {
  describeWith(
    ['pcs', 'crm_simulate', 'cibadmin', 'crm_mon', 'crm_ticket', 'crm_attribute'],
    'answers',
    () => {
      let pcs: PcsServer
      beforeAll(async () => {
        pcs = await startPcsServer()
      })
      afterAll(() => pcs.stop())

      it.each(chosen)(
        'the commands in the answers about %s have the effect that they promise',
        async (name) => {
          const file = join(folder, name)
          const { output: cluster } = readCib(readFileSync(file))
          if (cluster === undefined || !hasNodeStates(cluster)) return
          const known: KnownRuns = new Map()
          for (const { id, left, role, reason } of await answersFor(cluster)) {
            const { verdict, detail } =
              reason.causes.length === 0
                ? { verdict: 'no cause' as const, detail: '' }
                : await verdictOf(pcs, file, reason, known)
            counts[verdict] += 1
            if (verdict !== 'confirmed')
              problems.push(`${verdict}: ${name} ${id} ${role ?? ''} ${left ?? ''} ${detail}`)
            expect(verdict, `${id}: ${detail}`).not.toBe('refuted')
          }
        },
      )

      it('at least 95 % of the answers are confirmed', () => {
        const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
        const { WHY_ANSWERS } = process.env
        if (WHY_ANSWERS !== undefined) {
          appendFileSync(WHY_ANSWERS, `${[JSON.stringify(counts), ...problems].join('\n')}\n`)
        }
        expect(counts.confirmed / all, problems.join('\n')).toBeGreaterThanOrEqual(0.95)
      })
    },
  )
})
