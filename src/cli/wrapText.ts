/** Text for a terminal: wrapped at blanks, with a hanging indent. */

/** Nothing that is printed for people is wider, as long as no single word is. */
const COLUMNS = 100;

/** The text behind a prefix; what does not fit goes on below its first character. At least one line. */
export function hang(prefix: string, text: string, columns = COLUMNS): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || prefix.length + longer.length <= columns) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  const indent = ' '.repeat(prefix.length);
  return [...lines, line].map((each, at) => `${at === 0 ? prefix : indent}${each}`.trimEnd());
}

/** Names with what is said of each, in two columns, indented by two. */
export function twoColumns(entries: readonly (readonly [name: string, text: string])[]): readonly string[] {
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.flatMap(([name, text]) => hang(`  ${name.padEnd(width)}  `, text));
}
