import { acls } from './access.js'
import { alerts } from './alerts.js'
import { clusterPropertySet, defaultMetaAttributes, instanceAttributes, utilization } from './attributes.js'
import { rscColocation, rscLocation, rscOrder, rscTicket } from './constraints.js'
import { all, choice, define, interleave, many, may, must, one, perhaps, some } from './pattern.js'
import { bundle, clone, group, master, primitive, template } from './resources.js'
import { boolean, changed, count, id, pattern, reference, score, text, values } from './values.js'
import { schemaVersions, since, until } from './versions.js'

const nodeTypes = values(until('2.10', 'normal'), 'member', until('3.10', 'ping'), since('1.3', 'remote'))
const node = define('node', () =>
  all(
    must('id', text),
    must('uname', text),
    until('1.0', must('type', nodeTypes)),
    since('1.2', may('type', nodeTypes)),
    may('description', text),
    since('1.2', may('score', score)),
    many(instanceAttributes, utilization),
  ),
)

const fencingLevel = define('fencing-level', () =>
  all(
    must('id', id),
    choice(
      must('target', text),
      must('target-pattern', text),
      since('2.4', all(must('target-attribute', text), must('target-value', text))),
    ),
    must(
      'index',
      changed(
        pattern(/^[ \t\r\n]*\+?0*[1-9]\d{0,23}[ \t\r\n]*$/, 'an integer from 1'),
        '4.0',
        pattern(/^[ \t\r\n]*\+?0*[1-9][ \t\r\n]*$/, 'an integer from 1 to 9'),
      ),
    ),
    must('devices', pattern(/^[a-zA-Z0-9_.-]+(,[a-zA-Z0-9_.-]+)*$/, 'ids with commas between')),
  ),
)

const tag = define('tag', () =>
  all(
    must('id', id),
    some(define('obj_ref', () => all(until('3.2', must('id', reference)), since('3.3', must('id', text))))),
  ),
)

const configuration = define('configuration', () =>
  interleave(
    one(define('crm_config', () => many(clusterPropertySet))),
    perhaps(define('rsc_defaults', () => many(defaultMetaAttributes))),
    perhaps(define('op_defaults', () => many(defaultMetaAttributes))),
    one(define('nodes', () => many(node))),
    one(define('resources', () => many(primitive, template, group, clone, master, bundle))),
    one(define('constraints', () => many(rscLocation, rscColocation, rscOrder, rscTicket))),
    perhaps(define('fencing-topology', () => many(fencingLevel), { since: '1.2' })),
    perhaps(acls),
    perhaps(define('tags', () => many(tag), { since: '1.3' })),
    perhaps(alerts),
  ),
)

const schemas = values(
  'none',
  ...schemaVersions.map((version) => `pacemaker-${version}`),
  ...['pacemaker-0.6', 'transitional-0.6', 'pacemaker-0.7', 'pacemaker-1.1', 'pacemaker-next'].map((name) =>
    until('3.9', name),
  ),
)

/** The root of the grammar. */
export const cib = define('cib', () =>
  all(
    until('3.9', may('validate-with', schemas)),
    since('3.10', must('validate-with', schemas)),
    must('admin_epoch', count),
    must('epoch', count),
    must('num_updates', count),
    may('crm_feature_set', text),
    may('remote-tls-port', count),
    may('remote-clear-port', count),
    may('have-quorum', boolean),
    may('dc-uuid', text),
    may('cib-last-written', text),
    may('no-quorum-panic', boolean),
    since(
      '1.2',
      all(
        may('update-origin', text),
        may('update-client', text),
        may('update-user', text),
        may('execution-date', text),
      ),
    ),
    one(configuration),
    perhaps(define('status', undefined)),
  ),
)
