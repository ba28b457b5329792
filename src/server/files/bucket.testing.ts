import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Bucket } from './s3.ts'

type S3rver = {
  readonly configureBuckets: () => Promise<unknown>
  readonly run: () => Promise<AddressInfo>
  readonly close: () => Promise<void>
}
type Options = {
  readonly address: string
  readonly port: number
  readonly silent: boolean
  readonly directory: string
  readonly configureBuckets: readonly { readonly name: string }[]
}

/** A bucket on loopback, which ends with the file. It asks who signs, and does not recompute the signature itself: that is aws4fetch's own to prove. */
export async function openTestBucket(): Promise<Bucket> {
  const directory = mkdtempSync(join(tmpdir(), 'nx-bucket-'))
  const S3 = createRequire(import.meta.url)('s3rver') as new (options: Options) => S3rver
  const server = new S3({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: 'nuoxing' }] })
  await server.configureBuckets()
  const { port } = await server.run()
  after(async () => {
    await server.close()
    rmSync(directory, { recursive: true, force: true })
  })
  return { bucket: `http://127.0.0.1:${port}/nuoxing`, region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' }
}
