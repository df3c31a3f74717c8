import { type Catalogue, type Code, catalogue } from './catalogue.js'
import type { Entry, Severity } from './entry.js'
import { escapeUnseen } from './unseen.js'

/** A place in a text; both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
  /** The file, where it is not the input itself: a module that the input imports. */
  readonly file?: string
}

/** One finding: what is wrong, where, and what to do about it. */
export interface Diagnostic {
  /** Stable and kebab-case; docs/diagnostics.md explains each. */
  readonly code: Code | (string & {})
  readonly severity: Severity
  readonly message: string
  /** The element, as an XPath below the CIB's root: `/cib/configuration/resources/primitive[@id="vip"]`. */
  readonly path: string
  readonly hint?: string
  /** Further places that it is about, such as the steps of a cycle. */
  readonly related?: readonly Related[]
  readonly position?: Position
}

/** A place that a finding is about, too. */
export interface Related {
  readonly message: string
  readonly path: string
  readonly position?: Position
}

/**
 * What every back end returns. `ok` is true where there is output. Both cases have findings, and output may have errors
 * where it is still of use, as a CIB with an unknown element.
 */
export type Result<Output> = Success<Output> | Failure

/** Output, and all findings. */
export interface Success<Output> {
  readonly ok: true
  readonly output: Output
  readonly diagnostics: readonly Diagnostic[]
}

/** No output, because of an error among the findings. */
export interface Failure {
  readonly ok: false
  readonly output?: undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** The result with this output. */
export function success<Output>(output: Output, diagnostics: readonly Diagnostic[] = []): Success<Output> {
  return { ok: true, output, diagnostics }
}

/** The result without output. */
export function failure(diagnostics: readonly Diagnostic[]): Failure {
  return { ok: false, diagnostics }
}

type ParametersOf<C extends Code> = Parameters<Catalogue[C]['message']>[0]

/**
 * The finding `code` at `path`, in the words of the catalogue; what cannot be seen is escaped in them.
 *
 * @example
 * ```ts
 * const policy: Policy = {
 *   name: 'has-nodes',
 *   check: ({ configuration }) =>
 *     (configuration.nodes?.items.length ?? 0) > 0
 *       ? []
 *       : [diagnostic('missing-element', '/cib/configuration/nodes', { element: 'nodes', expected: ['node'] })],
 * }
 * ```
 */
export function diagnostic<C extends Code>(
  code: C,
  path: string,
  parameters: ParametersOf<C>,
  more: {
    readonly severity?: Severity
    readonly position?: Position | undefined
    readonly related?: readonly Related[]
  } = {},
): Diagnostic {
  const entry = catalogue[code] as unknown as Entry<ParametersOf<C>>
  const hint = entry.hint?.(parameters)
  return {
    code,
    severity: more.severity ?? entry.severity,
    message: escapeUnseen(entry.message(parameters)),
    path,
    ...(hint === undefined ? {} : { hint: escapeUnseen(hint) }),
    ...(more.related === undefined ? {} : { related: more.related }),
    ...(more.position === undefined ? {} : { position: more.position }),
  }
}

/**
 * True where at least one finding is an error.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const isSafe: boolean = !hasErrors(check(web))
 * ```
 */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
