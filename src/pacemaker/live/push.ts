import { canonicalCib } from '../../cib/canonical.js'
import { readCib } from '../../cib/index.js'
import { type TimeLimit, usualLimit } from '../simulate.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { inWorkplace, type ToolRun, type Workplace } from '../tool/workplace.js'

/**
 * Makes one CIB of the cluster of this machine the other, at once: the difference (`crm_diff`) names the version of the CIB that
 * it is for, and `cibadmin --patch` rejects it for any other. Returns false where the CIB is no longer `before`, and then
 * nothing is changed. Rejects with `PacemakerError` where Pacemaker does not accept the change.
 */
export async function pushCib(
  before: string,
  after: string,
  { limit = usualLimit }: TimeLimit = {},
): Promise<boolean> {
  return inWorkplace(async (workplace) => {
    const patch = await patchIn(workplace, before, after, limit)
    return isApplied(await workplace.run('cibadmin', ['--patch', '--xml-file', patch], limit))
  })
}

/** The text of one CIB after `cibadmin --patch` has made it the other. Rejects as `pushCib` does. */
export async function patchedCib(
  before: string,
  after: string,
  { limit = usualLimit }: TimeLimit = {},
): Promise<string> {
  return inWorkplace(async (workplace) => {
    const patch = await patchIn(workplace, before, after, limit)
    const copy = workplace.write('copy.xml', before)
    const args = ['--patch', '--xml-file', patch]
    if (isApplied(await workplace.run('cibadmin', args, limit, { CIB_file: copy })))
      return workplace.read(copy)
    throw new PacemakerError('cibadmin does not apply the change to a copy of the CIB')
  })
}

/** The exit code of Pacemaker's tools for a patch that is for an older CIB. */
const tooOld = 103

function isApplied({ exitCode, stderr }: ToolRun): boolean {
  if (exitCode === 0) return true
  if (exitCode === tooOld || stderr.includes('requesting full refresh')) return false
  throw new PacemakerError(`cibadmin does not apply the change: ${reasonOf(exitCode, stderr)}`)
}

/** The file with the difference, which was tried on a copy: it makes exactly the CIB that it is to make. */
async function patchIn(
  { run, write }: Workplace,
  before: string,
  after: string,
  limit: number,
): Promise<string> {
  const [old, now] = [write('before.xml', before), write('after.xml', after)]
  const made = await run('crm_diff', ['--original', old, '--new', now], limit)
  // The exit code is 1 where there is a difference.
  if (made.exitCode !== 1 || !made.stdout.startsWith('<diff'))
    throw new PacemakerError(`crm_diff finds no difference: ${reasonOf(made.exitCode, made.stderr)}`)
  const patch = write('patch.xml', made.stdout)
  const tried = await run('crm_diff', ['--original', old, '--patch', patch], limit)
  if (contentOf(tried.stdout) !== contentOf(after))
    throw new PacemakerError('the difference that crm_diff makes does not lead to the described CIB')
  return patch
}

function contentOf(text: string): string | undefined {
  const { output } = readCib(text)
  return output && canonicalCib(output)
}

function reasonOf(exitCode: number | undefined, stderr: string): string {
  const last = stderr.trim().split('\n').at(-1) ?? ''
  return last !== '' ? last : exitCode === undefined ? 'a signal ended it' : `it fails with ${exitCode}`
}
