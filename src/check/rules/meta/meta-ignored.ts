import { type CibElement, nvpairValue } from '../../../model/index.js'
import { metaAttribute } from '../../../options/meta-attributes.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A meta attribute of another kind of resource. */
export const rule = defineRule<{ name: string; kind: string; readers: string }>({
  code: 'meta-ignored',
  severity: 'warning',
  message: ({ name, kind, readers }) =>
    `${name} has no effect on a ${kind}: Pacemaker reads it of ${readers} only`,
  hint: ({ readers }) => `write it on the ${readers.includes('clone') ? 'clone' : 'resource'} around it`,
  visit: {
    nvpair: (place, { report }) => {
      const { name = '' } = place.element
      const owner = metaAttributeNvpair(place)
      if (owner === undefined || owner.element === 'rsc_defaults') return
      if (metaAttribute(name) === undefined || metaAttribute(name, owner.element) !== undefined) return
      const around = place.parent?.parent?.parent?.element
      if (around !== undefined && (around.element === 'bundle' || hasAsWell(around, name))) return
      report({ place, attribute: 'name' }, { name, kind: owner.element, readers: readersOf(name) })
    },
  },
})

/** True where what is around the resource has the attribute too, so that nothing is missing. A bundle reads it inside. */
function hasAsWell(around: CibElement, name: string): boolean {
  return 'metaAttributes' in around && nvpairValue(around.metaAttributes, name) !== undefined
}

const kinds = ['primitive', 'group', 'clone'] as const

function readersOf(name: string): string {
  const known = kinds.filter((kind) => metaAttribute(name, kind) !== undefined)
  return known.map((kind) => `${kind}s`).join(' and ')
}

export const docs: RuleDocs = {
  about: 'A meta attribute is on a kind of resource that does not have it.',
  why: 'interleave or notify on a primitive inside a clone are not read: the clone behaves as if they were not there.',
  source: 'Pacemaker Explained, clone options and group options',
  pacemaker: { does: 'ignores it without a word', versions: 'all' },
  wrong: `cluster({ resources: [clone(systemd('web', { meta: { interleave: true } }))] })`,
  right: `cluster({ resources: [clone(systemd('web'), { meta: { interleave: true } })] })`,
  fix: 'pcs resource meta web interleave=; pcs resource meta web-clone interleave=true',
}
