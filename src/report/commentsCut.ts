/** A file of comments that was cut, as by a mailer: what stands whole in it is made a file again. */

/** The text up to its last whole comment, closed; undefined where none is whole. Any text will do. */
export function mendedCut(text: string): string | undefined {
  const open: string[] = [];
  let end: number | undefined;
  let inWords = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (inWords) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inWords = false;
    } else if (sign === '"') inWords = true;
    else if (sign === '{' || sign === '[') open.push(sign);
    else if (sign === '}' || sign === ']') {
      open.pop();
      // Within the file's object and its list, an object that has just ended is a whole comment.
      if (open.join('') === '{[') end = at + 1;
    }
  }
  return end === undefined ? undefined : `${text.slice(0, end)}]}`;
}
