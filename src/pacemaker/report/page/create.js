/** An element with a text, and classes. */
export function create(tag, text, classes = '') {
  const element = document.createElement(tag)
  if (text !== undefined) element.textContent = text
  if (classes !== '') element.className = classes
  return element
}
