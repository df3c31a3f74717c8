import seekBzip from 'seek-bzip'

/** More than this unpacked is no CIB. */
const limit = 200_000_000

/** The bytes of a file, unpacked where they are gzip or bzip2, as Pacemaker keeps its pe-inputs. */
export async function readFile(file: Blob): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzip(file)
  return bytes[0] === 0x42 && bytes[1] === 0x5a && bytes[2] === 0x68 ? bunzip2(bytes) : bytes
}

async function gunzip(file: Blob): Promise<Uint8Array> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    length += part.value.length
    if (length > limit) throw new Error(tooLarge)
  }
  return joined(parts, length)
}

const tooLarge = `it unpacks to more than ${limit / 1_000_000} MB`

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** All streams of a file, one behind the other. */
function bunzip2(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  const partLength = 1 << 16
  let [at, length] = [0, 0]
  const readByte = () => {
    if (at >= bytes.length) throw new Error('the end is missing')
    return bytes[at++] as number
  }
  const input = {
    readByte,
    read(buffer: Uint8Array, offset: number, count: number) {
      for (let index = 0; index < count; index++) buffer[offset + index] = readByte()
      return count
    },
  }
  const output = {
    writeByte(byte: number) {
      if (length === limit) throw new Error(tooLarge)
      if (length % partLength === 0) parts.push(new Uint8Array(partLength))
      ;(parts.at(-1) as Uint8Array)[length++ % partLength] = byte
    },
    flush() {},
  }
  while (at < bytes.length) seekBzip.decode(input, output)
  return joined(parts, parts.length * partLength).subarray(0, length)
}
