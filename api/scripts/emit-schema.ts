import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { contractSchema, contractText } from '../server/contract.ts';

/** Writes schema/schema.graphql from the classes: what clients are generated from and what a change of the contract is judged by. */
const text = contractText(contractSchema());
buildSchema(text);
writeFileSync('schema/schema.graphql', text);
