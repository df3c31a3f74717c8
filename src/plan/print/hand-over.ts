import type { HandOver } from '../order/hand-over.js'

/** The folder that `lightcib compile --to systemd -o nodes` has written, as commands name it. */
export const systemdFolder = 'nodes'

/** The words after `bash FOLDER/hand-over.sh` by which services are handed over, or with an option something else done. */
export function handOverWords({ units, nodes }: HandOver, option?: '--ready' | '--undo'): readonly string[] {
  return [
    ...(option === undefined ? [] : [option]),
    ...(nodes.length === 0 ? [] : ['--on', nodes.join(',')]),
    ...units,
  ]
}
