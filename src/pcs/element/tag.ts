import type { Tag } from '../../model/index.js'
import { pcs } from '../command/command.js'
import type { Context, Converter } from '../command/conversion.js'
import { acceptsReferences } from '../command/references.js'
import { isPcsId } from '../command/values.js'

/** `pcs tag create`, for resources only. */
export function sayTag(tag: Tag, context: Context): Converter<Tag> {
  const refs = tag.objRefs.map(({ id }) => id ?? '')
  if (!isPcsId(tag.id)) {
    context.refuse({ element: tag, attribute: 'id', what: `the tag ${JSON.stringify(tag.id ?? '')}` })
  }
  if (!acceptsReferences(tag, refs, context)) return { commands: [] }
  const unique = [...new Set(refs)]
  return {
    commands: [pcs(['tag', 'create', tag.id ?? '', ...unique])],
    makes: { element: 'tag', id: tag.id, objRefs: unique.map((id) => ({ element: 'obj_ref', id })) },
  }
}
