/** The module that holds the page's script and style. */
export function pageText(): string
