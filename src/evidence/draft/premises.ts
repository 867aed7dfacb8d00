// Makes preference statements of what was said: whose preference, which formula, on whose word, and what is left out.
import type { BarKind, Word } from '../../model/index.ts';
import type { Statement, StatementKind } from '../types/statement.ts';
import { comparisonIn, isComparison } from './comparison.ts';
import type { ReadWords } from './concept-words.ts';
import { conditionalOf } from './condition.ts';
import type { DraftBar, DraftOrder, LeftOut, LeftOutReason } from './frame.ts';
import type { Actors, Literal, Options } from './options.ts';
import { negated, textOf } from './options.ts';
import { wordOf } from './whose-word.ts';

/** What every statement of an account is read with. */
export interface Reader {
  readonly options: Options;
  readonly actors: Actors;
  readonly read: ReadWords;
  readonly bars: ReadonlyMap<string, BarKind>;
  /** The concepts of the codebook: which there are, and their parents. */
  readonly parents: ReadonlyMap<string, string | undefined>;
  /** The author's decision maker. */
  readonly author: string | undefined;
  readonly reprints: ReadonlyMap<string, string>;
}

/** One preference, as one statement gives it. */
export interface Reading {
  readonly decisionMaker: string;
  readonly prefers: Literal;
  readonly when?: Literal;
  readonly statement: Statement;
  readonly word: Word;
}

