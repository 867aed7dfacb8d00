// Writes the option form of an account as LaTeX tables, as papers on the graph model print it.
import type { AccountAnalysis, Modality } from '../../analysis/index.ts';
import { accountTitle } from '../verdict-words.ts';
import type { OptionTable } from './option-table.ts';
import { optionTable } from './option-table.ts';
import { statesOfInterest } from './states-of-interest.ts';

/** How many states stand side by side, and how many are shown at most. */
export const latexLimits = { across: 14, states: 128 } as const;

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\textquotedbl{}',
  // After the end of a row a star or a bracket would be read as part of it; two hyphens, apostrophes or commas would
  // become one sign.
  '*': '{*}',
  '[': '{[}',
  ']': '{]}',
  '-': '{-}',
  "'": "{'}",
  ',': '{,}',
};

/**
 * A text as LaTeX prints it letter by letter.                                                          Rule [TAB7].
 * @example latexText('50 % & more') // => '50 \\% \\& more'
 */
export function latexText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\~^`<>|"*[\]]|-(?=-)|'(?=')|,(?=,)|[&%$#_{}]/g, (letter) => escapes[letter] ?? `\\${letter}`);
}

/**
 * The option form with its stability as LaTeX tables of at most 14 states each; needs `booktabs`, and `T1` font encoding
 * for quotation marks.                                                                         Rules [TAB6] to [TAB8].
 * @complexity O(states shown · (h + n · concepts))
 */
export function latexTable(analysis: AccountAnalysis): string {
  const { conflict } = analysis;
  const { states, left: unshown } = statesOfInterest(analysis, latexLimits.states);
  const tables: string[] = [];
  const left = conflict.account.leavesOut.map(({ says }) => latexText(says.replace(/\.$/, '')));
  const omissions = left.length === 0 ? '' : `, which leaves out: ${left.join('; ')}`;
  const count = Math.ceil(states.length / latexLimits.across);
  for (let part = 0; part < count; part += 1) {
    const shown = states.slice(part * latexLimits.across, (part + 1) * latexLimits.across);
    const title = latexText(accountTitle(conflict)) + (count > 1 ? ` (${part + 1} of ${count})` : '');
    const label = `tab:${conflict.account.id.replace(/[^\p{L}\p{N}]+/gu, '-')}${count > 1 ? `-${part + 1}` : ''}`;
    tables.push(tableOf(optionTable(analysis, shown), part === 0 ? title + omissions : title, label));
  }
  const hidden = conflict.size - states.length;
  const note =
    hidden === 0
      ? ''
      : `% Shown: the status quo, equilibria, deals and agreements${unshown > 0 ? `, but for ${unshown} of them` : ''}; ` +
        `${hidden} of ${conflict.size} states are left out.\n`;
  // LaTeX holds back only so many tables that it has not placed yet.
  return `${note}${tables.join('\n')}${count > 1 ? '\\clearpage\n' : ''}`;
}

function tableOf(table: OptionTable, title: string, label: string): string {
  const row = (first: string, second: string, cells: readonly string[]): string =>
    `${[first, second, ...cells].join(' & ')} \\\\`;
  const marks = (words: readonly Modality[], sure: string): string[] =>
    words.map((word) => (word === 'every' ? sure : word === 'some' ? '?' : ''));
  const grouped = (name: string, rows: readonly (readonly [string, readonly string[]])[]): string[] =>
    rows.map(([second, cells], place) => row(place === 0 ? latexText(name) : '', second, cells));
  const blocks: (readonly string[])[] = [
    [
      row(
        '',
        'State',
        table.states.map(({ id }) => String(id)),
      ),
      ...(table.groups.length === 0
        ? [
            row(
              '',
              '',
              table.states.map(({ name }) => latexText(name)),
            ),
          ]
        : []),
      ...(table.states.some(({ statusQuo }) => statusQuo)
        ? [
            row(
              '',
              'Status quo',
              table.states.map(({ statusQuo }) => (statusQuo ? 'SQ' : '')),
            ),
          ]
        : []),
      ...(table.states.some(({ agreement }) => agreement)
        ? [
            row(
              '',
              'Agreement',
              table.states.map(({ agreement }) => (agreement ? 'A' : '')),
            ),
          ]
        : []),
    ],
    ...table.groups.map(({ decisionMaker, options }) =>
      grouped(
        decisionMaker,
        options.map(({ name, letters }) => [latexText(name), letters]),
      ),
    ),
    ...table.stability.map(({ decisionMaker, rows }) =>
      grouped(
        decisionMaker,
        rows.map(({ concept, marks: words }) => [concept.toUpperCase(), marks(words, 's')]),
      ),
    ),
    grouped(
      'Equilibrium',
      table.equilibria.map(({ concept, marks: words }) => [concept.toUpperCase(), marks(words, 'E')]),
    ),
  ];
  return [
    '\\begin{table}[htbp]',
    '\\centering',
    `\\caption{${title}. SQ: status quo; A: agreement; s: stable for the decision maker; E: equilibrium; ?: in some readings.}`,
    `\\label{${label}}`,
    '\\footnotesize',
    '\\setlength{\\tabcolsep}{3pt}',
    `\\begin{tabular}{p{0.17\\linewidth}p{0.25\\linewidth}*{${table.states.length}}{c}}`,
    '\\toprule',
    blocks
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\\midrule\n'),
    '\\bottomrule',
    '\\end{tabular}',
    '\\end{table}',
    '',
  ].join('\n');
}
