/** What the Share drawer says of the link: the address in full, whether it is dead for others, its QR code. */
import type { QrCode } from '#report/qrCode.ts';
import { MOST_QR_CHARACTERS, qrCode } from '#report/qrCode.ts';
import { pageAddress } from '#shell/address.ts';
import { copyText } from '#shell/clipboard.ts';
import { lastOf } from './lastOf.ts';
import { linkText } from './linkPacked.ts';
import { deadFor } from './publicAddress.ts';
import type { WalkState } from './walkState.ts';

export interface LinkView {
  readonly address: string;
  /** One sentence where others cannot open it. */
  readonly dead: string | undefined;
  /** None of a link that is dead: others would scan it for nothing. */
  readonly code: QrCode | undefined;
  /** One sentence where it is too long for a QR code. */
  readonly tooLong: string | undefined;
}

const viewOf = lastOf((page: string, fragment: string): LinkView => {
  const address = `${page}#${fragment}`;
  const dead = deadFor(page);
  const code = dead === undefined ? qrCode(address) : undefined;
  return {
    address,
    dead,
    code,
    tooLong:
      dead === undefined && code === undefined
        ? `The link has ${address.length} characters, too many for a QR code that can be read from a wall (${MOST_QR_CHARACTERS} at most).`
        : undefined,
  };
});

export function linkView(state: WalkState): LinkView {
  const { publicAddress } = state.settings;
  return viewOf(publicAddress === '' ? pageAddress() : publicAddress, linkText(state));
}

/** Copies a text; false where the browser does not allow it. */
export const copyLink = copyText;
