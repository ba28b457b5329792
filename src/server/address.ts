import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Place = { readonly host: string; readonly port: number; readonly secure: boolean }

/** Where a server that listens there is reached on this machine. */
export function addressAt({ host, port, secure }: Place): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `${secure ? 'https' : 'http'}://${name}:${port}`
}

const fileIn = (dataDir: string): string => join(dataDir, 'address')

/** Leaves word beside the data of where this server answers, so that a command on the same data can say so; removed as the server stops. */
export function writeAddress(dataDir: string, url: string): void {
  writeFileSync(fileIn(dataDir), `${process.pid} ${url}\n`)
}

export function dropAddress(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true })
}

/** Where a server that runs now on this data answers; undefined: none does, whatever a killed one left behind. */
export function readAddress(dataDir: string): string | undefined {
  try {
    const [pid, url] = readFileSync(fileIn(dataDir), 'utf8').trim().split(' ')
    process.kill(Number(pid), 0)
    return url
  } catch {
    return undefined
  }
}
