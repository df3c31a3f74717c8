import { spawn } from 'node:child_process'

/** What crm_verify prints about one file. */
export interface Verified {
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

/** Where -VV ends the tool itself, -V is asked. */
const script = `
while IFS= read -r file; do
  printf '\\036%s\\n' "$file"
  timeout 60 crm_verify -VV -x "$file" 2>&1 || [ $? -lt 124 ] || timeout 60 crm_verify -V -x "$file" 2>&1
done
`

/** What crm_verify prints about each file, as an error or a warning; two shells run all. */
export async function crmVerify(files: readonly string[]): Promise<ReadonlyMap<string, Verified>> {
  const half = Math.ceil(files.length / 2)
  const texts = await Promise.all(
    [files.slice(0, half), files.slice(half)].map((part) => outputOf(script, part)),
  )
  const blocks = texts.flatMap((text) => text.split('\u001e').slice(1))
  return new Map(
    blocks.map((block) => {
      const [file = '', ...lines] = block.split('\n')
      const of = (level: RegExp) => lines.filter((line) => level.test(line))
      return [
        file,
        { errors: of(/^\(\w+\)\s+error:|\bassert/i), warnings: of(/^\(\w+\)\s+warning:/) },
      ] as const
    }),
  )
}

function outputOf(command: string, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', command], { stdio: ['pipe', 'pipe', 'inherit'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')))
    child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  })
}
