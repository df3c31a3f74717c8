/** The exit code for wrong usage and unusable input: 1 where --detailed-exitcode gives 2 another meaning. */
export const wrongUsage = process.argv.includes('--detailed-exitcode') ? 1 : 2
