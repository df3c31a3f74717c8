/** What several commands take. */
import { Argument, InvalidArgumentError, Option } from 'commander'
import { policyUsages } from '../../check/policies/usages.js'
import { nearest } from '../../diagnostics/nearest.js'
import { quote } from '../../diagnostics/quote.js'

export const input = new Argument(
  '<input>',
  'a .ts, .mts, .js or .mjs module whose default export is a cluster, a file with the XML of a CIB, also as gzip or bzip2, the text of crm configure show, a script of pcs commands, which pcs replays on a file of its own, or - for one on standard input',
)
export const outputFile = new Option(
  '-o, --output <file>',
  'write to this file instead of standard output; it is replaced as a whole or left alone',
)
export const force = new Option(
  '--force',
  'replace an output file that is read-only, the input, or has an owner that cannot be kept',
)

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number')
  return Number(text)
}

export function seconds(text: string): number {
  const number = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || number === 0 || number > 1e6) {
    throw new InvalidArgumentError('expected a number of seconds above 0')
  }
  return number
}

export const config = new Option(
  '--config <file>',
  'configuration to use instead of the nearest lightcib.config.ts, .mts, .js or .mjs in or above the folder of the input',
)

export function pcsVersion(use: string): Option {
  return new Option('--pcs <version>', `version of pcs that the ${use} for`)
    .choices(['0.10', '0.11', '0.12'])
    .default('0.11')
}

/** The values of an option that may be repeated. */
export function repeated(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value]
}

/** Some of the names, separated by commas. */
export function listOf(names: readonly string[]): (text: string) => readonly string[] {
  return (text) => {
    const listed = text.split(',').map((name) => name.trim())
    const unknown = listed.find((name) => !names.includes(name))
    if (unknown === undefined) return listed
    const near = nearest(unknown, names)
    const hint = near === undefined ? '' : ` (did you mean ${quote(near)}?)`
    throw new InvalidArgumentError(`Allowed are ${names.join(', ')}, separated by commas${hint}.`)
  }
}

/** Names the choice that was meant, where one is near to what was written. */
export function suggestChoice(option: Option): void {
  const { argChoices, parseArg } = option
  if (argChoices === undefined || parseArg === undefined) return
  option.parseArg = <T>(value: string, previous: T): T => {
    try {
      return parseArg.call(option, value, previous) as T
    } catch (error) {
      const near = nearest(value, argChoices)
      if (near === undefined) throw error
      throw new InvalidArgumentError(`${(error as Error).message} (did you mean ${quote(near)}?)`)
    }
  }
}

/** The names of the policies, for the help of what has --policy. */
export const policyHelp = `
Policies:
${Object.values(policyUsages)
  .map((usage) => `  ${usage}`)
  .join('\n')}`
