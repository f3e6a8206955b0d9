import { useEffect, useRef } from 'react';
import type { SyntheticEvent } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { formatTime } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { BrandMark } from '../../ui/brand.tsx';
import { classes } from '../../ui/classes.ts';
import { ConsoleIcon } from '../ui/console-icon.tsx';
import { Key } from '../ui/keys.tsx';
import { FIND_KEY, useShortcut } from '../ui/shortcuts.tsx';
import { GraphqlLink } from './graphql-link.tsx';
import { frameWords as words } from './words.ts';
import styles from './top-bar.module.css';

interface LastAudit {
  finishedAt: string;
  violations: number;
}

export interface TopBarProps {
  /** Undefined: this role is not told, or it is not known yet; null: the books were never looked at. */
  lastAudit: LastAudit | null | undefined;
  open: { palette: () => void; sheet: () => void };
}

export function TopBar({ lastAudit, open }: TopBarProps) {
  return (
    <header className={styles['bar']}>
      <span className={styles['mark']}>
        <BrandMark size="sm" />
      </span>
      <SearchField />
      <div className={styles['end']}>
        <GraphqlLink />
        {lastAudit !== undefined && <Lamp lastAudit={lastAudit} />}
        <button
          type="button"
          className={styles['keyButton']}
          aria-label={words.palette.open}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={open.palette}
        >
          <Key>Ctrl K</Key>
        </button>
        <button
          type="button"
          className={styles['keyButton']}
          aria-label={words.shortcuts.open}
          aria-keyshortcuts="?"
          onClick={open.sheet}
        >
          <Key>?</Key>
        </button>
      </div>
    </header>
  );
}

const RESULTS = '/admin/wallets';

/** The one search of the console: a slash leads to it from everywhere. */
function SearchField() {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const searched = pathname === RESULTS ? (params.get('q') ?? '') : '';
  // What led to a page is done with: whoever types the next must not first delete it.
  useEffect(() => {
    if (field.current) field.current.value = searched;
  }, [pathname, searched]);
  useShortcut(FIND_KEY, words.search.label, () => {
    field.current?.focus();
    field.current?.select();
  });
  const search = (event: SyntheticEvent): void => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    void navigate(text === '' ? RESULTS : `${RESULTS}?q=${encodeURIComponent(text)}`);
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
