import type { Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly element: string
  readonly missing: string
  readonly does: string
}

type Context = RuleContext<Parameters>

const notMet = 'Pacemaker takes the condition as not met'
const notMetIn3 = 'Pacemaker 2 evaluates it all the same, 3 takes the condition as not met'

/** A rule or expression without something that it needs. */
export const rule = defineRule<Parameters>({
  code: 'condition-incomplete',
  severity: 'error',
  message: ({ element, missing, does }) => `<${element}> has no ${missing}: ${does}`,
  hint: ({ missing }) => `add ${missing}`,
  visit: {
    rule: (place, context) => {
      const { id, idRef, expressions, extra } = place.element
      if (idRef !== undefined || context.facts.hasSchema) return
      if (id === undefined)
        report(place, context, 'id', 'Pacemaker ignores the rule, and 3 the whole constraint')
      const isEmpty = expressions.length === 0 && (extra?.elements ?? []).length === 0
      if (isEmpty)
        report(place, context, 'expression', 'Pacemaker 2 takes the rule as met, unless boolean-op is or')
    },
    expression: (place, context) => {
      const { attribute, operation, value } = place.element
      if (!context.facts.hasSchema) requireAttributes(place, context, ['attribute', 'operation'], notMet)
      if (attribute === undefined || operation === undefined || value !== undefined) return
      if (/^(not_)?defined$/i.test(operation)) return
      report(
        place,
        context,
        'value',
        'Pacemaker 2 compares with nothing, so that eq is met where the attribute is not set, and 3 takes the condition as not met',
      )
    },
    rsc_expression: (place, context) => {
      if (!context.facts.hasSchema) requireAttributes(place, context, ['id'], notMetIn3)
    },
    op_expression: (place, context) => {
      if (!context.facts.hasSchema) requireAttributes(place, context, ['id', 'name'], notMetIn3)
    },
    date_spec: (place, context) => {
      if (!context.facts.hasSchema) requireAttributes(place, context, ['id'], notMetIn3)
    },
    duration: (place, context) => {
      if (!context.facts.hasSchema) requireAttributes(place, context, ['id'], notMetIn3)
    },
    date_expression: (place, context) => {
      if (context.facts.hasSchema) return
      requireAttributes(place, context, ['id'], notMetIn3)
      const { operation, start, end, dateSpec } = place.element
      if (operation === undefined || operation === 'in_range') {
        if (start === undefined && end === undefined) report(place, context, 'start or end', notMet)
      } else if (operation === 'gt') requireAttributes(place, context, ['start'], notMet)
      else if (operation === 'lt') requireAttributes(place, context, ['end'], notMet)
      else if (operation === 'date_spec' && dateSpec === undefined) {
        report(place, context, '<date_spec>', 'Pacemaker 2 takes the condition as met, 3 as not met')
      }
    },
  },
})

function report(place: Place, context: Context, missing: string, does: string): void {
  context.report(place, { element: place.element.element, missing, does })
}

function requireAttributes(place: Place, context: Context, names: readonly string[], does: string): void {
  for (const name of names)
    if (attributeOf(place.element, name) === undefined) report(place, context, name, does)
}

export const docs: RuleDocs = {
  about:
    'A rule or expression lacks something: an id, an attribute, an operation, a value, a limit of time, or all expressions.',
  why: 'The condition is never met, or always, and what depends on it has no effect or never ends.',
  source:
    'Pacemaker Explained, rules; the schema requires all but the value, so that the rest needs validate-with="none"',
  pacemaker: {
    does: 'takes the condition as not met, but for some cases in which 2.1 takes it as met',
    versions: '2.1.5 and later, with more errors since 2.1.8',
  },
  wrong: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule" score="-INFINITY"><expression id="l1-expr" attribute="rack" operation="eq"/></rule>
  </rsc_location>
</constraints>`,
  right: `cluster({
  resources: [systemd('web')],
  constraints: [locationRule('web', rule({ score: '-INFINITY' }, expression('rack', 'eq', 'a')))],
})`,
  fix: 'pcs constraint delete l1; pcs constraint location web rule score=-INFINITY rack eq a',
}
