// Writes a network in the DL format of UCINET: a full matrix with labels.
import type { Network } from '../network.ts';

/**
 * DL, `fullmatrix`: labels in double quotes, one a line.                                           Rule [NET17].
 *
 * DL has no way to write a quote in a label: it becomes an apostrophe, a line break a space. Labels that are then the
 * same, whatever the case of their letters, get a number, since UCINET takes them for one.
 * @complexity O(rows · columns)
 * @source Borgatti, Everett & Freeman, UCINET 6: DL file format.
 */
export function networkDl({ mode, rows, columns, weights }: Network): string {
  const matrix = weights.map((row) => row.join(' '));
  if (mode === 'one-mode')
    return [
      `dl n = ${rows.length}`,
      'format = fullmatrix',
      'labels:',
      ...labels(rows),
      'data:',
      ...matrix,
      '',
    ].join('\n');
  return [
    `dl nr = ${rows.length}, nc = ${columns.length}`,
    'format = fullmatrix',
    'row labels:',
    ...labels(rows),
    'column labels:',
    ...labels(columns),
    'data:',
    ...matrix,
    '',
  ].join('\n');
}

function labels(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they end a label
    const plain = name.replaceAll('"', "'").replace(/[\0-\x1F\x7F]+/g, ' ');
    let label = plain;
    for (let number = 2; taken.has(label.toLowerCase()); number += 1) label = `${plain} (${number})`;
    taken.add(label.toLowerCase());
    return `"${label}"`;
  });
}
