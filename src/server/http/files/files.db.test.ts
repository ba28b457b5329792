import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { openHttp } from '../open.ts'
import { Person, logInAs, plantTenant, startTestServer } from '../http.testing.ts'
import { plantContracts } from '../contract.testing.ts'
import { announce, bytesOf, download, picture, sendPart, sha256Of, upload } from './upload.testing.ts'

const server = await startTestServer()
for (const tenant of ['east', 'north']) await plantTenant(server, tenant, { demo: true })
await plantContracts(server, 'east')
const agent = await logInAs(server, 'hotline-agent@east')
const manager = await logInAs(server, 'service-manager@east')
const customer = await logInAs(server, 'customer-administrator@east')
const stranger = await logInAs(server, 'service-manager@north')

const KB = 1024
const MB = KB * KB

async function newTicket(customerId = 'jia'): Promise<string> {
  const answer = await agent.post('/api/tickets', {
    channel: 'phone',
    title: '停机',
    customer: customerId,
    asset: `${customerId}-asset`,
    contract: `${customerId}-contract`,
  })
  assert.equal(answer.status, 201, answer.text)
  return answer.body.id
}

test('a file is announced, sent in parts and kept; what comes back is what was sent', async () => {
  const bytes = picture(5 * MB)
  const begun = await announce(agent, { name: '现场照片.png', bytes })
  assert.deepEqual([begun.status, begun.body.state, begun.body.offset], [201, 'sending', 0])
  const file = await upload(agent, { name: '现场照片.png', bytes }, 2 * MB)
  assert.equal(file.id, begun.body.id)
  assert.deepEqual(
    [file.state, file.offset, file.mediaType, file.name, file.by.id],
    ['kept', bytes.length, 'image/png', '现场照片.png', 'east-hotline-agent'],
  )
  const got = await download(server.url, agent, file.id)
  assert.equal(got.status, 200)
  assert.ok(got.bytes.equals(bytes))
})

test('contents that somebody may read already need not be sent again, and lie there once', async () => {
  const bytes = picture(300 * KB)
  const first = await upload(agent, { name: '一.png', bytes })
  const again = await announce(agent, { name: '二.png', bytes })
  assert.deepEqual([again.body.state, again.body.offset, again.body.mediaType], ['kept', bytes.length, 'image/png'])
  assert.notEqual(again.body.id, first.id)
  // somebody else, who may not read it, sends it all the same, or a hash would be enough to get at it
  const other = await announce(manager, { name: '三.png', bytes })
  assert.equal(other.body.state, 'sending')
  await upload(manager, { name: '三.png', bytes })
  const { rows } = await server.owner.raw.query('SELECT count(*) FROM file_content WHERE sha256 = $1', [sha256Of(bytes)])
  assert.equal(Number(rows[0].count), 1)
})

test('a part in the wrong place is answered with the right one', async () => {
  const bytes = picture(400 * KB)
  const { body } = await announce(agent, { name: '错位.png', bytes })
  await sendPart(agent, body.id, { offset: 0, bytes: bytes.subarray(0, 100 * KB) })
  for (const offset of [0, 50 * KB, 200 * KB]) {
    const wrong = await sendPart(agent, body.id, { offset, bytes: bytes.subarray(offset, offset + KB) })
    assert.deepEqual([wrong.status, wrong.body.code, wrong.body.offset], [409, 'file.offset', 100 * KB])
  }
  const beyond = await sendPart(agent, body.id, { offset: 100 * KB, bytes: Buffer.alloc(301 * KB) })
  assert.deepEqual([beyond.status, beyond.body.code], [422, 'file.beyond'])
  const empty = await sendPart(agent, body.id, { offset: 100 * KB, bytes: Buffer.alloc(0) })
  assert.equal(empty.body.code, 'file.empty-part')
  const ended = await upload(agent, { name: '错位.png', bytes })
  assert.deepEqual([ended.id, ended.state], [body.id, 'kept'])
})

test('two parts sent at once for the same place count once', async () => {
  const bytes = picture(200 * KB)
  const { body } = await announce(agent, { name: '同时.png', bytes })
  const answers = await Promise.all([1, 2, 3].map(() => sendPart(agent, body.id, { offset: 0, bytes: bytes.subarray(0, 100 * KB) })))
  assert.deepEqual(answers.map((one) => one.status).toSorted(), [200, 409, 409])
  const ends = await Promise.all([1, 2].map(() => sendPart(agent, body.id, { offset: 100 * KB, bytes: bytes.subarray(100 * KB) })))
  assert.deepEqual(
    ends.map((one) => [one.status, one.body.state]),
    [
      [200, 'kept'],
      [200, 'kept'],
    ],
  )
})

