import { quote } from '../../../diagnostics/quote.js'
import type { Place, Primitive, Template } from '../../../model/index.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

const classes: Readonly<Record<string, string>> = {
  heartbeat: 'Pacemaker 2.0',
  upstart: 'Pacemaker 3.0',
  nagios: 'Pacemaker 3.0',
}

interface Parameters {
  readonly name: string
  readonly gone: string
}

/** An agent of a class that is gone, or will be. */
export const rule = defineRule<Parameters>({
  code: 'class-deprecated',
  severity: 'warning',
  message: ({ name, gone }) => `class ${quote(name)} is gone since ${gone}: the resource cannot run there`,
  hint: () => 'use systemd or ocf',
  visit: { primitive: visit, template: visit },
})

function visit(place: Place<Primitive | Template>, { report }: RuleContext<Parameters>): void {
  const name = place.element.class ?? ''
  const gone = Object.hasOwn(classes, name) ? classes[name] : undefined
  if (gone !== undefined) report({ place, attribute: 'class' }, { name, gone })
}

export const docs: RuleDocs = {
  about: 'A resource has an agent of class upstart, nagios or heartbeat.',
  why: 'After an upgrade there is nothing that could start it.',
  source: 'Pacemaker, release notes of 2.1.6 and 3.0.0',
  pacemaker: { does: 'logs a warning, and later cannot run it', versions: '2.1.6 and later' },
  wrong: `cluster({ resources: [primitive('web', 'upstart:web')] })`,
  right: `cluster({ resources: [primitive('web', 'systemd:web')] })`,
  fix: 'pcs resource delete web; pcs resource create web systemd:web',
}
