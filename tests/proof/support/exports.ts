/** Exports of every scenario as `lz export` writes them, put together in few captures for each access and suite. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '#cli/commandLine.ts';
import { scenarios } from '#detach/scenario.ts';
import { optionValues } from '#session/options.ts';
import { appendCaptures } from './judges.ts';

/** Options of a session by name, as the command line takes them. */
export type Combination = Readonly<Record<string, string>>;

const valuesOf = (name: 'access' | 'suite') => (optionValues(name) ?? []).map(String);

/** Every access with every suite, the other options as they are by default. */
export const combinations: readonly Combination[] = valuesOf('access').flatMap((access) =>
  valuesOf('suite').map((suite) => ({ access, suite })),
);

/** Every other option with another value than the default, in one session. */
export const unusual: Combination = {
  alternateCareOfAddress: 'homeAddress',
  keyManagement: 'no',
  deleteResponse: 'deletePayloads',
  bindings: '2',
  sequenceNumber: '65535',
};

/** A capture and the folder of the keys that open it. */
export interface Exported {
  readonly capture: string;
  readonly keys: string;
}

/** Wireshark's tables, and how many columns of a row say which SA it is for: family, addresses and SPI; both SPIs. */
const tables = { esp_sa: 4, ikev2_decryption_table: 2 } as const;

/** SA to row, all tables in one. */
type Rows = Map<string, { readonly table: string; readonly row: string }>;

interface Group {
  readonly rows: Rows;
  readonly captures: string[];
}

/**
 * All scenarios. Where one has other keys for an SA than those before, because its reading derives them otherwise, it goes into the next
 * capture: of two rows for one SA Wireshark takes the first.
 * @throws {Error} if a scenario cannot be exported.
 */
export async function exportAll(combination: Combination, folder: string): Promise<readonly Exported[]> {
  const groups: Group[] = [];
  const session = Object.entries(combination).flatMap(([name, value]) => ['--session', `${name}=${value}`]);
  for (const { name } of scenarios) {
    const capture = join(folder, `${name}.pcapng`);
    const keys = join(folder, `${name}.keys`);
    await exported(['export', '--scenario', name, ...session, '--pcapng', capture, '--keys', keys]);
    const rows = rowsOf(keys);
    const fits = groups.find((group) => [...rows].every(([sa, { row }]) => (group.rows.get(sa)?.row ?? row) === row));
    const group: Group = fits ?? { rows: new Map(), captures: [] };
    if (fits === undefined) groups.push(group);
    for (const [sa, row] of rows) group.rows.set(sa, row);
    group.captures.push(capture);
  }
  return groups.map(({ rows, captures }, at) => {
    const together = { capture: join(folder, `all-${at}.pcapng`), keys: join(folder, `all-${at}.keys`) };
    appendCaptures(together.capture, captures);
    mkdirSync(together.keys);
    for (const table of Object.keys(tables)) {
      const own = [...rows.values()].flatMap((each) => (each.table === table ? [`${each.row}\n`] : []));
      writeFileSync(join(together.keys, table), own.join(''));
    }
    return together;
  });
}

/** @throws {Error} if the files have two different rows for one SA. */
function rowsOf(keys: string): Rows {
  const rows: Rows = new Map();
  for (const [table, columns] of Object.entries(tables)) {
    for (const row of readFileSync(join(keys, table), 'utf8').split('\n')) {
      if (row === '' || row.startsWith('#')) continue;
      const sa = `${table} ${row.split(',').slice(0, columns).join(',')}`;
      const known = rows.get(sa);
      if (known !== undefined && known.row !== row) throw new Error(`${keys}: two rows for ${sa}`);
      rows.set(sa, { table, row });
    }
  }
  return rows;
}

async function exported(args: readonly string[]): Promise<void> {
  const { code, error } = await commandLine(args, async () => {
    throw new Error('an export reads nothing');
  });
  if (code !== 0) throw new Error(`lz ${args.join(' ')}: ${error}`);
}
