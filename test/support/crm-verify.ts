import { spawn } from 'node:child_process'

/** What crm_verify prints about one file. */
export interface Verified {
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** One shell for all files; where -VV ends the tool itself, -V is asked. */
const script = `
verify() {
  out=$(timeout 60 crm_verify -VV -x "$1" 2>&1) || [ $? -lt 124 ] || out="$out
$(timeout 60 crm_verify -V -x "$1" 2>&1)" || true
  printf '\\036%s\\n%s\\n' "$1" "$out"
}
export -f verify
xargs -d '\\n' -P 2 -I {} bash -c 'verify "$1"' _ {}
`

/** What crm_verify prints about each file, as an error or a warning, on two processors. */
export async function crmVerify(files: readonly string[]): Promise<ReadonlyMap<string, Verified>> {
  const text = await outputOf(script, files.join('\n'))
  return new Map(
    text
      .split('\u001e')
      .slice(1)
      .map((block) => {
        const [file = '', ...lines] = block.split('\n')
        const of = (level: RegExp) => lines.filter((line) => level.test(line))
        return [file, { errors: of(/\berror:|\bassert/i), warnings: of(/\bwarning:/) }] as const
      }),
  )
}

function outputOf(command: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', command], { stdio: ['pipe', 'pipe', 'inherit'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')))
    child.stdin.end(input)
  })
}
