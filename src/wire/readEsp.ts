/** ESP as a layer of a packet: closed, or opened with the opener's keys into a buffer of its own. */
import { type Dissection, homeAddressesOf, type Step } from './dissection.ts';
import { decodeEsp, type Esp, openEsp } from './esp.ts';
import type { WireField } from './field.ts';
import type { EspLayer, Opening } from './packetLayers.ts';
import type { EspKeys } from './suites.ts';

const TITLE = 'Encapsulating Security Payload';

/** Reads the header; with keys goes on with the plaintext, by the next header of its trailer. */
export function readEsp(dissection: Dissection, step: Step): Step | undefined {
  const read = dissection.read<Esp>(step, 'esp', TITLE, decodeEsp);
  if (read === undefined) return undefined;
  const { value: esp, fields } = read;
  const add = (opening: Opening, own: readonly WireField[]) => {
    const value: EspLayer = { ...esp, opening };
    dissection.add(step, step.end - step.at, TITLE, own, { name: 'esp', value });
  };
  const keys = keysOf(dissection, step, esp.spi);
  if (keys === undefined || !dissection.deeper(step)) {
    add({ type: 'noKeys' }, fields);
    return undefined;
  }
  const opened = openEsp(esp, keys, { at: step.at, fields: dissection.fields });
  // What the keys tell apart (IV, ciphertext, integrity check value) takes the place of the closed octets.
  const own = opened.sentFields.length > 0 ? [...fields.slice(0, 2), ...opened.sentFields] : fields;
  if (!opened.ok) {
    const { error } = opened;
    const severity = error.reason === 'key' ? 'warning' : 'error';
    dissection.note(step.buffer, [{ severity, at: error.at, text: `ESP stays closed. ${error.text}` }]);
    add({ type: 'refused', error }, own);
    return undefined;
  }
  const buffer = dissection.opened(opened.plaintext, 'ESP plaintext');
  add({ type: 'opened', buffer, icvOk: opened.icvOk }, own);
  dissection.note(buffer, opened.notes);
  const { padLength, nextHeader, trailerFields } = opened;
  const trailer = { ...step, buffer, at: opened.payload.length, end: opened.plaintext.length };
  const value = { padLength, nextHeader };
  dissection.add(trailer, trailer.end - trailer.at, 'ESP trailer', trailerFields, { name: 'espTrailer', value });
  return { ...step, protocol: nextHeader, buffer, at: 0, end: opened.payload.length };
}

/** By the addresses of the header, then with the home addresses, which the SA's selectors have (RFC 4877). */
function keysOf({ opener }: Dissection, step: Step, spi: number): EspKeys | undefined {
  if (opener === undefined) return undefined;
  const home = homeAddressesOf(step);
  return (
    opener.esp(spi, step.source, step.destination) ??
    (step.homeSource === undefined && step.homeDestination === undefined
      ? undefined
      : opener.esp(spi, home.source, home.destination))
  );
}
