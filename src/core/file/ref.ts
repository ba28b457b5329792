/** How a fact names a file: by its id, and by the SHA-256 of its contents, which its seal thereby covers. */
export type FileRef = { readonly id: string; readonly sha256: string }
