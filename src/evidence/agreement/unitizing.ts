// Computes Krippendorff's unitizing alpha: how far coders agree on where units of each kind begin and end.
import { ImpasseError } from '../../base/index.ts';
import type { Span } from '../types/span.ts';
import type { Coefficient } from './coefficients.ts';

/** The units of one category that each coder found, in order and without overlap: one list for each coder. */
export type Unitization = readonly (readonly Span[])[];

export interface UnitizingAlpha extends Coefficient {
  /** By category, in the order given. */
  readonly categories: ReadonlyMap<string, Coefficient>;
}

/** A unit, or a gap between units. */
interface Section {
  readonly start: number;
  readonly length: number;
  readonly isUnit: boolean;
}

/**
 * Unitizing alpha of m coders over a text of L units of length, 1 − ΣDₒ/ΣDₑ over categories.        Rule [AGR8].
 *
 * Sections of two coders differ by δ²: two units that overlap, by the squared differences of their beginnings and of
 * their ends; a unit wholly within the other's gap, by its squared length; all else by nothing, so that gaps never
 * agree. Dₒ = Σ δ² / (m(m − 1)L²) over ordered pairs. With N units of lengths l and the gaps of all coders,
 * Dₑ = (2/L) · Σ_units [(N − 1)(2l³ − 3l² + l)/3 + l² Σ_{gaps g ≥ l} (g − l + 1)] / (mL(mL − 1) − Σ l(l − 1)).
 * @param units - by category
 * @param length - L, in the units of the spans
 * @returns `observed` and `expected` are disagreements, `units` counts units of all coders; null without any
 * @throws ImpasseError E2001 where a unit lies outside the text, or two of one coder and category overlap
 * @complexity O(units · (sections + coders))
 * @source Krippendorff 2004, Quality & Quantity 38, 787-800; the same as in Sociological Methodology 25, 1995.
 * @example unitizingAlpha(new Map([['a', [[{ start: 2, end: 4 }], [{ start: 2, end: 4 }]]]]), 10).value // => 1
 */
export function unitizingAlpha(units: ReadonlyMap<string, Unitization>, length: number): UnitizingAlpha {
  const categories = new Map(
    [...units].map(([category, coders]) => [category, categoryAlpha(coders, length)] as const),
  );
  const sum = (part: 'observed' | 'expected'): number =>
    [...categories.values()].reduce((total, each) => total + (each[part] ?? 0), 0);
  const [observed, expected] = [sum('observed'), sum('expected')];
  const count = [...categories.values()].reduce((total, each) => total + each.units, 0);
  return { ...ratio(observed, expected, count), categories };
}

function categoryAlpha(coders: Unitization, length: number): Coefficient {
  const m = coders.length;
  const sections = coders.map((spans) => sectionsOf(spans, length));
  let observed = 0;
  sections.forEach((mine, i) => {
    for (const theirs of sections.slice(i + 1)) observed += 2 * differenceOf(mine, theirs);
  });
  const all = sections.flat();
  const found = all.filter(({ isUnit }) => isUnit).map((section) => section.length);
  const gaps = all.filter(({ isUnit }) => !isUnit).map((section) => section.length);
  let [chance, inUnits] = [0, 0];
  for (const l of found) {
    const places = gaps.reduce((sum, gap) => (gap >= l ? sum + gap - l + 1 : sum), 0);
    chance += ((found.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * places;
    inUnits += l * (l - 1);
  }
  const expected = ((2 / length) * chance) / (m * length * (m * length - 1) - inUnits);
  return ratio(observed / (m * (m - 1) * length ** 2), expected, found.length);
}

function ratio(observed: number, expected: number, units: number): Coefficient {
  if (units === 0) return { value: null, observed: null, expected: null, units };
  return { value: expected === 0 ? null : 1 - observed / expected, observed, expected, units };
}

/** Units and the gaps between them, which together are the whole text. */
function sectionsOf(spans: readonly Span[], length: number): readonly Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at || end <= start || end > length)
      throw new ImpasseError('E2001', 'a unit overlaps another one or is outside the text', {
        start,
        end,
        length,
      });
    if (start > at) sections.push({ start: at, length: start - at, isUnit: false });
    sections.push({ start, length: end - start, isUnit: true });
    at = end;
  }
  if (at < length) sections.push({ start: at, length: length - at, isUnit: false });
  return sections;
}

/** Σ δ² over the sections of two coders that share a place; others differ by nothing. */
function differenceOf(mine: readonly Section[], theirs: readonly Section[]): number {
  let [sum, i, j] = [0, 0, 0];
  while (i < mine.length && j < theirs.length) {
    const [a, b] = [mine[i] as Section, theirs[j] as Section];
    const [endA, endB] = [a.start + a.length, b.start + b.length];
    if (a.isUnit && b.isUnit) sum += (a.start - b.start) ** 2 + (endA - endB) ** 2;
    else if (a.isUnit && b.start <= a.start && endA <= endB) sum += a.length ** 2;
    else if (b.isUnit && a.start <= b.start && endB <= endA) sum += b.length ** 2;
    if (endA <= endB) i += 1;
    if (endB <= endA) j += 1;
  }
  return sum;
}
