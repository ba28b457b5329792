/** The same text as another version of its plan; untouched where it says no version. */
export function asNextVersion(text: string, version: number): string {
  return text.replace(/^version:\s*\d+[ \t]*$/m, `version: ${version}`)
}

/** The title that a text gives its plan, however far it is written; empty where it has none yet. */
export function titleIn(text: string): string {
  const [, written = ''] = /^title:[ \t]*(\S.*)$/m.exec(text) ?? []
  return written
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .slice(0, 120)
}
