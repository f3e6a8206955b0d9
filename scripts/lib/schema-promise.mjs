import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { runChild } from './child.mjs';
import { inProject } from './project.mjs';

const SCHEMA = 'schema/schema.graphql';

/** How a commit says, by the convention for commit messages, that it breaks callers on purpose. */
const ANNOUNCED = /^BREAKING CHANGE: |^\w+(\([^)]*\))?!: /m;

/**
 * Compares the schema with the one callers rely on: that of the last release (a tag schema-… or v…), on a branch
 * that of the point where it left main, or else that of the commit before. A change that would break a caller
 * fails, with its reason, unless a commit since then announces it.
 */
export async function checkSchema(say) {
  const current = buildSchema(readFileSync(inProject(SCHEMA), 'utf8'));
  const promised = await promisedSchema();
  if (promised === undefined) return say('The schema is new, so there is nothing to compare it with.');
  const changes = await diff(buildSchema(promised.text), current);
  const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
  say(`Compared with ${promised.name}: ${changes.length} changes, ${breaking.length} of them breaking.`);
  if (breaking.length === 0) return;
  const reasons = breaking.map((change) => `- ${change.message}`).join('\n');
  const messages = (await git('log', '--format=%B', `${promised.name}..HEAD`)) ?? '';
  if (!ANNOUNCED.test(messages)) throw new Error(reasons);
  say(`Announced in a commit message:\n${reasons}`);
}

async function promisedSchema() {
  for (const name of [await lastRelease(), await branchPoint(), 'HEAD~1']) {
    const text = name && (await git('show', `${name}:${SCHEMA}`));
    if (text) return { name, text };
  }
  return undefined;
}

function lastRelease() {
  return git('describe', '--tags', '--abbrev=0', '--match', 'schema-*', '--match', 'v[0-9]*');
}

async function branchPoint() {
  const main =
    (await git('rev-parse', '--verify', '--quiet', 'origin/main')) ??
    (await git('rev-parse', '--verify', '--quiet', 'main'));
  const [point, head] = [main && (await git('merge-base', main, 'HEAD')), await git('rev-parse', 'HEAD')];
  return point === head ? undefined : point;
}

/** What git answers; undefined if it has no answer, as without tags or outside of a repository. */
async function git(...words) {
  const { exitCode, output } = await runChild('git', words, { quiet: true });
  return exitCode === 0 ? output.trimEnd() : undefined;
}
