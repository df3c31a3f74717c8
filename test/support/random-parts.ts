import { xml } from './cib-text.js'
import type { Random } from './random.js'

/** A resource of a random cluster. */
export interface RandomPart {
  readonly text: string
  /** The ids that orders name. */
  readonly names: readonly string[]
  /** The ids inside a clone or bundle, which orders should not name. */
  readonly inner: readonly string[]
  readonly hasRoles: boolean
}

/** The resource number `at`, of a random kind. */
export function randomPart(at: number, random: Random): RandomPart {
  const id = (name: string) => `${name}${at}`
  const interleave = { interleave: random.pick(['true', 'false']) }
  const none = { inner: [], hasRoles: false }
  switch (
    random.weighted({
      primitive: 40,
      group: 18,
      clone: 18,
      cloneOfGroup: 6,
      promotable: 14,
      promotableGroup: 2,
      bundle: 3,
    })
  ) {
    case 'primitive':
      return { ...none, names: [id('p')], text: xml.primitive(id('p')) }
    case 'group': {
      const members = ['a', 'b', 'c'].slice(0, random.between(1, 3)).map((letter) => id(`g${letter}`))
      const meta = random.chance(0.15) ? { ordered: 'false' } : {}
      const text = xml.group(
        id('G'),
        members.map((member) => xml.primitive(member)),
        meta,
      )
      return { ...none, names: [id('G'), ...members], text }
    }
    case 'clone': {
      const extra = random.pick([
        {},
        {},
        {},
        {},
        { ordered: 'true' },
        { 'clone-min': '1' },
        { notify: 'true' },
      ])
      const text = xml.clone(id('C'), xml.primitive(id('c')), { ...interleave, ...extra })
      return { names: [id('C')], inner: [id('c')], hasRoles: false, text }
    }
    case 'cloneOfGroup': {
      const members = [id('da'), id('db')]
      const group = xml.group(
        id('dg'),
        members.map((member) => xml.primitive(member)),
      )
      return {
        names: [id('D')],
        inner: [...members, id('dg')],
        hasRoles: false,
        text: xml.clone(id('D'), group, interleave),
      }
    }
    case 'promotable': {
      const text = xml.clone(id('M'), xml.primitive(id('m'), {}, 'Stateful'), {
        ...interleave,
        promotable: 'true',
      })
      return { names: [id('M')], inner: [id('m')], hasRoles: true, text }
    }
    case 'promotableGroup': {
      const members = [id('na'), id('nb')].map((member) => xml.primitive(member, {}, 'Stateful'))
      const text = xml.clone(id('N'), xml.group(id('ng'), members), { ...interleave, promotable: 'true' })
      return { names: [id('N')], inner: [], hasRoles: true, text }
    }
    case 'bundle': {
      const hasRoles = random.chance(0.4)
      const container = hasRoles ? { replicas: '2', 'promoted-max': '1' } : { replicas: '1' }
      const inner = xml.primitive(id('b'), {}, hasRoles ? 'Stateful' : 'Dummy')
      return { ...none, names: [id('B')], hasRoles, text: xml.bundle(id('B'), container, inner) }
    }
  }
}
