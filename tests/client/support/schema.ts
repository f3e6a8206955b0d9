import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';

/** The committed contract: what the app is typed against is what its tests execute. */
export const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
