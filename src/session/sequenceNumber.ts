/** Sequence numbers of Binding Updates: 16 bits, compared modulo 2^16 (RFC 3775 9.5.1). */

/** The number after another, 0..65535. */
export function after(sequenceNumber: number): number {
  return (sequenceNumber + 1) & 0xffff;
}

/** The number before another, 0..65535. */
export function before(sequenceNumber: number): number {
  return (sequenceNumber - 1) & 0xffff;
}

/** Whether `a` is later than `b`: by 1..32767. */
export function isLater(a: number, b: number): boolean {
  const distance = (a - b) & 0xffff;
  return distance >= 1 && distance <= 0x7fff;
}

/** The later of two numbers. */
export function later(a: number, b: number): number {
  return isLater(a, b) ? a : b;
}
