import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Execute } from './limits/operation-executor.ts';
import { queryLimits } from './limits/query-limits.ts';
import { requestOf } from './request-info.ts';

export interface ApolloParts {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly execute: Execute;
  readonly plugins: readonly ApolloServerPlugin<BaseContext>[];
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly logger: Logger;
}

/** GraphQL over HTTP with everything switched off that a wallet does not need. */
export function createApollo(parts: ApolloParts): ApolloServer {
  const { config, schema, execute, plugins, formatError, logger } = parts;
  return new ApolloServer({
    gateway: executedBy(schema, execute),
    formatError,
    logger: {
      debug: (message) => logger.debug(message),
      info: (message) => logger.info(message),
      warn: (message) => logger.warn(message),
      error: (message) => logger.error(message),
    },
    nodeEnv: config.environment,
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: config.isProduction,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: config.queryLimits.tokens },
    validationOptions: { maxErrors: 5 },
    validationRules: queryLimits(config),
    plugins: [
      // It would wrap every field resolver and halve the speed of lists.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...plugins,
    ],
  });
}

/** A gateway is Apollo's way to bring one's own execution. What has been executed already is not executed again. */
function executedBy(schema: GraphQLSchema, execute: Execute) {
  const executor: Execute = async (executable) => {
    const { early } = requestOf(executable.context);
    return early && 'result' in early ? early.result : execute(executable);
  };
  const announce: ((context: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void)[] = [];
  return {
    onSchemaLoadOrUpdate(listener: (typeof announce)[number]) {
      announce.push(listener);
      return () => {};
    },
    async load() {
      for (const listener of announce) listener({ apiSchema: schema, coreSupergraphSdl: '' });
      return { executor };
    },
    async stop() {},
  };
}
