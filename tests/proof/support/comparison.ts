/**
 * Field by field: what tshark says of a frame beside what we say.
 *
 * Each row has both as lists of words, since a layer may occur more than once; they are equal or there is a difference to report.
 */
import { tshark } from './judges.ts';
import type { OurFrame, OurMobility } from './ourFrames.ts';
import { each } from './ourFrames.ts';

/** The values of a field in a frame, in the order of the octets. */
type Cells = (field: string) => readonly string[];
type Value = string | number | undefined;

interface Row {
  readonly name: string;
  /** Wireshark's fields that it is made from. */
  readonly fields: readonly string[];
  readonly theirs: (cells: Cells) => readonly Value[];
  readonly ours: (frame: OurFrame) => readonly Value[];
}

/** The values of some fields, of which each frame has one at most: the numbers as decimals. */
function row(name: string, fields: readonly string[], ours: Row['ours'], read: (cell: string) => Value = decimal): Row {
  return { name, fields, theirs: (cells) => fields.flatMap((field) => cells(field)).map(read), ours };
}

function decimal(cell: string): string {
  return /^(?:0x[0-9a-f]+|\d+)$/i.test(cell) ? String(Number(cell)) : cell;
}

const word = (cell: string) => cell.toLowerCase();
const mobility = (pick: (header: OurMobility) => Value | readonly Value[]) => (frame: OurFrame) =>
  each(frame.mipv6).flatMap((header) => pick(header));
const given = (values: readonly Value[]) => values.filter((value) => value !== undefined);

const flagFields: Readonly<Record<string, string>> = {
  'mip6.bu.a_flag': 'A',
  'mip6.bu.h_flag': 'H',
  'mip6.bu.l_flag': 'L',
  'mip6.bu.k_flag': 'K',
  'mip6.bu.m_flag': 'M',
  'mip6.nemo.bu.r_flag': 'R',
  'mip6.bu.p_flag': 'P',
  'mip6.bu.f_flag': 'F',
  'mip6.bu.t_flag': 'T',
  'mip6.bu.b_flag': 'B',
  'mip6.ba.k_flag': 'K',
  'mip6.nemo.ba.r_flag': 'R',
  'mip6.ba.p_flag': 'P',
  'mip6.ba.t_flag': 'T',
  'mip6.ba.b_flag': 'B',
  'mip6.bri_ip': 'P',
  'mip6.bri_iv': 'V',
  'mip6.bri_ig': 'G',
  'mip6.bri_ap': 'P',
  'mip6.bri_av': 'V',
  'mip6.bri_ag': 'G',
};

/** Wireshark has a field an option, with the whole option as its value: the first octet is the type. */
const optionFields = [
  ...['pad1', 'padn', 'bra', 'acoa', 'ni', 'bad_auth', 'mnp', 'mnid', 'hnp'],
  ...['ipv4ha', 'ipv4aa', 'natd', 'ipv4coa', 'bi'],
].map((name) => `mip6.options.${name}`);

/** Proposals and transforms, which tshark lists as payloads though they stand inside of the SA payload. */
const insideSa = ['2', '3'];

