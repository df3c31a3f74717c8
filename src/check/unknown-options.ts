import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { nearest } from '../diagnostics/nearest.js'
import { type Cluster, type Policy, pathOf, type UnknownOption } from '../model/index.js'
import { notedPlaces } from './noted-places.js'

/** A finding for each key that a builder was given and does not know, at the element that it built. */
export function checkUnknownOptions(cluster: Cluster, policies: readonly Policy[]): Diagnostic[] {
  const findings: Diagnostic[] = []
  const report = (unknown: readonly UnknownOption[] | undefined, path: () => string) => {
    for (const { of, key, known } of unknown ?? []) {
      const parameters = { of, key, known, near: nearest(key, known) }
      findings.push(diagnostic('unknown-option', path(), parameters))
    }
  }
  for (const place of notedPlaces(cluster)) report(place.element.unknownOptions, () => pathOf(place))
  for (const policy of policies) report(policy.unknownOptions, () => '/cib')
  return findings
}
