/** A QR code: dark on light in every theme, since that is what telephones read. */
import type { QrCode } from '#report/qrCode.ts';

interface Props {
  readonly code: QrCode;
  readonly address: string;
}

export function QrCodeView({ code, address }: Props) {
  return (
    <svg
      className="qrCode"
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={`QR code of the link ${address}`}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#ffffff" />
      <path d={code.path} fill="#000000" />
    </svg>
  );
}
