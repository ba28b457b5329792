import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const ROOT = join(import.meta.dirname, '..')

/** What Taiwan says otherwise: the mainland's word, in traditional characters, and Taiwan's own. */
const TERMS = `
  報修 叫修      質保 保固      保修 保固      上門 到府      備件 備品      備機 備用機    返修 送修      配件 零件      合同 合約      超時 逾時
  調休 補班      遠程 遠端      聯系 聯絡      復核 覆核      反饋 回饋      響應 回應      渠道 管道      演示 示範      身份 身分      優先級 優先順序
  服務器 伺服器  數據 資料      軟件 軟體      硬件 硬體      質量 品質      信息 資訊      默認 預設      設置 設定      用戶 使用者    網絡 網路
  界面 介面      接口 介面      打印 列印      視頻 影片      音頻 音訊      短信 簡訊      郵箱 信箱      登錄 登入      鏈接 連結      打開 開啟
  保存 儲存      搜索 搜尋      賬號 帳號      賬單 帳單      字段 欄位      字符 字元      鼠標 滑鼠      菜單 選單      導入 匯入      導出 匯出
  消息 訊息      許可權 權限    命令 指令      文件夾 資料夾  創建 建立      粘貼 貼上      添加 新增      查看 檢視      激活 啟用      刷新 重新整理
  屏幕 螢幕      拖動 拖曳      端口 連接埠    加載 載入      二維碼 QR碼    運行 執行      視圖 檢視      列表 清單      模板 範本      在線 線上`
  .trim()
  .split(/\s{2,}/)
  .map((pair) => pair.split(' ') as [string, string])

/** Every character of Big5, which has no simplified ones but those that Taiwan writes, too. */
function charactersOfTaiwan(): ReadonlySet<string> {
  const big5 = new TextDecoder('big5')
  const pairs = Array.from({ length: 0xfe - 0x81 + 1 }, (_, lead) => Array.from({ length: 0x100 }, (__, trail) => [lead + 0x81, trail]))
  return new Set(pairs.flat().map((pair) => big5.decode(Uint8Array.from(pair))))
}

const lines = globSync('src/**/*zh-TW.ts', { cwd: ROOT }).flatMap((file) =>
  readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .map((line, at) => ({ place: `${file}:${at + 1}`, line })),
)

test('the words for Taiwan are Taiwan’s own', () => {
  assert.ok(TERMS.length >= 60 && lines.length > 4000)
  const found = TERMS.flatMap(([mainland, own]) =>
    lines.filter(({ line }) => line.includes(mainland)).map(({ place }) => `${place}: ${own}, not ${mainland}`),
  )
  assert.deepEqual(found, [])
})

test('the words for Taiwan are written in its characters', () => {
  const own = charactersOfTaiwan()
  assert.ok(own.has('檢') && !own.has('检'))
  const foreign = lines.flatMap(({ place, line }) =>
    (line.match(/\p{Script=Han}/gu) ?? []).filter((one) => !own.has(one)).map((one) => `${place}: ${one}`),
  )
  assert.deepEqual(foreign, [])
})
