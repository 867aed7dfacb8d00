// Prints a report on a terminal, or as plain text: wrapped, indented, in colour only where it is asked for.
import { styleText } from 'node:util';
import Table from 'cli-table3';
import stringWidth from 'string-width';
import type { Block, Document, Item, Tone } from '../../src/report/index.ts';

/** How wide, and whether in colour. */
export interface TextStyle {
  readonly columns: number;
  readonly colour: boolean;
}

/** A report as text that ends in a line break. */
export function renderText(document: Document, style: TextStyle): string {
  const text = document.map((block) => renderBlock(block, style)).join('\n');
  return `${text.replace(/\n{3,}/g, '\n\n')}\n`;
}

function renderBlock(block: Block, style: TextStyle): string {
  switch (block.kind) {
    case 'heading': {
      const underline = { 1: '=', 2: '-', 3: '' }[block.level];
      const lines = wrap(block.text, style.columns);
      const width = Math.max(...lines.map((line) => stringWidth(line)));
      const rule = underline === '' ? [] : [underline.repeat(width)];
      return [
        '',
        ...[...lines, ...rule].map((line) => paint(line, 'strong', style)),
        ...(block.level === 3 ? [] : ['']),
      ].join('\n');
    }
    case 'paragraph':
      return wrap(block.text, style.columns)
        .map((line) => paint(line, block.tone, style))
        .join('\n');
    case 'list':
      return block.items.map((item) => renderItem(item, style)).join('\n');
    case 'table':
      return renderTable(block.columns, block.rows, style);
  }
}

function renderItem(item: Item, { columns }: TextStyle): string {
  const { text, points } = typeof item === 'string' ? { text: item, points: [] } : item;
  return [
    ...bullet('  - ', text, columns),
    ...points.flatMap((point) => bullet('      > ', point, columns)),
  ].join('\n');
}

function bullet(mark: string, text: string, columns: number): readonly string[] {
  return wrap(text, columns - mark.length).map(
    (line, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${line}`,
  );
}

function paint(text: string, tone: Tone, { colour }: TextStyle): string {
  if (!colour || tone === 'plain' || text === '') return text;
  return styleText({ strong: 'bold', quiet: 'dim', warning: 'yellow' }[tone] as 'bold', text, {
    validateStream: false,
  });
}

/** Columns between one column of a table and the next. */
const gap = 2;

/** Rules above the table, below its head and below it; none between columns or rows. */
const lines = {
  top: '─',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '─',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
  mid: '─',
  'mid-mid': '',
};

function renderTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  style: TextStyle,
): string {
  const widths = columnWidths(columns, rows, style.columns);
  const table = new Table({
    head: columns.map((text, column) => wrap(text, (widths[column] as number) - gap).join('\n')),
    colWidths: [...widths],
    wordWrap: false,
    chars: lines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2, compact: true },
  });
  for (const row of rows) {
    table.push(row.map((text, column) => wrap(text, (widths[column] as number) - gap).join('\n')));
  }
  return table.toString().replace(/ +$/gm, '');
}

/**
 * Widths that add up to the room: each column gets what it needs; those with most to spare give way. The first column
 * holds the labels and keeps more than the others while it can; words are cut only where nothing else helps.
 */
function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  room: number,
): readonly number[] {
  const cells = columns.map((text, column) => [text, ...rows.map((row) => row[column] ?? '')]);
  const widths = cells.map((texts) => gap + Math.max(...texts.map((text) => stringWidth(text))));
  const words = cells.map(longestWord);
  const minima = [
    words.map((word, column) => Math.max(word, column === 0 ? 22 : 8)),
    words.map((word, column) => (column === 0 ? 12 : word)),
    words.map(() => 4),
  ];
  for (const least of minima) {
    for (;;) {
      const spare = widths.map((width, column) => width - gap - (least[column] as number));
      const most = Math.max(...spare);
      if (widths.reduce((sum, width) => sum + width, 0) <= room) return widths;
      if (most <= 0) break;
      widths[spare.indexOf(most)] = (widths[spare.indexOf(most)] as number) - 1;
    }
  }
  return widths;
}

function longestWord(texts: readonly string[]): number {
  return Math.max(1, ...texts.flatMap((text) => text.split(' ').map((word) => stringWidth(word))));
}

/**
 * Breaks a text into lines of at most `columns` columns, at spaces; a longer word is cut.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const width = Math.max(4, columns);
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    for (const word of part.split(' ')) {
      const joined = line === '' ? word : `${line} ${word}`;
      if (stringWidth(joined) <= width) {
        line = joined;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      // An address is left whole, so that it can be followed and copied.
      while (stringWidth(line) > width && !line.includes('://')) {
        let cut = Math.min(line.length, width);
        while (cut > 1 && stringWidth(line.slice(0, cut)) > width) cut -= 1;
        lines.push(line.slice(0, cut));
        line = line.slice(cut);
      }
    }
    lines.push(line);
  }
  return lines;
}
