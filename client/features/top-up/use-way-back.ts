import { useSearchParams } from 'react-router';

/** Where the person came from: an order to pay, or Home. Only addresses of this app count. */
export function useWayBack(): { back: string } {
  const [params] = useSearchParams();
  const wanted = params.get('back') ?? '';
  const back = /^\/(?![/\\])/.test(wanted) ? wanted : '/';
  return { back };
}
