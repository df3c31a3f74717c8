import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'

const content = new URL('../content/', import.meta.url)

/** The sidebar is the list of pages, docs/README.md: its headings and their links. */
function sidebar() {
  const groups = []
  for (const line of readFileSync(new URL('index.md', content), 'utf8').split('\n')) {
    const [, heading] = /^## (.*)/.exec(line) ?? []
    if (heading !== undefined) groups.push({ text: heading, items: [] })
    for (const [, text, link] of line.matchAll(/\[([^\]]+)\]\(([^):]+\.md)\)/g)) {
      groups.at(-1)?.items.push({ text: titleOf(link) ?? text, link: `/${link.replace(/(index)?\.md$/, '')}` })
    }
  }
  const api = readdirSync(new URL('api/', content), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  groups.push({
    text: 'API',
    items: api.map(({ name }) => ({ text: name === 'index' ? 'lightcib' : `lightcib/${name}`, link: `/api/${name}/` })),
  })
  return groups
}

function titleOf(path) {
  return /^# (.*)/m.exec(readFileSync(new URL(path, content), 'utf8'))?.[1]
}

export default defineConfig({
  title: 'lightcib',
  description: 'Pacemaker clusters in TypeScript: compiled, checked, planned',
  srcDir: 'content',
  cleanUrls: true,
  markdown: { html: false, languageAlias: { puppet: 'ruby' } },
  // The index of the search, and the types of the model, are large pages.
  vite: { build: { chunkSizeWarningLimit: 2000 } },
  themeConfig: {
    search: { provider: 'local' },
    sidebar: sidebar(),
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: 'https://github.com/lightcib/lightcib' }],
  },
})
