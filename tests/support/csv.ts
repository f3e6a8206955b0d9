const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;

/** A table as RFC 4180 describes it, by the names in its first line. Fails on anything that is none. */
export function readCsv(text: string): Record<string, string>[] {
  const [names = [], ...rows] = linesOf(text.replace(/^\ufeff/, ''));
  return rows.map((cells) => {
    if (cells.length !== names.length) throw new Error(`A line has ${cells.length} cells.`);
    return Object.fromEntries(cells.map((cell, index) => [names[index] ?? '', cell]));
  });
}

function linesOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (FIELD.lastIndex = 0; FIELD.lastIndex < text.length;) {
    const match = FIELD.exec(text);
    if (!match) throw new Error('This is no table.');
    line.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
