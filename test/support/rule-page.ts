import { expect } from 'vitest'
import type { Rule } from '../../src/check/rule.js'
import type { RuleDocs } from '../../src/check/rule-docs.js'
import * as lightcib from '../../src/index.js'

const nodes = ['node1', 'node2', 'node3']

/** The cluster of an example, with nodes and without fencing where it has neither. */
export function clusterOf(example: string): lightcib.Cluster {
  return example.startsWith('cluster(') ? fromDsl(example) : fromCib(example)
}

/** Runs the example with everything of the library at hand; `cluster` fills in what every example needs. */
function fromDsl(example: string): lightcib.Cluster {
  const cluster = (options: { readonly properties?: object }) =>
    lightcib.cluster({
      nodes,
      ...options,
      properties: { 'stonith-enabled': false, ...options.properties },
    } as never)
  const others = Object.entries(lightcib).filter(([name]) => name !== 'cluster')
  const [names, values] = [others.map(([name]) => name), others.map(([, value]) => value)]
  return new Function('cluster', ...names, `return ${example}`)(cluster, ...values) as lightcib.Cluster
}

function fromCib(sections: string): lightcib.Cluster {
  const has = (section: string) => sections.includes(`<${section}`)
  const crmConfig =
    '<crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>'
  const allNodes = nodes.map((name, at) => `<node id="${at + 1}" uname="${name}"/>`).join('')
  const text = sections.startsWith('<cib')
    ? sections.replace('<crm_config/>', crmConfig)
    : `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration>${
        has('crm_config') ? '' : crmConfig
      }${has('nodes') ? '' : `<nodes>${allNodes}</nodes>`}${has('resources') ? '' : '<resources/>'}${
        has('constraints') ? '' : '<constraints/>'
      }${sections}</configuration></cib>`
  const result = lightcib.readCib(text)
  expect(result.ok, JSON.stringify(result.diagnostics)).toBe(true)
  return result.output as lightcib.Cluster
}

/** The page of a rule in Markdown. */
export function rulePage(rule: Rule, docs: RuleDocs): string {
  const { code, severity, set } = rule
  const { about, why, source, pacemaker, wrong, right, fix } = docs
  const lines = [
    `# ${code}`,
    '',
    about,
    '',
    `Severity: ${severity}${set === 'strict' ? ' (rule set `strict`)' : ''}.`,
    '',
    '## Why',
    why,
    '',
    ...(pacemaker === undefined ? [] : [`Pacemaker ${pacemaker.does} (${pacemaker.versions}).`, '']),
    `Source: ${source}.`,
    '',
    '## Wrong',
    ...forms(wrong),
    '## Finding',
    '```text',
    ...findingLines(rule, clusterOf(wrong)),
    '```',
    '',
    '## Right',
    ...forms(right),
    '## Fix',
    '```sh',
    fix,
    '```',
    '',
  ]
  return lines.join('\n')
}

/** What the rule finds in a cluster, with the hints for who wrote it in the DSL, and as CIB. */
function findingLines({ code, severity }: Rule, declared: lightcib.Cluster): readonly string[] {
  const read = lightcib.readCib(lightcib.writeCib(declared).output ?? '').output ?? declared
  const found = (cluster: lightcib.Cluster) =>
    lightcib
      .check(cluster, { policies: [], rules: { severities: { [code]: severity } } })
      .filter((finding) => finding.code === code)
  const ofCib = new Map(found(read).map(({ message, hint }) => [message, hint]))
  return found(declared).flatMap(({ severity: own, message, hint }) => {
    const instead = [
      ['instead', hint === ofCib.get(message) ? hint : undefined],
      ['instead, in TypeScript', hint === ofCib.get(message) ? undefined : hint],
      ['instead, in a CIB', hint === ofCib.get(message) ? undefined : ofCib.get(message)],
    ]
    return [
      `${own}: ${message}`,
      ...instead.flatMap(([of, text]) => (text === undefined ? [] : `${of}: ${text}`)),
    ]
  })
}

/** An example in the DSL and as CIB. */
function forms(example: string): readonly string[] {
  const cib = configurationOf(clusterOf(example))
  const dsl = example.startsWith('cluster(') ? ['```ts', example, '```', ''] : []
  return [...dsl, '```xml', cib, '```', '']
}

/** What of the CIB an example is about: resources, constraints and all else that is not empty, without nodes. */
function configurationOf(cluster: lightcib.Cluster): string {
  const text = lightcib.writeCib(cluster).output ?? ''
  const inside = /<configuration>\n([\s\S]*)\n {2}<\/configuration>/.exec(text)?.[1] ?? text
  return inside
    .split('\n')
    .map((line) => line.replace(/^ {4}/, ''))
    .join('\n')
    .replace(/<crm_config>\n.*\n.*name="stonith-enabled" value="false".*\n.*\n<\/crm_config>\n/, '')
    .replace(/<nodes>[\s\S]*?<\/nodes>\n?/, '')
    .replace(/<(resources|constraints|nodes|crm_config)\/>\n?/g, '')
    .trim()
}
