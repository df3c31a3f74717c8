/** What happens to a resource on a node; for a move `from` is where it was. */
export interface Effect {
  readonly action: 'start' | 'stop' | 'restart' | 'reload' | 'move' | 'promote' | 'demote' | 'fence'
  readonly resource: string
  readonly node?: string
  readonly from?: string
  /** True where the configuration alone does not decide whether it happens; the scheduler's own answer never has it. */
  readonly may?: true
}

/** How often something stops, to start again or not. */
export function stopsIn(effects: readonly Effect[]): number {
  return effects.filter(({ action }) => action === 'stop' || action === 'restart' || action === 'move').length
}
