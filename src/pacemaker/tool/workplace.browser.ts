import { NotInstalledError } from './pacemaker-error.js'

/** What workplace.ts does, for browsers, which start no programs: package.json names this file in its place. */
export async function inWorkplace(): Promise<never> {
  throw new NotInstalledError("Pacemaker's tools do not run in a browser")
}
