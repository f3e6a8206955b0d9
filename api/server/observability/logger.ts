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
    hooks: { streamWrite: withoutSecrets },
  };
  // Amounts are bigint, which JSON does not know.
  options.serializers = { amount: (amount: unknown) => String(amount) };
  return destination ? pino(options, destination) : pino(options);
}
