// Runs in a worker of a browser: solves the model of each recipe that it is sent, and sends the solution back.
import type { Recipe } from '../../bench/generator.ts';
import { draw, modelOf } from '../../bench/generator.ts';
import { unwatched } from '../../src/base/index.ts';
import { defaultSettings, fastSolve } from '../../src/engine/index.ts';

/** The part of a worker's scope that is used here: the tests are compiled without the browser's types. */
interface Scope {
  onmessage: (event: { readonly data: Recipe }) => void;
  readonly postMessage: (message: readonly Uint8Array[]) => void;
}

const scope = globalThis as unknown as Scope;
scope.onmessage = ({ data }) => {
  scope.postMessage(fastSolve(modelOf(draw(data)), defaultSettings, unwatched).stable);
};
