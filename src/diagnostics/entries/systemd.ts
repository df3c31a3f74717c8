import { entry, type Language } from '../entry.js'
import { quote, quoteAll } from '../quote.js'

/** Services that left Pacemaker for systemd. */
export const systemdEntries = {
  'systemd-no-services': entry({
    severity: 'error',
    about: 'Files for systemd are wanted, and the cluster names no service that systemd runs.',
    message: (_: { language: Language }) => 'the cluster has no service under systemd',
    hint: ({ language }) =>
      language === 'dsl'
        ? "cluster({ services: ['httpd', 'memcached'], ... }), or --full with the cluster that has them under Pacemaker"
        : '--full with the cluster that has them under Pacemaker',
  }),
  'systemd-invalid-unit': entry({
    severity: 'error',
    about: 'systemd does not allow this name of a unit, or no single unit has it.',
    message: ({ unit, why }: { unit: string; why: string }) =>
      `${quote(unit)} cannot be the name of a service under systemd: ${why}`,
    hint: () =>
      'use letters, digits, ":", "-", "_", "." and "\\", at most 253 characters; systemd-escape writes others',
  }),
  'systemd-invalid-value': entry({
    severity: 'error',
    about: 'A service under systemd has a value that systemd does not read.',
    message: ({
      unit,
      field,
      value,
      expected,
    }: Readonly<Record<'unit' | 'field' | 'value' | 'expected', string>>) =>
      `${field} of service ${quote(unit)} is ${quote(value)}: expected ${expected}`,
  }),
  'systemd-duplicate': entry({
    severity: 'error',
    about: 'A unit is listed twice among the services under systemd.',
    message: ({ unit }: { unit: string }) =>
      `service ${quote(unit)} is a duplicate: each unit has one drop-in`,
  }),
  'systemd-managed': entry({
    severity: 'error',
    about:
      'A service under systemd is run by Pacemaker too: each would start it again when the other stops it.',
    message: ({ unit, id }: { unit: string; id: string }) =>
      `service ${quote(unit)} is run by Pacemaker too, as ${quote(id)}: each would start what the other stops`,
    hint: () => 'remove it from the services, or remove the resource',
  }),
  'systemd-order-cycle': entry({
    severity: 'error',
    about: 'Services under systemd start after each other. At boot systemd leaves one of them out.',
    message: ({ units }: { units: readonly string[] }) => {
      const steps = units.map(
        (unit, at) => `${quote(unit)} starts after ${quote(units[(at + 1) % units.length] ?? '')}`,
      )
      return `ordering cycle: ${steps.join(', ')}: at boot systemd leaves one of them out`
    },
    hint: () => 'remove one of the After=',
  }),
  'systemd-no-unit': entry({
    severity: 'warning',
    about: 'A resource left Pacemaker, and no unit of systemd is known for it: nothing runs it any more.',
    message: ({ id, agent }: { id: string; agent: string }) =>
      `${quote(id)} (${agent}) left Pacemaker, and no unit of systemd is known for it: nothing runs it any more`,
    hint: () => 'if it has a unit, list that in the services of the cluster',
  }),
  'systemd-marker': entry({
    severity: 'info',
    about: 'A resource left Pacemaker that runs no service and only marks a point in the start order.',
    message: ({ id, agent }: { id: string; agent: string }) =>
      `${quote(id)} (${agent}) left Pacemaker and runs no service: nothing has to replace it`,
  }),
  'systemd-disabled': entry({
    severity: 'warning',
    about: 'A resource left Pacemaker that is disabled there, so systemd does not start its unit.',
    message: ({ id, unit }: { id: string; unit: string }) =>
      `${quote(id)} is disabled under Pacemaker: ${quote(unit)} is no service under systemd`,
    hint: () => 'if systemd is to run it, list it in the services of the cluster',
  }),
  'systemd-placement': entry({
    severity: 'warning',
    about:
      'A service that left Pacemaker did not run on every node there. systemd runs it wherever it is handed over.',
    message: ({ unit, why }: { unit: string; why: string }) =>
      `under Pacemaker ${quote(unit)} ${why}: systemd runs it on each node where it is handed over`,
    hint: () => 'name the units that a node is to have: bash hand-over.sh UNIT...',
  }),
  'systemd-retries-unknown': entry({
    severity: 'info',
    about: 'For a service under systemd no settings are known that make it retry for ever.',
    message: ({ units }: { units: readonly string[] }) =>
      `no settings to retry for ever are known for ${quoteAll(units)}: if they need a database or broker, they have to wait for it by themselves or end, so that systemd starts them again`,
  }),
} as const