const rows: readonly Row[] = [
  row('frame.time', ['frame.time_epoch'], (frame) => [frame.time]),
  row('frame.length', ['frame.len'], (frame) => [frame.length]),
  row('frame.captured', ['frame.cap_len'], (frame) => [frame.captured]),
  row('ip.src', ['ip.src'], (frame) => each(frame.ip).map(({ src }) => src), word),
  row('ip.dst', ['ip.dst'], (frame) => each(frame.ip).map(({ dst }) => dst), word),
  row('ip.proto', ['ip.proto'], (frame) => each(frame.ip).map(({ proto }) => proto)),
  row('ipv6.src', ['ipv6.src'], (frame) => each(frame.ipv6).map(({ src }) => src), word),
  row('ipv6.dst', ['ipv6.dst'], (frame) => each(frame.ipv6).map(({ dst }) => dst), word),
  row('ipv6.plen', ['ipv6.plen'], (frame) => each(frame.ipv6).map(({ plen }) => plen)),
  row('ipv6.nxt', ['ipv6.nxt'], (frame) => each(frame.ipv6).map(({ nxt }) => nxt)),
  row('ipv6.hlim', ['ipv6.hlim'], (frame) => each(frame.ipv6).map(({ hlim }) => hlim)),
  row('udp.sport', ['udp.srcport'], (frame) => each(frame.udp).map(({ sport }) => sport)),
  row('udp.dport', ['udp.dstport'], (frame) => each(frame.udp).map(({ dport }) => dport)),
  row(
    'mipv6.mh_type',
    ['mip6.mhtype'],
    mobility(({ mh_type }) => mh_type),
  ),
  row(
    'mipv6.seq',
    ['mip6.bu.seqnr', 'mip6.ba.seqnr', 'mip6.bri_seqnr'],
    mobility(({ seq }) => given([seq])),
  ),
  row(
    'mipv6.lifetime_units',
    ['mip6.bu.lifetime', 'mip6.ba.lifetime'],
    mobility(({ lifetime_units }) => given([lifetime_units])),
  ),
  row(
    'mipv6.status',
    ['mip6.ba.status', 'mip6.be.status', 'mip6.bri_status'],
    mobility(({ status }) => given([status])),
  ),
  row(
    'mipv6.revocation_type',
    ['mip6.bri_br.type'],
    mobility(({ revocation_type }) => given([revocation_type])),
  ),
  row(
    'mipv6.trigger',
    ['mip6.bri_r.trigger'],
    mobility(({ trigger }) => given([trigger])),
  ),
  {
    name: 'mipv6.flags_set',
    fields: Object.keys(flagFields),
    theirs: (cells) =>
      Object.entries(flagFields)
        .flatMap(([field, letter]) => (cells(field).includes('1') ? [letter] : []))
        .sort(),
    ours: (frame) => [...each(frame.mipv6).flatMap(({ flags_set }) => flags_set ?? [])].sort(),
  },
  {
    name: 'mipv6.option_types',
    fields: optionFields,
    theirs: (cells) => optionFields.flatMap((field) => cells(field).map((octets) => typeOfOption(octets))).sort(),
    ours: (frame) => [...each(frame.mipv6).flatMap(({ option_types }) => option_types?.map(String) ?? [])].sort(),
  },
  row('isakmp.spi_i', ['isakmp.ispi'], (frame) => each(frame.isakmp).map(({ spi_i }) => spi_i), word),
  row('isakmp.spi_r', ['isakmp.rspi'], (frame) => each(frame.isakmp).map(({ spi_r }) => spi_r), word),
  row('isakmp.exchange', ['isakmp.exchangetype'], (frame) => each(frame.isakmp).map(({ exchange }) => exchange)),
  row('isakmp.I', ['isakmp.flag_i'], (frame) => each(frame.isakmp).map(({ I }) => I)),
  row('isakmp.R', ['isakmp.flag_r'], (frame) => each(frame.isakmp).map(({ R }) => R)),
  row('isakmp.msgid', ['isakmp.messageid'], (frame) => each(frame.isakmp).map(({ msgid }) => msgid)),
  row('isakmp.length', ['isakmp.length'], (frame) => each(frame.isakmp).map(({ length }) => length)),
  {
    name: 'isakmp.payload_types, inner_payload_types',
    fields: ['isakmp.typepayload'],
    theirs: (cells) => cells('isakmp.typepayload').filter((type) => !insideSa.includes(type)),
    ours: (frame) =>
      each(frame.isakmp).flatMap(({ payload_types, inner_payload_types }) => [
        ...payload_types,
        ...(inner_payload_types ?? []),
      ]),
  },
  {
    name: 'isakmp.decrypted',
    fields: ['isakmp.enc.decrypted'],
    theirs: (cells) => cells('isakmp.enc.decrypted').map(() => 'true'),
    ours: (frame) => each(frame.isakmp).flatMap(({ decrypted }) => (decrypted === true ? ['true'] : [])),
  },
  {
    name: 'isakmp.integrity_ok',
    fields: ['isakmp.enc.decrypted', 'isakmp.ikev2.integrity_checksum'],
    // tshark has no field for a right checksum: it remarks a wrong one.
    theirs: (cells) =>
      cells('isakmp.enc.decrypted').map(() => String(cells('isakmp.ikev2.integrity_checksum').length === 0)),
    ours: (frame) =>
      each(frame.isakmp).flatMap(({ integrity_ok }) => (integrity_ok === undefined ? [] : [String(integrity_ok)])),
  },
  row('isakmp.deletes.protocol', ['isakmp.delete.protoid'], (frame) =>
    each(frame.isakmp).flatMap(({ deletes }) => (deletes ?? []).map(({ protocol }) => protocol)),
  ),
  row(
    'isakmp.deletes.spis',
    ['isakmp.delete.spi'],
    (frame) => each(frame.isakmp).flatMap(({ deletes }) => (deletes ?? []).flatMap(({ spis }) => spis)),
    word,
  ),
  row('isakmp.notifies.type', ['isakmp.notify.msgtype'], (frame) =>
    each(frame.isakmp).flatMap(({ notifies }) => (notifies ?? []).map(({ type }) => type)),
  ),
  row('isakmp.notifies.protocol', ['isakmp.notify.protoid'], (frame) =>
    each(frame.isakmp).flatMap(({ notifies }) => (notifies ?? []).map(({ protocol }) => protocol)),
  ),
  row('esp.spi', ['esp.spi'], (frame) => each(frame.esp).map(({ spi }) => Number.parseInt(spi, 16))),
  row('esp.seq', ['esp.sequence'], (frame) => each(frame.esp).map(({ seq }) => seq)),
  row('esp.next_header', ['esp.protocol'], (frame) =>
    each(frame.esp).flatMap(({ next_header }) => given([next_header])),
  ),
  {
    name: 'esp.icv_ok',
    fields: ['esp.icv_good'],
    theirs: (cells) => cells('esp.icv_good').map((cell) => String(cell === '1')),
    ours: (frame) => each(frame.esp).flatMap(({ icv_ok }) => (icv_ok === undefined ? [] : [String(icv_ok)])),
  },
];

