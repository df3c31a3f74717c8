import { claimId, type Op, type Operations, pcsId } from '../model/index.js'
import { type AttributesOption, setsOf } from './attributes.js'
import { listOf, type OneOrMany, texts, type Value } from './part.js'

/** One operation; times are `20s`, `1min` or plain seconds. */
export interface OpOptions {
  /** Default `60s` for a monitor, `0s` (not recurring) for all else, as pcs has it. */
  readonly interval?: Value
  readonly timeout?: Value
  readonly startDelay?: Value
  readonly intervalOrigin?: Value
  readonly role?: 'Promoted' | 'Unpromoted' | 'Started' | 'Stopped' | 'Master' | 'Slave'
  readonly onFail?:
    | 'ignore'
    | 'block'
    | 'demote'
    | 'stop'
    | 'restart'
    | 'standby'
    | 'fence'
    | 'restart-container'
  readonly enabled?: boolean
  readonly recordPending?: boolean
  readonly description?: string
  /** Default `RESOURCE-NAME-interval-INTERVAL`. */
  readonly id?: string
  /** `{ OCF_CHECK_LEVEL: 10 }` */
  readonly instanceAttributes?: AttributesOption
  readonly metaAttributes?: AttributesOption
}

/** Operations by name; several of one name (a monitor for each role) as an array. */
export type OperationsOption = Readonly<Record<string, OneOrMany<OpOptions>>>

/** The `<operations>` of a resource: `pcs resource create ... op monitor interval=10s`. */
export function operationsOf(resource: string, option: OperationsOption | undefined): Operations | undefined {
  const taken = new Set<string>()
  const ops = Object.entries(option ?? {}).flatMap(([name, given]) =>
    listOf(given).map((options): Op => {
      const {
        id,
        interval = name === 'monitor' ? '60s' : '0s',
        instanceAttributes,
        metaAttributes,
        ...rest
      } = options
      const opId = id ?? claimId(pcsId.op(resource, name, String(interval)), taken)
      return {
        element: 'op',
        id: opId,
        name,
        interval: String(interval),
        ...texts(rest),
        instanceAttributes: setsOf('instance_attributes', opId, instanceAttributes),
        metaAttributes: setsOf('meta_attributes', opId, metaAttributes),
      }
    }),
  )
  return ops.length === 0 ? undefined : { element: 'operations', ops }
}
