import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { alikeQuery } from '../api/queries.ts'
import { useZone } from '../session.ts'
import { useSettled } from '../shell/Palette.tsx'
import { Duplicates, SolvedCases } from '../ticket/AlikeList.tsx'
import type { Report } from './report.ts'

/** As one types: what may have been reported already, and how the like was put right. */
export function ReportAlike({ report }: { readonly report: Report }) {
  const zone = useZone()
  const { customer, asset, title, description, values, splitFrom } = report
  const words = useSettled([title, description, values.symptom].filter(Boolean).join(' ').trim().slice(0, 500), 300)
  const found = useQuery({
    ...alikeQuery({ customer: customer?.value ?? '', asset: asset?.value, words, ticket: splitFrom }),
    enabled: customer !== undefined && (asset !== undefined || words.length > 1),
    placeholderData: keepPreviousData,
  }).data
  if (!customer || !found) return null
  return (
    <>
      <Duplicates duplicates={found.duplicates} zone={zone} />
      <SolvedCases cases={found.cases} zone={zone} />
    </>
  )
}
