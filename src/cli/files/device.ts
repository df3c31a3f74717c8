import { closeSync, constants, openSync, writeSync } from 'node:fs'

/** Writes to a device, FIFO or socket as it is, after waiting for one that reads a FIFO. */
export function writeDevice(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_NOCTTY)
  try {
    writeDescriptor(descriptor, bytes)
  } finally {
    closeSync(descriptor)
  }
}

/** Writes to an open descriptor. Who reads a pipe and has enough is no error. */
export function writeDescriptor(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}
