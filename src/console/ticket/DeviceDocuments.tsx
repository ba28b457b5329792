import { useInfiniteQuery } from '@tanstack/react-query'
import type { ServiceRow } from '../../wire/services.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { isoDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { servicesQuery } from '../api/queries.ts'
import { FileList } from '../files/FileList.tsx'
import { useMay } from '../session.ts'
import { More } from '../shell/More.tsx'

const DOCUMENTS = { noun: 'document' } as const

/** Documents of the device under any contract, and those that its contract has for all of its devices. */
function useDocuments({ ticket: { id, asset, contract } }: TicketDetail) {
  const may = useMay('service.read')
  const ofDevice = useInfiniteQuery({ ...servicesQuery({ ...DOCUMENTS, asset: asset?.id }), enabled: may && asset !== undefined })
  const ofContract = useInfiniteQuery({
    ...servicesQuery({ ...DOCUMENTS, contract: contract?.id }),
    enabled: may && contract !== undefined,
  })
  const rows = (list: typeof ofDevice) => list.data?.pages.flatMap((page) => page.items) ?? []
  const common = rows(ofContract).filter((row) => row.asset === undefined && row.ticket === undefined)
  // what was handed over for this very ticket stands among its own records
  const others = rows(ofDevice).filter((row) => row.ticket?.id !== id)
  return { lists: [ofDevice, ofContract], documents: [...others, ...common] }
}

function Document({ row, zone }: { readonly row: ServiceRow; readonly zone: string }) {
  return row.entries
    .filter(({ voided }) => !voided)
    .map((entry) => (
      <li key={entry.fact}>
        {entry.said.find(({ field }) => field === 'document')?.words ?? row.title} <span className="ink3">{isoDay(entry.at, zone)}</span>
        <FileList files={entry.files} />
      </li>
    ))
}

/** 设备资料: the papers of what is at fault, at hand where it is repaired; nothing was handed over: nothing is shown. */
export function DeviceDocuments({ detail }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  const { lists, documents } = useDocuments(detail)
  if (documents.length === 0) return null
  return (
    <section className="side-section" aria-label={say('side.documents')}>
      <h3 className="label">{say('side.documents')}</h3>
      <ul className="s13">
        {documents.map((row) => (
          <Document key={row.id} row={row} zone={detail.zone} />
        ))}
      </ul>
      {lists.map((list, at) => (
        <More key={at} list={list} />
      ))}
    </section>
  )
}
