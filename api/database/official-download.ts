import { env } from 'node:process';
import { firstLine, inspectMongod } from './inspect-mongod.ts';
import type { Attempt, FindMongodOptions } from './types.ts';

/**
 * The download that mongodb-memory-server makes from MongoDB's own site, kept in our cache directory.
 * A machine without the internet should get to the next step at once, so there is one attempt only.
 */
export async function downloadOfficialMongod({ cacheDirectory, say }: FindMongodOptions): Promise<Attempt> {
  say('MongoDB: asking the MongoDB download site');
  // The downloader accepts any certificate unless npm's setting asks it to check, and what it fetches is run.
  env['npm_config_strict_ssl'] ??= 'true';
  try {
    const { MongoBinary } = await import('mongodb-memory-server-core');
    const { ResolveConfigVariables, setDefaultValue } =
      await import('mongodb-memory-server-core/lib/util/resolveConfig.js');
    setDefaultValue(ResolveConfigVariables.MAX_RETRIES, '0');
    return await inspectMongod(await MongoBinary.getPath({ downloadDir: cacheDirectory }));
  } catch (error) {
    return { tried: `a download from the MongoDB site (${firstLine(error).replace(/, Details:$/, '')})` };
  }
}
