/** Writes the site: the pages of docs/, the API, and what VitePress makes of both. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

const site = import.meta.dirname
const root = dirname(site)
const content = join(site, 'content')
const repository = 'https://github.com/lightcib/lightcib/blob/main'

rmSync(content, { recursive: true, force: true })
for (const name of readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })) {
  if (name.endsWith('.md')) writePage(name)
  else if (name.endsWith('.svg')) cpSync(join(root, 'docs', name), join(content, name))
}
run('typedoc', ['--options', 'typedoc.json'])
run('vitepress', ['build', '.'])

/** README.md is the index of its folder. */
function placeOf(name) {
  return name.replace(/(^|\/)README\.md$/, '$1index.md')
}

function writePage(name) {
  const text = readFileSync(join(root, 'docs', name), 'utf8').replace(
    /(!?)\[([^\]]*)\]\(([^)#:\s]+)(#[^)\s]*)?\)/g,
    (link, image, label, target, anchor = '') => {
      const path = normalize(join('docs', dirname(name), target))
      if (image === '!' && !path.startsWith('docs/')) return `![${label}](${copied(path, name)})`
      if (!existsSync(join(root, path))) return link
      if (!path.startsWith('docs/')) return `[${label}](${repository}/${path}${anchor})`
      const page = path.endsWith('.md') || image === '!' ? target : `${target.replace(/\/$/, '')}/README.md`
      return `${image}[${titleOf(label, path)}](${placeOf(page)}${anchor})`
    },
  )
  const file = join(content, placeOf(name))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** The title of the page, where the label is the name of its file. */
function titleOf(label, path) {
  if (!label.endsWith('.md')) return label
  return /^# (.*)/m.exec(readFileSync(join(root, path), 'utf8'))?.[1] ?? label
}

/** A picture of another folder, copied beside the pages. */
function copied(path, page) {
  const file = join(content, 'pictures', path.replaceAll('/', '-'))
  cpSync(join(root, path), file)
  return relative(join(content, dirname(page)), file)
}

function run(program, args) {
  execFileSync(join(site, 'node_modules/.bin', program), args, { cwd: site, stdio: 'inherit' })
}
