import type { SystemdService } from '../model/index.js'
import {
  fieldOf,
  type ServiceChange,
  type ServiceChanged,
  type ServiceMoved,
  serviceFields,
} from './services.js'
import type { DiffLine } from './text.js'

/** The differences as an outline, such as that of the elements. */
export function serviceLines(changes: readonly ServiceChange[]): readonly DiffLine[] {
  if (changes.length === 0) return []
  return [{ sign: ' ', text: 'services under systemd' }, ...changes.map(lineOf)]
}

const signs = { added: '+', removed: '-', changed: '~', moved: '~' } as const

function lineOf(change: ServiceChange): DiffLine {
  const head = `  service ${JSON.stringify(change.unit)}`
  const rest =
    change.change === 'changed'
      ? `  ${change.field}: ${shown(change.from)} -> ${shown(change.to)}`
      : fieldsText(change.service)
  const way = change.change === 'moved' ? `  moved ${wayOf(change)}` : ''
  return { sign: signs[change.change], text: `${head}${rest}${way}` }
}

function wayOf({ to, resources }: ServiceMoved): string {
  const pacemaker = `Pacemaker (${resources.map((id) => `primitive ${JSON.stringify(id)}`).join(', ')})`
  return to === 'systemd' ? `from ${pacemaker} to systemd` : `from systemd to ${pacemaker}`
}

function fieldsText(service: SystemdService): string {
  return serviceFields
    .map((field) => [field, fieldOf(service, field)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => ` ${field}=${shown(value)}`)
    .join('')
}

function shown(value: ServiceChanged['from']): string {
  if (value === undefined) return '(none)'
  return JSON.stringify(typeof value === 'string' ? value : value.join(' '))
}
