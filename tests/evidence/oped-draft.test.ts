// Drafts from the annotation of a sample text, where it is at hand, and checks what the account comes to.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromOlderNames } from '../../src/evidence/crosswalk/older-names.ts';
import { impasse } from '../support/impasse.ts';
import { root } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary.ts';

const gold = join(root, '..', 'shared', 'texts', '00-ukraine-oped-2022.gold.json');
const isThere = existsSync(gold);
const folder = temporaryFolder('oped');

/** A case of the accepted annotation; the texts stay where they are, only for the time of the test. */
function makeCase(): void {
  const { statements, document_speaker: speaker, genre } = JSON.parse(readFileSync(gold, 'utf8'));
  mkdirSync(join(folder, 'statements'));
  copyFileSync(join(root, 'tests/fixtures/draft/oped-case.yaml'), join(folder, 'case.yaml'));
  copyFileSync(join(root, 'tests/fixtures/draft/oped-codebook.yaml'), join(folder, 'codebook.yaml'));
  const lines = statements.map((annotation: { readonly id: string }) => {
    const translated = fromOlderNames(annotation as never, { speaker, genre });
    const { orKinds: _, ...fields } = translated as NonNullable<typeof translated>;
    return JSON.stringify({ ...fields, id: annotation.id, document: 'oped', status: 'accepted' });
  });
  writeFileSync(join(folder, 'statements', 'oped.jsonl'), `${lines.join('\n')}\n`);
}

describe.skipIf(!isThere)(
  `an op-ed on talks${isThere ? '' : ' (skipped: the sample texts are not beside this clone)'}`,
  () => {
    test('[DRA16] the account follows from its sentences, and its conclusion from some of its orders', async () => {
      makeCase();
      const here = { cwd: folder };
      const drafted = await impasse(['draft', '.', '--write', '--json'], here);
      expect(drafted.code).toBe(0);
      const [account] = JSON.parse(drafted.stdout).accounts;
      const { outcomes, method, counted } = account.orders;
      expect(method).toBe('exact');
      // The author's conclusion: nothing that counts as talks holds.
      expect(outcomes.deal + outcomes.neither).toBeGreaterThan(0);
      expect(outcomes.stable + outcomes.deal + outcomes.neither).toBe(counted);
      // Every formula that is no agreement is a preference: no bar rules the agreement out.
      expect(account.bars).toEqual([]);

      const analysed = await impasse(['analyze', '.', '--json', '--all'], here);
      expect([analysed.code, analysed.stderr]).toEqual([0, '']);
      const [result] = JSON.parse(analysed.stdout).accounts;
      expect(
        result.states.filter(({ agreement }: { agreement: boolean }) => agreement).length,
      ).toBeGreaterThan(0);
      expect(result.verdict.code).not.toBe('ruled-out-by-assumption');

      const { stdout } = await impasse(['analyze', '.'], { ...here, columns: 10_000 });
      expect(stdout).toMatch(/Order of statements, which is the modeller's choice: of \d/);
      const sentences = readFileSync(join(folder, 'statements/oped.jsonl'), 'utf8').trim().split('\n');
      const byId = new Map(sentences.map((line) => [JSON.parse(line).id, JSON.parse(line).text]));
      const cited: readonly string[] = account.premises.flatMap(
        (each: { evidence: readonly string[] }) => each.evidence,
      );
      expect(cited.length).toBeGreaterThan(20);
      for (const id of cited) expect(stdout).toContain(`“${byId.get(id).replace(/\s+/g, ' ').trim()}”`);
    });
  },
);