/** Sends the head of a request and half of its body, then cuts the line. */
function cutOff(id: string, bytes: Buffer): Promise<void> {
  const { hostname, port } = new URL(server.url)
  const head = `PATCH /api/files/${id}?offset=0 HTTP/1.1\r\nhost: x\r\ncookie: ${agent.cookie}\r\ncontent-type: application/octet-stream\r\ncontent-length: ${bytes.length}\r\n\r\n`
  return new Promise((done) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(head)
      socket.write(bytes.subarray(0, bytes.length / 2), () => socket.destroy())
    })
    socket.on('close', () => done())
  })
}

test('a line that is cut in the middle of a part loses that part and nothing else', async () => {
  const bytes = picture(1 * MB)
  const { body } = await announce(agent, { name: '断线.png', bytes })
  await cutOff(body.id, bytes)
  assert.equal((await agent.get(`/api/files/${body.id}`)).body.offset, 0)
  await sendPart(agent, body.id, { offset: 0, bytes: bytes.subarray(0, 600 * KB) })
  const again = await announce(agent, { name: '断线.png', bytes })
  assert.deepEqual([again.body.id, again.body.offset], [body.id, 600 * KB])
  const ended = await upload(agent, { name: '断线.png', bytes })
  assert.ok((await download(server.url, agent, ended.id)).bytes.equals(bytes))
})

test('an upload goes on with another process than the one it began with', async () => {
  const bytes = picture(900 * KB)
  const { body } = await announce(agent, { name: '重启.png', bytes })
  await sendPart(agent, body.id, { offset: 0, bytes: bytes.subarray(0, 500 * KB) })
  const { services, log, options } = server.http
  const second = await openHttp({ services, log, options, host: '127.0.0.1', port: 0 })
  const same = new Person(second.url)
  same.cookie = agent.cookie
  const ended = await sendPart(same, body.id, { offset: 500 * KB, bytes: bytes.subarray(500 * KB) })
  await second.close()
  assert.deepEqual([ended.status, ended.body.state], [200, 'kept'])
  assert.ok((await download(server.url, agent, body.id)).bytes.equals(bytes))
})

test('what arrived and is not what was announced is told, and nothing of it is kept', async () => {
  const bytes = picture(100 * KB)
  const { body } = await agent.post('/api/files', { name: '照片.png', size: bytes.length, sha256: 'a'.repeat(64) })
  const ended = await sendPart(agent, body.id, { offset: 0, bytes })
  assert.deepEqual([ended.status, ended.body.code], [422, 'file.altered'])
  assert.match(ended.body.detail, /照片\.png.*重新上传/)
  assert.equal((await agent.get(`/api/files/${body.id}`)).status, 404)
  assert.equal(await server.services.files.sizeOf({ tenant: 'east', sha256: sha256Of(bytes) }), undefined)
  const left = await Array.fromAsync(server.services.files.uploads('east'))
  assert.ok(!left.some(({ id }) => id === body.id))
})

const PAGE = '<!DOCTYPE html><script>alert(1)</script>'
const REFUSED = [
  { name: '病毒.exe', bytes: Buffer.from('MZ\u0000\u0001'), code: 'file.is-executable' },
  { name: '脚本.sh', bytes: Buffer.from('#!/bin/sh\n'), code: 'file.is-executable' },
  { name: '图.svg', bytes: Buffer.from('<svg onload="alert(1)"/>'), code: 'file.is-markup' },
  { name: '页.html', bytes: Buffer.from(PAGE), code: 'file.is-markup' },
  { name: '页.txt', bytes: Buffer.from(PAGE), code: 'file.is-markup' },
  { name: '图.md', bytes: Buffer.from('\n <svg onload="alert(1)"/>'), code: 'file.is-markup' },
  { name: '假照片.png', bytes: Buffer.from(PAGE), code: 'file.is-name' },
  { name: '假照片.jpg', bytes: picture(2 * KB), code: 'file.is-name' },
  { name: '假报告.pdf', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), code: 'file.is-executable' },
  { name: '乱码.txt', bytes: Buffer.from([0x41, 0x00, 0x42, 0xff]), code: 'file.is-name' },
  { name: '包.zip', bytes: Buffer.from('PK\u0003\u0004'), code: 'file.is-kind' },
  { name: '无扩展名', bytes: Buffer.from('话'), code: 'file.is-kind' },
  { name: '发票\u202Egnp.exe', bytes: picture(2 * KB), code: 'file.is-executable' },
]

