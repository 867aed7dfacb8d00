// Lets long work be stopped and followed from outside, without a clock in the core.

/** What long work asks now and then: whether to stop; and what it tells: how far it is. */
export interface Watch {
  /** True once the work should end; it then returns what it has, marked `truncated`. */
  readonly stopped: () => boolean;
  /** Told now and then how much is done, in units that the work chooses. */
  readonly progress?: (done: number, total: number, what: string) => void;
}

/** Never stops and tells nobody. */
export const unwatched: Watch = { stopped: () => false };
