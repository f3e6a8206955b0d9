export type Say = (line: string) => void;

export interface FindMongodOptions {
  mongodBinary?: string | undefined;
  searchPath?: string | undefined;
  cacheDirectory: string;
  say: Say;
}

export interface ReplicaSetOptions {
  mongodBinary: string;
  dataDirectory?: string | undefined;
  port?: number | undefined;
  say: Say;
}

export interface RunningReplicaSet {
  uri: string;
  port: number;
  processId: number;
  stop(): Promise<void>;
}

export interface ProvideDatabaseOptions extends FindMongodOptions {
  uri?: string | undefined;
  databaseName: string;
  dataDirectory?: string | undefined;
}

export interface ProvidedDatabase {
  uri: string;
  embedded: boolean;
  processId: number | undefined;
  stop(): Promise<void>;
}