test('what runs, what a browser would run, and what is not what its name says are refused with a sentence', async () => {
  for (const { name, bytes, code } of REFUSED) {
    const begun = await announce(agent, { name, bytes })
    const ended = begun.status === 201 ? await sendPart(agent, begun.body.id, { offset: 0, bytes }) : begun
    assert.deepEqual([ended.status, ended.body.code], [422, code], name)
    assert.match(ended.body.detail, /\p{Script=Han}.*。/u)
    assert.equal(await server.services.files.sizeOf({ tenant: 'east', sha256: sha256Of(bytes) }), undefined, name)
  }
})

test('texts of this country come in three writings, and are shown as they were written', async () => {
  const gb = Buffer.from('cac2cff22cbcdbb8f10ab5e7bbfa2c313238300a', 'hex')
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('事项\t价格\n', 'utf16le')])
  const kinds = [
    [{ name: '清单.csv', text: '事项,价格\n电机,1280\n' }, 'text/csv', 'text/plain; charset=utf-8'],
    [{ name: '旧清单.csv', bytes: gb }, 'text/csv;charset=gb18030', 'text/plain; charset=gb18030'],
    [{ name: '宽清单.txt', bytes: wide }, 'text/plain;charset=utf-16le', 'text/plain; charset=utf-16le'],
    [{ name: '说明.md', text: '# 说明\n<!-- 注 -->\n' }, 'text/markdown', 'text/plain; charset=utf-8'],
    [{ name: 'BMW 的故障.txt', text: 'BMW 停机\n' }, 'text/plain', 'text/plain; charset=utf-8'],
  ] as const
  for (const [sent, mediaType, shown] of kinds) {
    const file = await upload(agent, sent)
    assert.equal(file.mediaType, mediaType, sent.name)
    const got = await download(server.url, agent, file.id)
    assert.equal(got.headers.get('content-type'), shown)
    assert.ok(got.bytes.equals(bytesOf(sent)))
  }
})

test('names come clean out of whatever they were, and a browser reads them whole', async () => {
  const names = [
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\temp\\报告 "最终".txt', '报告 _最终_.txt'],
    ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
    [`${'长'.repeat(400)}.txt`, `${'长'.repeat(196)}.txt`],
    ["它's (1)*.txt", "它's (1)_.txt"],
  ] as const
  for (const [given, kept] of names) {
    const file = await upload(agent, { name: given, text: `内容 ${given}` })
    assert.equal(file.name, kept)
    const header = (await download(server.url, agent, file.id)).headers.get('content-disposition') ?? ''
    const [, encoded = ''] = /filename\*=UTF-8''(\S+)$/.exec(header) ?? []
    assert.equal(decodeURIComponent(encoded), kept)
    assert.match(header, /^inline; filename="[\x20-\x7e]+"; filename\*=/)
  }
  assert.equal((await announce(agent, { name: '\u202E...', text: 'x' })).body.code, 'file.no-name')
})

test('a browser may show pictures and text and no more, and whatever it shows can do nothing', async () => {
  const shown = await upload(agent, { name: '图.png', bytes: picture(9 * KB) })
  const { headers } = await download(server.url, agent, shown.id)
  assert.match(headers.get('content-disposition') ?? '', /^inline;/)
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/)
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.equal(headers.get('cache-control'), 'private, no-cache')
  const sound = Buffer.concat([Buffer.from('RIFF'), Buffer.from([40, 0, 0, 0]), Buffer.from('WAVEfmt '), Buffer.alloc(32, 1)])
  const saved = await upload(agent, { name: '录音.wav', bytes: sound })
  assert.match((await download(server.url, agent, saved.id)).headers.get('content-disposition') ?? '', /^attachment;/)
})

