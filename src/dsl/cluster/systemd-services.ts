import type { SystemdService, UnknownOption } from '../../model/index.js'
import { type OptionTable, unknownOptions } from '../options.js'

/** A service under systemd; times are seconds, or texts such as `500ms`. */
export interface SystemdServiceOptions
  extends Omit<SystemdService, 'restartSec' | 'timeoutStartSec' | 'timeoutStopSec'> {
  /** Default 1 second. */
  readonly restartSec?: number | string
  /** Default `infinity` where it waits for the database by itself, else that of the unit. */
  readonly timeoutStartSec?: number | string
  readonly timeoutStopSec?: number | string
}

const serviceOptions = {
  of: 'a service of systemd',
  options: {
    unit: 'child',
    restart: 'child',
    restartSec: 'child',
    timeoutStartSec: 'child',
    timeoutStopSec: 'child',
    after: 'child',
    wants: 'child',
    projects: 'child',
  },
} as const satisfies OptionTable<SystemdServiceOptions>

/** The service of these options, or of that unit. */
export function systemdServiceOf(given: string | SystemdServiceOptions): SystemdService {
  if (typeof given === 'string') return { unit: given }
  const { restartSec, timeoutStartSec, timeoutStopSec, ...rest } = given
  const times = Object.entries({ restartSec, timeoutStartSec, timeoutStopSec }).flatMap(([name, time]) =>
    time === undefined ? [] : [[name, typeof time === 'number' ? `${time}s` : time]],
  )
  return { ...rest, ...Object.fromEntries(times) }
}

/** The keys that are no options of a service. */
export function unknownServiceOptions(given: string | SystemdServiceOptions): UnknownOption[] {
  return typeof given === 'string' ? [] : unknownOptions(given, serviceOptions)
}
