import { spanMs, spanText } from '../model/systemd/time-span.js'
import type { Service } from './services.js'
import { unitFile } from './unit-file.js'

/**
 * Where the drop-in of a unit is. Its name sorts before `50-pacemaker.conf`: as long as Pacemaker runs the unit, its
 * `Restart=no` counts.
 */
export function dropInPath(unit: string): string {
  return `etc/systemd/system/${unit}.d/50-lightcib.conf`
}

/** The drop-in by which systemd restarts a service for ever; undefined where a unit needs none. */
export function dropIn(service: Service): string | undefined {
  const { unit, restart, restartSec, timeoutStartSec, timeoutStopSec, after, wants } = service
  const restarts = restart !== 'no'
  const isService = unit.endsWith('.service')
  if (!isService && after.length + wants.length === 0) return undefined
  return unitFile('systemd runs this unit, Pacemaker does not.', {
    Unit: {
      After: after,
      Wants: wants,
      StartLimitIntervalSec: isService && restarts ? '0' : undefined,
    },
    Service: isService
      ? {
          Restart: restart,
          RestartSec: restarts ? span(restartSec) : undefined,
          // The name of StartLimitIntervalSec= before systemd 230.
          StartLimitInterval: restarts ? '0' : undefined,
          TimeoutStartSec: span(timeoutStartSec),
          TimeoutStopSec: span(timeoutStopSec),
        }
      : {},
  })
}

function span(text: string | undefined): string | undefined {
  return text === undefined || text === 'infinity' ? text : spanText(spanMs(text) ?? 0)
}
