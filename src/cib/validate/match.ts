import type { RawElement } from '../../model/index.js'
import { attributeOf } from '../../xml/path.js'
import type { ChildSlot, Form } from './forms.js'
import type { Definition } from './grammar/pattern.js'
import type { ValueType } from './grammar/values.js'
import type { SchemaVersion } from './grammar/versions.js'

/** Why an element does not match a form; `child` counts from 0 among all children. */
export type Mismatch =
  | { readonly code: 'missing-attribute' | 'disallowed-attribute'; readonly name: string }
  | {
      readonly code: 'invalid-value'
      readonly name: string
      readonly value: string
      readonly type: ValueType
      /** How much it speaks against the form. */
      readonly weight: number
    }
  | { readonly code: 'invalid-id'; readonly name: string; readonly value: string }
  | { readonly code: 'missing-element'; readonly expected: readonly string[] }
  | { readonly code: 'disallowed-element' | 'duplicate-element'; readonly child: number }

/** An element seen as one form: what does not fit, and what its children are by the grammar. */
export interface Match {
  readonly form: Form
  readonly mismatches: readonly Mismatch[]
  /** By the place among the children; undefined for a child that is not allowed there. */
  readonly children: readonly (Definition | undefined)[]
}

/** The element as the form that it fits best. */
export function bestMatch(element: RawElement, forms: readonly Form[], version: SchemaVersion): Match {
  for (const form of forms) {
    if (matchAttributes(element, form, version, none).length > 0) continue
    const { mismatches, children } = matchChildren(element, form)
    if (mismatches.length === 0) return { form, mismatches, children }
  }
  const constants = new Set(
    forms.flatMap(({ attributes }) =>
      [...attributes].filter(([, { isConstant }]) => isConstant).map(([name]) => name),
    ),
  )
  const matches = forms.map((form) => matchForm(element, form, version, constants))
  return matches.reduce((best, match) => (distance(match) < distance(best) ? match : best))
}

/** A wrong constant shows that another form is meant; that of an attribute which no form has as one is no such sign. */
function distance({ mismatches }: Match): number {
  return mismatches
    .map((mismatch) => (mismatch.code !== 'invalid-value' ? 1 : mismatch.weight))
    .reduce((sum, weight) => sum + weight, 0)
}

function matchForm(
  element: RawElement,
  form: Form,
  version: SchemaVersion,
  constants: ReadonlySet<string>,
): Match {
  const { mismatches, children } = matchChildren(element, form)
  return {
    form,
    mismatches: [...matchAttributes(element, form, version, constants), ...mismatches],
    children,
  }
}

function weightOf(name: string, { isConstant }: ValueType, constants: ReadonlySet<string>): number {
  if (isConstant) return 2.5
  return constants.has(name) ? 2 : 0.5
}

const none: ReadonlySet<string> = new Set()

function matchAttributes(
  element: RawElement,
  form: Form,
  version: SchemaVersion,
  constants: ReadonlySet<string>,
): Mismatch[] {
  const mismatches: Mismatch[] = []
  for (const [name, value] of element.attributes) {
    const type = form.attributes.get(name)
    if (type === undefined) mismatches.push({ code: 'disallowed-attribute', name })
    else if (!type.accepts(value, version)) {
      if (type.role !== undefined) mismatches.push({ code: 'invalid-id', name, value })
      else
        mismatches.push({ code: 'invalid-value', name, value, type, weight: weightOf(name, type, constants) })
    }
  }
  for (const name of form.required) {
    if (attributeOf(element, name) === undefined) mismatches.push({ code: 'missing-attribute', name })
  }
  return mismatches
}

/** Each child goes into the first slot that accepts it, in the current group or a later one. */
function matchChildren(element: RawElement, { groups }: Form): Pick<Match, 'mismatches' | 'children'> {
  const mismatches: Mismatch[] = []
  const counts = new Map<ChildSlot, number>()
  let group = 0
  const children = element.children.map(({ name }, child) => {
    const at = groups.findIndex(
      (slots, index) => index >= group && slots.some(({ accepts }) => accepts.has(name)),
    )
    const slot = groups[at]?.find(({ accepts }) => accepts.has(name))
    if (slot === undefined) {
      mismatches.push({ code: 'disallowed-element', child })
      return undefined
    }
    group = at
    const before = counts.get(slot) ?? 0
    counts.set(slot, before + 1)
    if (before >= slot.most) mismatches.push({ code: 'duplicate-element', child })
    return slot.accepts.get(name)
  })
  for (const slots of groups) {
    for (const slot of slots) {
      if ((counts.get(slot) ?? 0) < slot.least) {
        mismatches.push({ code: 'missing-element', expected: [...slot.accepts.keys()] })
      }
    }
  }
  return { mismatches, children }
}
