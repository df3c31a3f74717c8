import { expect, test } from 'vitest'
import { corrected } from '../../src/agents/corrected.js'
import { readMetadata } from '../../src/pacemaker/metadata/read-metadata.js'

const agent = (parameters: string, actions = '') =>
  `<resource-agent name="x"><parameters>${parameters}</parameters><actions>${actions}</actions></resource-agent>`

const parameters = (text: string, name = 'ocf:acme:x') => readMetadata(name, agent(text))?.parameters

test('text without metadata has none', () => {
  for (const text of ['', 'usage: x', '<resource-agent', '</resource-agent><resource-agent>', '<other/>'])
    expect(readMetadata('ocf:acme:x', text)).toBeUndefined()
})

test('what is around the XML is left out, and what is missing has no value', () => {
  const found = readMetadata('ocf:acme:x', `noise\n<!-- c -->${agent('<parameter name="a"/>')}\nmore noise`)
  expect(found?.parameters).toEqual([
    { name: 'a', type: 'string', required: false, reloadable: false, deprecated: false, description: '' },
  ])
  expect(readMetadata('ocf:acme:x', '<resource-agent></resource-agent>')).toMatchObject({
    parameters: [],
    actions: [],
  })
})

test('comments and CDATA may contain the tags of the root', () => {
  const body = agent(
    '<parameter name="a"><longdesc><![CDATA[<!-- b --> </resource-agent>]]></longdesc></parameter>',
  )
  const text = `<!-- as <resource-agent name="template"> -->${body}<!-- ends </resource-agent> -->`
  expect(readMetadata('ocf:acme:x', text)?.parameters).toMatchObject([
    { name: 'a', description: '<!-- b --> </resource-agent>' },
  ])
})

test('all sections are read, and an option without a value is none', () => {
  const text = agent(
    '<parameter name="a"><content type="select"><option>on</option></content></parameter></parameters><parameters><parameter name="b"/>',
    '<action name="start"/></actions><actions><action name="stop"/>',
  )
  const found = readMetadata('ocf:acme:x', text)
  expect(found?.parameters.map(({ name, type, values }) => [name, type, values])).toEqual([
    ['a', 'string', undefined],
    ['b', 'string', undefined],
  ])
  expect(found?.actions.map(({ name }) => name)).toEqual(['start', 'stop'])
})

test('an empty default is a default, and entities are characters', () => {
  const text = `<parameter name="a"><content type="string" default=""/></parameter>
    <parameter name="b"><content type="string" default="&lt;&quot;&amp;\\n&#62;"/></parameter>`
  expect(parameters(text)?.map(({ default: byDefault }) => byDefault)).toEqual(['', '<"&\\n>'])
})

test('an unknown type is text, and a select without values too', () => {
  const text = ['enum', 'time', 'select', ''].map(
    (type, at) => `<parameter name="p${at}"><content type="${type}"/></parameter>`,
  )
  expect(parameters(text.join(''))?.map(({ type }) => type)).toEqual(['string', 'string', 'string', 'string'])
})

test('deprecation in either form', () => {
  const text = `<parameter name="new" obsoletes="old"/><parameter name="old" deprecated="1"/>
    <parameter name="a"><deprecated><replaced-with name="b"/></deprecated></parameter>`
  expect(parameters(text)).toMatchObject([
    { name: 'new', deprecated: false },
    { name: 'old', deprecated: true, replacedBy: 'new' },
    { name: 'a', deprecated: true, replacedBy: 'b' },
  ])
})

test('unique, unique groups and the first of two of one name', () => {
  const text = `<parameter name="a" unique="1"/><parameter name="b" unique="0"/><parameter name="c" unique-group="g"/><parameter name="a"/>`
  expect(parameters(text)?.map(({ name, uniqueGroup }) => [name, uniqueGroup])).toEqual([
    ['a', 'a'],
    ['b', undefined],
    ['c', 'g'],
  ])
})

test('Pacemaker sets action, plug and port of a fence agent, and adds start and stop', () => {
  const text = ['action', 'plug', 'port', 'ip']
    .map((name) => `<parameter name="${name}" required="1"/>`)
    .join('')
  expect(parameters(text, 'stonith:fence_x')?.map(({ required }) => required)).toEqual([
    false,
    false,
    false,
    true,
  ])
  expect(parameters(text)?.every(({ required }) => required)).toBe(true)
  const twice = readMetadata(
    'stonith:fence_x',
    agent('', '<action name="start" timeout="20s"/><action name="on"/>'),
  )
  expect(twice?.actions.map(({ name }) => name)).toEqual(['on', 'start', 'stop'])
})

test('roles by either name, and times with a unit or without', () => {
  const text = `<action name="monitor" role="Master" timeout="30" interval="10s"/>
    <action name="monitor" role="unpromoted" timeout="1min" start-delay="3s" depth="0"/><action name="stop" timeout="soon"/>`
  expect(readMetadata('ocf:acme:x', agent('', text))?.actions).toEqual([
    { name: 'monitor', role: 'Promoted', timeout: 30, interval: 10 },
    { name: 'monitor', role: 'Unpromoted', timeout: 60, depth: '0', startDelay: 3 },
    { name: 'stop' },
  ])
})

test('a type that the default contradicts is text, and required with a default is not required', () => {
  const text = `<parameter name="a" required="1"><content type="integer" default="5s"/></parameter>
    <parameter name="b" required="1"><content type="string" default=""/></parameter>`
  const read = readMetadata('ocf:acme:x', agent(text))
  expect(read && corrected(read).parameters).toMatchObject([
    { name: 'a', type: 'string', required: false },
    { name: 'b', type: 'string', required: true },
  ])
})
