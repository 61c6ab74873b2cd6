import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeText } from '../../src/environments/text.ts';
import { scan } from '../../src/hcl/scan.ts';
import { readEnvironmentTexts, readFixtures } from '../fixtures.ts';
import { firstDifference, rangesOf, treeSitter } from '../hcl/second-opinion.ts';
import { checkEdit, checkOracle, checkScan, type Finding } from './checks.ts';
import { mutate } from './mutate.ts';
import { type Random, randomOf } from './random.ts';
import { shrink } from './shrink.ts';

/**
 * Mutants of our fixtures, and of the repository that ENVIRONMENTS_REPO names, through scanner, parser and editor.
 * Every case is scanned; one in `ORACLE_SHARE` is also read by HashiCorp's parser, which takes a hundred times as long.
 *
 *     npx tsx test/fuzz/fuzz.ts [--cases 200000] [--seed N] [--real]
 *
 * With `--real` tree-sitter's ranges are compared over that whole repository first. Exit code 1 when anything is found.
 */
const ORACLE_SHARE = 10;
/** Longer mutants show nothing that shorter ones do not. */
const MAX_LENGTH = 20_000;
const MAX_FINDINGS = 10;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    real: { type: 'boolean', default: false },
  },
});
const cases = Number(values.cases);
const seed = Number(values.seed);
if (!Number.isSafeInteger(cases) || !Number.isSafeInteger(seed) || cases < 0) {
  throw new Error('--cases and --seed take whole numbers');
}

const repository = process.env.ENVIRONMENTS_REPO ?? '';
const ours = [...readFixtures().flatMap(({ before, after }) => [before, after]), ...readEnvironmentTexts()];
const theirs = repository === '' ? [] : readTree(repository);
console.log(`seed ${seed}, ${cases} cases; ${ours.length} texts of our own`);
if (repository === '') console.log('ENVIRONMENTS_REPO is not set: no file of the real repository is in it');
else console.log(`${theirs.length} files of ${repository}`);

const found: Finding[] = [];
if (values.real) await compareRanges(theirs);
await fuzz(randomOf(seed));
for (const { check, message, text } of found) {
  console.log(`\nFOUND ${check}: ${message}\n  ${JSON.stringify(text)}`);
}
if (found.length > 0) process.exitCode = 1;
console.log(found.length === 0 ? 'nothing found' : `\n${found.length} found`);

async function fuzz(random: Random): Promise<void> {
  const started = performance.now();
  const verdicts = new Map<string, number>();
  let edits = 0;
  for (let i = 0; i < cases && found.length < MAX_FINDINGS; i += 1) {
    const text = mutate(random, theirs.length > 0 && i % 2 === 0 ? theirs : ours).slice(0, MAX_LENGTH);
    const choice = random.below(1000);
    const broken = checkScan(text);
    if (broken !== null) await report(broken, async (shorter) => checkScan(shorter)?.check === broken.check);
    if (i % ORACLE_SHARE !== 0) continue;
    // what comes from a file has no half of a surrogate pair
    const whole = Buffer.from(text).toString();
    const verdict = await checkOracle(whole);
    const word = typeof verdict === 'string' ? verdict : verdict.check;
    verdicts.set(word, (verdicts.get(word) ?? 0) + 1);
    if (typeof verdict !== 'string') {
      await report(verdict, async (shorter) => {
        const again = await checkOracle(shorter);
        return typeof again !== 'string' && again.check === verdict.check;
      });
    } else if (verdict === 'both accept') {
      edits += 1;
      const wrong = await checkEdit(whole, choice);
      if (wrong !== null) {
        await report(wrong, async (shorter) => {
          const isValid = (await checkOracle(shorter)) === 'both accept';
          return isValid && (await checkEdit(shorter, choice))?.check === wrong.check;
        });
      }
    }
    if (i % 20_000 === 0 && i > 0) console.error(`${i} cases`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const words = [...verdicts].map(([word, count]) => `${word} ${count}`).join(', ');
  console.log(`${cases} scanned in ${seconds} s; by HashiCorp's parser: ${words}; ${edits} edited`);
}

async function report(finding: Finding, stillFails: (text: string) => Promise<boolean>): Promise<void> {
  found.push({ ...finding, text: await shrink(finding.text, stillFails) });
}

/** Tree-sitter's ranges over every file of the real tree. */
async function compareRanges(texts: readonly string[]): Promise<void> {
  const secondOpinion = await treeSitter();
  let count = 0;
  let unread = 0;
  for (const text of texts) {
    const scanned = scan(text);
    const [error] = scanned.errors;
    const opinion = secondOpinion(text);
    if (opinion === null) unread += 1;
    else {
      const ranges = rangesOf(text, scanned);
      count += ranges.length;
      const message = error === undefined ? firstDifference(ranges, opinion) : error.message;
      if (message !== null) found.push({ check: 'tree-sitter', message, text });
    }
  }
  console.log(
    `tree-sitter: ${count} ranges of ${texts.length} files compared, ${unread} files it cannot read`,
  );
}

function readTree(root: string): string[] {
  const folder = join(root, 'namespaces');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tf'))
    .sort()
    .flatMap((path) => {
      const decoded = decodeText(readFileSync(join(folder, path)));
      return 'text' in decoded ? [decoded.text] : [];
    });
}
