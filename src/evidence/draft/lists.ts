// Puts readings together to the lists of each decision maker: each formula once, ordered only as far as somebody said.
import type { Contradiction, DraftOrder, DraftPremise, FrameAccount } from './frame.ts';
import { textOf } from './options.ts';
import type { Reading, ReadStatements } from './premises.ts';
import { nearestWord } from './whose-word.ts';

/** The premises of all decision makers, and what orders them. */
export interface Lists {
  readonly premises: readonly DraftPremise[];
  readonly orders: readonly DraftOrder[];
  readonly contradictions: readonly Contradiction[];
  readonly leftOut: ReadStatements['leftOut'];
  readonly notes: readonly string[];
}

/** A premise before its place is known. */
interface Loose {
  readonly text: string;
  readonly readings: readonly Reading[];
}

/**
 * Premises, each formula of a decision maker once, in the order in which they were first said, save where one is known
 * to come before another.                                                       Rules [DRA7], [DRA9], [DRA11].
 * @param kept - what the account of the case is known to put before what
 */
export function listsOf(
  decisionMakers: readonly string[],
  found: ReadStatements,
  kept: FrameAccount | undefined,
): Lists {
  const notes: string[] = [...found.notes];
  const used = new Set<string>();
  const orders: DraftOrder[] = [];
  const premises = decisionMakers.flatMap((decisionMaker) => {
    const own = found.readings.filter((reading) => reading.decisionMaker === decisionMaker);
    const loose = looseOf(own);
    const wanted = [
      ...(kept?.before[decisionMaker] ?? []).map(([above, below]) => ({ decisionMaker, above, below })),
      ...conditionsFirst(decisionMaker, loose),
      ...found.orders
        .filter((order) => order.decisionMaker === decisionMaker)
        .flatMap((order) => {
          const pairs = pairsOf(order, loose);
          if (pairs.length === 0)
            notes.push(
              `${order.statement} compares options on which ${decisionMaker} has no two statements.`,
            );
          return pairs;
        }),
    ];
    const { pairs, refused } = withoutCircles(wanted, new Set(loose.map(({ text }) => text)));
    for (const { above, below, statement } of refused)
      notes.push(
        `${statement ?? decisionMaker} puts ${above} before ${below}, against what else is said of their order.`,
      );
    orders.push(...pairs);
    const interests = found.interests.filter((each) => each.decisionMaker === decisionMaker);
    return sorted(loose, pairs).map((one): DraftPremise => {
      const keys = new Set(one.readings.map(({ prefers }) => prefers.key));
      const behind = interests.filter(({ key }) => keys.has(key));
      for (const { statement } of behind) used.add(statement.id);
      const statements = one.readings.map(({ statement }) => statement);
      const incentive = [...statements, ...behind.map(({ statement }) => statement)].find(
        ({ kind }) => kind === 'incentive',
      );
      const cost = statements.find(({ kind }) => kind === 'constraint');
      const because = incentive?.text ?? cost?.text;
      return {
        decisionMaker,
        text: one.text,
        evidence: [
          ...new Set([...statements, ...behind.map(({ statement }) => statement)].map(({ id }) => id)),
        ],
        word: nearestWord(one.readings.map(({ word }) => word)),
        ...(because === undefined ? {} : { because }),
        count: new Set(statements.map(({ id }) => id)).size,
        isCost: statements.every(({ kind }) => kind === 'constraint'),
        before: [...new Set(pairs.filter(({ above }) => above === one.text).map(({ below }) => below))],
      };
    });
  });
  const unplaced = found.interests
    .filter(({ statement }) => !used.has(statement.id))
    .map(({ statement }) => ({
      statement: statement.id,
      reason: 'interest-without-position' as const,
      says: 'is an interest behind a position that nobody is coded with',
    }));
  return {
    premises,
    orders,
    contradictions: contradictionsOf(decisionMakers, found.readings),
    leftOut: [...found.leftOut, ...unplaced],
    notes,
  };
}

