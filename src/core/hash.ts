/** SHA-256 (FIPS 180-4) in plain arithmetic: the same hexadecimal digits on every host, in the browser too, without a platform's crypto. */

/** The first 32 bits of the fractional part of a root; exact, since a double carries 52 bits of it and the roots here are small. */
function fraction32(root: number): number {
  return ((root - Math.floor(root)) * 0x1_0000_0000) | 0
}

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes
}

const PRIMES = firstPrimes(64)
const ROUND_CONSTANTS = Int32Array.from(PRIMES, (prime) => fraction32(Math.cbrt(prime)))
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction32(Math.sqrt(prime)))

/** UTF-8, lone surrogates as U+FFFD, like TextEncoder, which core has no types for. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (const character of text) {
    let code = character.codePointAt(0)!
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd
    if (code < 0x80) bytes[length++] = code
    else {
      if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6)
      else {
        if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12)
        else {
          bytes[length++] = 0xf0 | (code >> 18)
          bytes[length++] = 0x80 | ((code >> 12) & 0x3f)
        }
        bytes[length++] = 0x80 | ((code >> 6) & 0x3f)
      }
      bytes[length++] = 0x80 | (code & 0x3f)
    }
  }
  return bytes.subarray(0, length)
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

function schedule(view: DataView, offset: number, w: Int32Array): void {
  for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(offset + i * 4)
  for (let i = 16; i < 64; i += 1) {
    const [a, b] = [w[i - 15]!, w[i - 2]!]
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
  }
}

function compress(state: Int32Array, w: Int32Array): void {
  let a = state[0]!,
    b = state[1]!,
    c = state[2]!,
    d = state[3]!
  let e = state[4]!,
    f = state[5]!,
    g = state[6]!,
    h = state[7]!
  for (let i = 0; i < 64; i += 1) {
    const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + ROUND_CONSTANTS[i]! + w[i]!) | 0
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const after = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i += 1) state[i] = (state[i]! + after[i]!) | 0
}

/** Hashes what comes piece by piece: a large file need not be held as a whole. After `hex` nothing more may be added. */
export class Sha256 {
  readonly #state = Int32Array.from(INITIAL)
  readonly #w = new Int32Array(64)
  /** the last bytes, which fill no block yet */
  readonly #rest = new Uint8Array(64)
  #length = 0

  add(bytes: Uint8Array): this {
    const held = this.#length % 64
    this.#length += bytes.length
    const fill = held === 0 ? 0 : Math.min(64 - held, bytes.length)
    this.#rest.set(bytes.subarray(0, fill), held)
    if (held > 0 && held + fill === 64) this.#blocks(this.#rest)
    const whole = fill + ((bytes.length - fill) & ~63)
    this.#blocks(bytes.subarray(fill, whole))
    if (whole < bytes.length) this.#rest.set(bytes.subarray(whole))
    return this
  }

  /** 64 lower-case hexadecimal digits. A one bit, zeros, and the length in bits as 64-bit big-endian make the last block whole. */
  hex(): string {
    const length = this.#length
    const end = new Uint8Array(((length % 64) + 9 > 64 ? 128 : 64) - (length % 64))
    end[0] = 0x80
    const view = new DataView(end.buffer)
    view.setUint32(end.length - 8, Math.floor(length / 0x2000_0000))
    view.setUint32(end.length - 4, (length << 3) >>> 0)
    this.add(end)
    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  #blocks(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let offset = 0; offset + 64 <= view.byteLength; offset += 64) {
      schedule(view, offset, this.#w)
      compress(this.#state, this.#w)
    }
  }
}

/** 64 lower-case hexadecimal digits. Text is hashed as UTF-8. */
export function sha256Hex(text: string | Uint8Array): string {
  return new Sha256().add(typeof text === 'string' ? utf8(text) : text).hex()
}
