import { spawnSync } from 'node:child_process'
import { UsageError } from '../usage-error.js'

/** Two pixels for each point, so that small text stays sharp. */
const zoom = '2'
const largest = 1 << 28

/**
 * An SVG document as PNG or PDF, drawn by librsvg's rsvg-convert, which gets it on standard input. Throws UsageError where
 * that is not installed or cannot draw it.
 */
export function imageOf(svg: string, format: 'png' | 'pdf'): Buffer {
  const args = ['--format', format, ...(format === 'png' ? ['--zoom', zoom] : [])]
  const { error, status, stdout, stderr } = spawnSync('rsvg-convert', args, {
    input: svg,
    maxBuffer: largest,
  })
  if (error !== undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') {
    throw new UsageError(
      `rsvg-convert is not installed here, which draws ${format}: install it (Debian: librsvg2-bin, Red Hat: librsvg2-tools), or write svg`,
    )
  }
  if (status !== 0) {
    const reason = error?.message ?? String(stderr).trim().split('\n').at(-1)
    throw new UsageError(`rsvg-convert cannot draw the picture as ${format}: ${reason}`)
  }
  return stdout
}
