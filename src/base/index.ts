// What the base layer gives to all others.
export type { Code, CodeEntry } from './codes.ts';
export { codes } from './codes.ts';
export type { Diagnostic, Outcome, Place, Position } from './diagnostic.ts';
export { diagnostic, hasErrors, ImpasseError } from './diagnostic.ts';
export { editDistance, nearest } from './nearest.ts';
export { placesIn } from './places.ts';
export type { Random } from './random.ts';
export { mulberry32, shuffle } from './random.ts';
export type { Watch } from './watch.ts';
export { unwatched } from './watch.ts';
