import { Sha256 } from '../../core/hash.ts'

const PIECE_BYTES = 1024 * 1024

/** SHA-256 of a file, read piece by piece: between two pieces, about 6 ms of work each, the page is free. The platform's own can only take all at once. */
export async function hashFile(file: Blob, progress: (bytes: number) => void, signal: AbortSignal): Promise<string> {
  const hash = new Sha256()
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    const bytes = await file.slice(at, at + PIECE_BYTES).arrayBuffer()
    signal.throwIfAborted()
    hash.add(new Uint8Array(bytes))
    progress(Math.min(at + PIECE_BYTES, file.size))
  }
  return hash.hex()
}
