/** The decoder writes byte by byte and checks sums. */
declare module 'seek-bzip' {
  const seekBzip: {
    decode(
      input: { readByte(): number; read(buffer: Uint8Array, offset: number, length: number): number },
      output: { writeByte(byte: number): void; flush(): void },
    ): void
  }
  export default seekBzip
}
