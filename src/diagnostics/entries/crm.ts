import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** Configurations of crmsh, read and written. */
export const crmEntries = {
  'crm-syntax': entry({
    severity: 'error',
    about: 'A line of a crmsh configuration has words that crmsh does not accept there.',
    message: ({ what }: { what: string }) => `a crmsh configuration has ${what}`,
    hint: () => 'see "crm configure help" for what each object consists of',
  }),
  'crm-missing-resource': entry({
    severity: 'error',
    about: 'A group, clone or bundle of a crmsh configuration names a resource that is not in it.',
    message: ({ id, owner }: { id: string; owner: string }) =>
      `${quote(owner)} contains ${quote(id)}: no resource has that id`,
    hint: () => 'add the resource, or show the whole configuration: crm configure show',
  }),
  'crm-obscured': entry({
    severity: 'error',
    about:
      'crm configure show prints asterisks in place of passwords, so the configuration does not have them.',
    message: ({ name }: { name: string }) => `the value of ${quote(name)} is "******": crmsh has replaced it`,
    hint: () =>
      'crm options set core.obscure_pattern "" shows the values; or import the CIB: cibadmin --query',
  }),
  'crm-unsupported': entry({
    severity: 'info',
    about:
      'The words of crmsh would produce another element, so the configuration has it as XML, which crmsh accepts too.',
    message: ({ id }: { id: string }) =>
      `crmsh has no words that produce exactly ${quote(id)}: it is written as XML`,
  }),
  'crm-rejected': entry({
    severity: 'error',
    about: 'crmsh 4.4 does not load a configuration with this, neither in words nor as XML.',
    message: ({ what }: { what: string }) => `crmsh does not load ${what}`,
    hint: () => 'load the cluster with pcs or cibadmin: lightcib compile --to pcs',
  }),
  'crm-reordered': entry({
    severity: 'info',
    about:
      'crmsh creates templates and primitives before groups, and groups before clones, so the resources get another order.',
    message: () => 'crmsh puts the resources into another order: primitives, bundles, groups, clones',
  }),
  'crm-omitted': entry({
    severity: 'warning',
    about: 'A configuration of crmsh cannot contain this.',
    message: ({ what }: { what: string }) => `a crmsh configuration cannot contain ${what}`,
  }),
} as const
