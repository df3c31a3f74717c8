import { alertInstanceAttributes, alertMetaAttributes } from './attributes.js'
import { all, define, interleave, many, may, must, perhaps } from './pattern.js'
import { id, text } from './values.js'
import { since, until } from './versions.js'

const extras = many(alertMetaAttributes, alertInstanceAttributes)
const recipient = define('recipient', () =>
  all(must('id', id), may('description', text), must('value', text), extras),
)
const attribute = define('attribute', () => all(must('id', id), must('name', text)))
const select = define('select', () =>
  interleave(
    perhaps(define('select_attributes', () => many(attribute))),
    perhaps(define('select_fencing', () => all())),
    perhaps(define('select_nodes', () => all())),
    perhaps(define('select_resources', () => all())),
  ),
)
const alert = define('alert', () =>
  all(
    must('id', id),
    may('description', text),
    must('path', text),
    until('2.9', all(extras, many(recipient))),
    since('2.10', interleave(extras, perhaps(select), many(recipient))),
  ),
)
export const alerts = define('alerts', () => many(alert), { since: '2.5' })
