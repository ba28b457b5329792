/** Of a view that grows with the years (closed, all) no more tickets are counted: it stands for that many or more. */
export const MOST_COUNTED = 10_000
