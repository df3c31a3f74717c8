import type { Tag } from '../../model/index.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion } from '../command/conversion.js'
import { acceptsReferences } from '../command/references.js'
import { isPcsId } from '../command/values.js'

/** `pcs tag create`, for resources only. */
export function convertTag(tag: Tag, context: Context): Conversion<Tag> {
  const refs = tag.objRefs.map(({ id }) => id ?? '')
  if (!isPcsId(tag.id)) {
    context.unsupported({
      element: tag,
      attribute: 'id',
      what: `the tag ${JSON.stringify(tag.id ?? '')}`,
    })
  }
  if (!acceptsReferences(tag, refs, context)) return { commands: [] }
  const unique = [...new Set(refs)]
  return {
    commands: [pcs(['tag', 'create', tag.id ?? '', ...unique])],
    produces: { element: 'tag', id: tag.id, objRefs: unique.map((id) => ({ element: 'obj_ref', id })) },
  }
}
