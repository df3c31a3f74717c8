import { CommanderError } from 'commander'
import { wrongUsage } from '../module/exit-code.js'
import { program } from './program.js'

/** Runs the command of the command line; its options are read, and explained where they are wrong. */
export async function run(): Promise<void> {
  try {
    await program.parseAsync()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : wrongUsage
  }
}
