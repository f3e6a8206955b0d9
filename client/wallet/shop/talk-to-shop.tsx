import { Link } from 'react-router';
import { readFragment } from '../../graphql/fragment-masking.ts';
import type { FragmentType } from '../../graphql/fragment-masking.ts';
import { TalkToShop_ShopFragmentDoc } from '../../graphql/graphql.ts';
import { Card } from '../../ui/card.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words.ts';
import { walletWords } from '../words/words.ts';
import styles from './talk-to-shop.module.css';

/** Where it stands on a page, for links to it. */
export const TALK_TO_SHOP = 'talk-to-shop';

export interface TalkToShopProps {
  shop: FragmentType<typeof TalkToShop_ShopFragmentDoc>;
  title?: string;
  /** By its reference the people of the shop find the wallet. */
  entry?: { id: string; reference: string } | null;
}

/** The ways to the people of the shop, as far as it has told any. */
export function TalkToShop({ title, entry = null, ...props }: TalkToShopProps) {
  const { name, phone, email, hours } = readFragment(TalkToShop_ShopFragmentDoc, props.shop);
  const { shop } = useWords(walletWords);
  const about = entry === null ? '' : `?entry=${encodeURIComponent(entry.id)}`;
  return (
    <Card title={title ?? shop.title} id={TALK_TO_SHOP} flush>
      {entry !== null && (
        <p className={styles['quote']}>
          {shop.quote.before} <span className={text['mono']}>{entry.reference}</span> {shop.quote.after}
        </p>
      )}
      {phone === null && email === null && <p className={styles['none']}>{shop.askThere(name)}</p>}
      <ul>
        {phone !== null && (
          <RowLink icon="phone" hint={hours}>
            <a href={`tel:${phone.replace(/[ -]/g, '')}`}>{shop.call(phone)}</a>
          </RowLink>
        )}
        {email !== null && (
          <RowLink icon="chat" hint={entry === null ? email : shop.fillsIn(entry.reference)}>
            <Link to={`/help/report${about}`}>{shop.write}</Link>
          </RowLink>
        )}
      </ul>
    </Card>
  );
}
