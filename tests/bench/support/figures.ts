/** Figures of a series, and the table of all. */
export interface Figures {
  readonly median: number;
  readonly p95: number;
}

/** In milliseconds. @throws {RangeError} on an empty series. */
export function figuresOf(series: readonly number[]): Figures {
  if (series.length === 0) throw new RangeError('no figures of nothing');
  const sorted = series.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

/** Action, then length of the run in messages. */
export type FigureTable = ReadonlyMap<string, ReadonlyMap<number, Figures>>;

/** One line an action, median and p95 a length. */
export function tableLines(table: FigureTable, lengths: readonly number[]): readonly string[] {
  const cell = (figures: Figures | undefined) =>
    (figures === undefined ? '-' : `${figures.median.toFixed(1)} / ${figures.p95.toFixed(1)}`).padStart(18);
  return [
    `${'ms, median / p95'.padEnd(30)}${lengths.map((length) => `${length} messages`.padStart(18)).join('')}`,
    ...[...table].map(
      ([action, figures]) => `${action.padEnd(30)}${lengths.map((length) => cell(figures.get(length))).join('')}`,
    ),
  ];
}

/** For each action the ratios that matter: p95 to the floor's at each length, the longest run to the shortest, and the full drawing to it. */
export function ratioLines(
  table: FigureTable,
  lengths: readonly number[],
  floor: string,
  fullDrawing: string,
): readonly string[] {
  const shortest = Math.min(...lengths);
  const longest = Math.max(...lengths);
  const figure = (action: string, length: number, name: keyof Figures) =>
    table.get(action)?.get(length)?.[name] ?? Number.NaN;
  return [
    `${'ratio'.padEnd(30)}${lengths.map((length) => `p95:floor, ${length}`.padStart(18)).join('')}${`${longest}:${shortest} med/p95`.padStart(18)}${'full:this, median'.padStart(19)}`,
    ...[...table.keys()].map((action) => {
      const toFloor = lengths.map((length) => figure(action, length, 'p95') / figure(floor, length, 'p95'));
      const grows = (['median', 'p95'] as const).map(
        (name) => figure(action, longest, name) / figure(action, shortest, name),
      );
      const full = figure(fullDrawing, longest, 'median') / figure(action, longest, 'median');
      return `${action.padEnd(30)}${toFloor.map((ratio) => ratio.toFixed(1).padStart(18)).join('')}${grows
        .map((ratio) => ratio.toFixed(2))
        .join(' / ')
        .padStart(18)}${full.toFixed(0).padStart(19)}`;
    }),
  ];
}
