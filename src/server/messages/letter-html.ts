const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign]!)
}

const LINK = /https?:\/\/[^\s<>"'，。；）]+/g

function withLinks(line: string): string {
  let html = ''
  let at = 0
  for (const { 0: link, index } of line.matchAll(LINK)) {
    html += `${escapeHtml(line.slice(at, index))}<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>`
    at = index + link.length
  }
  return html + escapeHtml(line.slice(at))
}

/** The text once more as HTML: its paragraphs and its links, no picture, nothing that is fetched from anywhere. */
export function letterHtml(body: string, locale: string): string {
  const paragraphs = body.split(/\n{2,}/).map((one) => `<p style="margin:0 0 14px">${one.split('\n').map(withLinks).join('<br>')}</p>`)
  const look = "font-family:-apple-system,'PingFang SC','Microsoft YaHei UI',sans-serif;font-size:15px;line-height:1.7;color:#18202a"
  return `<!doctype html><html lang="${escapeHtml(locale)}"><body style="${look.replaceAll('"', '&quot;')}">${paragraphs.join('')}</body></html>`
}
