import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  unlinkSync,
} from 'node:fs'
import { join } from 'node:path'

/** A file that is not finished, beside the one that it replaces. */
export interface Draft {
  readonly path: string
  readonly descriptor: number
}

/** What names a draft: its machine since it was booted and its set of process ids, the process, when that started. */
const named = /^\.lightcib-([\da-f]{12})-(\d+)-(\d+)-[\da-f]{8}\.draft$/

/** In milliseconds; writing one takes seconds at most. */
const longest = 600_000

/** Makes an empty draft that only its owner can read, unless another mode is given. Old drafts in the folder are removed. */
export function makeDraft(folder: string, mode = 0o600): Draft {
  removeOldDrafts(folder)
  const random = cryptoNow().randomBytes(4).toString('hex')
  const path = join(
    folder,
    `.lightcib-${machine()}-${process.pid}-${startOf(process.pid) ?? 0}-${random}.draft`,
  )
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants
  return { path, descriptor: openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode) }
}

/** Removes what is left of a draft. */
export function removeDraft({ path, descriptor }: Draft): void {
  closeSync(descriptor)
  tryTo(() => unlinkSync(path))
}

/** Removes the drafts of processes that have ended, and of other machines after some time. */
function removeOldDrafts(folder: string): void {
  for (const name of tryTo(() => readdirSync(folder)) ?? []) {
    const [, where, pid, start] = named.exec(name) ?? []
    if (where === undefined) continue
    const path = join(folder, name)
    const isOld =
      where === machine() && startOf(process.pid) !== undefined
        ? startOf(Number(pid)) !== start
        : Date.now() - (tryTo(() => lstatSync(path).mtimeMs) ?? Number.POSITIVE_INFINITY) > longest
    if (isOld) tryTo(() => unlinkSync(path))
  }
}

/** Twelve digits for this machine since it was booted, and for the container of this process. */
function machine(): string {
  const boot = tryTo(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')) ?? ''
  const pids = tryTo(() => readlinkSync('/proc/self/ns/pid')) ?? ''
  return cryptoNow().createHash('sha256').update(`${boot} ${pids}`).digest('hex').slice(0, 12)
}

/** Node's crypto, loaded by what writes a file: a command that only reads starts without it. */
function cryptoNow(): typeof import('node:crypto') {
  return process.getBuiltinModule('node:crypto')
}

/** When a process started, in ticks since the boot: its id may have been another's before. Undefined for one that has ended. */
function startOf(pid: number): string | undefined {
  const stat = tryTo(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  return state === undefined || /[ZX]/.test(state) ? undefined : fields[18]
}

function tryTo<Value>(attempt: () => Value): Value | undefined {
  try {
    return attempt()
  } catch {
    return undefined
  }
}