/** `03:10:...` or `0310...`. */
function typeOfOption(octets: string): string {
  return String(Number.parseInt(octets.slice(0, 2), 16));
}

/** Field to values, of each frame in order. */
export type TsharkFrame = Readonly<Record<string, readonly string[]>>;

/** All that is compared: what a frame of `decode --json` holds, in Wireshark's names. */
export const tsharkFieldNames: readonly string[] = [...new Set(rows.flatMap((each) => each.fields))];

/** One run of tshark over a capture. */
export function tsharkFrames(capture: string, keys: string): readonly TsharkFrame[] {
  const remarks = ['_ws.malformed', '_ws.expert.severity', '_ws.expert.message'];
  const others = ['ip.checksum.status', 'udp.checksum.status', 'frame.interface_name', 'frame.comment'];
  const fields = [...tsharkFieldNames, ...remarks, ...others];
  const separators = ['-E', 'separator=/t', '-E', 'occurrence=a', '-E', 'aggregator=|'];
  const text = tshark(capture, keys, ['-T', 'fields', ...separators, ...fields.flatMap((field) => ['-e', field])]);
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(
      fields.map((field, at) => [field, cells[at] === '' || cells[at] === undefined ? [] : cells[at].split('|')]),
    );
  });
}

export interface Difference {
  readonly frame: number;
  readonly field: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Compared {
  readonly differences: readonly Difference[];
  /** How many values of each field agreed: a comparison of nothing proves nothing. */
  readonly agreed: Readonly<Record<string, number>>;
}

/** @throws {RangeError} if the frames are not as many. */
export function compareFrames(ours: readonly OurFrame[], theirs: readonly TsharkFrame[]): Compared {
  if (ours.length !== theirs.length) throw new RangeError(`${ours.length} frames are ours, ${theirs.length} tshark's`);
  const differences: Difference[] = [];
  const agreed: Record<string, number> = {};
  for (const [at, frame] of ours.entries()) {
    const cells: Cells = (field) => theirs[at]?.[field] ?? [];
    for (const { name, ...each } of rows) {
      const pair = { ours: each.ours(frame).join(' '), theirs: each.theirs(cells).join(' ') };
      if (pair.ours !== pair.theirs) differences.push({ frame: frame.frame, field: name, ...pair });
      else agreed[name] = (agreed[name] ?? 0) + each.ours(frame).length;
    }
  }
  return { differences, agreed };
}

/** Frames that tshark could not read, or has an error to remark about: number and remark. */
export function tsharkRefusals(frames: readonly TsharkFrame[]): readonly string[] {
  const ERROR = '8388608';
  return frames.flatMap((cells, at) => {
    const bad = (cells['_ws.malformed'] ?? []).length > 0 || (cells['_ws.expert.severity'] ?? []).includes(ERROR);
    return bad ? [`frame ${at + 1}: ${(cells['_ws.expert.message'] ?? []).join('; ') || 'malformed'}`] : [];
  });
}
