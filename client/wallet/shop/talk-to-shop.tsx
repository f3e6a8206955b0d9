import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { TalkToShop_ShopFragmentDoc } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { Disc } from '../../ui/disc.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import { useWords } from '../../words/use-words.ts';
import { walletWords } from '../words/words.ts';
import styles from './talk-to-shop.module.css';

export interface TalkToShopProps {
  shop: FragmentType<typeof TalkToShop_ShopFragmentDoc>;
  /** What a letter to the shop begins with. */
  subject: string;
}

/** The ways to the people of the shop, as far as it has told any. */
export function TalkToShop(props: TalkToShopProps) {
  const { name, phone, email, hours } = readFragment(TalkToShop_ShopFragmentDoc, props.shop);
  const { shop } = useWords(walletWords);
  const subject = encodeURIComponent(props.subject);
  return (
    <Card title={shop.title} flush>
      {phone === null && email === null && <p className={styles['none']}>{shop.askThere(name)}</p>}
      <ul>
        {phone !== null && (
          <Way
            icon="phone"
            href={`tel:${phone.replace(/[ -]/g, '')}`}
            title={shop.call(phone)}
            hint={hours}
          />
        )}
        {email !== null && (
          <Way icon="chat" href={`mailto:${email}?subject=${subject}`} title={shop.write} hint={email} />
        )}
      </ul>
    </Card>
  );
}

interface WayProps {
  icon: IconName;
  href: string;
  title: string;
  hint: string | null;
}

function Way({ icon, href, title, hint }: WayProps) {
  return (
    <li className={styles['way']}>
      <Disc icon={icon} tone="neutral" />
      <span className={styles['what']}>
        <a href={href}>{title}</a>
        {hint !== null && <small>{hint}</small>}
      </span>
      <Icon name="right" size="xs" />
    </li>
  );
}
