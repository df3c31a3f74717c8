/** Shared by both threads: until when the code of a user may run, in milliseconds since 1970, 0 while none runs; then the exit code after that. */
export type Deadline = BigInt64Array

/** The function of the main thread that ends the process, among its globals. */
export const endName = 'lightcib.end'

/** Megabytes of memory that a module may use: 50,000 resources need 400. */
export const memoryLimit = 800
