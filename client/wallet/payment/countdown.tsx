import { useEffect, useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useClock } from '../../ui/clock.tsx';
import { useWords } from '../../words/use-words.ts';
import { paymentWords } from './words/words.ts';

/** When it is said aloud how much time is left, in seconds. */
const said = [120, 30];

/** Runs down in front of the eyes; screen readers hear it twice and no more. */
export function Countdown({ until }: { until: string }) {
  const { payment } = useWords(paymentWords);
  const now = useClock();
  const announce = useAnnounce();
  const [left, setLeft] = useState(() => secondsTo(until, now()));
  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = secondsTo(until, now());
      setLeft(seconds);
      if (said.includes(seconds)) announce.politely(payment.timeLeft(clock(seconds)));
    }, 1_000);
    return () => clearInterval(timer);
  }, [until, now, announce, payment]);
  return <span>{left > 0 ? payment.timeLeft(clock(left)) : payment.timeOver}</span>;
}

function secondsTo(until: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
