import { dirname } from 'node:path'
import type { CheckOptions, Suppression } from '../check/settings/options.js'
import { readOptions } from '../check/settings/read-options.js'
import { unusedSuppression } from '../check/settings/settle.js'
import { findConfig, isOwn } from '../config/find-config.js'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { UsageError } from './usage-error.js'

/** A configuration, and what was found about it. */
export interface LoadedConfig {
  readonly file?: string
  readonly options: CheckOptions
  readonly findings: readonly Diagnostic[]
  /** The finding with the place in the file. */
  readonly locate: (finding: Diagnostic) => Diagnostic
  /** For each input that was checked with it: its suppressions that left nothing out. */
  readonly unused: (readonly Suppression[])[]
}

/** Loads configurations, each once: the given one, or the nearest one above an input. */
export interface Configs {
  readonly of: (file: string) => Promise<LoadedConfig>
  readonly loaded: () => Promise<readonly LoadedConfig[]>
}

export function configs(given?: string): Configs {
  const byFile = new Map<string | undefined, Promise<LoadedConfig>>()
  return {
    of(input) {
      const file = given ?? findConfig(dirname(input))
      const known = byFile.get(file)
      if (known !== undefined) return known
      const config: Promise<LoadedConfig> =
        file === undefined
          ? Promise.resolve({ options: {}, findings: [], locate: (finding) => finding, unused: [] })
          : load(file, given !== undefined)
      byFile.set(file, config)
      return config
    },
    loaded: () => Promise.all(byFile.values()),
  }
}

async function load(file: string, isNamed: boolean): Promise<LoadedConfig> {
  if (!isNamed && !isOwn(file)) {
    throw unusable(
      file,
      'can be changed by other users and was not run: name it with --config if it is yours',
    )
  }
  const { defaultExport, failureOfConfig, locateInConfig } = await import('./module.js')
  const module = await defaultExport(file)
  if ('reason' in module) throw failureOfConfig(unusable(file, module.reason), module)
  if (typeof module.value !== 'object' || module.value === null) {
    throw unusable(file, 'has no object as its default export')
  }
  const { options, findings } = readOptions(module.value, 'defineConfig()')
  const locate = (finding: Diagnostic) => locateInConfig(file, finding)
  return { file, options, findings: findings.map(inConfig), locate, unused: [] }
}

function unusable(file: string, reason: string): UsageError {
  const { message, hint } = diagnostic('invalid-config', '/', { file, reason })
  return new UsageError(`${message}; ${hint}`)
}

/** What is wrong with a configuration, its suppressions that no input needed among it. */
export function configFindings({ findings, locate, unused }: LoadedConfig): readonly Diagnostic[] {
  const [first = [], ...others] = unused
  const needless = first.filter((suppression) => others.every((each) => each.includes(suppression)))
  return [...findings, ...needless.map(unusedSuppression).map(inConfig)].map(locate)
}

/** A configuration has no elements. */
function inConfig(finding: Diagnostic): Diagnostic {
  return { ...finding, path: '/' }
}
