import type { Language } from '../../../diagnostics/entry.js'

/** How an order is made Optional, for hints. */
export function optionalKind(language: Language): string {
  return language === 'dsl' ? "use { kind: 'Optional' }" : 'use kind="Optional"'
}
