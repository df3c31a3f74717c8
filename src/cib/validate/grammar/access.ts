import { all, choice, define, many, may, must } from './pattern.js'
import { id, reference, text, values } from './values.js'
import { since } from './versions.js'

const role = define('role', () => must('id', reference))
const aclTarget = define(
  'acl_target',
  () => all(must('id', text), since('3.8', may('name', text)), many(role)),
  {
    since: '2.0',
  },
)
const aclGroup = define('acl_group', () => all(must('id', id), since('3.8', may('name', text)), many(role)), {
  since: '2.0',
})
const aclPermission = define(
  'acl_permission',
  () =>
    all(
      must('id', id),
      must('kind', values('read', 'write', 'deny')),
      choice(
        must('xpath', text),
        must('reference', reference),
        all(must('object-type', text), may('attribute', text)),
      ),
      may('description', text),
    ),
  { since: '2.0' },
)

/** The form of an `acl_permission` before 2.0. */
const permission = (name: string) =>
  define(
    name,
    () =>
      all(
        must('id', id),
        choice(
          must('tag', text),
          must('ref', reference),
          all(must('tag', text), must('ref', reference)),
          must('xpath', text),
        ),
        may('attribute', text),
      ),
    { until: '1.3' },
  )
const permissions = many(permission('read'), permission('write'), permission('deny'))
const aclUser = define(
  'acl_user',
  () => all(must('id', id), choice(many(define('role_ref', () => must('id', reference))), permissions)),
  { until: '1.3' },
)
const aclRole = define('acl_role', () =>
  all(must('id', id), since('2.0', may('description', text)), permissions, many(aclPermission)),
)
export const acls = define('acls', () => many(aclUser, aclTarget, aclGroup, aclRole), { since: '1.2' })
