import { existsSync } from 'node:fs'
import { corrected } from '../../agents/corrected.js'
import { declarationModule } from '../../agents/declaration.js'
import { quote } from '../../diagnostics/quote.js'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { agentsIn, installedAgents } from '../../pacemaker/metadata/installed.js'
import { writeOutput } from '../output.js'
import { UsageError } from '../usage-error.js'

interface AgentsOptions {
  readonly installed?: boolean
  readonly provider?: string
  readonly output?: string
  readonly force?: boolean
}

/** `lightcib agents`: a declaration that adds agents to the DSL, out of their own metadata. Returns the exit code. */
export async function agents(paths: readonly string[], options: AgentsOptions): Promise<number> {
  const { installed = false, provider } = options
  if (installed === paths.length > 0) {
    throw new UsageError(
      'agents reads either files and folders or, with --installed, the agents of this machine',
    )
  }
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`cannot read ${quote(path)}: no such file or folder`)
  }
  const found = installed ? await installedAgents() : await agentsIn(paths, provider)
  for (const file of found.without) print(`${quote(file)} is left out: it prints no metadata`)
  if (found.agents.length === 0) {
    print(
      `no metadata of agents in ${installed ? 'the folders of this machine' : paths.map(quote).join(', ')}`,
    )
    return 2
  }
  const text = declarationModule(found.agents.map(corrected))
  const written = writeOutput(text, options, { inputs: paths })
  if (written === 0 && options.output !== undefined) {
    print(`${found.agents.length} agents; include ${quote(options.output)} in tsconfig.json`)
  }
  return written
}

function print(line: string): void {
  process.stderr.write(`${escapeUnseen(`lightcib: ${line}`)}\n`)
}
