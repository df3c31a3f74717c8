import { clusterOf, dummy, nvpairs, type Sections } from './pcs-clusters.js'

const members = (...names: string[]) => names.map((name) => dummy(name)).join('')
const group = (id: string, ...names: string[]) => `<group id="${id}">${members(...names)}</group>`
const refs = (element: string, ...ids: string[]) => ids.map((id) => `<${element} id="${id}"/>`).join('')
const alert = (path: string, inside: string) =>
  `<alerts><alert id="mail" path="${path}">${inside}</alert></alerts>`
const permission = (role: string, kind: string, xpath: string) =>
  `<acl_permission id="${role}-${kind}" kind="${kind}" xpath="${xpath}"/>`
const acls = (roles: string, ...assigned: string[]) =>
  `<acls>${roles}<acl_target id="ann">${refs('role', ...assigned)}</acl_target></acls>`
const role = (id: string, ...permissions: string[]) =>
  `<acl_role id="${id}">${permissions.join('')}</acl_role>`
const tag = (...ids: string[]) => `<tags><tag id="web">${refs('obj_ref', ...ids)}</tag></tags>`
const devices = ['f1', 'f2'].map((id) => `<primitive id="${id}" class="stonith" type="fence_xvm"/>`).join('')
const levels = (...list: [index: string, devices: string][]) =>
  `<fencing-topology>${list
    .map(
      ([index, names]) =>
        `<fencing-level id="fl-n1-${index}" index="${index}" target="n1" devices="${names}"/>`,
    )
    .join('')}</fencing-topology>`

const cases: readonly (readonly [string, Sections, Sections, readonly string[]])[] = [
  [
    'the members of groups',
    { resources: group('g', 'a', 'b', 'c') + group('h', 'd', 'e') + dummy('f') },
    { resources: group('g', 'f', 'c', 'a', 'd') + group('h', 'e') + dummy('b') },
    [
      'pcs resource group add g f --before a',
      'pcs resource group add g c --after f',
      'pcs resource group add g d --after a',
      'pcs resource group remove g b',
    ],
  ],
  [
    'an alert and its recipients',
    {
      more: alert(
        '/a',
        `${nvpairs('instance_attributes', 'mail', { x: '1', y: '2' })}<recipient id="r1" value="one"/><recipient id="r2" value="two"/>`,
      ),
    },
    {
      more: alert(
        '/b',
        `${nvpairs('instance_attributes', 'mail', { x: '3' })}<recipient id="r2" value="second" description="d"/><recipient id="r3" value="three"/>`,
      ),
    },
    [
      'pcs alert update mail path=/b options x=3 y=',
      'pcs alert recipient remove r1',
      'pcs alert recipient update r2 value=second description=d --force',
      'pcs alert recipient add mail value=three id=r3 --force',
    ],
  ],
  [
    'roles and who has them',
    {
      more: acls(
        role('reader', permission('reader', 'read', '//a'), permission('reader', 'deny', '//b')) +
          role('old'),
        'reader',
        'old',
      ),
    },
    {
      more: acls(
        role('reader', permission('reader', 'deny', '//b'), permission('reader', 'read', '//c')) +
          role('writer'),
        'reader',
      ),
    },
    [
      'pcs acl permission delete reader-read',
      'pcs acl permission add reader read xpath //c',
      'pcs acl role unassign old user ann',
      'pcs acl role delete old',
    ],
  ],
  [
    'what a tag has',
    { resources: members('a', 'b', 'c'), more: tag('a', 'b') },
    { resources: members('a', 'b', 'c'), more: tag('c', 'b') },
    ['pcs tag update web add c --before a', 'pcs tag update web remove a'],
  ],
  [
    'fencing levels',
    { resources: devices, more: levels(['1', 'f1'], ['2', 'f2']) },
    { resources: devices, more: levels(['1', 'f2,f1']) },
    [
      'pcs stonith level remove 1 target n1 stonith f1',
      'pcs stonith level add 1 n1 f2 f1 --force',
      'pcs stonith level remove 2 target n1 stonith f2',
    ],
  ],
]
/** What changes: its name, the cluster before and after, and the commands of pcs 0.11 that change it. */
export const updateCases = cases.map(
  ([name, before, after, commands]) => [name, clusterOf(before), clusterOf(after), commands] as const,
)
