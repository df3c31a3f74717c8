import { darkColours } from '../parts/theme.js'

const rules = Object.entries(darkColours).flatMap(([light, dark]) =>
  ['fill', 'stroke'].map((name) => `[${name}="${light}"]{${name}:${dark}}`),
)

/** Gives a drawing the colours for a dark ground where the reader's screen is set to one; print stays light. */
export const darkStyle = `<style>@media screen and (prefers-color-scheme:dark){${rules.join('')}}</style>`
