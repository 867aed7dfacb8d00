// Runs a converter in a thread of its own, which is ended when it takes too long or too much.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Extracted } from './extracted.ts';
import { Unreadable } from './extracted.ts';

/** What the thread is given. */
interface Job {
  readonly convert: 'docx' | 'html' | 'pdf';
  readonly bytes?: Uint8Array;
  readonly text?: string;
}

type Answer =
  | { readonly extracted: Extracted }
  | { readonly code: Unreadable['code']; readonly message: string; readonly hint: string | undefined };

/** Milliseconds, and bytes of memory beyond what the process has when it begins. */
const longest = 12_000;
const most = 500_000_000;

const job = isMainThread ? undefined : (workerData as { readonly convertJob?: Job } | null)?.convertJob;
if (job !== undefined) {
  parentPort?.postMessage(await answer(job));
}

async function answer({ convert, bytes, text }: Job): Promise<Answer> {
  try {
    return { extracted: await convertNow(convert, bytes, text) };
  } catch (error) {
    if (error instanceof Unreadable) return { code: error.code, message: error.message, hint: error.hint };
    return {
      code: 'E3005',
      message: `the file cannot be read: ${(error as Error).message}`,
      hint: undefined,
    };
  }
}

/** Each converter is loaded only in the thread that runs it. */
async function convertNow(
  convert: Job['convert'],
  bytes: Uint8Array = new Uint8Array(),
  text = '',
): Promise<Extracted> {
  switch (convert) {
    case 'html':
      return (await import('./html.ts')).readHtml(text);
    case 'docx':
      return (await import('./docx.ts')).readDocx(bytes);
    case 'pdf':
      return await (await import('./pdf.ts')).readPdf(bytes);
  }
}

/**
 * Converts within bounds of time and memory.
 * @throws Unreadable
 */
export async function convertBounded(work: Job): Promise<Extracted> {
  const began = process.memoryUsage().rss;
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { convertJob: work },
    resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  });
  return await new Promise<Extracted>((done, fail) => {
    const end = (settle: () => void): void => {
      clearInterval(timer);
      clearTimeout(timeout);
      void worker.terminate();
      settle();
    };
    const tooMuch = (what: string): void =>
      end(() =>
        fail(
          new Unreadable(
            'E3008',
            `the document takes more than ${what} to read`,
            'save its text as a plain text file',
          ),
        ),
      );
    const timeout = setTimeout(() => tooMuch(`${longest / 1000} seconds`), longest);
    const timer = setInterval(() => {
      if (process.memoryUsage().rss - began > most) tooMuch(`${most / 1e6} MB`);
    }, 50);
    worker.on('message', (message: Answer) =>
      end(() => {
        if ('extracted' in message) done(message.extracted);
        else fail(new Unreadable(message.code, message.message, message.hint));
      }),
    );
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooMuch('512 MB');
      else end(() => fail(new Unreadable('E3005', `the file cannot be read: ${error.message}`)));
    });
  });
}
