// Draws the states of an account and the improvements between them as a graph in the DOT language.
import type { AccountAnalysis } from '../../analysis/index.ts';
import type { Conflict, StateIndex } from '../../model/index.ts';
import { concepts as allConcepts, compare, movesFrom, stateName } from '../../model/index.ts';
import { namesOf } from '../naming.ts';
import { accountTitle } from '../verdict-words.ts';
import { counted, grouped } from '../wording.ts';
import { statesOfInterest } from './states-of-interest.ts';

/** What a picture shows. */
export interface GraphChoice {
  /** Up to this many states are all drawn; of more, those that matter and the ways to them. Default 60. */
  readonly limit?: number;
  /** Stands above the picture, before the account's name. */
  readonly title?: string;
}

/** More arrows than this hide each other. */
const readable = 150;

/** Told apart by colour-blind readers, and by their lines where there is no colour. Okabe & Ito 2008. */
const colours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#8C6D00', '#3A3A3A', '#56B4E9'] as const;
const lines = ['solid', 'dashed', 'dotted', 'bold'] as const;

/**
 * The state graph of an account: an arrow is a unilateral improvement in every reading, its colour and line say whose.
 * Boxes are agreements, a double border is an equilibrium, grey is the status quo. The name of the account and what it
 * leaves out stand in the picture.                                                             Rules [TAB9] to [TAB12].
 * @complexity O(states drawn · moves from each)
 */
export function stateGraphDot(analysis: AccountAnalysis, { limit = 60, title }: GraphChoice = {}): string {
  const { conflict } = analysis;
  const states = drawnStates(analysis, limit);
  const found = improvementsAmong(conflict, states);
  const improvements = found.length > readable ? withoutSums(conflict, found) : found;
  const movers = [...new Set(improvements.map(({ dm }) => dm))].sort((a, b) => a - b);
  const names = namesOf(conflict);
  return [
    'digraph states {',
    `  graph [label=${dotText(captionOf(analysis, states.length, improvements.length < found.length, title))}, labelloc=t, fontname="Helvetica", fontsize=13];`,
    '  node [fontname="Helvetica", fontsize=11, margin="0.12,0.06"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    ...states.map((s) => `  s${s + 1} [${nodeOf(analysis, s)}];`),
    ...improvements.map(
      ({ dm, from, to }) =>
        `  s${from + 1} -> s${to + 1} [${lineOf(dm)}, tooltip=${dotText(`${names.decisionMaker(dm)} ${names.move(from, to)}`)}];`,
    ),
    ...keyLines(
      movers.map((dm) => ({ dm, name: names.decisionMaker(dm) })),
      states.length,
    ),
    '}',
    '',
  ].join('\n');
}

/** All states, or those that matter together with the states on the shortest improvement paths to them. */
function drawnStates(analysis: AccountAnalysis, limit: number): readonly StateIndex[] {
  const { states } = statesOfInterest(analysis, limit);
  if (states.length === analysis.conflict.size) return states;
  const drawn = new Set(states);
  for (const s of states) {
    if (!analysis.reachability.byImprovements(s)) continue;
    for (const { to } of analysis.reachability.path(s) ?? []) drawn.add(to);
  }
  return [...drawn].sort((a, b) => a - b);
}

interface Improvement {
  readonly dm: number;
  readonly from: StateIndex;
  readonly to: StateIndex;
}

function improvementsAmong({ moves, preferences }: Conflict, states: readonly StateIndex[]): Improvement[] {
  const drawn = new Set(states);
  return states.flatMap((from) =>
    preferences.flatMap(({ relation }, dm) =>
      movesFrom(moves, dm, from)
        .filter((to) => drawn.has(to) && compare(relation, to, from) === '>')
        .map((to) => ({ dm, from, to })),
    ),
  );
}

/**
 * The improvements but those that two others of the same decision maker in a row add up to; of those whose preference
 * is complete, in option form, so that what is left out can be told from what is drawn: any two in a row add up.
 */
