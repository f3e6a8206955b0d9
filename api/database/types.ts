export type Say = (line: string) => void;

export interface FindMongodOptions {
  /** A mongod the operator named. It is the only one tried: a wrong name should be noticed, not worked around. */
  mongodBinary?: string | undefined;
  /** The directories to look for a mongod in; those of this process when left out. */
  searchPath?: string | undefined;
  cacheDirectory: string;
  say: Say;
}

/** What one step of the search came to: a program that runs here, or a short account of what was tried. */
export type Attempt = { found: string } | { tried: string };

export type SearchStep = (options: FindMongodOptions) => Promise<Attempt | undefined>;

export interface ReplicaSetOptions {
  mongodBinary: string;
  databaseName: string;
  /** Kept when the replica set stops. Without one the data lives in a temporary directory and goes with it. */
  dbPath?: string | undefined;
  port?: number | undefined;
  /** Whether `dbPath` holds a replica set that has run before, on this port. */
  isInitiated?: boolean | undefined;
  /** Told when mongod ends although nobody asked it to. */
  say?: Say | undefined;
}

export interface RunningReplicaSet {
  uri: string;
  port: number;
  processId: number;
  stop(): Promise<void>;
}

export interface ProvideDatabaseOptions extends FindMongodOptions {
  /** A database the operator provides. Nothing is searched or started then. */
  uri?: string | undefined;
  databaseName: string;
  /** Where an embedded database keeps its data between runs; without it the data is temporary. */
  dataDirectory?: string | undefined;
}

export interface ProvidedDatabase {
  uri: string;
  /** Whether this product started the database itself. */
  embedded: boolean;
  /** The mongod's process, if it is an embedded one. */
  processId: number | undefined;
  /** Ends what was started here, and only that. Safe to call more than once. */
  stop(): Promise<void>;
}
