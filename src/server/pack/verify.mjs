// Checks a pack of evidence with nothing but Node: node verify.mjs, in the folder that it was unpacked into. Whoever does not trust it reads it first.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const bytes = (name) => readFileSync(join(here, name))
const json = (name) => JSON.parse(bytes(name).toString('utf8'))
const sha256 = (content) => createHash('sha256').update(content).digest('hex')

const manifest = json('manifest.json')
const say = (key, params = {}) => manifest.words[key].replaceAll(/\{(\w+)\}/g, (_, name) => String(params[name]))
const faults = []
const fault = (key, params) => faults.push(say(key, params))

for (const { name, sha256: stated } of manifest.files) {
  if (!existsSync(join(here, name))) fault('missing', { name })
  else if (sha256(bytes(name)) !== stated) fault('changed', { name })
}

// a head is signed: payload, signature and the public key are all that is needed
const heads = new Map(json('heads.json').map((head) => [head.size, head]))
for (const { size, root, keyId, payload, signature } of heads.values()) {
  const path = join('keys', `${keyId}.public.pem`)
  const said = JSON.parse(payload)
  if (!existsSync(join(here, path))) fault('no-key', { size, key: keyId })
  else if (
    said.size !== size ||
    said.root !== root ||
    !verify(null, Buffer.from(payload), createPublicKey(bytes(path)), Buffer.from(signature, 'base64'))
  )
    fault('signature', { size })
}

// leaf = SHA-256(0x00, salt, line feed, fact); node = SHA-256(0x01, left, right); up to the root of a signed head
const node = (below, { side, hash }) => sha256(side === 'left' ? `\u0001${hash}${below}` : `\u0001${below}${hash}`)
let waiting = 0
const { facts } = json('facts.json')
for (const { id, sealed, texts, files } of facts) {
  if (!sealed) {
    waiting += 1
    continue
  }
  const leaf = sha256(`\u0000${sealed.salt}\n${sealed.text}`)
  const head = heads.get(sealed.head)
  if (leaf !== sealed.leaf || head === undefined || sealed.proof.reduce(node, leaf) !== head.root) fault('fact', { id })
  const fact = JSON.parse(sealed.text)
  // texts stand beside the fact, which holds their salted hashes; one that was erased by right is not here
  for (const { field, salt, text } of texts) if (sha256(JSON.stringify([salt, text])) !== fact.texts?.[field]) fault('text', { id, field })
  for (const { id: file, path } of files) {
    const stated = fact.data.files?.find((one) => one.id === file)?.sha256
    if (path !== null && existsSync(join(here, path)) && sha256(bytes(path)) !== stated) fault('file', { id, name: path })
  }
}

for (const { ref, sha256: stated, path } of json('contract.json').plans) if (sha256(bytes(path)) !== stated) fault('plan', { ref })

console.log(say('checked', { files: manifest.files.length, heads: heads.size, facts: facts.length - waiting, waiting }))
for (const words of faults) console.error(words)
console.log(say(faults.length === 0 ? 'sound' : 'faulty', { count: faults.length }))
process.exitCode = faults.length === 0 ? 0 : 1
