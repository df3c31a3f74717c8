import { claimId, sanitizeId } from '../../model/ids.js'
import type { FencingLevel } from '../../model/index.js'
import { fieldsOf } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion } from '../command/conversion.js'
import { isPcsId } from '../command/values.js'

/** `pcs stonith level add INDEX TARGET DEVICE ...`; `--force`, since a file has no status of nodes. */
export function convertFencingLevel(level: FencingLevel, context: Context): Conversion<FencingLevel> {
  const { index = '', devices = '' } = level
  const [named, part] = targetOf(level) ?? []
  const list = devices.split(',')
  const isPlain = /^[1-9]$/.test(index) && list.every((device) => isPcsId(device) && context.ids.has(device))
  const key = `level ${index} ${named} ${devices}`
  if (named === undefined || part === undefined || !isPlain || context.seen.has(key)) {
    context.unsupported({
      element: level,
      what: `the fencing level ${index} of the devices ${devices}`,
    })
    return { commands: [] }
  }
  context.seen.add(key)
  const id = claimId(sanitizeId(`fl-${part}-${index}`), context.ids)
  const fields = fieldsOf(level, [
    'target',
    'target-pattern',
    'target-attribute',
    'target-value',
    'index',
    'devices',
  ])
  return {
    commands: [pcs(['stonith', 'level', 'add', index, named, ...list], ['--force'])],
    produces: { ...fields, element: 'fencing-level', id },
  }
}

/** The word of the target, and the part of it in the level's id. */
function targetOf(level: FencingLevel): readonly [word: string, part: string] | undefined {
  const { target, targetPattern, targetAttribute, targetValue } = level
  // pcs 0.10 puts them between quotes in an XPath.
  if ([target, targetPattern, targetAttribute, targetValue].some((text) => /['"]/.test(text ?? '')))
    return undefined
  if (target !== undefined)
    return target === '' || /[%-]/.test(target[0] ?? '') ? undefined : nodeWord(target)
  if (targetPattern !== undefined)
    return targetPattern === '' ? undefined : [`regexp%${targetPattern}`, targetPattern]
  if (targetAttribute === undefined || targetValue === undefined || targetAttribute.includes('='))
    return undefined
  return targetAttribute === '' ? undefined : [`attrib%${targetAttribute}=${targetValue}`, targetAttribute]
}

function nodeWord(target: string): readonly [string, string] {
  return [target.includes('%') ? `node%${target}` : target, target]
}
