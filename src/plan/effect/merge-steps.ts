import type { ItemEdit } from '../edit/edit.js'
import type { PlanStep } from '../plan.js'

/** Two steps as one, pushed at once. */
export function mergeSteps(one: PlanStep, other: PlanStep): PlanStep {
  return {
    phase: 'at-once',
    title: `${one.title}, ${other.title}`,
    why: 'at once, since more would stop if one came after the other',
    edits: joinedEdits([...one.edits, ...other.edits]),
    commands: [...one.commands, ...other.commands],
    moves: [...one.moves, ...other.moves],
    undo: [...other.undo, ...one.undo],
    effects: [...one.effects, ...other.effects],
    verdicts: [...one.verdicts, ...other.verdicts],
  }
}

/** Of edits of the same item, what they are together. */
function joinedEdits(edits: readonly ItemEdit[]): readonly ItemEdit[] {
  const joined = new Map<string, ItemEdit>()
  for (const edit of edits) {
    const key = JSON.stringify([edit.section.name, edit.id, kindOf(edit)])
    const { before } = joined.get(key) ?? edit
    const { section, id, after } = edit
    joined.delete(key)
    if (before === undefined && after === undefined) continue
    joined.set(key, { section, id, ...(before && { before }), ...(after && { after }) })
  }
  return [...joined.values()]
}

/** An item under the id of another kind of element is another item. */
function kindOf({ before, after }: ItemEdit): string | undefined {
  return (before ?? after)?.element
}
