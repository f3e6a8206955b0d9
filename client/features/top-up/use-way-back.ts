import { useNavigate, useSearchParams } from 'react-router';

/** Where the person came from: an order to pay, or Home. Only addresses of this app count. */
export function useWayBack(): { back: string; leave: () => void } {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const wanted = params.get('back') ?? '';
  const back = /^\/(?![/\\])/.test(wanted) ? wanted : '/';
  return { back, leave: () => void navigate(back) };
}
