import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Structured lines on standard output. Whatever is logged passes through one gate that takes secrets out. */
export function createLogger(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        'password',
        'accessToken',
        'refreshToken',
        'authorization',
        'cookie',
        '*.password',
        '*.accessToken',
        '*.refreshToken',
        '*.authorization',
        '*.cookie',
        '*.phone',
        '*.email',
        'headers',
        '*.headers',
      ],
      censor: '[hidden]',
    },
    serializers: {
      err: briefly,
      // Amounts are bigint, which JSON does not know.
      amount: (amount: unknown) => String(amount),
    },
    hooks: { streamWrite: withoutSecrets },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** What went wrong and where. Errors of the driver carry the whole state of the cluster, which says nothing more. */
function briefly(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  return {
    name,
    message,
    ...(code !== undefined && { code }),
    stack: stack
      ?.split('\n')
      .slice(1, 9)
      .map((line) => line.trim()),
    ...(cause !== undefined && { cause: briefly(cause) }),
  };
}
