import { all, choice, define, may, maybe, must, one, perhaps, some } from './pattern.js'
import { roles } from './resources.js'
import { lateRule } from './rules.js'
import { boolean, id, reference, score, text, values } from './values.js'
import { since, until } from './versions.js'

const actions = values('start', 'promote', 'demote', 'stop')
const kinds = values('Optional', 'Mandatory', 'Serialize')
const anyScore = must('score', score)

const resourceRef = define('resource_ref', () => must('id', reference))
const resourceSet = define('resource_set', () =>
  choice(
    must('id-ref', reference),
    all(
      must('id', id),
      may('sequential', boolean),
      since('1.2', may('require-all', boolean)),
      since('2.1', may('ordering', values('group', 'listed'))),
      may('action', actions),
      may('role', roles),
      maybe(choice(anyScore, since('3.0', must('kind', kinds)))),
      some(resourceRef),
    ),
  ),
)
const sets = some(resourceSet)
const lifetime = define('lifetime', () => some(lateRule), { until: '3.10' })

export const rscLocation = define('rsc_location', () =>
  all(
    must('id', id),
    choice(
      all(
        choice(must('rsc', reference), since('2.6', must('rsc-pattern', text))),
        since('1.2', may('role', roles)),
      ),
      since('1.2', sets),
    ),
    choice(all(anyScore, must('node', text)), until('3.10', some(lateRule)), since('4.0', one(lateRule))),
    perhaps(lifetime),
    since('2.2', may('resource-discovery', values('always', 'never', 'exclusive'))),
  ),
)
export const rscColocation = define('rsc_colocation', () =>
  all(
    must('id', id),
    maybe(
      choice(
        anyScore,
        until('2.10', must('score-attribute', text)),
        until('2.10', must('score-attribute-mangle', text)),
      ),
    ),
    since('3.6', may('influence', text)),
    perhaps(lifetime),
    choice(
      sets,
      all(
        must('rsc', reference),
        must('with-rsc', reference),
        may('node-attribute', text),
        may('rsc-role', roles),
        may('with-rsc-role', roles),
      ),
    ),
  ),
)
export const rscOrder = define('rsc_order', () =>
  all(
    must('id', id),
    perhaps(lifetime),
    may('symmetrical', boolean),
    since('2.3', may('require-all', boolean)),
    maybe(choice(anyScore, must('kind', kinds))),
    choice(
      sets,
      all(
        must('first', reference),
        must('then', reference),
        may('first-action', actions),
        may('then-action', actions),
      ),
    ),
  ),
)
export const rscTicket = define(
  'rsc_ticket',
  () =>
    all(
      must('id', id),
      choice(sets, all(must('rsc', reference), may('rsc-role', roles))),
      must('ticket', text),
      may('loss-policy', values('stop', 'demote', 'fence', 'freeze')),
    ),
  { since: '1.2' },
)
