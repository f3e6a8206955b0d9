import type { mongoose } from '@typegoose/typegoose';

/** A pool of connections to one database. */
export type Database = mongoose.Connection;