function withoutSums(
  { moves, preferences }: Conflict,
  improvements: readonly Improvement[],
): readonly Improvement[] {
  if (moves.kind !== 'option') return improvements;
  const targets = new Map<string, Set<StateIndex>>();
  for (const { dm, from, to } of improvements) {
    const key = `${dm} ${from}`;
    targets.set(key, (targets.get(key) ?? new Set()).add(to));
  }
  return improvements.filter(({ dm, from, to }) => {
    if (preferences[dm]?.relation.kind !== 'preorder') return true;
    const first = targets.get(`${dm} ${from}`) ?? [];
    return ![...first].some((between) => targets.get(`${dm} ${between}`)?.has(to) === true);
  });
}

function nodeOf({ conflict, equilibria, question }: AccountAnalysis, s: StateIndex): string {
  const holding = allConcepts.filter((concept) => equilibria[concept]?.includes(s));
  const isStatusQuo = s === conflict.statusQuo;
  const label = [
    conflict.space === undefined
      ? (conflict.account.graph?.states[s]?.name ?? stateName(conflict, s))
      : `${s + 1}  ${stateName(conflict, s)}`,
    ...(isStatusQuo ? ['status quo'] : []),
    ...(holding.length === 0
      ? []
      : [
          `holds: ${holding.length === question.concepts.length && holding.length > 1 ? 'all' : holding.join(' ')}`,
        ]),
  ].join('\n');
  return [
    `label=${dotText(label)}`,
    `tooltip=${dotText(namesOf(conflict).actions(s))}`,
    `shape=${conflict.agreement?.[s] === 1 ? 'box' : 'ellipse'}`,
    ...(holding.length > 0 ? ['peripheries=2'] : []),
    ...(isStatusQuo ? ['style=filled', 'fillcolor="#E4E4E4"'] : []),
  ].join(', ');
}

function lineOf(dm: number): string {
  const colour = colours[dm % colours.length] as string;
  return `color="${colour}", style=${lines[dm % lines.length] as string}`;
}

/** Whose line is whose. */
function keyLines(
  movers: readonly { readonly dm: number; readonly name: string }[],
  states: number,
): string[] {
  if (movers.length === 0 || states === 0) return [];
  return [
    '  subgraph cluster_key {',
    '    label="improvements of"; fontsize=10; color="#999999";',
    '    node [shape=plaintext, fontsize=10];',
    ...movers.flatMap(({ dm, name }) => [
      `    key${dm} [label=${dotText(name)}];`,
      `    end${dm} [label=""];`,
      `    key${dm} -> end${dm} [${lineOf(dm)}];`,
    ]),
    '  }',
  ];
}

function captionOf(
  { conflict }: AccountAnalysis,
  drawn: number,
  isThinned: boolean,
  title: string | undefined,
): string {
  const { account } = conflict;
  const by = account.by === undefined ? '' : `, by ${account.by.name}`;
  const left = account.leavesOut.map(({ says }) => says.replace(/\.$/, ''));
  return [
    ...(title === undefined || title === accountTitle(conflict) ? [] : [title]),
    `${accountTitle(conflict)}${by}`,
    'box: agreement; double border: equilibrium; grey: status quo; arrow: unilateral improvement',
    ...(isThinned ? ['not drawn: improvements that two of the same decision maker in a row add up to'] : []),
    ...(drawn < conflict.size
      ? [`${counted(drawn, 'state')} of ${grouped(conflict.size)}: those that matter and the ways to them`]
      : []),
    ...(left.length === 0 ? [] : wrapped(`The account leaves out: ${left.join('; ')}.`)),
  ].join('\n');
}

function wrapped(text: string): string[] {
  return text.match(/.{1,100}(?:\s|$)/gsu)?.map((line) => line.trim()) ?? [text];
}

/** A text in double quotes; line breaks are kept, and nothing in it is taken for an escape or an entity. */
function dotText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a picture cannot hold them
  const printable = text.replace(/[\x00-\x09\x0b-\x1f\x7f\ufffe\uffff]/g, ' ');
  const escaped = printable.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
  return `"${escaped.replaceAll('\n', '\\n')}"`;
}
