import { NavLink } from 'react-router';
import type { Role } from '../../session/auth-api.ts';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { ConsoleIcon } from '../ui/console-icon.tsx';
import { Count } from './count.tsx';
import type { WaitingCounts } from './count.tsx';
import { placesOf } from './places.ts';
import { frameWords as words } from './words.ts';

/** The places of a phone; the others are one step away, under the last of them. */
export function Bar({ role, waiting }: { role: Role; waiting: WaitingCounts }) {
  return (
    <BottomBar label={words.main}>
      {placesOf(role).map(
        ({ to, icon, bar, waiting: what }) =>
          bar !== undefined && (
            <NavLink key={to} to={to} end={to === '/admin'}>
              <span>
                <ConsoleIcon name={icon} size="md" />
                {what !== undefined && <Count count={waiting[what]} />}
              </span>
              {bar}
            </NavLink>
          ),
      )}
      <NavLink to="/admin/account">
        <span>
          <ConsoleIcon name="menu" size="md" />
        </span>
        {words.more}
      </NavLink>
    </BottomBar>
  );
}
