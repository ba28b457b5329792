/** Is a loaner of a lower class than the device that it stands in for? `order`: the plan's classes, the lowest first. Undefined: nobody can tell. */
export function isLower(own: string, theirs: string, order: readonly string[] = []): boolean | undefined {
  if (own === theirs) return false
  const [mine, its] = [order.indexOf(own), order.indexOf(theirs)]
  return mine < 0 || its < 0 ? undefined : mine < its
}
