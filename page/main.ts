import { isAboutSection } from '../src/check/about-section.js'
import { located } from '../src/cib/located.js'
import { check, type Diagnostic, type Position, readCib } from '../src/index.js'
import { byId, create } from './element.js'
import { readFile } from './read-file.js'
import { makeTabs } from './tabs.js'
import { type Read, views } from './views.js'

const text = byId<HTMLTextAreaElement>('cib')
const [status, panel] = [byId('status'), byId('panel')]
/** Milliseconds without a key after which the text is read. */
const pause = 300

let read: Read | undefined
let chosen = 0
let shown = 0

/** Fills the panel; what takes longer than the next change is left out. */
async function show(): Promise<void> {
  const own = ++shown
  const view = views[chosen]
  if (read === undefined || view === undefined) return panel.replaceChildren(create('p', 'No CIB yet.'))
  const content = await new Promise<readonly Element[]>((resolve) => resolve(view.show(read as Read))).catch(
    failed,
  )
  if (own === shown) panel.replaceChildren(...content)
}

function failed(error: unknown): readonly Element[] {
  return [
    create('p', `This cannot be shown: ${error instanceof Error ? error.message : String(error)}`, 'error'),
  ]
}

function update(input: string | Uint8Array): void {
  if (input.length === 0) {
    read = undefined
    status.textContent = ''
  } else {
    const { output: cluster, diagnostics } = readCib(input)
    const isSection = diagnostics.some(({ code }) => code === 'cib-section')
    const found = cluster === undefined ? [] : check(cluster)
    const about = found.filter((finding) => !isSection || isAboutSection(finding.code))
    const findings = located({ cluster, findings: diagnostics }, about)
    read = { cluster, findings, goTo }
    status.textContent = counts(findings)
  }
  show()
}

function counts(findings: readonly Diagnostic[]): string {
  return ['error', 'warning', 'info']
    .map((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length
      return `${count} ${severity}${count === 1 ? '' : 's'}`
    })
    .join(', ')
}

/** Puts the cursor of the text there. */
function goTo({ line, column }: Position): void {
  const before = text.value.split('\n').slice(0, line - 1)
  const start = before.reduce((sum, { length }) => sum + length + 1, 0)
  text.focus()
  text.setSelectionRange(start + column - 1, start + (text.value.split('\n')[line - 1]?.length ?? 0))
  text.scrollTop = (text.scrollHeight * Math.max(0, line - 5)) / text.value.split('\n').length
}

async function open(file: Blob | null | undefined): Promise<void> {
  if (file === null || file === undefined) return
  try {
    const bytes = await readFile(file)
    text.value = new TextDecoder().decode(bytes)
    update(bytes)
  } catch (error) {
    read = undefined
    status.textContent = ''
    panel.replaceChildren(...failed(error))
  }
}

let timer: ReturnType<typeof setTimeout> | undefined
text.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => update(text.value), pause)
})
const file = byId<HTMLInputElement>('file')
file.addEventListener('change', () => open(file.files?.[0]))
for (const [name, isTarget] of [
  ['dragover', true],
  ['dragleave', false],
  ['drop', false],
] as const) {
  document.addEventListener(name, (event) => {
    event.preventDefault()
    document.body.classList.toggle('is-target', isTarget)
  })
}
document.addEventListener('drop', ({ dataTransfer }) => open(dataTransfer?.files[0]))
makeTabs(
  byId('tabs'),
  panel,
  views.map(({ name }) => name),
  (at) => {
    chosen = at
    show()
  },
)
