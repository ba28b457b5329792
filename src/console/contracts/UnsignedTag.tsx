import { useWords } from '../../ui/words/say.ts'
import type { ContractRow } from '../../wire/contracts.ts'

/** 未附签署文件: the contract runs, and nobody has attached what both sides signed. */
export function UnsignedTag({ unsigned }: Pick<ContractRow, 'unsigned'>) {
  const { say } = useWords()
  return unsigned ? <span className="tag contract-unsigned">{say('signing.unsigned')}</span> : null
}
