import { enumerations } from '../../dsl/enumerations.js'
import {
  defaultInterval,
  type OperationsByName,
  type OperationsOption,
  type OpOptions,
  operationsOf,
  opOf,
} from '../../dsl/resource/operations.js'
import type { Op, Operations } from '../../model/index.js'
import { type Code, call, merge, object, oneOrMany, text, thunk, unlessEmpty } from '../syntax/code.js'
import { field, fieldsOf } from '../syntax/fields.js'
import { setsCode } from './attribute-sets.js'
import { convert } from './convert.js'
import { elementLiteral } from './literal.js'

/** The option for the operations of the resource of that id. */
export function operationsCode(operations: Operations | undefined, resource: string): Code | undefined {
  if (operations === undefined) return undefined
  const { id, idRef, ops } = operations
  const used = new Set<string>()
  const names = [...new Set(ops.map((op) => String(op.name)))]
  const byName = object(
    names.map((name) => {
      const codes = ops.filter((op) => String(op.name) === name).map((op) => opCode(op, name, resource, used))
      return [name, oneOrMany(codes)] as const
    }),
  )
  const own = unlessEmpty(object({ id: field(id, 'text') }))
  return convert<OperationsOption>(operations, {
    becomes: (option) => operationsOf(resource, option) ?? { element: 'operations', ops: [] },
    candidates: [
      ...(ops.length === 0 ? [] : [() => byName as Code<OperationsByName>]),
      ...(idRef === undefined ? [] : [() => call('operationsRef', text(idRef))]),
      () => call('operations', byName, own),
    ],
    otherwise: () => thunk(elementLiteral(operations)),
  })
}

function opCode(op: Op, name: string, resource: string, used: Set<string>): Code {
  const { id, interval } = op
  const options = object([
    ['interval', interval === defaultInterval(name) ? undefined : field(interval, 'value')],
    ...fieldsOf(op, {
      timeout: 'value',
      startDelay: 'value',
      intervalOrigin: 'value',
      role: enumerations.role,
      onFail: enumerations.onFail,
      enabled: 'flag',
      recordPending: 'flag',
      description: 'text',
    }),
    ['instanceAttributes', setsCode(id, op.instanceAttributes)],
    ['metaAttributes', setsCode(id, op.metaAttributes)],
  ])
  return convert<OpOptions | Op>(op, {
    becomes: (given, used) => opOf(resource, name, given, used),
    candidates: [() => options, () => merge(object({ id: field(id, 'text') }), options)],
    otherwise: () => elementLiteral(op),
    used,
    bare: true,
  })
}
