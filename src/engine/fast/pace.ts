// Asks now and then whether the work is to stop: often enough to stop at once, seldom enough to cost nothing.
import type { Watch } from '../../base/index.ts';

/** Counts work in states touched. */
export interface Pace {
  /** Adds to the count; true once the work should end. */
  readonly stops: (units: number) => boolean;
}

/** The states touched between two questions. */
export const stride = 65536;

/** A pace that asks `watch` every `stride` units. */
export function paceOf(watch: Watch): Pace {
  let units = 0;
  let stopped = false;
  return {
    stops: (more) => {
      units += more;
      if (units >= stride) {
        units = 0;
        stopped ||= watch.stopped();
      }
      return stopped;
    },
  };
}
