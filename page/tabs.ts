import { button } from './element.js'

/** A row of tabs of which one is chosen, by mouse, arrow keys, Home and End. `show` gets its place in the row. */
export function makeTabs(
  row: HTMLElement,
  panel: HTMLElement,
  names: readonly string[],
  show: (at: number) => void,
) {
  const tabs = names.map((name, at) => {
    const tab = button(name, () => choose(at))
    tab.id = `tab-${at}`
    tab.setAttribute('role', 'tab')
    tab.setAttribute('aria-controls', panel.id)
    return tab
  })
  // Its content scrolls.
  panel.tabIndex = 0
  row.replaceChildren(...tabs)
  row.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(document.activeElement as HTMLButtonElement)
    const last = tabs.length - 1
    const target = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (target === undefined) return
    event.preventDefault()
    choose(target)
    tabs[target]?.focus()
  })
  function choose(chosen: number): void {
    for (const [at, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(at === chosen))
      tab.tabIndex = at === chosen ? 0 : -1
    }
    panel.setAttribute('aria-labelledby', `tab-${chosen}`)
    show(chosen)
  }
  choose(0)
}
