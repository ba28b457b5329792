import type { Subject } from '../fact.ts'

/** The models of devices, by device. */
export type Models = Readonly<Record<string, string>>

/** Devices by their model: the record of a model reads off the fact which of them are its own. */
export function byModel(assets: readonly string[], models: Models = {}): Readonly<Record<string, readonly string[]>> | undefined {
  const named = assets.filter((asset) => Object.hasOwn(models, asset))
  return named.length === 0 ? undefined : ({ ...Object.groupBy(named, (asset) => models[asset]!) } as Record<string, string[]>)
}

/** A fact about devices is about their models as well. */
export function withModels(also: readonly Subject[], models: Models = {}): readonly Subject[] {
  const named = also.flatMap((one): Subject[] => {
    const id = one.startsWith('asset/') ? one.slice('asset/'.length) : ''
    return Object.hasOwn(models, id) ? [`model/${models[id]}`] : []
  })
  return [...new Set([...also, ...named])]
}
