import { createRequire } from 'node:module'

/** The decoder of seek-bzip, which checks sums and writes byte by byte: a bomb ends at the limit, not in all memory. */
interface Bunzip {
  decode(
    input: { readByte(): number; read(buffer: Uint8Array, offset: number, length: number): number },
    output: { writeByte(byte: number): void; flush(): void },
  ): void
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b
const isBzip2 = (bytes: Uint8Array) => /^BZh[1-9]/.test(start(bytes))

/** What is neither, each with its mark and where that is. */
const others: readonly (readonly [at: number, mark: string, what: string])[] = [
  [0, '\xfd7zXZ\0', 'compressed with xz'],
  [0, '(\xb5/\xfd', 'compressed with zstd'],
  [0, 'PK\x03\x04', 'a zip archive'],
  [257, 'ustar', 'a tar archive'],
]

/** Too large to be a CIB. */
export class TooLarge extends Error {}

/** The bytes, unpacked where they are gzip or bzip2. Throws TooLarge, or an error whose message is what is wrong with them. */
export function decompressed(bytes: Uint8Array, limit: number): Uint8Array {
  if (isGzip(bytes)) return checked(gunzip(bytes, limit))
  if (isBzip2(bytes)) return checked(bunzip2(bytes, limit))
  return checked(bytes)
}

function checked(bytes: Uint8Array): Uint8Array {
  const head = start(bytes)
  const [, , other] = others.find(([at, mark]) => head.startsWith(mark, at)) ?? []
  if (other !== undefined) throw new Error(`it is ${other}: unpack it first`)
  if (isGzip(bytes) || isBzip2(bytes)) throw new Error('it is compressed twice: unpack it first')
  return bytes
}

function start(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 262)).toString('latin1')
}

function gunzip(bytes: Uint8Array, limit: number): Uint8Array {
  const { constants, gunzipSync } = process.getBuiltinModule('node:zlib')
  try {
    return gunzipSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_FINISH })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge()
    throw new Error('it is damaged: gzip data cannot be unpacked')
  }
}

/** All streams of a file, one behind the other. */
function bunzip2(bytes: Uint8Array, limit: number): Uint8Array {
  const { decode } = createRequire(import.meta.url)('seek-bzip') as Bunzip
  let at = 0
  let length = 0
  let output = new Uint8Array(Math.min(limit, 1 << 20))
  const input = {
    readByte() {
      if (at >= bytes.length) throw new Error('the end is missing')
      return bytes[at++] as number
    },
    read(buffer: Uint8Array, offset: number, count: number) {
      for (let index = 0; index < count; index++) buffer[offset + index] = input.readByte()
      return count
    },
  }
  const unpacked = {
    writeByte(byte: number) {
      if (length === limit) throw new TooLarge()
      if (length === output.length) {
        const larger = new Uint8Array(Math.min(limit, output.length * 2))
        larger.set(output)
        output = larger
      }
      output[length++] = byte
    },
    flush() {},
  }
  try {
    while (at < bytes.length) decode(input, unpacked)
  } catch (error) {
    throw error instanceof TooLarge ? error : new Error('it is damaged: bzip2 data cannot be unpacked')
  }
  return output.subarray(0, length)
}
