// Says of a deal whether it would be kept: who could break it, how, and what would prevent that; in words and as JSON.
import type { Kept, Leg, Repair } from '../analysis/index.ts';
import type { Conflict, StateIndex } from '../model/index.ts';
import type { Document } from './document.ts';
import { heading, list } from './document.ts';
import { namesOf } from './naming.ts';
import { accountName } from './verdict-words.ts';
import { capital, counted, listed } from './wording.ts';

/** A way of single and joint moves, as one sentence part. */
export function wayWords(conflict: Conflict, from: StateIndex, legs: readonly Leg[]): string {
  const names = namesOf(conflict);
  let at = from;
  return legs
    .map(({ movers, to }) => {
      const who = listed(movers.map(names.decisionMaker));
      const change = names.move(at, to);
      const text =
        movers.length === 1 ? `${who} ${change}` : `${who} move together (${names.difference(at, to)})`;
      at = to;
      return text;
    })
    .join(', then ');
}

/** Whether a deal would be kept, in one sentence and the points behind it. */
export function keptSentences(
  conflict: Conflict,
  { kept, breaches, repairs, state }: Kept,
): readonly string[] {
  const names = namesOf(conflict);
  if (kept)
    return [
      'It would be kept: no move of the others that pays for them leaves a signatory worse off than without it.',
    ];
  const [first] = breaches;
  if (first === undefined) return [];
  const victims = listed(breaches.map(({ decisionMaker }) => names.decisionMaker(decisionMaker)));
  const given =
    first.given.length === 0
      ? ''
      : ` ${names.decisionMaker(first.decisionMaker)} cannot take back what it gave for it: ${listed(first.given.map((place) => `"${names.option(place)}"`))}.`;
  const isGain = first.path.length === 1 ? 'which pays for it' : 'each gaining by it';
  const way = `It might not be kept: ${wayWords(conflict, state, first.path)}, ${isGain}; that leaves ${victims} worse off than without a deal.${given}`;
  return [way, ...repairSentences(conflict, state, repairs)];
}

function repairSentences(
  conflict: Conflict,
  state: StateIndex,
  repairs: readonly Repair[],
): readonly string[] {
  if (repairs.length === 0)
    return [
      'No guarantee of one or two actions, and no change of mind of who breaks it first, is enough to prevent that.',
    ];
  const names = namesOf(conflict);
  const bound = repairs.flatMap((repair) =>
    repair.kind === 'bind' ? [listed(repair.options.map((place) => `"${names.option(place)}"`))] : [],
  );
  const valued = repairs.flatMap((repair) =>
    repair.kind === 'value'
      ? [
          `${names.decisionMaker(repair.decisionMaker)} would have to value ${names.situation(state)} above ` +
            `${counted(repair.swaps, 'situation')} that it now likes better.`,
        ]
      : [],
  );
  return [
    ...(bound.length === 0
      ? []
      : [`What would prevent it: a guarantee that this stays as agreed: ${bound.join('; or ')}.`]),
    ...valued.map((text) => (bound.length === 0 ? `What would prevent it: ${text}` : `Or ${text}`)),
  ];
}

/** The block about the deals that an account has as it stands. */
export function keptBlocks(conflict: Conflict, kept: readonly Kept[], limit: number): Document {
  if (kept.length === 0) return [];
  const names = namesOf(conflict);
  const safe = kept.filter((each) => each.kept).map(({ state }) => names.situation(state));
  const broken = kept.filter((each) => !each.kept);
  const more = (count: number): string => `${counted(count, 'more deal')}; --all lists them`;
  const safeNames = safe.length > limit ? [...safe.slice(0, limit), more(safe.length - limit)] : safe;
  return [
    heading(3, `Would the deals of ${accountName(conflict)} be kept, whether they hold or not?`),
    ...list([
      ...(safe.length === 0
        ? []
        : [
            `Kept: ${listed(safeNames)}. No moves of the others that pay for them leave a signatory worse off than without it.`,
          ]),
      ...broken.slice(0, limit).map((each) => {
        const [text = '', ...points] = keptSentences(conflict, each);
        return {
          text: `${capital(names.situation(each.state))}, ${names.actions(each.state)}. ${text}`,
          points,
        };
      }),
      ...(broken.length > limit ? [`${more(broken.length - limit)}.`] : []),
    ]),
  ];
}

/** A way as JSON: who moves, and to which state. */
export function wayJson({ account }: Conflict, legs: readonly Leg[]): readonly unknown[] {
  return legs.map(({ movers, to }) => ({
    decisionMakers: movers.map((dm) => account.decisionMakers[dm]?.id),
    state: to + 1,
  }));
}

/** Whether a deal would be kept, as JSON. */
export function keptJson(
  conflict: Conflict,
  { state, kept, breaches, repairs }: Kept,
): Readonly<Record<string, unknown>> {
  const { decisionMakers, options } = conflict.account;
  return {
    state: state + 1,
    kept,
    breaches: breaches.map(({ decisionMaker, path, given }) => ({
      decisionMaker: decisionMakers[decisionMaker]?.id,
      path: wayJson(conflict, path),
      given: given.map((place) => options[place]?.key),
    })),
    repairs: repairs.map((repair) =>
      repair.kind === 'bind'
        ? { kind: repair.kind, options: repair.options.map((place) => options[place]?.key) }
        : { kind: repair.kind, decisionMaker: decisionMakers[repair.decisionMaker]?.id, swaps: repair.swaps },
    ),
  };
}
