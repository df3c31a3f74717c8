import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { decodeDocument } from '../../xml/decode.js'
import { inWorkplace, type Workplace } from '../tool/workplace.js'
import { type DescribedAgent, readMetadata } from './read-metadata.js'

/** Where agents are installed: OCF agents in a folder for each provider, fence agents among the programs of root. */
const ocfFolder = '/usr/lib/ocf/resource.d'
const programFolder = '/usr/sbin'

/** In milliseconds. */
const limit = 20_000

/** The metadata that were read, and the files that gave none. */
export interface AgentsFound {
  readonly agents: readonly DescribedAgent[]
  readonly without: readonly string[]
}

/** In place of the name of a resource, so that a default which contains it is recognized. */
const instance = 'lightcib-resource-name'

/** The metadata of all agents that are installed, in the system whose root folder that is; each agent is run for it. */
export function installedAgents(root = '/'): Promise<AgentsFound> {
  const ocf = foldersIn(join(root, ocfFolder)).flatMap(filesIn)
  const fencing = filesIn(join(root, programFolder)).filter((file) => isFenceAgent(basename(file)))
  return metadataOf([...ocf, ...fencing].filter(isExecutable), { root })
}

/** The metadata of those of these agents that are installed; each is run for it. Names that are no name of a file have none. */
export function installedAgentsOf(names: readonly string[], root = '/'): Promise<AgentsFound> {
  const files = names.flatMap((name) => {
    const [, provider, ocf, fencing] =
      /^(?:ocf:(\w[\w.-]*):(\w[\w.-]*)|stonith:(fence_[\w.-]+))$/.exec(name) ?? []
    if (fencing !== undefined) return [join(root, programFolder, fencing)]
    return provider === undefined || ocf === undefined ? [] : [join(root, ocfFolder, provider, ocf)]
  })
  return metadataOf(
    files.filter((file) => existsSync(file) && !isFolder(file) && isExecutable(file)),
    { root },
  )
}

/**
 * The metadata of the agents in these files and folders: programs, which are run, and files ending in `.xml`. An agent's name
 * comes from its file and the folder that this is in, or `provider`; folders of folders, such as resource.d, are read too.
 */
export function agentsIn(paths: readonly string[], provider?: string): Promise<AgentsFound> {
  const files = paths.flatMap((path) =>
    isFolder(path) ? [...filesIn(path), ...foldersIn(path).flatMap(filesIn)].filter(mayBeAgent) : [path],
  )
  return metadataOf(files, { provider })
}

interface Source {
  readonly root?: string
  readonly provider?: string | undefined
}

async function metadataOf(files: readonly string[], { root = '/', provider }: Source): Promise<AgentsFound> {
  const found = await inWorkplace((workplace) =>
    Promise.all(
      files.map(async (file) => {
        const name = nameOf(file, provider)
        const text = file.endsWith('.xml') ? textIn(file) : await printed(workplace, file, name, root)
        return [file, readMetadata(name, text)] as const
      }),
    ),
  )
  // The first of each name: a folder may have an agent and its metadata.
  const byName = new Map(found.toReversed().flatMap(([, agent]) => (agent ? [[agent.name, agent]] : [])))
  return {
    agents: [...byName.values()].toReversed().map(withoutInstance),
    without: found.flatMap(([file, agent]) => (agent === undefined ? [file] : [])),
  }
}

/** What a file contains, in the encoding that it declares; empty for one that cannot be read. */
function textIn(file: string): string {
  try {
    return decodeDocument(readFileSync(file)).output ?? ''
  } catch {
    return ''
  }
}

/** What an agent prints; empty for one that fails, which has no metadata here. */
async function printed({ run }: Workplace, file: string, name: string, root: string): Promise<string> {
  const [enter, path] = root === '/' ? [[], file] : [['chroot', root], join('/', file.slice(root.length))]
  const environment = ['OCF_ROOT=/usr/lib/ocf', `OCF_RESOURCE_INSTANCE=${instance}`, 'OCF_RA_VERSION_MAJOR=1']
  const words = name.startsWith('stonith:') ? ['-o', 'metadata'] : ['meta-data']
  const [program = 'env', ...args] = [...enter, 'env', ...environment, path, ...words]
  try {
    return (await run(program, args, limit)).stdout
  } catch {
    return ''
  }
}

function withoutInstance(agent: DescribedAgent): DescribedAgent {
  const parameters = agent.parameters.map((parameter) => {
    const { default: byDefault, ...others } = parameter
    return byDefault?.includes(instance) ? others : parameter
  })
  return { ...agent, parameters }
}

/** `ocf:heartbeat:IPaddr2` for `.../heartbeat/IPaddr2`, `stonith:fence_xvm` for `.../fence_xvm`. */
function nameOf(file: string, provider = basename(dirname(file))): string {
  const type = basename(file).replace(/\.xml$/, '')
  return isFenceAgent(type) ? `stonith:${type}` : `ocf:${provider}:${type}`
}

function isFenceAgent(type: string): boolean {
  return type.startsWith('fence_')
}

function mayBeAgent(file: string): boolean {
  return isFile(file) && (file.endsWith('.xml') || isExecutable(file))
}

function filesIn(folder: string): string[] {
  return entriesIn(folder).filter((path) => !isFolder(path))
}

function foldersIn(folder: string): string[] {
  return entriesIn(folder).filter(isFolder)
}

/** By name; those that start with a dot are no agents. */
function entriesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
    return names.sort().map((name) => join(folder, name))
  } catch {
    return []
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
