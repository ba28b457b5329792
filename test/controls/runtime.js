/**
 * A handler that says which control it belongs to when it is called. `nuoxingDead` names the one control that is to do nothing, as if its handler had
 * been removed: a test that uses it must then fail.
 * @template T
 * @param {string} id
 * @param {T} handler
 * @returns {T}
 */
export function control(id, handler) {
  if (typeof handler !== 'function') return handler
  const marked = (...given) => {
    if (globalThis.nuoxingDead === id) return undefined
    globalThis.nuoxingUsed?.(id)
    return handler(...given)
  }
  return /** @type {T} */ (marked)
}
