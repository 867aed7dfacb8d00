// Writes a network as CSV: one as a matrix, those of many windows as a list of ties.
import type { Cell } from '../../csv.ts';
import { writeRows } from '../../csv.ts';
import { dateOfDay } from '../../positions/calendar.ts';
import type { TimeSlice } from '../build.ts';
import type { Network } from '../network.ts';
import { nodesAndEdges } from './edges.ts';

/**
 * The matrix, names of columns in the first row and of rows in the first column.                   Rule [NET14].
 * @complexity O(rows · columns)
 */
export function networkCsv({ rows, columns, weights }: Network): string {
  return writeRows([
    ['', ...columns],
    ...rows.map((row, i): Cell[] => [row, ...(weights[i] as readonly number[])]),
  ]);
}

/**
 * Every tie of every window a row, with the first day, the middle and the last day of the window.  Rule [NET14].
 * @complexity O(windows · rows · columns)
 */
export function slicesCsv(slices: readonly TimeSlice[]): string {
  return writeRows([
    ['start', 'middle', 'end', 'source', 'target', 'weight'],
    ...slices.flatMap(({ start, middle, end, network }) =>
      nodesAndEdges(network).edges.map(({ source, target, weight }): Cell[] => [
        dateOfDay(start),
        dateOfDay(middle),
        dateOfDay(end),
        source.label,
        target.label,
        weight,
      ]),
    ),
  ]);
}
