const MOST = 200;
const SANE = /^[A-Za-z_]\w{0,63}$/;

/** Names for metrics. Clients choose what their operations are called, so there must be an end to how many are told apart. */
export function operationLabels(): { of(name: string | null): string } {
  const known = new Set<string>();
  return {
    of(name) {
      if (name === null) return 'unknown';
      if (known.has(name)) return name;
      if (known.size >= MOST || !SANE.test(name)) return 'other';
      known.add(name);
      return name;
    },
  };
}
