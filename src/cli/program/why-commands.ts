import { Argument, type Command, Option } from 'commander'
import { input } from './options.js'

const resource = new Argument('<resource>', 'the id of a resource')
const cib = new Argument(
  '[input]',
  `a CIB with a status, such as a pe-input or the cib.xml of a crm_report; default the live one: ${input.description}`,
)

/** What asks the real scheduler why things are as they are: why, why-not, why-stopped, why-moved, what-if. */
export function addWhyCommands(program: Command): void {
  const role = new Option(
    '--role <role>',
    'where the resource has this role, in place of where it runs',
  ).choices(['Promoted'])
  const add = (name: string, description: string, args: readonly Argument[], example: string) => {
    const command = program.command(name).description(description)
    for (const argument of args) command.addArgument(argument)
    return command
      .addOption(new Option('--format <format>', 'output format').choices(['text', 'json']).default('text'))
      .addHelpText('after', `\nExample:\n  ${example}`)
  }
  const load = async () => import('../command/why.js')

  add(
    'why',
    'why a resource is where it is, proven by the installed crm_simulate: it runs nowhere, leaves its node, or stays',
    [resource, cib],
    'lightcib why vip',
  )
    .addOption(role)
    .action(async (id, file, options) => {
      process.exitCode = await (await load()).why(id, file, options)
    })
  add(
    'why-not',
    'why a resource does not run on a node',
    [resource, new Argument('<node>', 'the name of a node'), cib],
    'cibadmin --query | lightcib why-not haproxy-clone node2 -',
  )
    .addOption(role)
    .action(async (id, node, file, options) => {
      process.exitCode = await (await load()).whyNot(id, node, file, options)
    })
  add(
    'why-stopped',
    'why a resource runs nowhere',
    [resource, cib],
    'lightcib why-stopped db /var/lib/pacemaker/pengine/pe-input-7.bz2',
  )
    .addOption(role)
    .action(async (id, file, options) => {
      process.exitCode = await (await load()).whyStopped(id, file, options)
    })
  add(
    'why-moved',
    'which change between two CIBs made a resource move',
    [
      resource,
      new Argument('<before>', 'the earlier CIB, such as a pe-input'),
      new Argument('<after>', 'the later one'),
    ],
    'lightcib why-moved vip pe-input-7.bz2 pe-input-8.bz2',
  ).action(async (id, before, after, options) => {
    process.exitCode = await (await load()).whyMoved(id, before, after, options)
  })
  add(
    'what-if',
    'what the scheduler would do if something happened: NODE down, NODE standby, NODE up, RESOURCE disabled, RESOURCE failed on NODE',
    [new Argument('<event-and-input...>', 'what happens, then a CIB with a status; default the live one')],
    'lightcib what-if node1 down',
  ).action(async (words, options) => {
    process.exitCode = await (await load()).whatIf(words, options)
  })
}
