import { useEffect, useRef } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { formatTime } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { BrandMark } from '../../ui/brand.tsx';
import { classes } from '../../ui/classes.ts';
import { ConsoleIcon } from '../ui/console-icon.tsx';
import { Key } from '../ui/keys.tsx';
import { isTyping } from '../ui/is-typing.ts';
import { frameWords as words } from './words.ts';
import styles from './top-bar.module.css';

interface LastAudit {
  finishedAt: string;
  violations: number;
}

/** Undefined: this role is not told, or it is not known yet; null: the books were never looked at. */
export function TopBar({ lastAudit }: { lastAudit: LastAudit | null | undefined }) {
  return (
    <header className={styles['bar']}>
      <span className={styles['mark']}>
        <BrandMark size="sm" />
      </span>
      <SearchField />
      <div className={styles['end']}>{lastAudit !== undefined && <Lamp lastAudit={lastAudit} />}</div>
    </header>
  );
}

/** The one search of the console: a slash leads to it from everywhere. */
function SearchField() {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const search = (event: SyntheticEvent): void => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    void navigate(text === '' ? '/admin/wallets' : `/admin/wallets?q=${encodeURIComponent(text)}`);
  };
  return (
    <form role="search" className={styles['search']} onSubmit={search}>
      <ConsoleIcon name="search" />
      <input
        ref={field}
        type="search"
        name="q"
        autoComplete="off"
        aria-label={words.search.label}
        aria-keyshortcuts="/"
        placeholder={words.search.placeholder}
      />
      <Key>/</Key>
    </form>
  );
}

/** Whether the books were right when they were last looked at. */
function Lamp({ lastAudit }: { lastAudit: LastAudit | null }) {
  const isBad = lastAudit !== null && lastAudit.violations > 0;
  const say = (audit: LastAudit): string =>
    isBad ? words.lamp.bad(formatCount(audit.violations)) : words.lamp.ok(formatTime(audit.finishedAt));
  return (
    <Link
      to="/admin/integrity"
      className={classes(styles['lamp'], isBad && styles['bad'], lastAudit === null && styles['never'])}
    >
      <ConsoleIcon name="shield" size="xs" />
      {lastAudit === null ? words.lamp.never : say(lastAudit)}
    </Link>
  );
}
