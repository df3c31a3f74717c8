import { boxStyles, colours, darkColours } from '../parts/theme.js'

const rules = Object.entries(darkColours).flatMap(([light, dark]) =>
  ['fill', 'stroke'].map((name) => `[${name}="${light}"]{${name}:${dark}}`),
)

/** Gives a drawing the colours for a dark ground where the reader's screen is set to one; print stays light. */
export const darkStyle = `<style>@media screen and (prefers-color-scheme:dark){${rules.join('')}}</style>`

/** The colours of a drawing that a page around it has too, by their names as properties of CSS. */
const shared = {
  ...colours,
  link: boxStyles.vip.stroke,
  warn: boxStyles.haproxy.stroke,
  hover: boxStyles.group.fill,
}

const properties = (of: (colour: string) => string | undefined) =>
  Object.entries(shared)
    .map(([name, colour]) => `--${name}:${of(colour)}`)
    .join(';')

/** The same colours as properties of CSS (`--ink`), for what is around a drawing. */
export const paletteStyle = `:root{${properties((colour) => colour)}}@media screen and (prefers-color-scheme:dark){:root{${properties((colour) => darkColours[colour])}}}`
