// Shows that networks read back from every format as they were, names that try the format included.
import { describe, expect, test } from 'vitest';
import type { XmlElement } from '../../../../tests/support/xml.ts';
import { readXml } from '../../../../tests/support/xml.ts';
import { readRows } from '../../csv.ts';
import type { Network } from '../network.ts';
import { networkCsv, slicesCsv } from './csv.ts';
import { networkDl } from './dl.ts';
import { escapeXml } from './edges.ts';
import { networkGexf } from './gexf.ts';
import { networkGraphml } from './graphml.ts';

const odd = ['a "b" & <c>', "=SUM(A1)'s; d", 'two\nlines\tand ]]> more'];

const twoMode: Network = {
  mode: 'two-mode',
  kinds: ['actor', 'concept'],
  rows: odd,
  columns: ['p', odd[0] as string],
  weights: [
    [2, -0.5],
    [0, 1 / 3],
    [0, 0],
  ],
  leftOut: 0,
};
const oneMode: Network = {
  mode: 'one-mode',
  kinds: ['actor', 'actor'],
  rows: odd,
  columns: odd,
  weights: [
    [0, 1.5, 0],
    [1.5, 0, -2],
    [0, -2, 0],
  ],
  leftOut: 0,
};

/** Nodes and ties of an XML text, ties by the labels of their ends. */
function parsed(
  text: string,
  labelOf: (node: XmlElement) => string | undefined,
  numbersOf: (edge: XmlElement) => readonly (string | undefined)[],
): { readonly labels: readonly (string | undefined)[]; readonly edges: readonly unknown[] } {
  const all = readXml(text);
  const nodes = all.filter(({ name }) => name === 'node');
  const byId = new Map(nodes.map((node) => [node.attributes.get('id'), labelOf(node)]));
  const end = (edge: XmlElement, which: string): string | undefined => byId.get(edge.attributes.get(which));
  return {
    labels: nodes.map(labelOf),
    edges: all
      .filter(({ name }) => name === 'edge')
      .map((edge) => [end(edge, 'source'), end(edge, 'target'), ...numbersOf(edge).map(Number)]),
  };
}

const ties = [
  [odd[0], 'p', 2, 2],
  [odd[0], odd[0], 0.5, -0.5],
  [odd[1], odd[0], 1 / 3, 1 / 3],
];

describe('XML', () => {
  test('[NET15, NET16] GraphML reads back: every node, every tie once, its size and its sign', () => {
    const data = ({ children }: XmlElement, key: string): string | undefined =>
      children.find(({ attributes }) => attributes.get('key') === key)?.text;
    const read = (network: Network) =>
      parsed(
        networkGraphml(network),
        (node) => data(node, 'label'),
        (edge) => ['weight', 'signed'].map((key) => data(edge, key)),
      );
    expect(read(twoMode)).toEqual({ labels: [...odd, 'p', odd[0]], edges: ties });
    expect(read(oneMode)).toEqual({
      labels: odd,
      edges: [
        [odd[0], odd[1], 1.5, 1.5],
        [odd[1], odd[2], 2, -2],
      ],
    });
  });

  test('[NET15, NET16] GEXF reads back', () => {
    const read = parsed(
      networkGexf(twoMode),
      ({ attributes }) => attributes.get('label'),
      ({ attributes, children }) => [
        attributes.get('weight'),
        children[0]?.children
          .find((value) => value.attributes.get('for') === 'signed')
          ?.attributes.get('value'),
      ],
    );
    expect(read).toEqual({ labels: [...odd, 'p', odd[0]], edges: ties });
  });

  test('[NET16] no letter leaves its place, and what XML cannot hold is marked', () => {
    expect(escapeXml('<a href="x">&\'\n')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&apos;&#10;');
    expect(escapeXml('\0a\x1F\uD800b\uFFFF𐐷')).toBe('\uFFFDa\uFFFD\uFFFDb\uFFFD𐐷');
  });
});

describe('CSV', () => {
  const cells = (text: string): readonly (readonly string[])[] =>
    (readRows(text, 'x.csv').value ?? []).map((row) => row.map((cell) => cell.text));

  test('[NET14] the matrix reads back', () => {
    expect(cells(networkCsv(twoMode))).toEqual([
      ['', 'p', odd[0]],
      [odd[0], '2', '-0.5'],
      [odd[1], '0', String(1 / 3)],
      [odd[2], '0', '0'],
    ]);
  });

  test('[NET14] windows are a list of ties with their days', () => {
    const slices = [
      { start: 0, middle: 1, end: 2, mentions: 3, network: oneMode },
      {
        start: 3,
        middle: 4,
        end: 5,
        mentions: 0,
        network: { ...oneMode, rows: [], columns: [], weights: [] },
      },
    ];
    expect(cells(slicesCsv(slices))).toEqual([
      ['start', 'middle', 'end', 'source', 'target', 'weight'],
      ['1970-01-01', '1970-01-02', '1970-01-03', odd[0], odd[1], '1.5'],
      ['1970-01-01', '1970-01-02', '1970-01-03', odd[1], odd[2], '-2'],
    ]);
  });
});

describe('DL', () => {
  /** What stands between two headings, a line an entry. */
  const part = (text: string, from: string, to?: string): readonly string[] => {
    const lines = text.split('\n');
    return lines.slice(lines.indexOf(from) + 1, to === undefined ? -1 : lines.indexOf(to));
  };
  const unquoted = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => {
      expect(line).toMatch(/^"[^"]*"$/);
      return line.slice(1, -1);
    });
  const plain = ["a 'b' & <c>", "=SUM(A1)'s; d", 'two lines and ]]> more'];

  test('[NET17] a matrix of rows and columns reads back', () => {
    const text = networkDl(twoMode);
    expect(text.startsWith('dl nr = 3, nc = 2\nformat = fullmatrix\n')).toBe(true);
    expect(unquoted(part(text, 'row labels:', 'column labels:'))).toEqual(plain);
    expect(unquoted(part(text, 'column labels:', 'data:'))).toEqual(['p', plain[0]]);
    expect(part(text, 'data:').map((line) => line.split(' ').map(Number))).toEqual(twoMode.weights);
  });

  test('[NET17] so does a square one, and labels stay apart', () => {
    const text = networkDl({ ...oneMode, rows: ['a"b', "A'B", "a'b"], columns: [] });
    expect(text.startsWith('dl n = 3\nformat = fullmatrix\nlabels:\n')).toBe(true);
    expect(unquoted(part(text, 'labels:', 'data:'))).toEqual(["a'b", "A'B (2)", "a'b (3)"]);
    expect(part(text, 'data:').map((line) => line.split(' ').map(Number))).toEqual(oneMode.weights);
  });
});
