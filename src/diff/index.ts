export type { AddedChange, Change, ChangedChange, MovedChange, RemovedChange } from './change.js'
export { diff } from './diff.js'
export { type GuaranteeDifference, guaranteeDifference, type LostGuarantee } from './guarantees.js'
export {
  type ServiceChange,
  type ServiceChanged,
  type ServiceMoved,
  type ServiceOnOneSide,
  serviceDifference,
} from './services.js'
