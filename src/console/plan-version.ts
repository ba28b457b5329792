/** `shebei-2nian@3` → 3: people speak of a plan by its title and version, the reference is for machines. */
export function planVersion(ref: string): number {
  return Number(ref.slice(ref.lastIndexOf('@') + 1))
}
