import fc from 'fast-check'

/**
 * Where the random choices of a run start. A test run makes the same ones each time, so that what fails
 * can be run again; with FUZZ they are others each time. `SEED` sets it.
 */
export const seed: number =
  Number(process.env.SEED) || (process.env.FUZZ === undefined ? 1 : Date.now() % 2 ** 31)

/** Looking for a smaller example runs what failed again and again: hours, where real tools take part. */
fc.configureGlobal({ seed, endOnFailure: process.env.SHRINK === undefined })
