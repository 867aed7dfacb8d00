// Watches for tests that stop work after a number of questions.
import type { Watch } from '../../src/base/index.ts';

/** Lets work go on until it has asked `questions` times; `asked` says how often it did. */
export function budget(questions: number): Watch & { readonly asked: () => number } {
  let asked = 0;
  return {
    stopped: () => {
      asked += 1;
      return asked > questions;
    },
    asked: () => asked,
  };
}
