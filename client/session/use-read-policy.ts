import { useConnected } from './use-connected.ts';

/**
 * What is known is shown at once and what is new is asked for. Where nobody can be asked, what is known has to do: asking would
 * only fail, and an answer that fails takes the place of what is known.
 */
export function useReadPolicy(): 'cache-and-network' | 'cache-first' {
  return useConnected() ? 'cache-and-network' : 'cache-first';
}
