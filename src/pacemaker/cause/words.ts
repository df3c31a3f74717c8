/** Each cause as one clause; the one place of their words. */
import { quote, quoteAll } from '../../diagnostics/quote.js'

export const causeWords = {
  targetRole: (owner: string, value: string) => `an operator set target-role of ${owner} to ${quote(value)}`,
  unmanaged: (owner: string, name: string, value: string) =>
    `${name} of ${owner} is ${quote(value)}, so Pacemaker does not start it`,
  stopAll: () => 'the property "stop-all-resources" is true',
  maintenanceMode: (name: string, value: string) =>
    `the property ${quote(name)} is ${quote(value)}, so Pacemaker starts and stops nothing`,
  healthStrategy: (strategy: string) => `the property "node-health-strategy" is ${quote(strategy)}`,
  noFencing: () =>
    'the property "stonith-enabled" is true and no fencing device is configured, so Pacemaker starts nothing (a device is the better way out)',
  optIn: (id: string, node: string) =>
    `the property "symmetric-cluster" is false, and no constraint allows ${quote(id)} on node ${quote(node)}`,
  quorum: (policy: string) =>
    `the nodes have no quorum, and the property "no-quorum-policy" is ${quote(policy)}`,
  standby: (node: string) => `node ${quote(node)} is in standby`,
  nodeMaintenance: (node: string) => `node ${quote(node)} is in maintenance`,
  nodeOffline: (node: string) => `node ${quote(node)} is not online`,
  nodeShutdown: (node: string) => `node ${quote(node)} is shutting down`,
  terminate: (node: string) => `node ${quote(node)} is to be fenced, as its attribute "terminate" asks for`,
  health: (node: string, name: string, value: string, strategy: string) =>
    `the health attribute ${quote(name)} of node ${quote(node)} is ${quote(value)}, and "node-health-strategy" is ${quote(strategy)}`,
  failure: (id: string, node: string, what: readonly string[], limits: string) =>
    `${quote(id)} failed on node ${quote(node)}: ${what.join(', ')}${limits}`,
  activeTwice: (id: string, value: string) =>
    `${quote(id)} is active on several nodes, and its meta attribute "multiple-active" is ${quote(value)}`,
  orphans: (ids: readonly string[]) =>
    `the property "stop-orphan-resources" is true, and what runs without being configured, ${quoteAll(ids)}, is stopped (to configure it again is the better way out)`,
  promotionScore: (id: string, node: string, score: string) =>
    `the promotion score of ${quote(id)} on node ${quote(node)}, which its agent sets, is ${score}`,
  noPromotionScore: (id: string, node: string) =>
    `${quote(id)} has no promotion score on node ${quote(node)}, which its agent sets`,
  location: (id: string, what: string) => `constraint ${quote(id)} ${what}`,
  locationScore: (ids: readonly string[], node: string, score: string) =>
    `gives ${quoteAll(ids)} the score ${score} on node ${quote(node)}`,
  locationRule: (ids: readonly string[], score: string, rule: string) =>
    `gives ${quoteAll(ids)} the score ${score} where ${rule}`,
  discovery: (ids: readonly string[], discovery: string) =>
    `has resource-discovery ${quote(discovery)} for ${quoteAll(ids)}`,
  colocation: (id: string, rsc: string, withRsc: string, score: string) =>
    `constraint ${quote(id)} places ${rsc} with ${withRsc} (score ${score})`,
  antiColocation: (id: string, rsc: string, withRsc: string, score: string) =>
    `constraint ${quote(id)} keeps ${rsc} away from ${withRsc} (score ${score})`,
  colocationSets: (id: string, ids: readonly string[]) =>
    `constraint ${quote(id)} places ${quoteAll(ids)} by sets`,
  order: (id: string, first: string, then: string, kind: string) =>
    `constraint ${quote(id)} lets ${then} come only after ${first} (kind ${kind})`,
  orderSets: (id: string, ids: readonly string[]) =>
    `constraint ${quote(id)} orders ${quoteAll(ids)} by sets`,
  ticketConstraint: (id: string, ids: readonly string[], ticket: string) =>
    `constraint ${quote(id)} makes ${quoteAll(ids)} depend on the ticket ${quote(ticket)}`,
  ticketRevoked: (ticket: string) => `the ticket ${quote(ticket)} is not granted`,
  ticketStandby: (ticket: string) => `the ticket ${quote(ticket)} is in standby`,
  capacity: (node: string, name: string, capacity: string, need: string) =>
    `node ${quote(node)} has ${capacity} of ${quote(name)}, and all resources together need ${need}`,
  cloneLimit: (id: string, name: string, value: string) =>
    `the meta attribute ${quote(name)} of ${quote(id)} is ${quote(value)}`,
  requires: (id: string, value: string) => `the meta attribute "requires" of ${quote(id)} is ${quote(value)}`,
  stickiness: (id: string, value: string) =>
    `${quote(id)} stays where it is with resource-stickiness ${value}`,
  preference: (id: string, node: string) =>
    `no constraint prefers node ${quote(node)} for ${quote(id)}, and another node has at least the same score`,
  avoidance: (id: string, node: string, isOnOthers: boolean) =>
    `no constraint keeps ${quote(id)} off node ${quote(node)}${isOnOthers ? '' : ', which has at least the score of each other node'}`,
}
