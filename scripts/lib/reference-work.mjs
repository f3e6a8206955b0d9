// A fixed piece of work of the kinds that tests are made of: texts, objects, sorting, hashing, rubbish to collect. Prints the
// CPU seconds that it took. The machine's speed is read off it, so a change here calls for new figures in cpu-budget.mjs.
import { createHash } from 'node:crypto';

const ROUNDS = 40;

function round(number) {
  const records = Array.from({ length: 3_000 }, (_, index) => ({
    id: `record-${(index * 7_919 + number) % 3_000}`,
    amount: String(index * 97),
    tags: [`tag-${index % 13}`, `tag-${index % 29}`],
  }));
  const text = JSON.stringify(records);
  const byTag = new Map();
  for (const { id, tags } of JSON.parse(text)) {
    for (const tag of tags) byTag.set(tag, [...(byTag.get(tag) ?? []).slice(-20), id]);
  }
  const sorted = records.map(({ id }) => id.replace(/\d+/, (digits) => digits.padStart(6, '0'))).sort();
  return createHash('sha256')
    .update(text)
    .update(sorted.join())
    .update([...byTag].join())
    .digest('hex');
}

for (let number = 0; number < ROUNDS; number += 1) round(number);
const { user, system } = process.cpuUsage();
console.log((user + system) / 1e6);
