// Compares the coders of a set of documents: on spans, on units, and on every field of matched units.
import { grouped } from '../grouped.ts';
import type { Span } from '../types/span.ts';
import type { Statement } from '../types/statement.ts';
import type { Coefficient } from './coefficients.ts';
import { cohenKappa, fleissKappa, percentAgreement } from './coefficients.ts';
import type { Level } from './krippendorff.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import type { ComparedField, MatchedUnit } from './match-units.ts';
import { comparedFields, matchUnits, ratingOf } from './match-units.ts';
import type { Score, SpanScores } from './spans.ts';
import { score, spanScores, union } from './spans.ts';
import type { UnitizingAlpha } from './unitizing.ts';
import { unitizingAlpha } from './unitizing.ts';

/** How far coders agree on one field of the units that they have in common. */
export interface FieldAgreement {
  readonly field: ComparedField;
  readonly level: Level;
  readonly percent: Coefficient;
  /** Of two coders. */
  readonly cohen?: Coefficient;
  readonly fleiss: Coefficient;
  readonly krippendorff: Coefficient;
}

export interface Agreement {
  readonly coders: readonly string[];
  /** Documents in which every coder has a statement: only they are compared. */
  readonly documents: readonly string[];
  /** Documents in which some coder has none, or whose text is not there. */
  readonly notCompared: readonly string[];
  /** How many statements each coder has in the documents compared. */
  readonly statements: readonly number[];
  readonly units: readonly MatchedUnit[];
  /** How many units at least two coders share. */
  readonly shared: number;
  readonly spans: readonly { readonly between: readonly [string, string]; readonly scores: SpanScores }[];
  /** By kind of statement, and of all statements alike. */
  readonly unitizing: { readonly byKind: UnitizingAlpha; readonly alike: UnitizingAlpha };
  readonly fields: readonly FieldAgreement[];
}

/**
 * Compares coders. Rejected statements do not count; nor does a document in which a coder has none, since nobody knows
 * whether it was read; nor text that nobody coded.                                            Rules [AGR1], [AGR10].
 * @param bodies - texts by id of the document
 * @param coders - two or more, each as statements name it
 * @complexity O(length of the texts + pairs of statements that overlap · log)
 */
export function agreementOf(
  statements: readonly Statement[],
  bodies: ReadonlyMap<string, string>,
  coders: readonly string[],
): Agreement {
  const coded = statements.filter(({ status, coder }) => status !== 'rejected' && coders.includes(coder));
  const byDocument = grouped(coded, ({ document }) => document);
  const documents: string[] = [];
  const notCompared: string[] = [];
  for (const [id, own] of byDocument)
    (bodies.has(id) && coders.every((coder) => own.some((each) => each.coder === coder))
      ? documents
      : notCompared
    ).push(id);
  const compared = documents.flatMap((id) => byDocument.get(id) ?? []);
  const units = documents.flatMap((id) =>
    matchUnits(byDocument.get(id) ?? [], coders, bodies.get(id) as string),
  );
  const spansOf = (coder: string, id: string): readonly Span[] =>
    (byDocument.get(id) ?? []).filter((each) => each.coder === coder);
  const pairs = coders.flatMap((a, index) => coders.slice(index + 1).map((b) => [a, b] as const));
  return {
    coders,
    documents,
    notCompared,
    statements: coders.map((coder) => compared.filter((each) => each.coder === coder).length),
    units,
    shared: units.filter((unit) => unit.statements.filter((each) => each !== null).length > 1).length,
    spans: pairs.map(([a, b]) => ({
      between: [a, b],
      scores: added(
        documents.map((id) => spanScores(spansOf(a, id), spansOf(b, id), bodies.get(id) as string)),
      ),
    })),
    unitizing: {
      byKind: unitizing(compared, documents, bodies, coders, ({ kind }) => kind),
      alike: unitizing(compared, documents, bodies, coders, () => 'statement'),
    },
    fields: (Object.entries(comparedFields) as [ComparedField, readonly Level[]][]).flatMap(
      ([field, levels]) => levels.map((level) => fieldAgreement(units, field, level)),
    ),
  };
}

function fieldAgreement(units: readonly MatchedUnit[], field: ComparedField, level: Level): FieldAgreement {
  const ratings = units.map(({ statements }) =>
    statements.map((each) => (each === null ? null : ratingOf(each, field, level))),
  );
  return {
    field,
    level,
    percent: percentAgreement(ratings),
    ...(ratings.every((each) => each.length === 2) ? { cohen: cohenKappa(ratings) } : {}),
    fleiss: fleissKappa(ratings),
    krippendorff: krippendorffAlpha(ratings, level),
  };
}

/** The scores of several documents together: hits and spans add up. */
function added(scores: readonly SpanScores[]): SpanScores {
  const sum = (of: (each: SpanScores) => Score): Score => {
    const total = (part: 'hits' | 'found' | 'reference'): number =>
      scores.reduce((count, each) => count + of(each)[part], 0);
    return score(total('hits'), total('found'), total('reference'));
  };
  return {
    exact: sum(({ exact }) => exact),
    soft: sum(({ soft }) => soft),
    character: sum(({ character }) => character),
  };
}

/** Documents stand end to end; statements of one coder and category that overlap are one unit. */
function unitizing(
  statements: readonly Statement[],
  documents: readonly string[],
  bodies: ReadonlyMap<string, string>,
  coders: readonly string[],
  categoryOf: (statement: Statement) => string,
): UnitizingAlpha {
  const offsets = new Map<string, number>();
  let length = 0;
  for (const id of documents) {
    offsets.set(id, length);
    length += (bodies.get(id) as string).length;
  }
  const units = new Map(
    [...grouped(statements, categoryOf)].map(([category, own]) => [
      category,
      coders.map((coder) =>
        union(
          own
            .filter((each) => each.coder === coder && each.end > each.start)
            .map(({ document, start, end }) => {
              const offset = offsets.get(document) as number;
              return { start: start + offset, end: end + offset };
            }),
        ),
      ),
    ]),
  );
  return unitizingAlpha(units, length);
}
