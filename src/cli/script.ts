import type { Result } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { readPcsScript } from '../pacemaker/script/read-script.js'
import { setEndBySignal } from '../pacemaker/tool/on-end.js'
import { asked } from './asked.js'
import { endBySignal } from './module/guard.js'

/** The cluster of a script of pcs commands. */
export function readScript(text: string): Promise<Result<Cluster>> {
  setEndBySignal(endBySignal)
  return asked(() => readPcsScript(text))
}
