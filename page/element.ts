import { escapeUnseen } from '../src/diagnostics/unseen.js'

/** An element with a text, in which unseen characters are escapes. */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.textContent = text.split('\n').map(escapeUnseen).join('\n')
  if (className !== '') element.className = className
  return element
}

/** A button that does something. */
export function button(text: string, action: () => void): HTMLButtonElement {
  const element = create('button', text)
  element.type = 'button'
  element.addEventListener('click', action)
  return element
}

/** The element of page.html with this id. */
export function byId<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind
}
