// Puts numbers and lists into English; knows nothing of conflicts.

/**
 * A list as one reads it aloud.
 * @example listed(['a', 'b', 'c']) // => 'a, b and c'
 */
export function listed(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/**
 * A whole number with commas between groups of three digits.
 * @example grouped(13824) // => '13,824'
 */
export function grouped(value: number): string {
  if (value >= 1e15) return value.toExponential(2).replace('e+', ' × 10^');
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * A count with its noun.
 * @example counted(1, 'state') // => '1 state'
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/**
 * A share in per cent, without pretending to more than is known.
 * @example percent(0.611) // => '61 %'
 */
export function percent(share: number): string {
  const value = share * 100;
  if (value > 0 && value < 1) return 'under 1 %';
  if (value > 99 && value < 100) return 'over 99 %';
  return `${Math.round(value)} %`;
}

/**
 * With a capital first letter.
 * @example capital('no deal') // => 'No deal'
 */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Ending in a full stop, unless it ends in a mark of its own.
 * @example sentence('No deal') // => 'No deal.'
 */
export function sentence(text: string): string {
  return /[.!?]["']?$/.test(text) ? text : `${text}.`;
}

/**
 * A text from a document without what would act on a terminal or turn the line round.
 * @example printable('a\u001b[31m') // => 'a\ufffd[31m'
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
