import type { InstanceAttributes, MetaAttributes, Utilization } from './attributes.js'
import type { ElementBase } from './element.js'

interface ResourceBase<Id extends string> extends ElementBase {
  readonly id: Id
  readonly description?: string
  readonly instanceAttributes: readonly InstanceAttributes[]
  readonly metaAttributes: readonly MetaAttributes[]
}

/** One service, run by one agent. CIB: `<primitive>`; `pcs resource create`. */
export interface Primitive<Id extends string = string> extends ResourceBase<Id> {
  readonly element: 'primitive'
  /** `ocf`, `systemd`, `lsb`, `service`, `stonith` and the like. */
  readonly class?: string
  /** Of class `ocf` only. */
  readonly provider?: string
  readonly type?: string
  /** The id of the template that its class, provider and type come from. */
  readonly template?: string
  readonly utilization: readonly Utilization[]
  readonly operations?: Operations
}

/** What several primitives have in common. CIB: `<template>`; no pcs command creates one. */
export interface Template<Id extends string = string> extends ResourceBase<Id> {
  readonly element: 'template'
  readonly class?: string
  readonly provider?: string
  readonly type?: string
  readonly utilization: readonly Utilization[]
  readonly operations?: Operations
}

/** The operations of one resource. CIB: `<operations>`. */
export interface Operations extends ElementBase {
  readonly element: 'operations'
  readonly id?: string
  readonly idRef?: string
  readonly ops: readonly Op[]
}

/** How one action is run: how often, for how long, what follows a failure. CIB: `<op>`. */
export interface Op extends ElementBase {
  readonly element: 'op'
  readonly id?: string
  readonly name?: string
  /** `10s`, `10` (seconds), `1min`, `PT10S`. */
  readonly interval?: string
  readonly description?: string
  readonly timeout?: string
  readonly startDelay?: string
  readonly intervalOrigin?: string
  readonly enabled?: string
  readonly recordPending?: string
  readonly role?: string
  readonly onFail?: string
  readonly instanceAttributes: readonly InstanceAttributes[]
  readonly metaAttributes: readonly MetaAttributes[]
}

/** Primitives that start in the order listed, stop in reverse, and run on one node. CIB: `<group>`. */
export interface Group<Id extends string = string, Member extends string = string> extends ResourceBase<Id> {
  readonly element: 'group'
  readonly members: readonly [Primitive<Member>, ...Primitive<Member>[]]
}

interface CloneOf<Name extends string, Id extends string, Inner extends string> extends ResourceBase<Id> {
  readonly element: Name
  readonly resource: Primitive<Inner> | Group<Inner, Inner>
}

/** A primitive or group that runs on several nodes at once. CIB: `<clone>`; `pcs resource clone`. */
export type Clone<Id extends string = string, Inner extends string = string> = CloneOf<'clone', Id, Inner>

/** The form of a promotable clone before schema 3.1. CIB: `<master>`, gone in 4.0. */
export type Master<Id extends string = string, Inner extends string = string> = CloneOf<'master', Id, Inner>

/** A container image run on several nodes, with or without a service inside. CIB: `<bundle>`. */
export interface Bundle<Id extends string = string, Inner extends string = string> extends ResourceBase<Id> {
  readonly element: 'bundle'
  readonly container: Docker | Podman | Rkt
  readonly network?: Network
  readonly storage?: BundleStorage
  readonly primitive?: Primitive<Inner>
}

interface Container<Name extends string> extends ElementBase {
  readonly element: Name
  readonly image?: string
  readonly replicas?: string
  readonly replicasPerHost?: string
  readonly promotedMax?: string
  /** The old name of `promoted-max`. */
  readonly masters?: string
  readonly runCommand?: string
  readonly network?: string
  readonly options?: string
}

/** CIB: `<docker>` inside a bundle. */
export type Docker = Container<'docker'>
/** CIB: `<podman>` inside a bundle, since schema 3.2. */
export type Podman = Container<'podman'>
/** CIB: `<rkt>` inside a bundle, gone in 4.0. */
export type Rkt = Container<'rkt'>

/** How a bundle's replicas are reached. CIB: `<network>`. */
export interface Network extends ElementBase {
  readonly element: 'network'
  readonly ipRangeStart?: string
  readonly controlPort?: string
  readonly hostInterface?: string
  readonly hostNetmask?: string
  readonly addHost?: string
  readonly portMappings: readonly PortMapping[]
}

/** A port of the host that leads into the container. CIB: `<port-mapping>`. */
export interface PortMapping extends ElementBase {
  readonly element: 'port-mapping'
  readonly id?: string
  readonly port?: string
  readonly internalPort?: string
  readonly range?: string
}

/** The directories of the host that a bundle sees. CIB: `<storage>`. */
export interface BundleStorage extends ElementBase {
  readonly element: 'storage'
  readonly storageMappings: readonly StorageMapping[]
}

/** A directory of the host in the container. CIB: `<storage-mapping>`. */
export interface StorageMapping extends ElementBase {
  readonly element: 'storage-mapping'
  readonly id?: string
  readonly sourceDir?: string
  readonly sourceDirRoot?: string
  readonly targetDir?: string
  readonly options?: string
}

/** The children of `<resources>`. */
export type Resource = Primitive | Template | Group | Clone | Master | Bundle
