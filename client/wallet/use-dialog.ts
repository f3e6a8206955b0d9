import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';
import type { Location } from 'react-router';

export interface DialogPlace {
  /** What it was opened for; null while it is closed. */
  subject: string | null;
  open: (subject?: string) => void;
  close: () => void;
  /** While something is on its way the dialog stays, whichever way somebody tries to leave it. */
  hold: (isBusy: boolean) => void;
}

const always = (): boolean => true;

/**
 * A dialog has a place of its own in the browser's history: Back closes it, and once it is closed by whatever means, Back leads to
 * what was before it and never into it again. Its place outlives the page: after a reload it is open again. Where what it was opened for
 * is not there any more, it is left like one that is closed, or the next Back would lead from nothing to nothing.
 */
export function useDialog(name: string, isThere: (subject: string) => boolean = always): DialogPlace {
  const location: Location<Record<string, unknown> | null> = useLocation();
  const navigate = useNavigate();
  const isBack = useNavigationType() === 'POP';
  const there = location.state?.[name];
  const subject = typeof there === 'string' ? there : null;
  const [last, setLast] = useState(subject);
  const [isHeld, hold] = useState(false);
  if (subject !== null && subject !== last) setLast(subject);
  const isGone = subject !== null && !isHeld && !isThere(subject);
  useEffect(() => {
    if (isGone) void navigate(-1);
  }, [isGone, navigate]);
  useEffect(() => {
    if (isHeld && subject === null && isBack) void navigate(1);
  }, [isHeld, subject, isBack, navigate]);
  return {
    subject: subject ?? (isHeld ? last : null),
    open: (about = '') => void navigate(location, { state: { ...location.state, [name]: about } }),
    close: () => {
      if (subject !== null) void navigate(-1);
    },
    hold,
  };
}
