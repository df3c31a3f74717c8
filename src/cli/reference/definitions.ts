import type { Command, Option } from 'commander'
import { policyUsages } from '../../check/policies/usages.js'

/** A command as its users see it. */
export interface CommandDefinition {
  readonly name: string
  readonly usage: string
  readonly description: string
  readonly parameters: readonly ParameterDefinition[]
  readonly options: readonly OptionDefinition[]
  /** The texts behind the options: examples. */
  readonly help: string
}

interface ParameterDefinition {
  readonly name: string
  readonly description: string
  readonly values: Values
}

export interface OptionDefinition {
  /** As in the help: `-o, --output <file>`. */
  readonly flags: string
  readonly short?: string
  readonly long: string
  readonly description: string
  readonly takesValue: boolean
  readonly values: Values
  readonly initial?: string
}

/** What a shell proposes: words, the codes of findings, or files. */
export type Values = readonly string[] | 'codes' | 'files'

/** The commands in the order of the help. */
export function definitionsOf(program: Command): readonly CommandDefinition[] {
  return program.commands.map((command) => ({
    name: command.name(),
    usage: `${program.name()} ${command.name()} ${command.usage()}`,
    description: command.description(),
    parameters: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      description: argument.description,
      values: argument.argChoices ?? (argument.name() === 'code' ? 'codes' : 'files'),
    })),
    options: command.options.map(optionOf),
    help: helpBehindOptions(command),
  }))
}

function optionOf(option: Option): OptionDefinition {
  const { flags, short, long, description, defaultValue } = option
  return {
    flags,
    ...(short !== undefined && { short }),
    long: long ?? flags,
    description,
    takesValue: option.required || option.optional,
    values: valuesOf(option),
    ...(defaultValue !== undefined && typeof defaultValue !== 'boolean' && { initial: String(defaultValue) }),
  }
}

function valuesOf({ argChoices, long }: Option): Values {
  if (argChoices !== undefined) return argChoices
  if (long === '--policy') return Object.keys(policyUsages)
  return long === '--rule' ? 'codes' : 'files'
}

function helpBehindOptions(command: Command): string {
  let text = ''
  const { writeOut } = command.configureOutput()
  command.configureOutput({ writeOut: (more: string) => (text += more) })
  command.outputHelp()
  command.configureOutput({ ...(writeOut && { writeOut }) })
  return text.slice(command.helpInformation().length).trim()
}
