import { choice, flag, text } from './setting.ts';

const ADDRESS = /^https?:\/\/\S+$/;

/** Where traces go, by the names of the OpenTelemetry standard. Its other variables, such as headers and the sampler, hold as well. */
export const traceSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: text({
    default: null,
    pattern: ADDRESS,
    description:
      'A collector that takes OTLP over HTTP, such as http://localhost:4318. Unset, nothing is traced and nothing loaded for it.',
  }),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: text({
    default: null,
    pattern: ADDRESS,
    description: 'The whole address for traces, if it is not v1/traces below that one.',
  }),
  OTEL_TRACES_EXPORTER: choice(['otlp', 'none'], {
    default: 'otlp',
    description: 'none switches traces off.',
  }),
  OTEL_SDK_DISABLED: flag({ default: false, description: 'On switches traces off.' }),
} as const;
