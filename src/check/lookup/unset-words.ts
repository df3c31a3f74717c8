/** Meta attributes whose value `default` meant that they are not set. */
const withDefault: readonly string[] = [
  'is-managed',
  'target-role',
  'resource-stickiness',
  'migration-threshold',
]

/** True for a word by which Pacemaker takes a meta attribute as not set. */
export function isUnsetWord(name: string, value: string): boolean {
  const word = value.toLowerCase()
  return word === '#default' || (word === 'default' && withDefault.includes(name))
}
