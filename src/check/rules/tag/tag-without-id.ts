import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A tag, or one of its members, without an id. */
export const rule = defineRule<{ element: string }>({
  code: 'tag-without-id',
  severity: 'error',
  message: ({ element }) =>
    `<${element}> has no id: Pacemaker ignores the ${element === 'tag' ? 'tag' : 'member'}`,
  hint: ({ element }) =>
    element === 'tag' ? 'give it an id that nothing else has' : 'name what the tag contains',
  visit: {
    tag: (place, { facts, report }) => {
      if (!facts.hasSchema && place.element.id === undefined) report(place, { element: 'tag' })
    },
    obj_ref: (place, { facts, report }) => {
      if (!facts.hasSchema && place.element.id === undefined) report(place, { element: 'obj_ref' })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A tag, or a member of a tag, has no id.',
  why: 'Pacemaker leaves it out, and constraints that name the tag apply to fewer resources than they seem to. Only a CIB whose schema is switched off (`validate-with="none"`) can contain it.',
  source: 'Pacemaker Explained, tags; the schema requires the id',
  pacemaker: { does: 'ignores the tag or the member', versions: '2.0.4 and later' },
  wrong: `<cib validate-with="none"><configuration><crm_config/><nodes/>
<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints/>
<tags><tag id="all"><obj_ref id="web"/><obj_ref/></tag></tags>
</configuration></cib>`,
  right: `cluster({
  resources: [systemd('web')],
  tags: [tag('all', ['web'])],
})`,
  fix: 'pcs tag create all web',
}
