import { modelOptions, prop } from '@typegoose/typegoose';
import { count, date, listOf, nullable, record, text } from '../json-schema.ts';

/** The most sessions that a process may have; it lists them all before it uses the first. */
export const MOST_SESSIONS = 32;

/** A process of the API that may have transactions open: where it runs, that it lives, and which sessions to end when it died. */
@modelOptions({ schemaOptions: { collection: 'api_processes', versionKey: false } })
export class ApiProcessModel {
  @prop({ type: () => String, required: true })
  _id!: string;

  /** The machine, or container, within which `pid` means one process. */
  @prop({ type: () => String, required: true })
  host!: string;

  @prop({ type: () => Number, required: true })
  pid!: number;

  /** When the process started, in the words of its system: tells it from a later one with the same number. */
  @prop({ type: () => String, default: null })
  startedAt!: string | null;

  /** The UUIDs of its sessions. */
  @prop({ type: () => [String], required: true })
  sessions!: string[];

  /** By the clock of the database. */
  @prop({ type: () => Date, required: true })
  heartbeatAt!: Date;
}

export const apiProcessSchema = record({
  _id: text,
  host: text,
  pid: count,
  startedAt: nullable(text),
  sessions: listOf(text, MOST_SESSIONS),
  heartbeatAt: date,
});
