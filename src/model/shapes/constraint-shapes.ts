import { many, optional } from './shape.js'

/** Constraints and resource sets. */
export const constraintShapes = {
  rsc_location: {
    attributes: ['id', 'rsc', 'rsc-pattern', 'role', 'node', 'score', 'resource-discovery'],
    slots: { resourceSets: many('resource_set'), rules: many('rule'), lifetime: optional('lifetime') },
  },
  rsc_colocation: {
    attributes: [
      'id',
      'rsc',
      'rsc-role',
      'with-rsc',
      'with-rsc-role',
      'score',
      'score-attribute',
      'score-attribute-mangle',
      'node-attribute',
      'influence',
    ],
    slots: { resourceSets: many('resource_set'), lifetime: optional('lifetime') },
  },
  rsc_order: {
    attributes: [
      'id',
      'first',
      'first-action',
      'then',
      'then-action',
      'kind',
      'score',
      'symmetrical',
      'require-all',
    ],
    slots: { resourceSets: many('resource_set'), lifetime: optional('lifetime') },
  },
  rsc_ticket: {
    attributes: ['id', 'rsc', 'rsc-role', 'ticket', 'loss-policy'],
    slots: { resourceSets: many('resource_set') },
  },
  resource_set: {
    attributes: ['id', 'id-ref', 'sequential', 'require-all', 'ordering', 'action', 'role', 'score', 'kind'],
    slots: { resourceRefs: many('resource_ref') },
  },
  resource_ref: { attributes: ['id'], slots: {} },
  lifetime: { attributes: [], slots: { rules: many('rule') } },
} as const
