import { encode } from 'uqr'

/** Dark squares on white in any theme: a camera reads it, and a printer draws its edges sharply. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }) {
  // M bears a scratch or a fingerprint (15 % of it lost), and the squares stay large enough for a label of three centimetres.
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
