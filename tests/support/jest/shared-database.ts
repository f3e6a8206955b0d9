import type { RunningReplicaSet } from '../../../api/database/types.ts';

/** Set up and torn down are two modules of jest; this is what the first leaves for the second. */
export const sharedDatabase: { started?: RunningReplicaSet } = {};
