import { integer } from './setting.ts';

/** How connections are kept and cut. */
export const connectionSettings = {
  KEEP_ALIVE_SECONDS: integer({
    min: 1,
    max: 600,
    default: 72,
    description:
      'How long a connection without a request is kept. It must be longer than the proxy in front keeps it, or the proxy sends into closed ones; many keep them for 60.',
  }),
  HEADERS_SECONDS: integer({
    min: 1,
    max: 120,
    default: 10,
    description: 'How long a caller may take to send the head of a request.',
  }),
  REQUEST_SECONDS: integer({
    min: 1,
    max: 600,
    default: 15,
    description: 'How long a caller may take to send a whole request.',
  }),
  STALLED_SECONDS: integer({
    min: 5,
    max: 600,
    default: 30,
    description:
      'After how long without a byte taken a caller who does not read the answer is cut off; at least as long as an operation may take.',
  }),
  MAX_CONNECTIONS: integer({
    min: 10,
    max: 1_000_000,
    default: 5_000,
    description: 'Open connections in all. What comes beyond is closed at once.',
  }),
  CONNECTIONS_PER_ADDRESS: integer({
    min: 1,
    max: 1_000_000,
    default: { production: 100, local: 2_000 },
    description:
      'Open connections of one network address. The proxies of TRUST_PROXY are not counted: they bring the connections of many.',
  }),
  DRAIN_SECONDS: integer({
    min: 0,
    max: 120,
    default: { production: 5, local: 0 },
    description:
      'How long a stopping server still takes requests while /readyz says 503, so that a load balancer sends no more. SHUTDOWN_SECONDS begin after that.',
  }),
} as const;
