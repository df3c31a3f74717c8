import type { Rule } from './attributes.js'
import type { ElementBase } from './element.js'

/**
 * The action of one resource comes before the action of another.
 * Without `kind` or `score` it is Mandatory; without `then-action` Pacemaker uses the
 * `first-action`. CIB: `<rsc_order>`; `pcs constraint order`.
 */
export interface RscOrder<Ref extends string = string> extends ElementBase {
  readonly element: 'rsc_order'
  readonly id?: string
  readonly first?: Ref
  readonly firstAction?: string
  readonly then?: Ref
  readonly thenAction?: string
  readonly kind?: string
  readonly score?: string
  readonly symmetrical?: string
  readonly requireAll?: string
  readonly resourceSets: readonly ResourceSet<Ref>[]
  readonly lifetime?: Lifetime
}

/** `rsc` is placed by where `with-rsc` runs, never the other way. CIB: `<rsc_colocation>`. */
export interface RscColocation<Ref extends string = string> extends ElementBase {
  readonly element: 'rsc_colocation'
  readonly id?: string
  readonly rsc?: Ref
  readonly rscRole?: string
  readonly withRsc?: Ref
  readonly withRscRole?: string
  readonly score?: string
  /** `score-attribute` and `score-attribute-mangle` are of schema 1.0. */
  readonly scoreAttribute?: string
  readonly scoreAttributeMangle?: string
  readonly nodeAttribute?: string
  readonly influence?: string
  readonly resourceSets: readonly ResourceSet<Ref>[]
  readonly lifetime?: Lifetime
}

/** Where a resource may, should or must not run. CIB: `<rsc_location>`; `pcs constraint location`. */
export interface RscLocation<Ref extends string = string> extends ElementBase {
  readonly element: 'rsc_location'
  readonly id?: string
  readonly rsc?: Ref
  readonly rscPattern?: string
  readonly role?: string
  readonly node?: string
  readonly score?: string
  readonly resourceDiscovery?: string
  readonly resourceSets: readonly ResourceSet<Ref>[]
  readonly rules: readonly Rule[]
  readonly lifetime?: Lifetime
}

/** A resource runs only while the cluster has a ticket. CIB: `<rsc_ticket>`. */
export interface RscTicket<Ref extends string = string> extends ElementBase {
  readonly element: 'rsc_ticket'
  readonly id?: string
  readonly rsc?: Ref
  readonly rscRole?: string
  readonly ticket?: string
  readonly lossPolicy?: string
  readonly resourceSets: readonly ResourceSet<Ref>[]
}

/** Resources that one constraint treats together. CIB: `<resource_set>`. */
export interface ResourceSet<Ref extends string = string> extends ElementBase {
  readonly element: 'resource_set'
  readonly id?: string
  readonly idRef?: string
  readonly sequential?: string
  readonly requireAll?: string
  readonly ordering?: string
  readonly action?: string
  readonly role?: string
  readonly score?: string
  readonly kind?: string
  readonly resourceRefs: readonly ResourceRef<Ref>[]
}

/** CIB: `<resource_ref>`; its id is a reference. */
export interface ResourceRef<Ref extends string = string> extends ElementBase {
  readonly element: 'resource_ref'
  readonly id?: Ref
}

/** When a constraint is in effect; read by Pacemaker up to 2.1 only. CIB: `<lifetime>`. */
export interface Lifetime extends ElementBase {
  readonly element: 'lifetime'
  readonly rules: readonly Rule[]
}

/** The children of `<constraints>`. */
export type Constraint<Ref extends string = string> =
  | RscOrder<Ref>
  | RscColocation<Ref>
  | RscLocation<Ref>
  | RscTicket<Ref>