/** What a statement comes to. */
export interface ReadStatements {
  readonly readings: readonly Reading[];
  readonly bars: readonly DraftBar[];
  readonly orders: readonly DraftOrder[];
  /** Interests behind positions: a text for every reading of that decision maker about that option. */
  readonly interests: readonly {
    readonly decisionMaker: string;
    readonly key: string;
    readonly statement: Statement;
  }[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
}

/**
 * These describe what the one who has the option does, wants, or cannot do, and so does a position in the author's own
 * voice; the others are a stance of whoever holds it.                                             Rule [DRA3].
 */
const descriptive: readonly StatementKind[] = [
  'action',
  'accusation',
  'denial',
  'constraint',
  'incentive',
  'prediction',
];

/** Reads statements one by one.                                                     Rules [DRA2] to [DRA7], [DRA10]. */
export function readAll(statements: readonly Statement[], reader: Reader): ReadStatements {
  const found = {
    readings: [] as Reading[],
    bars: [] as DraftBar[],
    orders: [] as DraftOrder[],
    interests: [] as { decisionMaker: string; key: string; statement: Statement }[],
    leftOut: [] as LeftOut[],
    notes: [] as string[],
  };
  for (const statement of statements) {
    const leave = (reason: LeftOutReason, says: string): void => {
      found.leftOut.push({ statement: statement.id, reason, says });
    };
    const first = reader.reprints.get(statement.id);
    if (first !== undefined) {
      leave('reprint', `prints again what ${first} says, and counts once with it`);
      continue;
    }
    compare(statement, reader, found.orders, found.notes);
    const meant = meaningOf(statement, reader);
    if ('reason' in meant) {
      if (meant.interest !== undefined) found.interests.push({ ...meant.interest, statement });
      else leave(meant.reason, meant.says);
      continue;
    }
    if (statement.stance === 0) {
      leave('neutral', 'takes no side');
      continue;
    }
    if (statement.stance === null) {
      leave('no-stance', 'has no stance coded, and none is guessed');
      continue;
    }
    const holders = holdersOf(statement, meant, reader);
    if (holders.length === 0) {
      const who = statement.holder.length === 0 ? 'nobody named' : statement.holder.join(', ');
      leave('no-decision-maker', `is a stance of ${who}, who speaks for no decision maker`);
      continue;
    }
    const bar = reader.bars.get(statement.id);
    const isFor = statement.stance === 'conditional' || statement.stance > 0;
    const then = isFor ? meant : negated(meant);
    if (bar !== undefined) {
      found.bars.push({
        when: textOf(negated(then)),
        kind: bar,
        because: statement.text,
        evidence: [statement.id],
      });
      continue;
    }
    let when: Literal | undefined;
    let consequence = then;
    if (statement.condition !== null || statement.stance === 'conditional') {
      const conditional = conditionalOf(statement, meant, reader.read);
      if (conditional === undefined) {
        const words =
          statement.condition === null ? 'no condition coded' : `the condition "${statement.condition}"`;
        leave('condition-unclear', `depends on ${words}, which names no option of its own`);
        found.notes.push(
          `${statement.id} holds only under a condition that is not modelled: ${statement.condition ?? 'not coded'}.`,
        );
        continue;
      }
      ({ prefers: consequence, when } = conditional);
    }
    for (const decisionMaker of holders) {
      const word = wordOf(statement, decisionMaker, reader.author, reader.actors);
      found.readings.push({
        decisionMaker,
        prefers: consequence,
        ...(when === undefined ? {} : { when }),
        statement,
        word,
      });
    }
  }
  return found;
}

interface Meaningless {
  readonly reason: LeftOutReason;
  readonly says: string;
  /** Where an incentive stands behind the position on its concept's parent. */
  readonly interest?: { readonly decisionMaker: string; readonly key: string };
}

/** What support for the statement's concept means, or why nothing. */
function meaningOf(statement: Statement, reader: Reader): Literal | Meaningless {
  const { concept } = statement;
  if (concept === null) return { reason: 'no-concept', says: 'has no concept coded' };
  if (!reader.parents.has(concept))
    return {
      reason: 'unknown-concept',
      says: `has the concept ${concept}, which the codebook does not hold`,
    };
  const meant = reader.options.literal(concept);
  if (meant !== undefined) return meant;
  const unused = reader.options.unused.find((each) => each.concept === concept);
  const says = unused?.says ?? `the concept ${concept} maps to no option`;
  const reason = unused?.reason ?? 'no-option';
  const above = statement.kind === 'incentive' ? optionAbove(concept, reader) : undefined;
  if (above === undefined) return { reason, says };
  const [decisionMaker] = holdersOf(statement, above, reader);
  return decisionMaker === undefined
    ? { reason, says }
    : { reason, says, interest: { decisionMaker, key: above.key } };
}

/** The option of the nearest concept above that has one. */
function optionAbove(concept: string, { parents, options }: Reader): Literal | undefined {
  const seen = new Set<string>();
  for (let id = parents.get(concept); id !== undefined && !seen.has(id); id = parents.get(id)) {
    const found = options.literal(id);
    if (found !== undefined) return found;
    seen.add(id);
  }
  return undefined;
}

/** The decision makers whose preference it is, each once. */
function holdersOf(statement: Statement, meant: Literal, { actors, author }: Reader): readonly string[] {
  const { holder, speaker, kind, grade, source } = statement;
  const isOwnVoice = holder.length === 0 || holder.join('|') === speaker.join('|');
  const isClaim = kind === 'position' && grade === 'author';
  if (isOwnVoice && (isClaim || descriptive.includes(kind))) return [meant.owner];
  const isAuthors = isOwnVoice && (grade === 'author' || source === 'author');
  const sides = isAuthors
    ? [author ?? holder.map(actors.decisionMaker).find((side) => side !== undefined)]
    : (holder.length === 0 ? speaker : holder).map(actors.decisionMaker);
  return [...new Set(sides.filter((side) => side !== undefined))];
}

/** Notes which of two options a statement puts first. */
function compare(statement: Statement, reader: Reader, orders: DraftOrder[], notes: string[]): void {
  if (!isComparison(statement.text)) return;
  const compared = comparisonIn(statement.text, reader.read);
  const names = statement.holder.length === 0 ? statement.speaker : statement.holder;
  const sides = [...new Set(names.map(reader.actors.decisionMaker).filter((side) => side !== undefined))];
  const holders =
    sides.length === 0 && reader.author !== undefined && statement.source === 'author'
      ? [reader.author]
      : sides;
  if (compared === undefined || holders.length === 0) {
    notes.push(
      `${statement.id} compares things, but not two options of which a decision maker is known to say so.`,
    );
    return;
  }
  for (const decisionMaker of holders)
    orders.push({ decisionMaker, above: compared[0].key, below: compared[1].key, statement: statement.id });
}
