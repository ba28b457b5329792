import type { Fact } from '../../core/fact.ts'
import type { ProofStep } from '../../core/seal/tree.ts'
import type { Proved } from '../proving.ts'
import type { HeadRow } from '../store/seal.ts'
import type { FileOfPack, TextOfPack } from '../store/pack-queries.ts'

/** A file of the pack; `path` null: its contents could not be read, and the pack says so. */
export type PackedFile = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly path: string | null
}

/** One fact as the pack carries it: in words for people, and as it was sealed for whoever checks. */
export type PackedFact = {
  readonly id: string
  readonly seq: number
  readonly type: string
  readonly words: string
  readonly by: string | undefined
  /** null: not sealed yet when the pack was made; then the fact stands under `fact`. `head`: the size of its head in heads.json */
  readonly sealed: {
    readonly n: number
    readonly salt: string
    readonly text: string
    readonly leaf: string
    readonly proof: readonly ProofStep[]
    readonly head: number
  } | null
  readonly fact: Fact | undefined
  readonly texts: readonly { readonly field: string; readonly salt: string; readonly text: string }[]
  readonly files: readonly PackedFile[]
}

export type PackedHead = Pick<HeadRow, 'size' | 'root' | 'at' | 'payload' | 'signature'> & { readonly keyId: string }

export type Packing = {
  readonly words: (fact: Fact) => string
  readonly nameOf: (person: string) => string
  readonly proved: ReadonlyMap<string, Proved>
  /** as they stand beside the facts; what was erased by right is not there */
  readonly texts: ReadonlyMap<string, readonly TextOfPack[]>
  readonly files: ReadonlyMap<string, readonly PackedFile[]>
  /** whose texts and files the reader may have */
  readonly isSaid: (fact: Fact) => boolean
}

export function packFact(fact: Fact, { words, nameOf, proved, texts, files, isSaid }: Packing): PackedFact {
  const proof = proved.get(fact.id)
  const said = isSaid(fact)
  return {
    id: fact.id,
    seq: fact.seq,
    type: fact.type,
    words: words(fact),
    by: fact.by === undefined ? undefined : nameOf(fact.by),
    sealed: proof ? { n: proof.n, salt: proof.salt, text: proof.text, leaf: proof.leaf, proof: proof.proof, head: proof.head.size } : null,
    fact: proof ? undefined : fact,
    texts: said ? (texts.get(fact.id) ?? []).map(({ field, salt, text }) => ({ field, salt, text })) : [],
    files: said ? [...(files.get(fact.id) ?? [])] : [],
  }
}

/** The heads under which the facts stand, each once. */
export function headsOf(proved: ReadonlyMap<string, Proved>): PackedHead[] {
  const heads = new Map([...proved.values()].map(({ head }) => [head.size, head]))
  return [...heads.values()]
    .toSorted((a, b) => a.size - b.size)
    .map(({ size, root, at, key_id, payload, signature }) => ({ size, root, at, keyId: key_id, payload, signature }))
}

/** A name that every system can write and that leads nowhere else: `files/3f2a9c01-照片.jpg`. Two files with the same contents are one. */
export function packedPath({ name, sha256 }: Pick<FileOfPack, 'name' | 'sha256'>): string {
  const plain = [...name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').replace(/^[.\s]+|[.\s]+$/g, '')].slice(-60).join('')
  return `files/${sha256.slice(0, 16)}-${plain || '_'}`
}
