import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'

/** A Debian system in a folder, with its own pcs and Pacemaker; `systems.sh` makes them. */
export interface System {
  readonly name: string
  /** The folder that is `/` for its programs. */
  readonly root: string
  /** The generation of its pcs, as the scripts name it. */
  readonly pcs: '0.10' | '0.12'
  /** The version of its Pacemaker. */
  readonly pacemaker: string
  /** Of CIBs that say a higher one it takes no change. */
  readonly featureSet: string
  /** The newest schema that its Pacemaker knows. */
  readonly schema: string
}

const cache = process.env.LIGHTCIB_COMPAT ?? '/var/cache/lightcib-compat'

/** Debian 11: pcs 0.10.8, Pacemaker 2.0.5. */
export const debian11: System = {
  name: 'Debian 11',
  root: join(cache, 'bullseye/root'),
  pcs: '0.10',
  pacemaker: '2.0.5',
  featureSet: '3.6.1',
  schema: 'pacemaker-3.5',
}

/** Debian 13: pcs 0.12.0, Pacemaker 3.0.0. */
export const debian13: System = {
  name: 'Debian 13',
  root: join(cache, 'trixie/root'),
  pcs: '0.12',
  pacemaker: '3.0.0',
  featureSet: '3.20.0',
  schema: 'pacemaker-4.0',
}

/** A `describe` for each of the systems; one that was not made is left out by name, and fails with CI=true. */
export function describeOn(systems: readonly System[], name: string, body: (system: System) => void): void {
  for (const system of systems) {
    const isThere = existsSync(system.root)
    const title = `${system.name}: ${name}`
    if (!isThere && process.env.CI === 'true') throw new Error(`${title} needs ${system.root}`)
    describe.skipIf(!isThere)(isThere ? title : `${title} [left out: no ${system.root}]`, () => body(system))
  }
}
