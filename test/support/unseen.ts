/** Characters that change what a terminal, a browser or a reader shows, each with its name. */
const unseenCharacters = {
  'escape, which starts a sequence': '\u001b',
  'bell, which ends a title': '\u0007',
  backspace: '\b',
  delete: '\u007f',
  'control sequence introducer': '\u009b',
  'operating system command': '\u009d',
  'string terminator': '\u009c',
  'next line': '\u0085',
  'right-to-left override': '\u202e',
  'left-to-right embedding': '\u202a',
  'first strong isolate': '\u2068',
  'right-to-left mark': '\u200f',
  'Arabic letter mark': '\u061c',
  'zero width space': '\u200b',
  'zero width joiner': '\u200d',
  'word joiner': '\u2060',
  'byte order mark': '\ufeff',
  'soft hyphen': '\u00ad',
  'line separator': '\u2028',
  'paragraph separator': '\u2029',
  'tag A': '\u{e0041}',
  'variation selector 16': '\ufe0f',
  'variation selector 17': '\u{e0100}',
  'combining grapheme joiner': '\u034f',
  'Hangul filler': '\u3164',
  'no-break space': '\u00a0',
  'ideographic space': '\u3000',
  'blank Braille pattern': '\u2800',
} as const

/** The names of the characters above that a text has, and of others in the blocks of controls. */
export function unseenIn(text: string): readonly string[] {
  const named = Object.entries(unseenCharacters).filter(([, character]) => text.includes(character))
  const controls = [...text].filter((character) => {
    const code = character.codePointAt(0) as number
    const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xe0000 && code < 0xe1000)
    return isControl && character !== '\n'
  })
  return [...named.map(([name]) => name), ...controls.map((each) => `U+${each.codePointAt(0)?.toString(16)}`)]
}

/** Those that XML can represent. */
export const unseenInXml: readonly string[] = Object.values(unseenCharacters).filter((each) => each > ' ')

/** A CIB with this text in all that an output shows: ids, names, values, descriptions, comments, unknown elements. */
export function cibWith(text: string): string {
  const code = attribute(text)
  const sets = `<instance_attributes id="${code}i"><nvpair id="${code}n" name="${code}" value="${code}"/></instance_attributes>`
  const primitive = (id: string) =>
    `<!--${text}--><primitive id="${id}" class="ocf" provider="heartbeat" type="${code}" description="${code}" odd="${code}">${sets}<odd name="${code}">${code}</odd></primitive>`
  return `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0"><!--${text}--><configuration>
    <crm_config><cluster_property_set id="p"><nvpair id="p-n" name="cluster-name" value="${code}"/></cluster_property_set></crm_config>
    <nodes><node id="1" uname="${code}"/></nodes>
    <resources>${primitive(`a${code}`)}${primitive(`b${code}`)}
      <bundle id="bundle${code}"><podman image="${code}" replicas="${code}"/></bundle></resources>
    <constraints>
      <rsc_order id="o${code}" first="a${code}" then="b${code}" kind="${code}" symmetrical="${code}"/>
      <rsc_order id="p${code}" first="b${code}" then="gone${code}" first-action="${code}"/>
      <rsc_colocation id="c${code}" rsc="a${code}" with-rsc="b${code}" score="${code}" node-attribute="${code}" rsc-role="${code}"/>
      <rsc_location id="l${code}" rsc="a${code}" node="${code}" score="${code}"/>
    </constraints></configuration><status/></cib>`
}

/** A CIB that its schema accepts, with this text wherever that leaves a choice, which a script can build. */
export function validCibWith(text: string): string {
  const code = attribute(text)
  return `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0"><!--${text}--><configuration>
    <crm_config><cluster_property_set id="p"><nvpair id="p-n" name="cluster-name" value="${code}"/><nvpair id="p-s" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>
    <nodes><node id="1" uname="node1"><instance_attributes id="nodes-1"><nvpair id="nodes-1-x" name="${code}" value="${code}"/></instance_attributes></node></nodes>
    <resources><!--${text}--><primitive id="a" class="ocf" provider="heartbeat" type="Dummy" description="${code}">
      <instance_attributes id="odd"><nvpair id="odd-n" name="state" value="${code}"/><nvpair id="odd-m" name="${code}" value="1"/></instance_attributes></primitive>
      <bundle id="b"><podman image="${code}"/></bundle></resources>
    <constraints><rsc_location id="l" rsc="a" node="${code}" score="1"/>
      <rsc_order id="o" first="a" then="b"/></constraints></configuration><status/></cib>`
}

/** With nothing but markup as references. */
function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
