// Lists the nodes and ties of a network, each tie of a one-mode network once.
import type { Network } from '../network.ts';

/** A node; ids are `n0`, `n1` ..., rows before columns, since an actor and a concept may have one name. */
export interface Node {
  readonly id: string;
  readonly label: string;
  readonly kind: 'actor' | 'concept';
}

/** A tie that has a weight other than 0, between nodes by their place in the list. */
export interface Edge {
  readonly source: Node;
  readonly target: Node;
  readonly weight: number;
}

/**
 * Nodes, and ties row by row.
 * @complexity O(rows · columns)
 */
export function nodesAndEdges({ mode, kinds, rows, columns, weights }: Network): {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
} {
  const first = rows.map((label, i): Node => ({ id: `n${i}`, label, kind: kinds[0] }));
  const second =
    mode === 'one-mode'
      ? first
      : columns.map((label, j): Node => ({ id: `n${rows.length + j}`, label, kind: kinds[1] }));
  const edges = weights.flatMap((row, i) =>
    row.flatMap((weight, j) =>
      weight === 0 || (mode === 'one-mode' && j <= i)
        ? []
        : [{ source: first[i] as Node, target: second[j] as Node, weight }],
    ),
  );
  return { nodes: mode === 'one-mode' ? first : [...first, ...second], edges };
}

/**
 * A text as the content of an XML attribute or element; what XML 1.0 cannot hold becomes U+FFFD.   Rule [NET16].
 * @example escapeXml('a < "b"') // => 'a &lt; &quot;b&quot;'
 */
export function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
      .replace(/[&<>"'\t\n\r]/g, (letter) => entities[letter] as string)
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
