/** What the address of a database says of how it is reached. */
export interface DatabaseAddress {
  readonly isAuthenticated: boolean;
  /** Encrypted, to a server whose certificate is looked at. */
  readonly isSecured: boolean;
  /** It names this very machine and no other. */
  readonly isLoopback: boolean;
  /** The driver shall give up each command by itself, after which answers go to the wrong commands (record 0073). */
  readonly hasTimeLimit: boolean;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|%2f.*)(:\d+)?$/i;
const WITHOUT_PASSWORD = ['MONGODB-X509', 'MONGODB-AWS', 'MONGODB-OIDC', 'GSSAPI'];
const UNLOOKED = ['tlsinsecure', 'tlsallowinvalidcertificates', 'tlsallowinvalidhostnames', 'sslvalidate'];

/** Reads a connection string as the driver does: the names of its options in any case, `mongodb+srv` encrypted unless it says no. */
export function readDatabaseAddress(uri: string): DatabaseAddress {
  const [, service, credentials = '', hosts = '', query = ''] =
    /^mongodb(\+srv)?:\/\/(?:([^/?]*)@)?([^/?]*)(?:\/[^?]*)?(?:\?(.*))?$/i.exec(uri) ?? [];
  const options = new Map(
    [...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value.toLowerCase()]),
  );
  const encryption = options.get('tls') ?? options.get('ssl');
  const isEncrypted = encryption === undefined ? service !== undefined : encryption === 'true';
  const isLookedAt = UNLOOKED.every(
    (name) => options.get(name) !== (name === 'sslvalidate' ? 'false' : 'true'),
  );
  const mechanism = options.get('authmechanism')?.toUpperCase() ?? '';
  return {
    isAuthenticated: /^[^:]+:./.test(credentials) || WITHOUT_PASSWORD.includes(mechanism),
    isSecured: isEncrypted && isLookedAt,
    isLoopback: service === undefined && hosts.split(',').every((host) => LOOPBACK.test(host)),
    hasTimeLimit: options.has('timeoutms'),
  };
}
