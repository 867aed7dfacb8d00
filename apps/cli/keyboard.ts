// Reads single keys from the terminal.
import type { Key } from 'node:readline';
import { emitKeypressEvents } from 'node:readline';
import { isatty, ReadStream } from 'node:tty';

/** Keys, one at a time. */
export interface Keyboard {
  /** A letter as typed, or the name of a key such as `return`, `escape`, `backspace`; `quit` for Ctrl-C and at the end. */
  readonly next: () => Promise<string>;
  /** Gives the terminal back as it was. */
  readonly close: () => void;
}

/** The keyboard of standard input; nothing where that is no terminal. */
export function openKeyboard(): Keyboard | undefined {
  if (!isatty(0)) return undefined;
  const stream = new ReadStream(0);
  const typed: string[] = [];
  let waiting: ((key: string) => void) | undefined;
  const put = (key: string): void => {
    if (waiting === undefined) typed.push(key);
    else waiting(key);
    waiting = undefined;
  };
  emitKeypressEvents(stream);
  stream.setRawMode(true);
  stream.on('keypress', (text: string | undefined, key: Key) => put(nameOf(text, key)));
  stream.on('end', () => put('quit'));
  stream.on('error', () => put('quit'));
  return {
    next: () => {
      const first = typed.shift();
      if (first !== undefined) return Promise.resolve(first);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close: () => {
      stream.setRawMode(false);
      stream.destroy();
    },
  };
}

const controls = /\p{Cc}/u;

function nameOf(text: string | undefined, { ctrl, meta, name, sequence }: Key): string {
  if (ctrl === true && (name === 'c' || name === 'd')) return 'quit';
  const letter = text ?? sequence ?? '';
  const isLetter = letter !== '' && !controls.test(letter) && ctrl !== true && meta !== true;
  return isLetter ? letter : (name ?? '');
}
