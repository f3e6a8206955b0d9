import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { useShortcut } from '../ui/shortcuts.tsx';
import { HiddenColumns } from '../ui/table.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import styles from './list-tools.module.css';
import { partsWords } from './parts-words.ts';
import { useViews } from './use-views.ts';
import {
  addressOfView,
  asUsual,
  hiddenIn,
  isOfList,
  isUsual,
  pathOfView,
  usualName,
} from './view-address.ts';
import { ViewsDialog } from './views-dialog.tsx';

const { tools: words } = partsWords;

export interface ListToolsProps {
  /** The columns that can be hidden, by their names. */
  columns: readonly string[];
  /** The list. */
  children: ReactNode;
}

/** What one can do with any list of the console: find a view of it again, keep the present one, choose its columns. */
export function ListTools({ columns, children }: ListToolsProps) {
  const { pathname } = useLocation();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<'views' | 'columns' | null>(null);
  const kept = useViews();
  useShortcut('v', words.views, () => setOpen('views'));

  const usual = kept.views.find(({ name }) => name === usualName(pathname));
  const hidden =
    hiddenIn(params, columns) ??
    hiddenIn(new URLSearchParams(usual?.address.split('?')[1]), columns) ??
    new Set<string>();
  const ofList = kept.views.filter(({ name, address }) => !isUsual(name) && isOfList(address, pathname));
  const address = addressOfView(pathname, params, hidden);
  const hide = async (names: ReadonlySet<string>): Promise<void> => {
    const isKept = await kept.save({
      name: usualName(pathname),
      address: addressOfView(pathname, new URLSearchParams(), names),
    });
    if (isKept) setParams(asUsual(params), { replace: true });
  };
  const close = () => setOpen(null);
  return (
    <>
      <div className={styles['tools']}>
        {ofList.length > 0 && (
          <nav aria-label={words.saved}>
            {ofList.map((view) => (
              <Link
                key={view.name}
                to={pathOfView(view.address)}
                aria-current={view.address === address ? 'page' : undefined}
              >
                {view.name}
              </Link>
            ))}
          </nav>
        )}
        <div className={styles['buttons']}>
          <Button small kind="quiet" onClick={() => setOpen('views')}>
            {words.views}
          </Button>
          <Button small kind="quiet" onClick={() => setOpen('columns')}>
            {words.columns}
          </Button>
        </div>
      </div>
      <HiddenColumns value={hidden}>{children}</HiddenColumns>
      {open === 'views' && <ViewsDialog kept={kept} ofList={ofList} address={address} onClose={close} />}
      {open === 'columns' && (
        <ColumnsDialog
          {...{ columns, hidden, kept }}
          onChange={(names) => void hide(names)}
          onClose={close}
        />
      )}
    </>
  );
}
