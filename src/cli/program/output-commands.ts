import { Argument, type Command, Option } from 'commander'
import { force, input, listOf, outputFile, pcsVersion } from './options.js'

/** What turns a cluster into something else: compile, import, agents, graph, reduce. */
export function addOutputCommands(program: Command): void {
  program
    .command('compile')
    .description(
      'print a cluster as CIB XML, a pcs script, a crmsh configuration, variables for Ansible, a bootstrap script, DSL source or a graph, or what systemd needs to run the services that left Pacemaker',
    )
    .addArgument(input)
    .addOption(
      new Option('--to <format>', 'output format')
        .choices([
          'cib',
          'pcs',
          'crm',
          'ansible',
          'bootstrap',
          'source',
          'dot',
          'mermaid',
          'svg',
          'html',
          'systemd',
          'handbook',
        ])
        .default('cib'),
    )
    .option('--schema <name>', 'CIB schema to write, such as pacemaker-3.9')
    .addOption(pcsVersion('script is'))
    .addOption(
      new Option(
        '--strategy <strategy>',
        'one pcs command for each element, or the whole configuration as XML in one command',
      )
        .choices(['commands', 'xml'])
        .default('commands'),
    )
    .addOption(
      new Option(
        '--ids <ids>',
        'in a script: the ids of the cluster, or those of pcs where nothing refers to an id',
      )
        .choices(['exact', 'pcs'])
        .default('exact'),
    )
    .option('--update', 'a script that changes what differs in the cluster, and records what it has made')
    .option(
      '--full <input>',
      'for systemd and handbook: the cluster that has under Pacemaker what systemd is to run',
    )
    .option('--orders', 'keep the orders of --full between services that left, on each node by itself')
    .option('--status', 'keep the status of a live cluster in DSL source')
    .addOption(outputFile)
    .addOption(force)
    .addHelpText(
      'after',
      '\nExamples:\n  lightcib compile cluster.ts --to pcs -o pcs.sh && bash pcs.sh --help\n  lightcib compile light.ts --to systemd --full full.xml -o FOLDER',
    )
    .action(async (file, options) => {
      process.exitCode = await (await import('../command/compile.js')).compile(file, options)
    })

  program
    .command('import')
    .description(
      'convert a CIB, the text of crm configure show or a script of pcs commands to DSL source; the same as compile --to source',
    )
    .addArgument(input)
    .option('--status', 'keep the status of a live cluster in the source')
    .addOption(outputFile)
    .addOption(force)
    .addHelpText('after', '\nExample:\n  cibadmin --query | lightcib import - -o cluster.ts')
    .action(async (file, options) => {
      process.exitCode = await (await import('../command/compile.js')).compile(file, {
        ...options,
        to: 'source',
      })
    })

  program
    .command('graph')
    .description('draw the orders and colocations of a cluster')
    .addArgument(input)
    .addOption(
      new Option('--of <constraints>', 'constraints to draw')
        .choices(['order', 'colocation', 'both'])
        .default('both'),
    )
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['svg', 'png', 'pdf', 'dot', 'mermaid', 'html'])
        .default('svg'),
    )
    .addOption(
      new Option('--by <what>', 'one box for each resource, or one for each of its actions')
        .choices(['resource', 'action'])
        .default('resource'),
    )
    .option('--start-levels', 'one column for each start level: what can start at the same time')
    .option('--collapse-groups', 'a group as one box, without its members')
    .addOption(
      new Option(
        '--show <what>',
        'also locations with the nodes that they name, which device fences which node, all nodes; several separated by commas',
      ).argParser(listOf(['locations', 'fencing', 'nodes'])),
    )
    .addOption(outputFile)
    .addOption(force)
    .addHelpText('after', '\nExample:\n  lightcib graph cib.xml --of order -o order.svg')
    .action(async (file, options) => {
      process.exitCode = await (await import('../command/graph.js')).graph(file, options)
    })

  program
    .command('agents')
    .description(
      'write the parameters of resource and fence agents as types of the DSL, out of their own metadata',
    )
    .addArgument(
      new Argument(
        '[path...]',
        'an agent, which is run with meta-data, an .xml file with its metadata, or a folder of these',
      ),
    )
    .option('--installed', 'read all agents of this machine')
    .option(
      '--provider <name>',
      'the provider of OCF agents, in place of the name of the folder that they are in',
    )
    .addOption(outputFile)
    .addOption(force)
    .addHelpText('after', '\nExample:\n  lightcib agents /usr/lib/ocf/resource.d/acme -o agents.d.ts')
    .action(async (paths, options) => {
      process.exitCode = await (await import('../command/agents.js')).agents(paths, options)
    })

  program
    .command('reduce')
    .description('derive a light cluster from a full one, and report which guarantees are dropped')
    .addArgument(new Argument('<full>', input.description))
    .requiredOption(
      '--keep <ids|light>',
      'resources to keep: ids separated by commas, or an input whose resources are kept',
    )
    .addOption(
      new Option(
        '--guarantees <treatment>',
        'orders and colocations that follow only from resources that leave: drop them, or bridge them by direct ones',
      )
        .choices(['drop', 'bridge'])
        .default('drop'),
    )
    .addOption(new Option('--to <format>', 'output format').choices(['cib', 'report', 'svg']).default('cib'))
    .addOption(outputFile)
    .addOption(force)
    .addHelpText('after', '\nExample:\n  lightcib reduce full.xml --keep haproxy,vip,galera --to report')
    .action(async (file, options) => {
      process.exitCode = await (await import('../command/reduce.js')).reduce(file, options)
    })
}