test('a span of the bytes is given on request, and what is known is not sent again', async () => {
  const bytes = picture(300 * KB)
  const file = await upload(agent, { name: '分段.png', bytes })
  const get = (headers: Record<string, string>) => download(server.url, agent, file.id, headers)
  for (const [range, from, to] of [
    ['bytes=0-99', 0, 99],
    ['bytes=1000-', 1000, bytes.length - 1],
    ['bytes=-500', bytes.length - 500, bytes.length - 1],
    ['bytes=100-99999999', 100, bytes.length - 1],
  ] as const) {
    const got = await get({ range })
    assert.deepEqual([got.status, got.headers.get('content-range')], [206, `bytes ${from}-${to}/${bytes.length}`], range)
    assert.ok(got.bytes.equals(bytes.subarray(from, to + 1)), range)
  }
  assert.equal((await get({ range: `bytes=${bytes.length}-` })).status, 416)
  for (const range of ['bytes=9-2', 'lines=1-2', 'bytes=0-1,5-6', 'bytes=-']) assert.equal((await get({ range })).status, 200, range)
  const etag = `"${sha256Of(bytes)}"`
  assert.equal((await get({})).headers.get('etag'), etag)
  const known = await get({ 'if-none-match': `"x", W/${etag}` })
  assert.deepEqual([known.status, known.bytes.length], [304, 0])
  assert.equal((await get({ range: 'bytes=0-9', 'if-range': etag })).status, 206)
  assert.equal((await get({ range: 'bytes=0-9', 'if-range': '"other"' })).status, 200)
})

test('what is too large, empty, unknown or no bytes at all is refused by its field', async () => {
  const sha256 = 'b'.repeat(64)
  const cases = [
    [{ name: '大.png', size: 100 * MB + 1, sha256 }, 413, 'size'],
    [{ name: '空.png', size: 0, sha256 }, 400, 'size'],
    [{ name: '图.png', size: 1.5, sha256 }, 400, 'size'],
    [{ name: '图.png', size: 9, sha256: 'B'.repeat(64) }, 400, 'sha256'],
    [{ name: '图.png', size: 9, sha256, folder: 'x' }, 400, 'folder'],
    [{ size: 9, sha256 }, 400, 'name'],
  ] as const
  for (const [body, status, field] of cases) {
    const answer = await agent.post('/api/files', body)
    assert.deepEqual([answer.status, answer.body.field], [status, field], answer.text)
  }
  const { body } = await agent.post('/api/files', { name: '图.png', size: 99 * MB, sha256 })
  const asJson = await agent.ask('PATCH', `/api/files/${body.id}?offset=0`, { body: { a: 1 } })
  assert.deepEqual([asJson.status, asJson.body.code], [415, 'file.part-type'])
  const huge = await sendPart(agent, body.id, { offset: 0, bytes: Buffer.alloc(8 * MB + 1) })
  assert.deepEqual([huge.status, huge.body.code], [413, 'request.body-too-large'])
  assert.match(huge.body.detail, /8192 KB/)
  assert.equal(
    (
      await agent.ask('PATCH', `/api/files/${body.id}?offset=0&x=1`, {
        body: Buffer.from('a'),
        headers: { 'content-type': 'application/octet-stream' },
      })
    ).status,
    400,
  )
  assert.equal(
    (await agent.ask('POST', '/api/tickets', { body: Buffer.from('a'), headers: { 'content-type': 'application/octet-stream' } })).status,
    415,
  )
})

test('an upload can be taken back while it is attached to nothing', async () => {
  const sending = await announce(agent, { name: '取消.png', bytes: picture(50 * KB) })
  assert.equal((await manager.delete(`/api/files/${sending.body.id}`)).status, 404)
  assert.equal((await agent.delete(`/api/files/${sending.body.id}`)).status, 200)
  assert.equal((await agent.get(`/api/files/${sending.body.id}`)).status, 404)
  const kept = await upload(agent, { name: '取消.png', bytes: picture(50 * KB) })
  assert.equal((await agent.delete(`/api/files/${kept.id}`)).status, 200)
  const ticket = await newTicket()
  const attached = await upload(agent, { name: '附上.png', bytes: picture(50 * KB) })
  await agent.post(`/api/tickets/${ticket}/note`, { text: '见附件', files: [attached.id] })
  assert.deepEqual((await agent.delete(`/api/files/${attached.id}`)).body.code, 'file.attached')
})

test('a note carries its file: under the seal by id and hash, on the timeline by name', async () => {
  const ticket = await newTicket()
  const file = await upload(agent, { name: '铭牌.png', bytes: picture(20 * KB) })
  const noted = await agent.post(`/api/tickets/${ticket}/note`, { text: '见铭牌', files: [file.id] })
  assert.equal(noted.status, 200, noted.text)
  const { body } = await manager.get(`/api/tickets/${ticket}`)
  const fact = body.timeline.find((one: { type: string }) => one.type === 'ticket.noted')
  assert.deepEqual(fact.data.files, [{ id: file.id, sha256: file.sha256 }])
  assert.deepEqual(fact.files, [{ id: file.id, name: '铭牌.png', size: file.size, mediaType: 'image/png' }])
  // from now on it is read by whoever reads the ticket
  assert.equal((await download(server.url, manager, file.id)).status, 200)
  const facts = await manager.get(`/api/facts?subject=ticket/${ticket}`)
  assert.ok(facts.body.items.some((one: { files?: { id: string }[] }) => one.files?.[0]?.id === file.id))
})

