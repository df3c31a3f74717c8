import type { CibElement, Nvpair } from '../../model/index.js'
import type { Place } from '../../model/walk.js'

const owners = ['primitive', 'template', 'group', 'clone', 'master', 'bundle', 'rsc_defaults'] as const

/** What has meta attributes for resources. */
export type MetaAttributeOwner = Extract<CibElement, { element: (typeof owners)[number] }>

/** The resource, or `rsc_defaults`, whose meta attribute a place is; undefined for other nvpairs. */
export function metaAttributeNvpair({ parent }: Place<Nvpair>): MetaAttributeOwner | undefined {
  const owner = parent?.parent?.element
  if (parent?.element.element !== 'meta_attributes' || owner === undefined) return undefined
  return (owners as readonly string[]).includes(owner.element) ? (owner as MetaAttributeOwner) : undefined
}
