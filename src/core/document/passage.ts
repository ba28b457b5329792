/** 段: one passage of a signed document as its reader found it. `cells`: of a row of a table, whose `text` is all of them in a row. `page` counts from 1. */
export type Passage = {
  /** place in the document, from 0 */
  readonly at: number
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row'
  /** of a heading: 1 is the title; of an item: how deep it stands */
  readonly level: number
  readonly text: string
  readonly cells?: readonly string[] | undefined
  readonly page?: number | undefined
}