test('a file that is not there, is another’s or has not arrived is refused by name, and nothing is written', async () => {
  const ticket = await newTicket()
  const mine = await upload(agent, { name: '我的.png', bytes: picture(9 * KB) })
  const hers = await upload(manager, { name: '她的.png', bytes: picture(9 * KB) })
  const theirs = await upload(stranger, { name: '别家的.png', bytes: picture(9 * KB) })
  const { body: sending } = await announce(agent, { name: '半份.png', bytes: picture(90 * KB) })
  const before = (await agent.get(`/api/tickets/${ticket}`)).body.timeline.length
  const cases = [
    [[mine.id, 'no-such-file'], 'files.1', 'file.unknown'],
    [[hers.id], 'files.0', 'file.unknown'],
    [[theirs.id], 'files.0', 'file.unknown'],
    [[sending.id], 'files.0', 'file.unfinished'],
    [[mine.id, mine.id], 'files.1', 'file.twice'],
  ] as const
  for (const [files, field, code] of cases) {
    const answer = await agent.post(`/api/tickets/${ticket}/note`, { text: '见附件', files })
    assert.deepEqual([answer.status, answer.body.field, answer.body.code], [400, field, code])
  }
  assert.match((await agent.post(`/api/tickets/${ticket}/note`, { text: '话', files: [sending.id] })).body.detail, /“半份\.png”还没有传完/)
  assert.equal((await agent.get(`/api/tickets/${ticket}`)).body.timeline.length, before)
  assert.equal((await agent.delete(`/api/files/${mine.id}`)).status, 200)
})

test('the customer reads the files of what was said to them, and none of our own notes', async () => {
  const ticket = await newTicket()
  const told = await upload(agent, { name: '方案.png', bytes: picture(9 * KB) })
  const inner = await upload(agent, { name: '内部.png', bytes: picture(9 * KB) })
  await agent.post(`/api/tickets/${ticket}/reply`, { channel: 'phone', summary: '见方案', files: [told.id] })
  await agent.post(`/api/tickets/${ticket}/note`, { text: '内部', files: [inner.id] })
  const { body } = await customer.get(`/api/tickets/${ticket}`)
  const files = body.timeline.flatMap((fact: { files?: { name: string }[] }) => fact.files ?? [])
  assert.deepEqual(
    files.map((one: { name: string }) => one.name),
    ['方案.png'],
  )
  assert.equal((await download(server.url, customer, told.id)).status, 200)
  assert.equal((await download(server.url, customer, inner.id)).status, 404)
  assert.equal((await customer.get(`/api/files/${inner.id}`)).status, 404)
})

test('another customer and another firm find nothing, as under a made-up id, and a hash gets nobody anything', async () => {
  const ticket = await newTicket('yi')
  const bytes = picture(9 * KB)
  const file = await upload(agent, { name: '乙方.png', bytes })
  await agent.post(`/api/tickets/${ticket}/reply`, { channel: 'phone', summary: '见图', files: [file.id] })
  for (const person of [customer, stranger]) {
    const made = await person.get('/api/files/AAAAAAAAAAAAAAAA')
    for (const path of [`/api/files/${file.id}`, `/api/files/${file.id}/content`]) {
      const answer = await person.get(path)
      assert.deepEqual([answer.status, answer.body], [404, made.body])
    }
    assert.equal((await announce(person, { name: '我的.png', bytes })).body.state, 'sending')
    assert.equal((await sendPart(person, file.id, { offset: 0, bytes })).status, 404)
    assert.equal((await person.delete(`/api/files/${file.id}`)).status, 404)
  }
})

test('a repeated command attaches its file once', async () => {
  const ticket = await newTicket()
  const file = await upload(agent, { name: '一次.png', bytes: picture(9 * KB) })
  const key = { 'idempotency-key': 'note-with-a-file-1' }
  const [one, two] = [
    await agent.post(`/api/tickets/${ticket}/note`, { text: '见图', files: [file.id] }, key),
    await agent.post(`/api/tickets/${ticket}/note`, { text: '见图', files: [file.id] }, key),
  ]
  assert.deepEqual([two.status, two.body], [200, one.body])
  const { rows } = await server.owner.raw.query('SELECT count(*) FROM file_use WHERE file = $1', [file.id])
  assert.equal(Number(rows[0].count), 1)
})
