/** The text of each generated module, by its path below src. */
export function generatedFiles(): Readonly<Record<string, string>>
