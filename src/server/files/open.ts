import { join } from 'node:path'
import type { Config } from '../settings.ts'
import { FILES_FOLDER, diskStore } from './disk.ts'
import { s3Store } from './s3.ts'
import type { FileStore } from './store.ts'

/** Where the settings put attachments: a bucket, else the data folder. */
export function openFileStore(
  config: Pick<Config, 'filesBucket' | 'filesRegion' | 'filesKey' | 'filesSecret'>,
  dataDir: string,
): FileStore {
  const { filesBucket: bucket, filesRegion: region, filesKey: key = '', filesSecret: secret = '' } = config
  return bucket === undefined ? diskStore(join(dataDir, FILES_FOLDER)) : s3Store({ bucket, region, key, secret })
}
