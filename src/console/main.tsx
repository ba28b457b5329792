import { createRoot } from 'react-dom/client'
import 'antd/dist/reset.css'
import '../ui/base.css'
import { cssVariables } from '../ui/tokens.ts'
import { App } from './App.tsx'
import './console.css'

const variables = document.createElement('style')
variables.textContent = cssVariables()
document.head.append(variables)

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(<App />)