function looseOf(readings: readonly Reading[]): readonly Loose[] {
  const byText = new Map<string, Reading[]>();
  for (const reading of readings) {
    const text = formulaOf(reading);
    byText.set(text, [...(byText.get(text) ?? []), reading]);
  }
  return [...byText].map(([text, own]) => ({ text, readings: own }));
}

const formulaOf = ({ prefers, when }: Reading): string =>
  when === undefined ? textOf(prefers) : `${textOf(prefers)} if ${textOf(when)}`;

/** A condition on an option comes before the plain wish that it limits: else it would never matter. */
function conditionsFirst(decisionMaker: string, loose: readonly Loose[]): readonly DraftOrder[] {
  return loose.flatMap((conditional) => {
    const [first] = conditional.readings;
    if (first?.when === undefined) return [];
    return loose.flatMap((plain): DraftOrder[] => {
      const [other] = plain.readings;
      const isLimited =
        other?.when === undefined &&
        other?.prefers.key === first.prefers.key &&
        other.prefers.isTaken !== first.prefers.isTaken;
      return isLimited
        ? [{ decisionMaker, above: conditional.text, below: plain.text, statement: first.statement.id }]
        : [];
    });
  });
}

/** What a comparison of two options says of the formulas about them. */
function pairsOf(order: DraftOrder, loose: readonly Loose[]): readonly DraftOrder[] {
  const about = (key: string): readonly string[] =>
    loose.filter(({ readings }) => readings[0]?.prefers.key === key).map(({ text }) => text);
  return about(order.above).flatMap((above) =>
    about(order.below).map((below) => ({ ...order, above, below })),
  );
}

/** Pairs one after the other, without those that would close a circle or name what is not there. */
function withoutCircles(
  wanted: readonly DraftOrder[],
  texts: ReadonlySet<string>,
): { readonly pairs: readonly DraftOrder[]; readonly refused: readonly DraftOrder[] } {
  const pairs: DraftOrder[] = [];
  const refused: DraftOrder[] = [];
  const leads = (from: string, to: string): boolean =>
    from === to || pairs.some(({ above, below }) => above === from && leads(below, to));
  for (const pair of wanted) {
    if (!texts.has(pair.above) || !texts.has(pair.below)) continue;
    if (leads(pair.below, pair.above)) refused.push(pair);
    else if (!pairs.some(({ above, below }) => above === pair.above && below === pair.below))
      pairs.push(pair);
  }
  return { pairs, refused };
}

/** As first said, each behind all that is known to come before it. */
function sorted(loose: readonly Loose[], pairs: readonly DraftOrder[]): readonly Loose[] {
  const left = [...loose];
  const done: Loose[] = [];
  while (left.length > 0) {
    const place = left.findIndex(({ text }) =>
      pairs.every(({ above, below }) => below !== text || !left.some((other) => other.text === above)),
    );
    done.push(...left.splice(Math.max(0, place), 1));
  }
  return done;
}

/** Plain stances for and against one option; both stay in the list.                              Rule [DRA12]. */
function contradictionsOf(
  decisionMakers: readonly string[],
  readings: readonly Reading[],
): readonly Contradiction[] {
  return decisionMakers.flatMap((decisionMaker) => {
    const plain = readings.filter(
      (reading) => reading.decisionMaker === decisionMaker && reading.when === undefined,
    );
    return [...new Set(plain.map(({ prefers }) => prefers.key))].flatMap((option): Contradiction[] => {
      const [pro, contra] = [true, false].map((isTaken) =>
        plain
          .filter(({ prefers }) => prefers.key === option && prefers.isTaken === isTaken)
          .map(({ statement }) => statement),
      ) as [Reading['statement'][], Reading['statement'][]];
      if (pro.length === 0 || contra.length === 0) return [];
      const against = new Set(contra.flatMap(({ holder }) => holder));
      return [
        {
          decisionMaker,
          option,
          holders: [...new Set(pro.flatMap(({ holder }) => holder))].filter((holder) => against.has(holder)),
          for: pro.map(({ id }) => id),
          against: contra.map(({ id }) => id),
        },
      ];
    });
  });
}
