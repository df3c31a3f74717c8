import { many, optional } from './shape.js'

const nvset = {
  attributes: ['id', 'id-ref', 'score'],
  slots: { rule: optional('rule'), nvpairs: many('nvpair') },
} as const

/** Sets of attributes, rules and expressions. */
export const attributeShapes = {
  cluster_property_set: nvset,
  instance_attributes: nvset,
  meta_attributes: nvset,
  utilization: nvset,
  nvpair: { attributes: ['id', 'id-ref', 'name', 'value'], slots: {} },
  rule: {
    attributes: ['id', 'id-ref', 'boolean-op', 'role', 'score', 'score-attribute'],
    slots: { expressions: many('expression', 'date_expression', 'rsc_expression', 'op_expression', 'rule') },
  },
  expression: { attributes: ['id', 'attribute', 'operation', 'value', 'type', 'value-source'], slots: {} },
  date_expression: {
    attributes: ['id', 'operation', 'start', 'end'],
    slots: { duration: optional('duration'), dateSpec: optional('date_spec') },
  },
  duration: {
    attributes: [
      'id',
      'years',
      'months',
      'monthdays',
      'weeks',
      'weekyears',
      'weekdays',
      'yearsdays',
      'days',
      'hours',
      'minutes',
      'seconds',
      'moon',
    ],
    slots: {},
  },
  date_spec: {
    attributes: [
      'id',
      'years',
      'months',
      'monthdays',
      'weeks',
      'weekyears',
      'weekdays',
      'yearsdays',
      'yeardays',
      'days',
      'hours',
      'minutes',
      'seconds',
      'moon',
    ],
    slots: {},
  },
  rsc_expression: { attributes: ['id', 'class', 'provider', 'type'], slots: {} },
  op_expression: { attributes: ['id', 'name', 'interval'], slots: {} },
} as const
