import { render } from 'preact'
import { cssVariables } from '../ui/tokens.ts'
import { App } from './App.tsx'
import './portal.css'

const variables = document.createElement('style')
variables.textContent = cssVariables()
document.head.append(variables)

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
render(<App />, root)
