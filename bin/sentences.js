'use strict'

// What the launcher says before anything else can run. Chinese unless LANG names another language.

const SENTENCES = {
  'zh-CN': {
    installing: '正在安装依赖（首次运行，或依赖清单有变动），通常一两分钟……',
    'install-failed': '安装依赖没有成功（见上方 npm 的输出）。请检查网络或 npm 镜像设置后再试一次。',
    'optional-omitted':
      '可选依赖没有装上（npm 设置了 omit=optional，或本机 {platform} 没有对应的包），缺少：{missing}。请运行 npm ci --include=optional。',
    'node-missing': '需要 Node 26，但本机 {platform} 没有现成的包，当前 Node 是 {version}。请自行安装 Node 26 或更新的版本后再运行。',
    'unknown-command': '没有“{command}”这个命令。可用：{known}。',
    'not-built': '这个安装包里缺少 {file}，请重新安装。',
    'links-failed': '数据库程序的库文件链接建不起来（{file}）。请用有写权限的用户运行一次。',
  },
  'zh-TW': {
    installing: '正在安裝相依套件（首次執行，或相依清單有變動），通常一兩分鐘……',
    'install-failed': '安裝相依套件沒有成功（見上方 npm 的輸出）。請檢查網路或 npm 鏡像設定後再試一次。',
    'optional-omitted':
      '可選的相依套件沒有裝上（npm 設定了 omit=optional，或本機 {platform} 沒有對應的套件），缺少：{missing}。請執行 npm ci --include=optional。',
    'node-missing': '需要 Node 26，但本機 {platform} 沒有現成的套件，目前的 Node 是 {version}。請自行安裝 Node 26 或更新的版本後再執行。',
    'unknown-command': '沒有「{command}」這個命令。可用：{known}。',
    'not-built': '這個安裝包裡缺少 {file}，請重新安裝。',
    'links-failed': '資料庫程式的函式庫連結建不起來（{file}）。請用有寫入權限的使用者執行一次。',
  },
  en: {
    installing: 'Installing dependencies (first run, or the lockfile changed); this usually takes a minute or two…',
    'install-failed':
      'Installing the dependencies did not succeed (see what npm printed above). Check the network or the npm registry setting and try again.',
    'optional-omitted':
      'Optional packages were left out (npm is set to omit=optional, or there is none for {platform}); missing: {missing}. Run npm ci --include=optional.',
    'node-missing':
      'Node 26 is needed, there is no ready-made package for {platform}, and this is Node {version}. Install Node 26 or newer and run again.',
    'unknown-command': 'There is no command "{command}". Known ones: {known}.',
    'not-built': 'This package lacks {file}; install it again.',
    'links-failed': 'The library links of the database programs could not be made ({file}). Run once as a user who may write there.',
  },
}

function localeOf(env) {
  const lang = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  if (/^en/i.test(lang)) return 'en'
  return /^zh[_-](TW|HK|Hant)/i.test(lang) ? 'zh-TW' : 'zh-CN'
}

function say(key, params = {}) {
  const sentence = SENTENCES[localeOf(process.env)][key]
  process.stderr.write(`${sentence.replace(/\{(\w+)\}/g, (place, name) => String(params[name] ?? place))}\n`)
}

module.exports = { say }
