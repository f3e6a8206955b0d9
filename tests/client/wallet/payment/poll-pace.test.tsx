import { act, renderHook } from '@testing-library/react';
import { usePollPace } from '../../../../client/wallet/payment/use-poll-pace.ts';

let hidden = false;
beforeEach(() => {
  jest.useFakeTimers();
  hidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(document, 'hidden');
});

/** A payment that is waited for, and what was asked of the query behind it. */
function waiting() {
  const asked: string[] = [];
  const query = {
    startPolling: (everyMs: number) => void asked.push(`every ${everyMs}`),
    stopPolling: () => void asked.push('stop'),
    refetch: async () => void asked.push('now'),
  };
  const hook = renderHook(({ active }) => usePollPace({ active, ...query }), {
    initialProps: { active: true },
  });
  const pass = (seconds: number) => act(() => jest.advanceTimersByTime(seconds * 1_000));
  const look = (isHidden: boolean) => {
    hidden = isHidden;
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
  };
  return { asked, hook, pass, look };
}

describe('a payment that is waited for', () => {
  it('is asked about less often the longer it takes, and it is said once that it takes long', () => {
    const { asked, hook, pass } = waiting();
    expect(asked).toEqual(['every 2000']);
    pass(59);
    expect(asked).toEqual(['every 2000']);
    pass(1);
    expect(asked).toEqual(['every 2000', 'every 5000']);
    expect(hook.result.current).toBe(false);
    pass(240);
    expect(asked).toEqual(['every 2000', 'every 5000', 'every 30000']);
    expect(hook.result.current).toBe(true);
  });

  it('is asked about at once when its page is looked at again', () => {
    const { asked, look } = waiting();
    look(true);
    expect(asked).toEqual(['every 2000']);
    look(false);
    expect(asked).toEqual(['every 2000', 'now']);
  });

  it('is asked about no more once it has an outcome, whatever is looked at', () => {
    const { asked, hook, pass, look } = waiting();
    hook.rerender({ active: false });
    pass(600);
    look(false);
    expect(asked).toEqual(['every 2000', 'stop']);
  });
});
